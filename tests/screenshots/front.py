"""The scene of the README's first picture."""

from studio.presets import preset
from tests.screenshots.camera import Script, until
from tests.screenshots.stage import Stage


def readme(on: Stage) -> Script:
    """The one picture of the README: the demo, well on its way."""
    yield until("the engine", lambda: on.session.torch.is_ready)
    on.session.start_preset(preset("digits"))
    yield until("the run", lambda: on.session.view is not None and on.session.state() == "running")
    on.panel("Hyperparameters")
    for share in (0.2, 0.4, 0.6):
        yield until(f"{share:.0%} of the run", lambda share=share: on.run.nimg > share * 1000 * on.run.options["training"]["kimg"])
        if share in (0.2, 0.4):
            on.window.snapshot()
    yield from on.take("window", "The window.")
    yield from on.stop()
