"""A zip of pictures, read without unpacking it."""

from pathlib import Path
from typing import ClassVar

from studio.errors import DataError
from studio.gan.listing import ZipListing
from studio.gan.pictures import Pictures
from studio.words import say


class Zip(Pictures, kind="zip"):
    """Zip: pictures in a zip, its sub-folders as classes, or StyleGAN's layout with dataset.json."""

    reads: ClassVar[type[ZipListing]] = ZipListing

    def place(self) -> Path:
        path = (self.path or Path()).expanduser()
        if path.is_file():
            return path
        if path.is_dir():
            raise DataError(say("{path} is a folder, not a zip; choose the source 'folder'", path=path))
        raise DataError(say("the zip {path} is not there; choose it again if it has moved", path=path))
