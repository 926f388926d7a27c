"""Locks of the operating system on open files: they end with the process that holds them, however that dies. Knows nothing of what they guard."""

import os
import sys

BINARY: int = getattr(os, "O_BINARY", 0)

if sys.platform == "win32":
    import msvcrt

    _BYTE = 1 << 30  # Windows lets nobody read a locked byte: lock one far behind the contents

    def lock_file(descriptor: int, *, shared: bool = False) -> bool:  # noqa: ARG001 - Windows knows no shared locks
        """Lock an open file without waiting; False when someone else has it."""
        os.lseek(descriptor, _BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def unlock_file(descriptor: int) -> None:
        """Give up the lock of `lock_file`."""
        os.lseek(descriptor, _BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def lock_file(descriptor: int, *, shared: bool = False) -> bool:
        """Lock an open file without waiting; False when someone else has it. OSError where the disk knows no locks."""
        try:
            fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def unlock_file(descriptor: int) -> None:
        """Give up the lock of `lock_file`."""
        fcntl.flock(descriptor, fcntl.LOCK_UN)
