"""What the doctor's suite has finished: one JSON object a line, so that an interrupted one goes on where it was."""

import json
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from pathlib import Path
from typing import Any

Result = dict[str, Any]


class Keeper:
    """The finished jobs of one kind. A result says in `job` what it answers; where the same name asks for something else by now, it is done again."""

    def __init__(self, file: Path) -> None:
        self.file = file
        file.parent.mkdir(parents=True, exist_ok=True)

    def known(self) -> dict[str, Result]:
        """By the name of the job, the newest."""
        lines = self.file.read_text(encoding="utf-8").split("\n") if self.file.exists() else []
        return {result["name"]: result for result in map(json.loads, filter(_whole, lines))}

    def missing(self, jobs: Mapping[str, Any]) -> list[str]:
        """Those that are not done, or were others when they were done."""
        known = self.known()
        return [name for name, job in jobs.items() if known.get(name, {}).get("job") != json.loads(json.dumps(job))]

    def keep(self, result: Result) -> None:
        """Adds a line."""
        with self.file.open("a", encoding="utf-8") as file:
            file.write("\n" + json.dumps(result) + "\n")  # a line of its own, even after one that was cut off


def _whole(line: str) -> bool:
    """Whether this is a line that was written to its end."""
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False


def work_off(names: Iterable[str], do: Callable[[str], Result], keeper: Keeper, *, jobs: int, seconds: float, tell: Callable[[str], None]) -> bool:
    """Does these in so many processes, and keeps what each comes to; begins no more after so many seconds. Whether all are done."""
    todo, until = list(names), time.monotonic() + seconds
    if not todo:
        return True
    with ProcessPoolExecutor(jobs) as pool:
        running = {pool.submit(do, todo.pop(0)) for _ in range(min(jobs, len(todo)))}
        while running:
            done, running = wait(running, return_when=FIRST_COMPLETED)
            for one in done:
                result = one.result()
                keeper.keep(result)
                tell(f"{result['name']}   {result['seconds']:.0f} s")
                if todo and time.monotonic() < until:
                    running.add(pool.submit(do, todo.pop(0)))
    return not todo
