"""The one way to read the files of `resources/`: from a checkout and from an installed wheel alike."""

from pathlib import Path

from studio.words import say

_INSTALLED = Path(__file__).parent / "_resources"
_CHECKOUT = Path(__file__).parent.parent / "resources"


def resource(name: str) -> Path:
    """Path of a resource such as `presets/digits.json`; FileNotFoundError when there is none of that name."""
    path = (_INSTALLED if _INSTALLED.is_dir() else _CHECKOUT) / name
    if not path.exists():
        raise FileNotFoundError(say("resource {name} is missing from this installation; install GAN Studio again", name=name))
    return path
