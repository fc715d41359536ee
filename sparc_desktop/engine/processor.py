"""What makes a model's inputs of pictures and words: its own processor, in a form that runs here.

Many families also take films, and what reads films needs a library (torchvision) that is not among this program's.
Here there are only pictures, so every processor is made without that part.
"""

import logging
from pathlib import Path
from typing import Any, ClassVar

from transformers import AutoProcessor, processing_utils
from transformers.image_processing_base import ImageProcessingMixin

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.engine.architecture import check
from sparc_desktop.engine.conversation import asked, prompt_of

logger = logging.getLogger(__name__)


class NoFilms(ImageProcessingMixin):
    """Stands where a processor has what reads films; the settings are what some ask of it all the same."""

    model_input_names: ClassVar[list[str]] = []
    num_frames = fps = None  # smolvlm
    slice_mode = downsample_mode = None  # minicpmv4_6

    @classmethod
    def from_pretrained(cls, *_: object, **__: object) -> "NoFilms":
        """As transformers makes a part of a processor."""
        return cls()


def load_processor(folder: Path) -> Any:  # noqa: ANN401 - each family has its own class
    """The processor in `folder`; raises ExpectedError with the reason where its model can't be shown pictures here."""
    check(folder)
    # Where transformers looks up who loads this part of a processor, and of which class it must be.
    processing_utils._LazyAutoProcessorMapping._MAPPING_NAMES["video_processor"] = (__name__, NoFilms.__name__)
    processing_utils.MODALITY_TO_BASE_CLASS_MAPPING["video_processor"] = ImageProcessingMixin.__name__
    try:
        processor: Any = AutoProcessor.from_pretrained(  # type: ignore[no-untyped-call]
            folder, local_files_only=True, trust_remote_code=False
        )
    except ImportError as error:
        what = str(error).strip().partition(" but ")[0].partition(". ")[0]
        raise _refused(folder, f"what prepares its pictures can't run here: {what}") from error
    except (OSError, ValueError) as error:
        logger.exception("The processor in %s can't be loaded", folder)
        raise _refused(folder, "the files that prepare pictures and words for it are missing or broken") from error
    if reason := _reason_against(processor):
        raise _refused(folder, reason)
    return processor


def _reason_against(processor: Any) -> str | None:  # noqa: ANN401
    if getattr(processor, "image_processor", None) is None:
        return "its files don't say how pictures are prepared for it"
    if not hasattr(processor.tokenizer, "backend_tokenizer"):  # which gives the text while it is written
        return "its tokenizer is of a kind that this program doesn't know"
    processor.chat_template = processor.chat_template or processor.tokenizer.chat_template
    if processor.chat_template is None:
        return "it has no chat template"
    try:
        prompt_of(processor, [asked("?", with_image=True)])
    except ValueError as error:
        return str(error)
    return None


def _refused(folder: Path, reason: str) -> ExpectedError:
    return ExpectedError(Code.MODEL_REFUSED, path=str(folder), reason=reason)
