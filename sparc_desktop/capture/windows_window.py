"""The focused window on Windows, by user32 and the desktop window manager.

The manager's rectangle is the one that is seen; that of user32 has an invisible border of some pixels on three sides.
Both are in real pixels, as mss declares this process aware of every monitor's scale.
"""

import sys
from pathlib import PureWindowsPath

from sparc_desktop.capture.window import Window
from sparc_desktop.domain.failure import Code, ExpectedError
from sparc_desktop.domain.rectangle import Rectangle

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    EXTENDED_FRAME_BOUNDS = 9  # DWMWA_EXTENDED_FRAME_BOUNDS
    QUERY_LIMITED_INFORMATION = 0x1000  # allowed for other users' processes, too
    MAX_TITLE = 512  # characters; longer ones are cut off
    MAX_PATH = 1024

    _user32 = ctypes.WinDLL("user32", use_last_error=True)
    _kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
    _dwmapi = ctypes.WinDLL("dwmapi")
    # Handles are pointers: without this they would be cut to 32 bits.
    _user32.GetForegroundWindow.restype = wintypes.HWND
    _user32.GetWindowTextW.argtypes = (wintypes.HWND, wintypes.LPWSTR, ctypes.c_int)
    _user32.GetWindowThreadProcessId.argtypes = (wintypes.HWND, ctypes.POINTER(wintypes.DWORD))
    _user32.GetWindowRect.argtypes = (wintypes.HWND, ctypes.POINTER(wintypes.RECT))
    _user32.IsIconic.argtypes = (wintypes.HWND,)
    _dwmapi.DwmGetWindowAttribute.argtypes = (wintypes.HWND, wintypes.DWORD, ctypes.c_void_p, wintypes.DWORD)
    _kernel32.OpenProcess.argtypes = (wintypes.DWORD, wintypes.BOOL, wintypes.DWORD)
    _kernel32.OpenProcess.restype = wintypes.HANDLE
    _kernel32.QueryFullProcessImageNameW.argtypes = (
        wintypes.HANDLE,
        wintypes.DWORD,
        wintypes.LPWSTR,
        ctypes.POINTER(wintypes.DWORD),
    )
    _kernel32.CloseHandle.argtypes = (wintypes.HANDLE,)

    def focused_window() -> Window:
        """The foreground window; raises NO_FOCUSED_WINDOW."""
        handle = _user32.GetForegroundWindow()
        if not handle:
            raise ExpectedError(Code.NO_FOCUSED_WINDOW)
        title = ctypes.create_unicode_buffer(MAX_TITLE)
        _user32.GetWindowTextW(handle, title, MAX_TITLE)
        pid = wintypes.DWORD()
        _user32.GetWindowThreadProcessId(handle, ctypes.byref(pid))
        return Window(
            untrusted_application=_program(pid.value),
            untrusted_title=title.value,
            pid=pid.value,
            rectangle=_rectangle(handle),
            is_minimised=bool(_user32.IsIconic(handle)),
        )

    def _rectangle(handle: int) -> Rectangle:
        found = wintypes.RECT()
        failed = _dwmapi.DwmGetWindowAttribute(handle, EXTENDED_FRAME_BOUNDS, ctypes.byref(found), ctypes.sizeof(found))
        if failed and not _user32.GetWindowRect(handle, ctypes.byref(found)):
            raise ExpectedError(Code.NO_FOCUSED_WINDOW)  # it has just been closed
        return Rectangle(found.left, found.top, found.right - found.left, found.bottom - found.top)

    def _program(pid: int) -> str:
        """The name of its file, "firefox"; nothing where that is a secret."""
        process = _kernel32.OpenProcess(QUERY_LIMITED_INFORMATION, False, pid)
        if not process:
            return ""
        path, length = ctypes.create_unicode_buffer(MAX_PATH), wintypes.DWORD(MAX_PATH)
        found = _kernel32.QueryFullProcessImageNameW(process, 0, path, ctypes.byref(length))
        _kernel32.CloseHandle(process)
        return PureWindowsPath(path.value).stem if found else ""
