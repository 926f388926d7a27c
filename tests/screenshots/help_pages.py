"""Scenes of the help."""

from studio.ui.help_page import HelpDialog
from tests.screenshots.camera import Script
from tests.screenshots.stage import Stage


def help_pages(on: Stage) -> Script:
    """Every page, and a search over them."""
    on.window.show_help()
    dialog: HelpDialog = on.dialog(HelpDialog)
    for row in range(dialog.pages.count()):
        dialog.pages.setCurrentRow(row)
        yield from on.take(f"50-help-{row:02d}", f"The help: {dialog.pages.item(row).text()}.", of=dialog)
    dialog.pages.setCurrentRow(0)
    yield from on.take("50-help", "The help over the window.")
    dialog.search.setText("penalty")
    yield from on.take("51-help-search", "A search over the help's pages.", of=dialog)
    dialog.search.setText("penalties and purrs")
    yield from on.take("52-help-nothing", "A search in vain.", of=dialog)
    dialog.search.clear()
    dialog.close()
