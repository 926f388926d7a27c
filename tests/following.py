"""A child for tests: a worker and its followers, where commands come between chosen steps.

`python -m tests.following RUN OUT SCRIPT` under torchrun's variables, or alone. SCRIPT is a list of [steps, command or null]: so many steps,
then the command. Each rank writes OUT/RANK.safetensors, what its trainer holds at the end.
"""

import json
import os
import sys
from pathlib import Path

from safetensors.torch import save_file

import studio.worker
from studio.followers import dismiss, follow
from studio.gan.distributed import World, alone
from studio.gan.trainer import Trainer
from studio.messages import COMMAND
from studio.runs.commands import ask
from studio.runs.folder import RunFolder


def host(folder: RunFolder, script: list, world: World) -> Trainer:
    """Advances a worker by hand, commands at the steps that the script gives; every one is carried out before the next step."""
    studio.worker.LOOK_S = 0.0
    worker = studio.worker.Worker(folder, world=world)
    advance = worker.run()
    while not hasattr(worker, "_clock"):
        next(advance)
    next(advance)
    for steps, command in script:
        for _ in range(steps):
            next(advance)
        if command is not None:
            ask(folder, COMMAND.validate_python(command))
    for _ in advance:
        pass
    assert worker.failure is None, worker.failure
    return worker._trainer


def main(run: str, out: str, script: str) -> None:
    world = World.from_environment() if "RANK" in os.environ else alone()
    if world.leads:
        trainer = host(RunFolder.open(Path(run)), json.loads(script), world)
        dismiss(world)
    else:
        found = follow(world)
        assert found is not None
        trainer = found
    flat = {f"{file}.{key}": t.clone().contiguous() for file, tensors in {**trainer.weights(), "state": trainer.state()}.items() for key, t in tensors.items()}
    save_file(flat, Path(out) / f"{world.rank}.safetensors")
    world.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
