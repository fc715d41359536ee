"""A window of another program: it shows one picture and nothing else, and does what a line on its input says.

    painted_window.py PICTURE LEFT TOP --title FILE --application NAME

It prints its window's number when it is mapped, then "focus in" and "focus out", and ends with its input; with --stay
only when it is killed. It has no title bar, so that the picture is the whole window.
"""

import argparse
import os
import select
import sys
from pathlib import Path
from typing import TextIO

from PIL import Image
from Xlib import X, Xatom, Xutil
from Xlib.display import Display

UNDECORATED = (2, 0, 0, 0, 0)  # _MOTIF_WM_HINTS: the decorations are given, and there are none
ROWS = 32  # of a picture in one request, which has its limit
PIECE = 100_000  # of a title
FOCUS = {X.FocusIn: "focus in", X.FocusOut: "focus out"}
OF_A_GRAB = (X.NotifyGrab, X.NotifyUngrab)  # only the keys are elsewhere; toolkits ignore these as well


class PaintedWindow:
    """Shows it as a background, which the server itself paints again when needed."""

    def __init__(self, picture: Image.Image, left: int, top: int, application: str) -> None:
        self.display = Display()
        screen = self.display.screen()
        depth = screen.root_depth
        self.window = screen.root.create_window(left, top, picture.width, picture.height, 0, depth)
        pixmap = self.window.create_pixmap(picture.width, picture.height, depth)
        context = pixmap.create_gc()
        pixels = picture.convert("RGB").tobytes("raw", "BGRX")
        for row in range(0, picture.height, ROWS):
            rows = min(ROWS, picture.height - row)
            part = pixels[4 * picture.width * row : 4 * picture.width * (row + rows)]
            pixmap.put_image(context, 0, row, picture.width, rows, X.ZPixmap, depth, 0, part)
        self.window.change_attributes(background_pixmap=pixmap, event_mask=X.FocusChangeMask)
        self.window.set_wm_class(application.lower(), application)
        self.window.set_wm_normal_hints(flags=Xutil.USPosition | Xutil.PPosition, x=left, y=top)
        self._set("_MOTIF_WM_HINTS", self.display.get_atom("_MOTIF_WM_HINTS"), 32, UNDECORATED)

    def identify(self, pid: int) -> None:
        self._set("_NET_WM_PID", Xatom.CARDINAL, 32, (pid,))

    def entitle(self, title: bytes) -> None:
        """In pieces, as a request has its limit and titles have none."""
        kind = self.display.get_atom("UTF8_STRING")
        for start in range(0, len(title) or 1, PIECE):
            self._set("_NET_WM_NAME", kind, 8, title[start : start + PIECE], X.PropModeAppend)

    def show(self) -> None:
        self.window.map()
        self.display.sync()

    def follow_focus(self, until_end_of: list[TextIO]) -> None:
        """Print where the focus goes, until one of the streams ends."""
        while True:
            while self.display.pending_events():
                event = self.display.next_event()
                if event.type in FOCUS and event.mode not in OF_A_GRAB:
                    print(FOCUS[event.type], flush=True)
            if select.select([*until_end_of, self.display], [], [])[0] != [self.display]:
                return

    def _set(self, name: str, kind: int, bits: int, values: object, mode: int = X.PropModeReplace) -> None:
        self.window.change_property(self.display.get_atom(name), kind, bits, values, mode)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("picture")
    parser.add_argument("left", type=int)
    parser.add_argument("top", type=int)
    parser.add_argument("--application", default="Painter")
    parser.add_argument("--title", type=Path, required=True, help="a file with its bytes, which may be any")
    parser.add_argument("--pid", default="foreign", help="what the window says, where it is not this process")
    parser.add_argument("--stay", action="store_true")
    arguments = parser.parse_args()
    with Image.open(arguments.picture) as picture:
        window = PaintedWindow(picture, arguments.left, arguments.top, arguments.application)
    window.identify(os.getpid() if arguments.pid == "foreign" else int(arguments.pid))
    window.entitle(arguments.title.read_bytes())
    window.show()
    print(window.window.id, flush=True)
    window.follow_focus([] if arguments.stay else [sys.stdin])


if __name__ == "__main__":
    main()
