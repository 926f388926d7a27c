"""Whether a window can be opened here, found out without opening one: Qt ends the whole process when it cannot."""

import importlib.util
import os
import socket
import sys


def why_no_window() -> str:
    """Why there can be no window, in words; empty when there can."""
    if importlib.util.find_spec("PySide6") is None:
        return "PySide6 is not installed"
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return ""
    if os.environ.get("WAYLAND_DISPLAY"):
        return ""
    display = os.environ.get("DISPLAY", "")
    if not display:
        return "there is no display (DISPLAY and WAYLAND_DISPLAY are not set)"
    return "" if _answers(display) else f"the display {display} does not answer"


def _answers(display: str) -> bool:
    host, _, number = display.rpartition(":")
    number = number.partition(".")[0]
    if host not in ("", "unix") or not number.isdigit():
        return True  # a remote display: let Qt find out
    path = f"/tmp/.X11-unix/X{number}"  # where X servers listen
    for address in (path, f"\0{path}"):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
            try:
                probe.connect(address)
            except OSError:
                continue
            return True
    return False
