"""Data sets that others publish: fetched once, or taken from a folder, checked, decoded into the cache."""

from abc import abstractmethod
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from studio.errors import DataError
from studio.gan.cache import cached, key
from studio.gan.datasets import LABELLED_HELP, Progress, Source, Stored, paced, silent
from studio.gan.download import checksum, download
from studio.gan.spec import option
from studio.words import say

VERSION = 1  # of what decoding gives: a new number leaves older caches aside


class Remote(NamedTuple):
    """A published file. The addresses come from torchvision, so that they are kept up by its people."""

    name: str
    urls: tuple[str, ...]
    md5: str


class Published(Source):
    """A well-known set of pictures; the training part of it."""

    names: ClassVar[tuple[str, ...]]  # of the classes

    labelled: bool = option(False, help=LABELLED_HELP)
    mirror: bool = option(False, help="Show each picture's mirror image too, half the time; not for writing.")
    folder: Path | None = option(None, advanced=True, help="Where the published files lie already; left empty, they are downloaded once.")

    @classmethod
    @abstractmethod
    def remotes(cls) -> tuple[Remote, ...]:
        """The files that `fill` needs."""

    @abstractmethod
    def fill(self, folder: Path, files: tuple[Path, ...], progress: Progress) -> None:
        """x.npy and c.npy in `folder` from the files of `remotes`, in that order. DataError naming a file that is not what it should be."""

    def open(self, cache: Path, progress: Progress = silent) -> Stored:
        told, remotes = paced(progress), self.remotes()

        def fill(folder: Path) -> dict[str, Any]:
            self.fill(folder, tuple(self._file(remote, cache / "downloads" / self.kind, told) for remote in remotes), told)
            return {}

        kept = cached(cache / "published", key(VERSION, self.kind, *(remote.md5 for remote in remotes)), fill, progress=told)
        return Stored("image", kept.x, kept.c, self.names if self.labelled else (), known=self.names, mirror=self.mirror)

    def _file(self, remote: Remote, downloads: Path, progress: Progress) -> Path:
        if self.folder is None:
            return download(remote.urls, downloads / remote.name, digest=remote.md5, progress=progress)
        path = self.folder.expanduser() / remote.name
        if not path.is_file():
            text = say(
                "{path} is not there; put the published file {name} into that folder, or leave 'folder' empty to download it",
                path=path,
                name=remote.name,
            )
            raise DataError(text)
        if checksum(path) != remote.md5:
            raise DataError(say("{path} is not the published file: its checksum is wrong; leave 'folder' empty to download it again", path=path))
        return path
