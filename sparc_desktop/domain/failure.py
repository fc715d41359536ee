"""What can go wrong, as a code with parameters: the only form in which a failure crosses the process border.

The sentences that people read and hear are made of these in `services.sentences`, in their language.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Code(StrEnum):
    """Each kind of expected failure. The parameters that go with it stand behind it."""

    FILE_MISSING = "file-missing"  # path
    FILE_IS_FOLDER = "file-is-folder"  # path
    FILE_UNREADABLE = "file-unreadable"  # path
    FILE_NOT_ORDINARY = "file-not-ordinary"  # path
    FILE_EMPTY = "file-empty"  # path
    FILE_TOO_LARGE = "file-too-large"  # path, megabytes, limit
    IMAGE_NOT_RECOGNISED = "image-not-recognised"  # label
    IMAGE_BROKEN = "image-broken"  # label
    IMAGE_TOO_LARGE = "image-too-large"  # label, width, height, limit (megapixels)
    IMAGE_TOO_SMALL = "image-too-small"  # label, width, height
    IMAGE_BLANK = "image-blank"  # label
    IMAGE_UNFAMILIAR = "image-unfamiliar"  # label
    IMAGE_UNFAMILIAR_AGAIN = "image-unfamiliar-again"
    PICTURE_LET_GO = "picture-let-go"  # label
    CLIPBOARD_EMPTY = "clipboard-empty"
    NO_SCREEN_CAPTURE = "no-screen-capture"  # remedy
    NO_FOCUSED_WINDOW = "no-focused-window"
    NO_FOCUSED_CONTROL = "no-focused-control"  # label
    NO_SUCH_MONITOR = "no-such-monitor"  # label, limit
    WINDOW_MINIMISED = "window-minimised"  # label
    WINDOW_IS_OURS = "window-is-ours"
    TARGET_OFF_SCREEN = "target-off-screen"  # label
    TARGET_UNAVAILABLE = "target-unavailable"  # label
    SCREEN_BLACK = "screen-black"  # label
    SCREEN_BLANK = "screen-blank"  # label
    CAPTURE_REFUSED = "capture-refused"  # remedy
    CAPTURE_UNANSWERED = "capture-unanswered"
    CAPTURE_FAILED = "capture-failed"  # reason
    OCR_UNAVAILABLE = "ocr-unavailable"  # remedy
    MODEL_MISSING = "model-missing"  # path
    MODEL_REFUSED = "model-refused"  # path, reason
    MODEL_UNEXPLAINED = "model-unexplained"  # label
    HUB_UNREACHABLE = "hub-unreachable"  # path (its name), reason
    HUB_BUSY = "hub-busy"  # path
    HUB_REFUSED = "hub-refused"  # label (of the model), path, reason
    HUB_STRANGE = "hub-strange"  # path
    TOKEN_REFUSED = "token-refused"  # path  # noqa: S105
    MODEL_MISNAMED = "model-misnamed"  # label
    MODEL_UNKNOWN = "model-unknown"  # label, path (of the hub)
    REVISION_UNKNOWN = "revision-unknown"  # label, revision
    MODEL_GATED = "model-gated"  # label, path (of its page)
    MODEL_NOT_SAFE = "model-not-safe"  # label
    MODEL_NEEDS_CODE = "model-needs-code"  # label
    MODEL_UNSUPPORTED = "model-unsupported"  # label, reason
    MODEL_INCOMPLETE = "model-incomplete"  # label, path (of the file)
    DISK_FULL = "disk-full"  # path, megabytes, free
    MODELS_UNWRITABLE = "models-unwritable"  # path, reason
    DOWNLOAD_DAMAGED = "download-damaged"  # label (of the file)
    MODEL_NOT_INSTALLED = "model-not-installed"  # label
    MODEL_BUSY = "model-busy"  # label
    MODEL_UNREMOVABLE = "model-unremovable"  # label, path
    OUT_OF_MEMORY = "out-of-memory"
    QUESTION_UNANSWERABLE = "question-unanswerable"  # label (of the model)
    PROMPT_UNANSWERABLE = "prompt-unanswerable"  # label (of the model)
    DESCRIPTION_FAILED = "description-failed"  # reason
    ENGINE_CRASHED = "engine-crashed"
    ENGINE_GAVE_UP = "engine-gave-up"  # restarts
    NO_VOICE = "no-voice"  # remedy
    NO_SOUND_DEVICE = "no-sound-device"
    SPEECH_FAILED = "speech-failed"  # reason
    WAV_UNWRITABLE = "wav-unwritable"  # path
    WAV_WOULD_REPLACE = "wav-would-replace"  # path
    OUTPUT_UNWRITABLE = "output-unwritable"  # reason
    NO_DISPLAY = "no-display"
    REGION_KEYS_UNAVAILABLE = "region-keys-unavailable"
    NO_LAST_REGION = "no-last-region"
    METHOD_UNUSABLE = "method-unusable"  # label, reason
    CAPTIONS_OTHER = "captions-other"  # path, reason (what differs)
    CAPTIONS_BROKEN = "captions-broken"  # path, line
    DATA_MISSING = "data-missing"  # path
    DATA_BROKEN = "data-broken"  # path, reason
    DATA_TOO_LARGE = "data-too-large"  # path, limit (megabytes)
    PACKAGE_MISSING = "package-missing"  # path, label (of the package)
    JUDGE_UNANSWERED = "judge-unanswered"  # label (its address), reason
    PAGE_UNWRITABLE = "page-unwritable"  # path
    PAGE_WOULD_REPLACE = "page-would-replace"  # path
    FILE_UNWRITABLE = "file-unwritable"  # path
    FILE_EXISTS = "file-exists"  # path
    ALT_TEXT_UNSUPPORTED = "alt-text-unsupported"  # label
    METADATA_UNREADABLE = "metadata-unreadable"  # label
    METADATA_FULL = "metadata-full"  # label
    SETTINGS_BROKEN = "settings-broken"  # path, kept
    SETTINGS_REFUSED = "settings-refused"  # path, reason
    SETTINGS_UNWRITABLE = "settings-unwritable"  # path, reason
    SETTINGS_UNSAVED = "settings-unsaved"  # path, reason
    HISTORY_BROKEN = "history-broken"  # path, kept
    HISTORY_BUSY = "history-busy"  # path
    HISTORY_FULL = "history-full"  # path
    HISTORY_UNUSABLE = "history-unusable"  # path
    HISTORY_GONE = "history-gone"
    HOTKEY_INVALID = "hotkey-invalid"  # keys, reason
    HOTKEY_DOUBLE = "hotkey-double"  # keys, first, second
    HOTKEY_RESERVED = "hotkey-reserved"  # keys, owner
    HOTKEY_TAKEN = "hotkey-taken"  # keys
    HOTKEYS_UNAVAILABLE = "hotkeys-unavailable"  # remedy
    NOT_STARTED = "not-started"  # reason
    NOT_ANSWERING = "not-answering"
    CRASHED_LAST_TIME = "crashed-last-time"  # when
    ENDED_LAST_TIME = "ended-last-time"  # when (it was started)
    DEFECT = "defect"


@dataclass(frozen=True, slots=True)
class Failure:
    """A code and its parameters."""

    code: Code
    params: Mapping[str, str] = field(default_factory=dict)


class ExpectedError(Exception):
    """Raised inside one process for a failure that the user will be told of; never crosses the border itself."""

    def __init__(self, code: Code, **params: str) -> None:
        super().__init__(code, params)
        self.failure = Failure(code, params)
