"""A number that may change as training goes on: constant, linear or cosine in the images shown."""

import math
import re
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from studio.words import mark, say

_TEXT = re.compile(r"^\s*(?P<start>[^\s>]+?)\s*(?:->|→)\s*(?P<end>\S+)(?:\s+(?P<shape>linear|cosine))?(?:\s+(?P<kimg>[0-9.eE+]+)\s*(?:kimg)?)?\s*$")

_EXPECTED = mark("must be a number or a schedule such as 0.2 -> 0.002 cosine 50, where 50 are the kimg it takes")


class Schedule(BaseModel):
    """From `start` to `end` over `kimg` thousand images, then held.

    A plain number is a constant. Text such as `0.2 -> 0.002 cosine 50` is read too.
    Cosine: v(n) = end + (start − end)·(1 + cos πn/N)/2, R3GAN's schedule, arXiv 2501.05441.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    start: float
    end: float
    shape: Literal["constant", "linear", "cosine"] = "constant"
    kimg: float | None = Field(None, gt=0, description="Length in thousand images; empty means the whole run.")

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: Any) -> Any:
        if isinstance(value, bool):
            raise ValueError(say(_EXPECTED))
        if isinstance(value, int | float):
            return {"start": value, "end": value}
        if isinstance(value, str):
            if match := _TEXT.match(value):
                found = match.groupdict()
                kimg = None if found["kimg"] is None else _number(found["kimg"])
                return {"start": _number(found["start"]), "end": _number(found["end"]), "shape": found["shape"] or "cosine", "kimg": kimg}
            return {"start": _number(value), "end": _number(value)}
        if isinstance(value, dict) and "end" not in value and "start" in value:
            return {**value, "end": value["start"]}
        return value

    @model_validator(mode="after")
    def _agree(self) -> "Schedule":
        if self.shape == "constant" and self.start != self.end:
            raise ValueError(say("a constant schedule needs start and end to be equal; choose linear or cosine to go from one to the other"))
        return self

    def at(self, nimg: float, total_kimg: float) -> float:
        """Value after `nimg` images of a run planned for `total_kimg` thousand."""
        if self.shape == "constant":
            return self.start
        length = 1000 * (self.kimg or total_kimg)
        done = min(max(nimg / length, 0.0), 1.0)
        left = 1 - done if self.shape == "linear" else (1 + math.cos(math.pi * done)) / 2
        return self.end + (self.start - self.end) * left

    def __str__(self) -> str:
        if self.shape == "constant":
            return f"{self.start:g}"
        return f"{self.start:g} -> {self.end:g} {self.shape}" + (f" {self.kimg:g}" if self.kimg else "")


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise ValueError(say(_EXPECTED)) from None
