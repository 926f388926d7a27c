"""A folder of one's own pictures."""

from pathlib import Path
from typing import ClassVar

from studio.errors import DataError
from studio.gan.listing import FolderListing
from studio.gan.pictures import Pictures


class Folder(Pictures, kind="folder"):
    """Folder: pictures anywhere below a folder, its sub-folders as classes."""

    reads: ClassVar[type[FolderListing]] = FolderListing

    def place(self) -> Path:
        path = (self.path or Path()).expanduser()
        if path.is_dir():
            return path
        if path.is_file():
            remedy = "choose the source 'zip'" if path.suffix.lower() == ".zip" else "choose the folder that it lies in"
            raise DataError(f"{path} is a file, not a folder; {remedy}")
        raise DataError(f"the folder {path} is not there; choose it again if it has moved")
