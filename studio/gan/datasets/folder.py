"""A folder of one's own pictures."""

from pathlib import Path
from typing import ClassVar

from studio.errors import DataError
from studio.gan.listing import FolderListing
from studio.gan.pictures import Pictures
from studio.words import say


class Folder(Pictures, kind="folder"):
    """Folder: pictures anywhere below a folder, its sub-folders as classes."""

    reads: ClassVar[type[FolderListing]] = FolderListing

    def place(self) -> Path:
        path = (self.path or Path()).expanduser()
        if path.is_dir():
            return path
        if path.is_file():
            if path.suffix.lower() == ".zip":
                raise DataError(say("{path} is a file, not a folder; choose the source 'zip'", path=path))
            raise DataError(say("{path} is a file, not a folder; choose the folder that it lies in", path=path))
        raise DataError(say("the folder {path} is not there; choose it again if it has moved", path=path))
