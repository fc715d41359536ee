"""What is said of a capture before its description: enough to notice a wrong target, and short.

Application, then title; the monitor where there are several; last the size, which tells a dialog from a whole window.
"""

import re
import unicodedata

from sparc_desktop.capture.file import printable
from sparc_desktop.capture.window import Control, Window
from sparc_desktop.domain.rectangle import Rectangle
from sparc_desktop.translation import translate

MAX_NAME = 100  # characters: what is longer is no title but a text
REVERSED = re.compile(r"[a-z]{2,}(\.[\w-]+){2,}")  # the name of a program as an address: "org.gnome.Nautilus"
DASHES = re.compile(r"\s+[-–—|]\s+")  # "Page title — Mozilla Firefox"


def spoken(untrusted_name: str) -> str:
    """One line that can be shown and spoken: without invisible characters, which titles hold for no ear or eye."""
    visible = "".join(each for each in untrusted_name[: 4 * MAX_NAME] if unicodedata.category(each) != "Cf")
    name = printable(" ".join(visible.split()))
    return name if len(name) <= MAX_NAME else name[: MAX_NAME - 1].rstrip() + "…"


def application_name(window: Window) -> str:
    """As people know it: "org.gnome.Nautilus" is Nautilus, "google-chrome" is Google Chrome where its title says so."""
    name = spoken(window.untrusted_application)
    if REVERSED.fullmatch(name):
        name = name.rpartition(".")[2]
    name = name.replace("-", " ").replace("_", " ").strip()
    ending = DASHES.split(spoken(window.untrusted_title))[-1]
    if name and ending.casefold() == name.casefold() and not ending.islower():
        return ending
    return name[:1].upper() + name[1:]


def window_label(window: Window, monitor: int | None = None) -> str:
    """As "Firefox: Page title, monitor 2"; the monitor is given only where there are several."""
    application, title = application_name(window), _own_title(window)
    if application and title:
        label = translate("Capture", "{application}: {title}").format(application=application, title=title)
    else:
        label = application or title or translate("Capture", "Window without a title")
    if monitor is not None:
        label = translate("Capture", "{label}, monitor {number}").format(label=label, number=monitor)
    return translate("Capture", "{label}, partly covered").format(label=label) if window.is_covered else label


def control_label(control: Control, window: Window) -> str:
    """As "Save, push button, Firefox"."""
    parts = (spoken(control.untrusted_name), spoken(control.untrusted_role), application_name(window))
    return translate("Capture", ", ").join(part for part in parts if part)


def screen_label(monitors: int) -> str:
    """As "Screen, 2 monitors"; 0 is for desktops that don't tell."""
    if monitors > 1:
        return translate("Capture", "Screen, {number} monitors").format(number=monitors)
    return translate("Capture", "Screen")


def monitor_label(number: int) -> str:
    """As "Monitor 2"."""
    return translate("Capture", "Monitor {number}").format(number=number)


def region_label(rectangle: Rectangle) -> str:
    """As "Region 640 by 360": its size is its name."""
    return translate("Capture", "Region {width} by {height}").format(width=rectangle.width, height=rectangle.height)


def with_size(label: str, width: int, height: int) -> str:
    """As "Firefox: Page title, 1280 by 720", in the units of the screen's coordinates."""
    return translate("Capture", "{label}, {width} by {height}").format(label=label, width=width, height=height)


def focused_window_label() -> str:
    """The target, where a desktop can't give it."""
    return translate("Capture", "The focused window")


def focused_control_label() -> str:
    """The same of the control."""
    return translate("Capture", "The focused control")


def _own_title(window: Window) -> str:
    """The title without the application's name, which is said before it."""
    title, application = spoken(window.untrusted_title), application_name(window).casefold()
    *rest, ending = DASHES.split(title)
    if rest and application and f" {ending.casefold()}".endswith(f" {application}"):
        title = title[: title.rindex(ending)].rstrip(" -–—|")
    return "" if title.casefold() == application else title
