"""The browser of a set's pictures: a wall that paints what is on show, filters, a search, and the chosen picture beside it."""

import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from studio.gan.datasets import Source, Stored
from studio.gan.scan import scan
from studio.ui.picture_browser import BROKEN, COPIES, LINES, NOTHING, WALL, PictureBrowser
from tests.gan.making import images
from tests.gan.pictures import packed, picture, write

SLOW = 30_000


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def browser(qtbot: QtBot, theme: object, settings: QSettings) -> Iterator[PictureBrowser]:
    made = PictureBrowser(settings)
    qtbot.addWidget(made)
    made.resize(1000, 640)
    yield made
    made.reject()
    assert not [t for t in threading.enumerate() if t.name.startswith("pictures ")], "its threads end with it"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {f"{'cats' if n % 2 else 'dogs'}/{n:02d}.png": packed(picture(n, (40, 20))) for n in range(30)}
    return write(tmp_path / "pets", {**files, "dogs/copy of 07.png": files["cats/07.png"], "dogs/torn.png": b"nothing", "cats/raw.heic": b"x"})


def opened(folder: Path, cache: Path) -> Stored:
    made = Source.read({"kind": "zip" if folder.is_file() else "folder", "path": str(folder)}).open(cache)
    assert isinstance(made, Stored)
    return made


def show(qtbot: QtBot, browser: PictureBrowser, path: Path | None, cache: Path, dataset: Stored | None = None) -> None:
    browser.show_set(path, cache, dataset)
    browser.show()
    qtbot.waitUntil(lambda: browser.album is not None and browser.pages.currentIndex() == WALL, timeout=SLOW)


def filters(browser: PictureBrowser) -> list[str]:
    return [browser.filter.itemText(k) for k in range(browser.filter.count())]


def pick(browser: PictureBrowser, number: int) -> None:
    browser.filter.setCurrentIndex(browser.filter.findData(number))


def colour(browser: PictureBrowser, k: int) -> tuple[int, int, int]:
    """In the middle of the k-th picture, as it is painted."""
    place = browser.wall.place(k)
    found = browser.wall.viewport().grab(place).toImage().pixelColor(place.width() // 2, place.height() // 2)
    return found.red(), found.green(), found.blue()


def test_files_are_decoded_by_threads_and_painted(qtbot: QtBot, browser: PictureBrowser, folder: Path, tmp_path: Path):
    show(qtbot, browser, folder, tmp_path / "cache")
    first = browser.album.listing.read(int(browser.wall._rows[0]))
    assert browser.album.name(0) == "cats/01.png"
    assert first == (folder / "cats/01.png").read_bytes()
    wanted = picture(1).getpixel((0, 0))
    qtbot.waitUntil(lambda: colour(browser, 0) == wanted, timeout=SLOW)
    assert browser.wall.count() == 32  # torn.png is not known to be broken before anyone has looked
    qtbot.waitUntil(lambda: browser._pictures.pending() == 0, timeout=SLOW)


def test_filters_say_how_many_and_show_those(qtbot: QtBot, browser: PictureBrowser, folder: Path, tmp_path: Path):
    dataset = opened(folder, tmp_path / "cache")
    scan(folder, cache=tmp_path / "cache")
    show(qtbot, browser, folder, tmp_path / "cache", dataset)
    assert filters(browser) == ["All pictures (31)", "cats (15)", "dogs (16)", "Set aside (6)", "More than once (2)", "Broken (2)"]
    pick(browser, 1)
    assert {browser.album.class_of(int(r)) for r in browser.wall._rows} == {"dogs"}
    pick(browser, COPIES)
    assert [browser.album.name(int(r)) for r in browser.wall._rows] == ["cats/07.png", "dogs/copy of 07.png"]
    pick(browser, BROKEN)
    assert browser.pages.currentIndex() == LINES
    said = browser.lines.text.toPlainText().splitlines()
    assert [line.partition(":")[0] for line in said] == ["cats/raw.heic", "dogs/torn.png"]
    assert "HEIC" in said[0]
    qtbot.mouseClick(browser.lines.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().splitlines() == said


def test_a_search_leaves_names_with_these_letters(qtbot: QtBot, browser: PictureBrowser, folder: Path, tmp_path: Path):
    show(qtbot, browser, folder, tmp_path / "cache")
    qtbot.keyClicks(browser.search, "COPY OF")
    qtbot.waitUntil(lambda: browser.wall.count() == 1)
    assert "1 picture" in browser.told.text()
    browser.search.clear()
    qtbot.waitUntil(lambda: browser.wall.count() == 32)
    qtbot.keyClicks(browser.search, "1.pngcats")  # the end of a name and the begin of the next are no name
    qtbot.waitUntil(lambda: browser.pages.currentIndex() == NOTHING)
    pick(browser, 0)
    assert browser.pages.currentIndex() == NOTHING


def test_the_chosen_picture_is_shown_as_a_file_and_as_networks_see_it(qtbot: QtBot, browser: PictureBrowser, folder: Path, tmp_path: Path):
    dataset = opened(folder, tmp_path / "cache")
    show(qtbot, browser, folder, tmp_path / "cache", dataset)
    qtbot.mouseClick(browser.wall.viewport(), Qt.MouseButton.LeftButton, pos=browser.wall.place(1).center())
    assert browser.detail.name.text().replace("\u200b", "") == "cats/03.png"
    qtbot.waitUntil(lambda: browser.detail.file.picture().width() == 40, timeout=SLOW)
    assert (browser.detail.file.picture().height(), browser.detail.network.picture().width()) == (20, dataset.x.shape[2])
    facts = browser.detail.facts.text()
    assert "Size: 40×20" in facts
    assert "Class: cats" in facts
    assert ("trained on" in facts) != bool(browser.album.held[1])
    (folder / "cats/05.png").unlink()
    qtbot.keyClick(browser.wall, Qt.Key.Key_Right)
    qtbot.waitUntil(browser.detail.fault.isVisible, timeout=SLOW)
    assert "cannot be read" in browser.detail.fault.text()


def test_the_keyboard_walks_the_wall(qtbot: QtBot, browser: PictureBrowser, tmp_path: Path):
    show(qtbot, browser, None, tmp_path, images(2000))
    wall, columns = browser.wall, browser.wall.columns()
    moves = {Qt.Key.Key_Home: 0, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1 + columns, Qt.Key.Key_Left: columns, Qt.Key.Key_Up: 0, Qt.Key.Key_End: 1999}
    for key, place in moves.items():
        qtbot.keyClick(wall, key)
        assert wall.row() == place
        assert wall.viewport().rect().contains(wall.place(place))
    assert wall.accessibleDescription() == f"{browser._words(1999)}, 2,000 of 2,000"
    before = wall.side
    qtbot.keyClick(wall, Qt.Key.Key_Plus)
    assert wall.side > before
    assert wall.viewport().rect().intersects(wall.place(1999))


def test_a_hundred_thousand_pictures_ask_only_for_those_on_show(qtbot: QtBot, browser: PictureBrowser, tmp_path: Path):
    x = np.zeros((100_000, 4, 4, 1), np.uint8)
    x[:, :, :, 0] = (np.arange(100_000) % 251)[:, None, None]
    show(qtbot, browser, None, tmp_path, Stored("image", x, None))
    asked: list[int] = []
    get = browser._pictures.get
    browser.wall._pictures = type("Counted", (), {"get": lambda _, row: (asked.append(row), get(row))[1], "reason": lambda *_: "", "want": lambda *_: None})()
    bar = browser.wall.verticalScrollBar()
    bar.setValue(bar.maximum())
    browser.wall.viewport().repaint()
    last = browser.wall.count() - 1
    assert colour(browser, last) == (last % 251,) * 3
    assert len(set(asked)) < 300


def test_held_out_pictures_are_marked(qtbot: QtBot, browser: PictureBrowser, tmp_path: Path):
    show(qtbot, browser, None, tmp_path, images(640, size=(8, 8, 3)))
    held = int(np.flatnonzero(browser.album.held)[0])
    assert "128 set aside" in browser.told.text()
    browser.wall.choose(held)
    assert "set aside" in browser.detail.facts.text()
    corner = browser.wall.place(held).topRight() + QPoint(-3, 2)
    assert browser.wall.viewport().grab().toImage().pixelColor(corner).name() == "#2257c9"


def test_a_zip_is_browsed_without_unpacking(qtbot: QtBot, browser: PictureBrowser, tmp_path: Path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for n in range(5):
            archive.writestr(f"{n}.png", packed(picture(n)))
    show(qtbot, browser, tmp_path / "a.zip", tmp_path / "cache")
    qtbot.waitUntil(lambda: colour(browser, 2) == picture(2).getpixel((0, 0)), timeout=SLOW)
    assert list(tmp_path.glob("**/*.png")) == []


def test_a_place_that_is_gone_is_said(qtbot: QtBot, browser: PictureBrowser, tmp_path: Path):
    browser.show_set(tmp_path / "gone", tmp_path / "cache", None)
    browser.show()
    qtbot.waitUntil(lambda: browser.pages.currentIndex() == NOTHING, timeout=SLOW)
    assert "gone" in browser.nothing._text.text()


def test_its_size_is_remembered(qtbot: QtBot, browser: PictureBrowser, settings: QSettings, tmp_path: Path):
    show(qtbot, browser, None, tmp_path, images(64))
    browser.resize(700, 500)
    browser.wall.set_side(64)
    browser.reject()
    again = PictureBrowser(settings)
    qtbot.addWidget(again)
    assert (again.width(), again.height(), again.wall.side) == (700, 500, 64)


def test_files_that_changed_since_the_set_was_opened_keep_their_own_pixels(tmp_path: Path):
    from studio.gan.album import Album

    folder = write(tmp_path / "a", {f"{n}.png": packed(picture(n)) for n in range(8)})
    dataset = opened(folder, tmp_path / "cache")
    (folder / "2.png").unlink()
    Image.new("RGB", (8, 8), (1, 2, 3)).save(folder / "00.png")
    album = Album.of_place(folder, tmp_path / "cache", dataset)
    seen = {album.name(row): album.for_networks(row) for row in album.all().tolist()}
    assert seen.pop("00.png") is None
    assert {name: tuple(pixels[0, 0]) for name, pixels in seen.items()} == {f"{n}.png": picture(n).getpixel((0, 0)) for n in (0, 1, 3, 4, 5, 6, 7)}
