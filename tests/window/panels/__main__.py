import importlib
import sys
from pathlib import Path

from tests.window.keyboard import Keyboard
from tests.window.person import live
from tests.window.pointer import Pointer

what, home, *pictures = sys.argv[1:]
name, hand = what.split()
story = getattr(importlib.import_module(f"tests.window.panels.{name}"), hand)
sys.exit(live(Path(home), story, Path(pictures[0]) if pictures else None, {"keys": Keyboard, "mouse": Pointer}[hand]))
