"""What a remedy costs in training: what is given up or trained anew, and about how long that takes at the run's speed. Text only."""

from studio.messages import Json, Remedy
from studio.runs.fold import Run
from studio.ui.command_words import checkpoint_words, value_at
from studio.ui.widgets.quantities import kimg, roughly
from studio.words import say


def cost_of(remedy: Remedy, run: Run) -> str:
    """In a sentence or two, as the run stands now."""
    if remedy.restart:
        return _of_a_new_run(remedy, run)
    parts = [words for command in remedy.commands if (words := _of_a_command(command, run))]
    return " ".join(parts) or say("Nothing: no training is lost, and the run goes on as it is.")


def amount(nimg: float, run: Run) -> str:
    """So many images, and about how long the run takes for them where its speed is known: `11.2 kimg, about 3 min`."""
    if run.rate <= 0:
        return say("{kimg} kimg", kimg=kimg(nimg))
    return say("{kimg} kimg, about {time}", kimg=kimg(nimg), time=roughly(nimg / run.rate))


def _of_a_new_run(remedy: Remedy, run: Run) -> str:
    if remedy.checkpoint is None:
        return say("The new run learns from the start: {amount} at this run's speed, until it has trained as long.", amount=amount(run.nimg, run))
    found = run.checkpoint(remedy.checkpoint)
    if found is None or found.nimg >= run.nimg:
        return say("Nothing is trained again: the new run goes on from {checkpoint}.", checkpoint=checkpoint_words(remedy.checkpoint, run))
    return say(
        "The new run goes on from {checkpoint}: {amount} at this run's speed, until it has trained as long.",
        checkpoint=checkpoint_words(found.id, run),
        amount=amount(run.nimg - found.nimg, run),
    )


def _of_a_command(command: dict[str, Json], run: Run) -> str:
    """Empty where it costs no training, or nobody knows."""
    match command:
        case {"kind": "rollback", "checkpoint": int(number)} if (found := run.checkpoint(number)) is not None and found.nimg < run.nimg:
            if found.nimg == 0:
                return say("All that was trained so far: {amount}.", amount=amount(run.nimg, run))
            return say("What was trained since then: {amount}.", amount=amount(run.nimg - found.nimg, run))
        case {"kind": "set_option", "path": "training.kimg", "value": int() | float() as planned}:
            before = value_at(run.options, "training.kimg")
            more = 1000 * (planned - before) if isinstance(before, int | float) else 0
            return say("More to train: {amount}.", amount=amount(more, run)) if more > 0 else ""
        case {"kind": "fresh_discriminator"}:
            return say("The samples get worse until the new discriminator has caught up.")
        case {"kind": "pause"}:
            return say("Nothing is lost, and nothing is trained until you press Resume.")
    return ""
