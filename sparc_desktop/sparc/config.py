"""The settings of SPARC, and where they come from for each family of models."""

from dataclasses import dataclass

from transformers import PreTrainedModel

# Settings published with the method (arXiv 2502.01419, section 5): tau by `model_type`, for models of 7B. The layer is
# taken at the same relative depth in models of other sizes.
PUBLISHED_TAU = {"llava": 1.5, "llava_next": 4.0, "qwen2_vl": 3.0}
RELATIVE_DEPTH = 20 / 32  # of the selection layer; the paper's 18 of 28 is the same


@dataclass(frozen=True, slots=True)
class SparcConfig:
    """Settings of one run.

    alpha: factor on the attention to an image token for each time it was selected; 1 changes nothing; at least 1.
    beta: weight of the past in the running average, 0 to 1.
    tau: relative rise of a token's attention over its running average at which it is selected; above 0.
    layer: the selection layer, 0-based, whose attention is observed; all layers are recalibrated.
    """

    alpha: float = 1.1
    beta: float = 0.1
    tau: float = 1.5
    layer: int = 20

    def __post_init__(self) -> None:
        if not self.alpha >= 1:
            raise ValueError(f"alpha must be at least 1, not {self.alpha}")
        if not 0 <= self.beta <= 1:
            raise ValueError(f"beta must be 0 to 1, not {self.beta}")
        if not self.tau > 0:
            raise ValueError(f"tau must be above 0, not {self.tau}")
        if self.layer < 0:
            raise ValueError(f"layer must not be negative: {self.layer}")

    @classmethod
    def for_model(cls, model: PreTrainedModel) -> "SparcConfig":
        """The published settings for the model's family, with the layer at the same relative depth."""
        text_layers = model.config.get_text_config().num_hidden_layers
        tau = PUBLISHED_TAU.get(model.config.model_type, 3.0)
        return cls(tau=tau, layer=round(text_layers * RELATIVE_DEPTH))
