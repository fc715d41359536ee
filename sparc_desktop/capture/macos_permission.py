"""The permission that macOS wants for pictures of the screen ("Screen Recording").

Without it macOS gives pictures without windows, and says nothing. Asking for it shows the system's own dialog, once.
"""

import ctypes

from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.translation import translate

GRAPHICS = "/System/Library/Frameworks/CoreGraphics.framework/CoreGraphics"


def require_permission() -> None:
    """Raises CAPTURE_REFUSED where it is not given; the dialog is then on the screen."""
    graphics = ctypes.CDLL(GRAPHICS)
    for question in ("CGPreflightScreenCaptureAccess", "CGRequestScreenCaptureAccess"):
        ask = getattr(graphics, question, None)
        if ask is None:  # macOS before 10.15 wants no permission
            return
        ask.restype = ctypes.c_bool
        if ask():
            return
    remedy = translate(
        "Capture",
        "Allow it in System Settings, Privacy and Security, Screen Recording, and start this program again.",
    )
    raise ExpectedError(Code.CAPTURE_REFUSED, remedy=remedy)
