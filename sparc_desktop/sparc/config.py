"""The settings of SPARC, and where they come from for each family of models."""

import math
from dataclasses import dataclass, field
from typing import Literal, get_args

from transformers import PreTrainedModel

from sparc_desktop.sparc.support import nearest_full_attention

# "sparc": the tokens whose attention rises are selected. The other two are what it is compared with: "unselective"
# selects every image token at every step; "naive" boosts every image token alike, by alpha, however long the caption.
Method = Literal["sparc", "unselective", "naive"]

# Where settings come from: the user, the paper, `calibrate`, or nowhere, which is to say that they are a guess.
Source = Literal["given", "published", "calibrated", "uncalibrated"]

# tau by `model_type`, published with the method for models of 7B (arXiv 2502.01419, section 5), with alpha 1.1 and beta
# 0.1 for all. llava is LLaVA-1.5, selection layer 20 of 32; llava_next 20 of 32; qwen2_vl 18 of 28.
PUBLISHED_TAU = {"llava": 1.5, "llava_next": 4.0, "qwen2_vl": 3.0}
UNCALIBRATED_TAU = 3.0  # the middle of those
RELATIVE_DEPTH = 20 / 32  # of the selection layer; of 28 layers it is 17.5, and the paper takes the 18


@dataclass(frozen=True, slots=True)
class SparcConfig:
    """Settings of one run.

    alpha: factor on the attention to an image token for each time it was selected; 1 changes nothing; at least 1.
    beta: weight of the past in the running average, 0 to 1; 0 compares with the step before, without an average.
    tau: relative rise of a token's attention over its running average at which it is selected; above 0.
    layer: the selection layer, 0-based, whose attention is observed; all layers with full attention are recalibrated.
    method: SPARC, or what it is compared with.
    source: where the settings come from; says nothing to the method.
    """

    alpha: float = 1.1
    beta: float = 0.1
    tau: float = 1.5
    layer: int = 20
    method: Method = "sparc"
    source: Source = field(default="given", compare=False)

    def __post_init__(self) -> None:
        if not 1 <= self.alpha < math.inf:
            raise ValueError(f"alpha must be a number from 1, not {self.alpha}")
        if not 0 <= self.beta <= 1:
            raise ValueError(f"beta must be 0 to 1, not {self.beta}")
        if not self.tau > 0:
            raise ValueError(f"tau must be above 0, not {self.tau}")
        if self.layer < 0:
            raise ValueError(f"layer must not be negative: {self.layer}")
        if self.method not in get_args(Method):
            raise ValueError(f"method must be one of {get_args(Method)}, not {self.method!r}")

    @classmethod
    def for_model(cls, model: PreTrainedModel) -> "SparcConfig":
        """The published settings for the model's family, the layer at the same relative depth.

        For another family they are a guess, and `source` says "uncalibrated": `calibrate` finds the tau for a model.
        """
        text_config = model.config.get_text_config()
        layer = nearest_full_attention(text_config, math.floor(text_config.num_hidden_layers * RELATIVE_DEPTH + 0.5))
        tau = PUBLISHED_TAU.get(model.config.model_type)
        if tau is None:
            return cls(tau=UNCALIBRATED_TAU, layer=layer, source="uncalibrated")
        return cls(tau=tau, layer=layer, source="published")
