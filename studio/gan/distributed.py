"""Several processes that train one run together, one device each: who they are, and what they say to each other. Trains nothing.

Tensors on the CPU travel by gloo, those on a GPU by nccl. A process that ends or cannot be reached is a `Lost` for all others: no call here
waits for longer than `PATIENCE`.
"""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING, NoReturn, Self

import torch
import torch.distributed as dist
from torch import Tensor

from studio.errors import ConfigError, Problem, StudioError
from studio.gan.precision import pick_device
from studio.told import either
from studio.words import joined, say

if TYPE_CHECKING:
    from torch.distributed.distributed_c10d import Store

PATIENCE = timedelta(minutes=10)  # for one answer; a process that is merely busy, such as with a large checkpoint, takes less
DEVICE_PATIENCE_S = 20.0  # for work that all processes have handed to their GPUs: then only a dead one keeps the others waiting
VARIABLES = ("RANK", "WORLD_SIZE", "MASTER_ADDR", "MASTER_PORT")  # what torchrun tells every process
HOW = "torchrun --standalone --nproc-per-node 2 -m studio train … --distributed"


class Lost(StudioError):
    """Other processes of this training ended, or cannot be reached. `ranks` are those known to be lost."""

    def __init__(self, text: str, ranks: tuple[int, ...] = ()) -> None:
        super().__init__(text)
        self.ranks = ranks


@dataclass(frozen=True)
class World:
    """This process among those that train one run: its number `rank` of `size`, and `local`, its number on its machine.

    Rank 0 leads. A world of one neither waits nor sends. Raises Lost from whatever needs the others.
    """

    rank: int = 0
    size: int = 1
    local: int = 0
    _store: Store | None = field(default=None, repr=False, compare=False)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Self:
        """Joins the processes that torchrun started. ConfigError when it did not start this one, Lost when the others do not come."""
        if missing := [name for name in VARIABLES if name not in environment]:
            text = say("torchrun tells each process {names}, and nobody did; start it so: {command}", names=", ".join(missing), command=HOW)
            raise ConfigError([Problem("--distributed", text)])
        rank, size, local = (int(environment.get(name, 0)) for name in ("RANK", "WORLD_SIZE", "LOCAL_RANK"))
        if torch.cuda.is_available() and local < torch.cuda.device_count():
            torch.cuda.set_device(local)
        try:
            store = _meet(rank, size)
        except RuntimeError as fault:
            text = say("rank {rank} did not find the other {others} processes: {fault}", rank=rank, others=size - 1, fault=_first_line(fault))
            raise Lost(text) from fault
        return cls(rank, size, local, store)

    @property
    def leads(self) -> bool:
        """Whether this process keeps the run's folder."""
        return self.rank == 0

    def place(self, name: str) -> torch.device:
        """This process's own device of the kind that `training.device` names. ConfigError when there are fewer devices than processes."""
        if self.size == 1:
            return pick_device(name)
        found = pick_device("cpu" if name == "auto" and not torch.cuda.is_available() else name)
        if found.type == "cpu":
            return found
        if found.type != "cuda" or found.index is not None:
            text = say("{device} is one device, and every process needs its own; use cuda, auto or cpu", device=repr(name))
            raise ConfigError([Problem("training.device", text)])
        if self.local >= (there := torch.cuda.device_count()):
            fault = say(
                "process {number} on {host} finds {there} GPUs; start at most {there} processes there, by --nproc-per-node",
                number=self.local + 1,
                host=platform.node(),
                there=there,
            )
            raise ConfigError([Problem("training.device", fault)])
        return torch.device("cuda", self.local)

    def misfits(self, batch: int, *, batch_statistics: bool) -> Iterator[Problem]:
        """Why a batch of so many images cannot be shared by all processes."""
        if batch % self.size:
            below, above = batch // self.size * self.size, -(-batch // self.size) * self.size
            fault = say(
                "{processes} processes share each batch evenly, and {batch} does not divide; choose {near}",
                processes=self.size,
                batch=batch,
                near=either(str(n) for n in (below, above) if n),
            )
            yield Problem("training.batch", fault)
        elif self.size > 1 and batch_statistics and batch < 2 * self.size:
            fault = say(
                "these networks compare the images of a batch, and {processes} processes need at least 2 each; choose {least} or more",
                processes=self.size,
                least=2 * self.size,
            )
            yield Problem("training.batch", fault)

    def rows(self, batch: int) -> slice:
        """The rows of a batch that are this process's."""
        share = batch // self.size
        return slice(self.rank * share, (self.rank + 1) * share)

    def sum(self, tensors: Sequence[Tensor]) -> None:
        """Replaces each tensor by its sum over all processes: one message for each number format. The same bits everywhere."""
        self._reduce(tensors, dist.ReduceOp.SUM)

    def maximum(self, tensors: Sequence[Tensor]) -> None:
        """Replaces each tensor by its elementwise maximum over all processes."""
        self._reduce(tensors, dist.ReduceOp.MAX)

    @torch.no_grad()
    def _reduce(self, tensors: Sequence[Tensor], how: dist.ReduceOp.RedOpType) -> None:
        if self.size == 1:
            return
        for _, group in groupby(sorted(tensors, key=_format), key=_format):
            members = list(group)
            flat = torch.cat([t.reshape(-1) for t in members])
            with self._reaching():
                dist.all_reduce(flat, how)
            pieces = flat.split([t.numel() for t in members])  # type: ignore[no-untyped-call]
            torch._foreach_copy_(members, [piece.view(t.shape) for piece, t in zip(pieces, members, strict=True)])

    def read(self, tensor: Tensor) -> list[float]:
        """The numbers of a tensor that all processes read at this moment; waits for the device, but not for a process that is gone."""
        if self.size > 1 and tensor.is_cuda:
            self.agree(True)  # all are here: what the device still waits for is little, or never comes
            done = torch.cuda.Event()  # type: ignore[no-untyped-call]
            done.record()
            until = time.monotonic() + DEVICE_PATIENCE_S
            while not done.query():  # type: ignore[no-untyped-call]
                if time.monotonic() > until:
                    raise self._lost(say("the GPU waited {seconds:g} s for the others", seconds=DEVICE_PATIENCE_S))
                time.sleep(0.0005)
        numbers: list[float] = tensor.tolist()
        return numbers

    def agree(self, ready: bool) -> bool:
        """Whether all processes say yes; everybody waits for the last to answer."""
        if self.size == 1:
            return ready
        votes = torch.tensor([int(ready)])
        with self._reaching():
            dist.all_reduce(votes, dist.ReduceOp.MIN)
        return bool(votes)

    def tell(self, text: str = "") -> None:
        """Says a line from rank 0 to all others, who `hear` it; an empty one costs least. Does nothing in a world of one."""
        if self.size == 1:
            return
        data = text.encode()
        self._broadcast(torch.tensor([len(data)]))
        if data:
            self._broadcast(torch.frombuffer(bytearray(data), dtype=torch.uint8))

    def hear(self) -> str:
        """The next line that rank 0 tells."""
        length = torch.zeros(1, dtype=torch.int64)
        self._broadcast(length)
        if not length:
            return ""
        data = torch.empty(int(length), dtype=torch.uint8)
        self._broadcast(data)
        return bytes(data.tolist()).decode()

    def same(self, tensors: Iterable[Tensor]) -> None:
        """Fills tensors on the CPU with rank 0's; all processes give the same shapes and formats."""
        for t in tensors:
            assert t.device.type == "cpu"
            assert t.is_contiguous()
            if t.numel():
                self._broadcast(t.view(-1).view(torch.uint8))

    def _broadcast(self, tensor: Tensor) -> None:
        with self._reaching():
            dist.broadcast(tensor, 0)

    def leave_word(self, text: str) -> None:
        """Leaves behind why this process ends, for rank 0 to find."""
        self._write("fault", text)

    def close(self) -> None:
        """Ends the connections; the others must have nothing more to ask."""
        if self.size > 1 and dist.is_initialized():
            dist.destroy_process_group()

    def drop(self, code: int) -> NoReturn:
        """Ends this process at once. A collective that waits for a lost process would keep the interpreter from ending by itself."""
        os._exit(code)

    @contextmanager
    def _reaching(self) -> Iterator[None]:
        try:
            yield
        except RuntimeError as fault:
            raise self._lost(_first_line(fault)) from fault

    def _lost(self, why: str) -> Lost:
        """Who is gone, as far as can be known."""
        if not self.leads:
            self._write("left", why)  # so that rank 0 does not take this process, which now ends too, for the one that was lost
        ended = [rank for rank in (range(1, self.size) if self.leads else (0,)) if not self._is_there(rank)]
        gone = tuple(rank for rank in ended if not self._read("left", rank)) or tuple(ended)
        if not gone:
            return Lost(say("another process of the {size} cannot be reached ({why})", size=self.size, why=why))
        return Lost(say("a process was lost: {who}", who=joined([self._named(rank) for rank in gone], "; ")), gone)

    def _is_there(self, rank: int) -> bool:
        """Whether the connection to it stands: one that a dead process left is known to be closed."""
        try:
            dist.isend(torch.zeros(1, dtype=torch.int64), rank, tag=1)
        except RuntimeError:
            return False
        return True

    def _named(self, rank: int) -> str:
        """A process, with what is known of it: where it was, and what it said last."""
        where, last = self._read("who", rank), self._read("fault", rank)
        if where and last:
            return say("rank {rank} of {size} ({where}), which said: {last}", rank=rank, size=self.size, where=where, last=last)
        if where:
            return say("rank {rank} of {size} ({where})", rank=rank, size=self.size, where=where)
        if last:
            return say("rank {rank} of {size}, which said: {last}", rank=rank, size=self.size, last=last)
        return say("rank {rank} of {size}", rank=rank, size=self.size)

    def _write(self, what: str, text: str) -> None:
        """On the board that all can read; nothing where that is gone."""
        with suppress(RuntimeError):
            if self._store is not None:
                self._store.set(f"{what}/{self.rank}", text)

    def _read(self, what: str, rank: int) -> str:
        with suppress(RuntimeError):
            if self._store is not None and self._store.check([f"{what}/{rank}"]):
                return self._store.get(f"{what}/{rank}").decode()
        return ""


def alone() -> World:
    """The world of a run that one process trains."""
    return World()


def _meet(rank: int, size: int) -> Store:
    """Connects to the others; returns the board on which each can leave words."""
    from torch.distributed.distributed_c10d import PrefixStore
    from torch.distributed.rendezvous import rendezvous

    board, _, _ = next(rendezvous("env://", rank, size, timeout=PATIENCE))
    board.set(f"gan-studio/who/{rank}", f"process {os.getpid()} on {platform.node()}")
    backend = "cpu:gloo,cuda:nccl" if torch.cuda.is_available() else "gloo"
    dist.init_process_group(backend, store=PrefixStore("gan-studio/group", board), rank=rank, world_size=size, timeout=PATIENCE)
    return PrefixStore("gan-studio", board)


def _format(tensor: Tensor) -> str:
    return str(tensor.dtype)


def _first_line(fault: BaseException) -> str:
    return (str(fault).strip() or type(fault).__name__).splitlines()[0][:300]
