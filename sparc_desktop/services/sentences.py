"""What the program says about a failure: what happened, why, and the next step, in the user's language."""

from collections.abc import Mapping

from sparc_desktop.domain.failure import Code, Failure
from sparc_desktop.translation import QT_TRANSLATE_NOOP, translate

SENTENCES: Mapping[Code, str] = {
    Code.FILE_MISSING: QT_TRANSLATE_NOOP("Failure", "There is no file {path}. Check the name, or choose another file."),
    Code.FILE_IS_FOLDER: QT_TRANSLATE_NOOP("Failure", "{path} is a folder, not a picture. Choose a file inside it."),
    Code.FILE_UNREADABLE: QT_TRANSLATE_NOOP(
        "Failure", "The file {path} can't be read. Check that you have permission to open it."
    ),
    Code.FILE_NOT_ORDINARY: QT_TRANSLATE_NOOP(
        "Failure", "{path} is a device or a pipe, not a file. Save the picture in a file first."
    ),
    Code.FILE_EMPTY: QT_TRANSLATE_NOOP("Failure", "The file {path} is empty. It may not have been saved completely."),
    Code.FILE_TOO_LARGE: QT_TRANSLATE_NOOP(
        "Failure",
        "The file {path} has {megabytes} megabytes; the limit is {limit}. Save a smaller copy and use that.",
    ),
    Code.IMAGE_NOT_RECOGNISED: QT_TRANSLATE_NOOP(
        "Failure", "{label} is not a picture that this program can read. Try PNG, JPEG, WebP, GIF, BMP or TIFF."
    ),
    Code.IMAGE_BROKEN: QT_TRANSLATE_NOOP(
        "Failure", "The picture {label} is damaged or incomplete. Get a fresh copy of it and try again."
    ),
    Code.IMAGE_TOO_LARGE: QT_TRANSLATE_NOOP(
        "Failure",
        "The picture {label} is {width} by {height} pixels; the limit is {limit} megapixels. "
        "Save a smaller copy and use that.",
    ),
    Code.IMAGE_TOO_SMALL: QT_TRANSLATE_NOOP(
        "Failure", "The picture {label} is only {width} by {height} pixels: too small to show anything."
    ),
    Code.IMAGE_BLANK: QT_TRANSLATE_NOOP(
        "Failure", "{label} is of one plain colour: there is nothing in it to describe. Choose another picture."
    ),
    Code.IMAGE_UNFAMILIAR: QT_TRANSLATE_NOOP(
        "Failure",
        "{label} is unlike the pictures that the built-in model knows. It can only describe simple drawings of "
        "objects, and screens with few and large controls, so it does not guess. "
        "Photographs and other screens need a larger model.",
    ),
    Code.IMAGE_UNFAMILIAR_AGAIN: QT_TRANSLATE_NOOP(
        "Failure", "Not described: the built-in model knows only simple drawings and simple screens."
    ),
    Code.PICTURE_LET_GO: QT_TRANSLATE_NOOP(
        "Failure",
        "The picture {label} is not at hand: of many pictures the oldest are let go, and the history keeps pictures "
        "only if you choose so. Open or capture it again.",
    ),
    Code.CLIPBOARD_EMPTY: QT_TRANSLATE_NOOP(
        "Failure", "There is no picture on the clipboard. Copy a picture or a picture file first."
    ),
    Code.NO_SCREEN_CAPTURE: QT_TRANSLATE_NOOP(
        "Failure", "The screen can't be captured. {remedy} Pictures in files can be described all the same."
    ),
    Code.NO_FOCUSED_WINDOW: QT_TRANSLATE_NOOP(
        "Failure",
        "No window has the keyboard focus, so there is none to describe. "
        "Switch to one with Alt+Tab, or describe the whole screen.",
    ),
    Code.NO_FOCUSED_CONTROL: QT_TRANSLATE_NOOP(
        "Failure",
        "Which control has the keyboard focus can't be found: {label} does not tell it. "
        "Describe the whole window instead.",
    ),
    Code.NO_SUCH_MONITOR: QT_TRANSLATE_NOOP(
        "Failure", "{label} is not there. Choose a number from 1 to {limit}, or describe the whole screen."
    ),
    Code.WINDOW_MINIMISED: QT_TRANSLATE_NOOP(
        "Failure", "The window is minimised, so there is nothing to see of it: {label}. Restore it and try again."
    ),
    Code.WINDOW_IS_OURS: QT_TRANSLATE_NOOP(
        "Failure",
        "The window in front is this program's own. Switch to the window that you want described, and try again.",
    ),
    Code.TARGET_OFF_SCREEN: QT_TRANSLATE_NOOP(
        "Failure",
        "Nothing of it is on the screen: {label}. Move it back, or describe the whole screen.",
    ),
    Code.TARGET_UNAVAILABLE: QT_TRANSLATE_NOOP(
        "Failure",
        "{label} can't be captured by itself on this desktop. Describe the whole screen instead.",
    ),
    Code.SCREEN_BLACK: QT_TRANSLATE_NOOP(
        "Failure",
        "There is only black to see: {label}. If a screen curtain is on, switch it off and try again.",
    ),
    Code.SCREEN_BLANK: QT_TRANSLATE_NOOP(
        "Failure",
        "There is only one plain colour to see: {label}. It may still be loading; try again in a moment.",
    ),
    Code.CAPTURE_REFUSED: QT_TRANSLATE_NOOP(
        "Failure", "This program has no permission to see the screen. {remedy} Then describe the screen again."
    ),
    Code.CAPTURE_UNANSWERED: QT_TRANSLATE_NOOP(
        "Failure",
        "The desktop has not answered the request for a picture of the screen. "
        "If it asked for your permission, try again and answer there.",
    ),
    Code.CAPTURE_FAILED: QT_TRANSLATE_NOOP(
        "Failure",
        "The screen could not be captured: {reason}. Try again; if it fails again, restart the program.",
    ),
    Code.OCR_UNAVAILABLE: QT_TRANSLATE_NOOP(
        "Failure", "The text in the picture can't be read. {remedy} Descriptions go on without it."
    ),
    Code.MODEL_MISSING: QT_TRANSLATE_NOOP(
        "Failure", "There is no model in {path}. Check the name of the folder, or use the built-in model."
    ),
    Code.MODEL_REFUSED: QT_TRANSLATE_NOOP(
        "Failure", "The model in {path} can't be used: {reason}. Choose another model folder."
    ),
    Code.MODEL_UNEXPLAINED: QT_TRANSLATE_NOOP(
        "Failure",
        "What the model {label} looks at can't be measured, because SPARC does not go together with it. "
        "Choose another model folder.",
    ),
    Code.HUB_UNREACHABLE: QT_TRANSLATE_NOOP(
        "Failure",
        "{path} can't be reached: {reason}. Check the network and the proxy and try again; "
        "of a download, what has arrived is kept.",
    ),
    Code.HUB_BUSY: QT_TRANSLATE_NOOP(
        "Failure", "{path} is too busy. Try again in some minutes; of a download, what has arrived is kept."
    ),
    Code.HUB_REFUSED: QT_TRANSLATE_NOOP(
        "Failure",
        "{path} does not give out the model {label}: {reason}. Check whether you may use it, or choose another model.",
    ),
    Code.HUB_STRANGE: QT_TRANSLATE_NOOP(
        "Failure",
        "{path} does not answer like a Hugging Face hub. Check its address; "
        "if this network asks for a log-in on a web page, log in there first.",
    ),
    Code.TOKEN_REFUSED: QT_TRANSLATE_NOOP(
        "Failure",
        "{path} does not accept your access token; it may have expired. "
        "Log in again with the command hf auth login, or correct HF_TOKEN.",
    ),
    Code.MODEL_MISNAMED: QT_TRANSLATE_NOOP(
        "Failure",
        "“{label}” can't be the name of a model. "
        "Names have an owner and a model, such as Qwen/Qwen3-VL-2B-Instruct; the list of models has more.",
    ),
    Code.MODEL_UNKNOWN: QT_TRANSLATE_NOOP(
        "Failure",
        "There is no model {label} on {path}, or it is private. "
        "Check the name; for a private model, log in with the command hf auth login.",
    ),
    Code.REVISION_UNKNOWN: QT_TRANSLATE_NOOP(
        "Failure", "The model {label} has no revision {revision}. Check it, or leave it out to get the newest one."
    ),
    Code.MODEL_GATED: QT_TRANSLATE_NOOP(
        "Failure",
        "The model {label} is given only to those who have accepted its licence. Accept it on the page {path}, "
        "log in with the command hf auth login, and try again.",
    ),
    Code.MODEL_NOT_SAFE: QT_TRANSLATE_NOOP(
        "Failure",
        "The model {label} has no weights in the safetensors format, and this program reads no other: "
        "others can carry program code. Choose another model.",
    ),
    Code.MODEL_UNSUPPORTED: QT_TRANSLATE_NOOP(
        "Failure",
        "The model {label} can't be used: {reason}. Nothing but its small files was fetched; choose another model.",
    ),
    Code.MODEL_NEEDS_CODE: QT_TRANSLATE_NOOP(
        "Failure",
        "The model {label} needs program code of its own, and this program never runs code from the internet. "
        "Choose another model.",
    ),
    Code.MODEL_INCOMPLETE: QT_TRANSLATE_NOOP(
        "Failure",
        "The model {label} is incomplete on the hub itself: {path} is missing or unusable. Choose another model.",
    ),
    Code.DISK_FULL: QT_TRANSLATE_NOOP(
        "Failure",
        "The disk has too little room for the model in {path}: {megabytes} megabytes are needed, {free} are free. "
        "Free some space and try again; what has arrived is kept.",
    ),
    Code.MODELS_UNWRITABLE: QT_TRANSLATE_NOOP(
        "Failure",
        "Models can't be kept in {path}: {reason}. Check that you may write there; "
        "HF_HUB_CACHE can name another folder.",
    ),
    Code.DOWNLOAD_DAMAGED: QT_TRANSLATE_NOOP(
        "Failure",
        "The file {label} has arrived damaged and was deleted. "
        "Try again; if it happens once more, try another network or hub.",
    ),
    Code.MODEL_NOT_INSTALLED: QT_TRANSLATE_NOOP(
        "Failure",
        "The model {label} is not installed, or its download is not finished. Get it, or check its name in the list of "
        "models.",
    ),
    Code.MODEL_BUSY: QT_TRANSLATE_NOOP(
        "Failure",
        "The model {label} is being downloaded or removed just now. Wait for that to end, or cancel it first.",
    ),
    Code.MODEL_UNREMOVABLE: QT_TRANSLATE_NOOP(
        "Failure",
        "The model {label} could not be removed completely; some of it is still in {path}. "
        "End the programs that use it and try again, or delete that folder.",
    ),
    Code.OUT_OF_MEMORY: QT_TRANSLATE_NOOP(
        "Failure", "There was not enough memory for this picture. Close other programs, or choose a smaller model."
    ),
    Code.QUESTION_UNANSWERABLE: QT_TRANSLATE_NOOP(
        "Failure",
        "The model {label} can only describe pictures; it can't answer questions. "
        "Choose a larger model in the settings to ask about a picture.",
    ),
    Code.PROMPT_UNANSWERABLE: QT_TRANSLATE_NOOP(
        "Failure",
        "The model {label} can only describe pictures in its own way; it can't follow a prompt. "
        "Describe without a prompt of your own, or choose a larger model in the settings.",
    ),
    Code.DESCRIPTION_FAILED: QT_TRANSLATE_NOOP(
        "Failure", "A defect of this program or of the model has kept the description from being written: {reason}."
    ),
    Code.ENGINE_CRASHED: QT_TRANSLATE_NOOP(
        "Failure", "The description engine stopped unexpectedly and is being started again. Please try once more."
    ),
    Code.ENGINE_GAVE_UP: QT_TRANSLATE_NOOP(
        "Failure",
        "The description engine has stopped {restarts} times within a minute. "
        "Restart the program; if it happens again, choose a smaller model.",
    ),
    Code.NO_VOICE: QT_TRANSLATE_NOOP(
        "Failure", "No voice is installed, so nothing can be spoken. {remedy} The text is complete on the screen."
    ),
    Code.NO_SOUND_DEVICE: QT_TRANSLATE_NOOP(
        "Failure",
        "There is no sound device, so nothing can be spoken. Connect one; the text is complete on the screen.",
    ),
    Code.SPEECH_FAILED: QT_TRANSLATE_NOOP(
        "Failure", "The voice has failed: {reason}. The text is complete on the screen."
    ),
    Code.WAV_UNWRITABLE: QT_TRANSLATE_NOOP(
        "Failure", "The sound file {path} can't be written. Choose a folder that exists and where you may write."
    ),
    Code.WAV_WOULD_REPLACE: QT_TRANSLATE_NOOP(
        "Failure", "{path} is there already and is not a sound file, so it is left as it is. Choose another name."
    ),
    Code.OUTPUT_UNWRITABLE: QT_TRANSLATE_NOOP(
        "Failure", "The text can't be written: {reason}. Send it somewhere else."
    ),
    Code.REGION_KEYS_UNAVAILABLE: QT_TRANSLATE_NOOP(
        "Failure",
        "On this desktop a part of the screen can't be chosen with keys from other programs. "
        "Open this program's window and choose it there, in the File menu.",
    ),
    Code.NO_LAST_REGION: QT_TRANSLATE_NOOP(
        "Failure", "No part of the screen has been described yet. Choose one first: describe a part of the screen."
    ),
    Code.NO_DISPLAY: QT_TRANSLATE_NOOP(
        "Failure",
        "The window can't be shown, because no display can be reached. "
        "Start the program from a desktop, or use the command line: sparc-desktop describe.",
    ),
    Code.METHOD_UNUSABLE: QT_TRANSLATE_NOOP(
        "Failure", "The method {label} can't be used: {reason}. Choose another method or other settings."
    ),
    Code.CAPTIONS_OTHER: QT_TRANSLATE_NOOP(
        "Failure",
        "{path} holds captions of another task: {reason} is different. "
        "Choose another file, or the task that it was begun with.",
    ),
    Code.CAPTIONS_BROKEN: QT_TRANSLATE_NOOP(
        "Failure",
        "{path} is no file of captions that this program has written, or it is damaged in line {line}. "
        "Choose another file.",
    ),
    Code.DATA_MISSING: QT_TRANSLATE_NOOP(
        "Failure", "{path} is needed and is not there. Put the data set there as it is published, or name its folder."
    ),
    Code.DATA_BROKEN: QT_TRANSLATE_NOOP(
        "Failure", "{path} is not as the data set is published: {reason}. Get a fresh copy of it."
    ),
    Code.DATA_TOO_LARGE: QT_TRANSLATE_NOOP(
        "Failure", "{path} is larger than the {limit} megabytes that this program reads of such a file."
    ),
    Code.PACKAGE_MISSING: QT_TRANSLATE_NOOP(
        "Failure", "To read {path} the Python package {label} is needed. Install it: pip install {label}."
    ),
    Code.JUDGE_UNANSWERED: QT_TRANSLATE_NOOP(
        "Failure", "The judge at {label} gives no answer: {reason}. What it has said so far is kept; try again later."
    ),
    Code.PAGE_UNWRITABLE: QT_TRANSLATE_NOOP(
        "Failure", "The page {path} can't be written. Choose a folder that exists and where you may write."
    ),
    Code.PAGE_WOULD_REPLACE: QT_TRANSLATE_NOOP(
        "Failure", "{path} is there already and is not a web page, so it is left as it is. Choose another name."
    ),
    Code.FILE_UNWRITABLE: QT_TRANSLATE_NOOP(
        "Failure", "The file {path} can't be written. Choose a folder that exists and where you may write."
    ),
    Code.FILE_EXISTS: QT_TRANSLATE_NOOP(
        "Failure", "{path} is there already, so it is left as it is. Rename it or move it away first."
    ),
    Code.ALT_TEXT_UNSUPPORTED: QT_TRANSLATE_NOOP(
        "Failure",
        "{label} is of a kind that can't hold alt text here; JPEG, PNG, WebP and TIFF can. "
        "Save the picture as one of these, or save the description as text.",
    ),
    Code.METADATA_UNREADABLE: QT_TRANSLATE_NOOP(
        "Failure",
        "The metadata of {label} is damaged or unusual, and some of it might be lost, so no alt text was put in. "
        "Save the description as text instead.",
    ),
    Code.METADATA_FULL: QT_TRANSLATE_NOOP(
        "Failure",
        "The metadata of {label} has no room left for the alt text: in JPEG it ends at 64 kilobytes. "
        "Save the description as text instead.",
    ),
    Code.SETTINGS_BROKEN: QT_TRANSLATE_NOOP(
        "Failure",
        "The settings file could not be read, so the defaults are used. Your old file was kept as {kept}.",
    ),
    Code.SETTINGS_REFUSED: QT_TRANSLATE_NOOP(
        "Failure", "The settings in {path} can't be used: {reason}. Nothing was changed; choose another file."
    ),
    Code.SETTINGS_UNWRITABLE: QT_TRANSLATE_NOOP(
        "Failure", "The settings can't be written to {path}: {reason}. Choose another folder or name."
    ),
    Code.SETTINGS_UNSAVED: QT_TRANSLATE_NOOP(
        "Failure",
        "The settings can't be saved in {path}: {reason}. What you change holds until the program ends. "
        "Make room on the disk, or see who may write there.",
    ),
    Code.HISTORY_BROKEN: QT_TRANSLATE_NOOP(
        "Failure",
        "The history file could not be read, so an empty history begins. Your old file was kept as {kept}.",
    ),
    Code.HISTORY_BUSY: QT_TRANSLATE_NOOP(
        "Failure", "Another program is using the history {path} just now. Try again in a moment."
    ),
    Code.HISTORY_FULL: QT_TRANSLATE_NOOP(
        "Failure", "The history {path} can't be written, because the disk is full. Free some space and try again."
    ),
    Code.HISTORY_UNUSABLE: QT_TRANSLATE_NOOP(
        "Failure",
        "The history {path} can't be opened or written. Check that you may write to this file and its folder.",
    ),
    Code.HISTORY_GONE: QT_TRANSLATE_NOOP(
        "Failure", "This description is no longer in the history. Search again to see what is there."
    ),
    Code.HOTKEY_INVALID: QT_TRANSLATE_NOOP(
        "Failure", "{keys} can't be a hotkey: {reason}. Choose another key in the settings."
    ),
    Code.HOTKEY_DOUBLE: QT_TRANSLATE_NOOP(
        "Failure",
        "The key {keys} is set for two things: {first}, and {second}. Until you choose another key for one, only "
        "the first has it.",
    ),
    Code.HOTKEY_RESERVED: QT_TRANSLATE_NOOP(
        "Failure", "The hotkey {keys} is needed for something else: {owner}. Choose another key in the settings."
    ),
    Code.HOTKEY_TAKEN: QT_TRANSLATE_NOOP(
        "Failure",
        "The hotkey {keys} does not work, because another program has taken it. "
        "Choose another key in the settings, or end that program and start this one again.",
    ),
    Code.HOTKEYS_UNAVAILABLE: QT_TRANSLATE_NOOP("Failure", "Hotkeys can't be used here. {remedy} All else works."),
    Code.NOT_STARTED: QT_TRANSLATE_NOOP(
        "Failure", "The program is not running and can't be started: {reason}. Start it from the desktop."
    ),
    Code.NOT_ANSWERING: QT_TRANSLATE_NOOP(
        "Failure", "The program is running but does not answer. Try again in a moment, or end and restart it."
    ),
    Code.CRASHED_LAST_TIME: QT_TRANSLATE_NOOP(
        "Failure",
        "The program crashed on {when}. Nothing about it was sent anywhere. "
        "To report it, choose Copy a Report for the Developers in the Help menu.",
    ),
    Code.ENDED_LAST_TIME: QT_TRANSLATE_NOOP(
        "Failure",
        "The program that was started on {when} did not come to a proper end: it crashed, was killed, or the "
        "computer was switched off. Nothing about it was sent anywhere. "
        "To report it, choose Copy a Report for the Developers in the Help menu.",
    ),
    Code.DEFECT: QT_TRANSLATE_NOOP(
        "Failure",
        "A defect of the program: what you just did may not have worked. The program goes on. "
        "To report it, choose Copy a Report for the Developers in the Help menu.",
    ),
}


def sentence(failure: Failure) -> str:
    """One or two sentences for people, ready to be shown and spoken."""
    return translate("Failure", SENTENCES[failure.code]).format_map(_Params(failure.params))


class _Params(dict[str, str]):
    """A missing parameter leaves a gap in the sentence, never an exception in an error path."""

    def __missing__(self, key: str) -> str:
        return "?"
