"""The questions of an export: which seeds, how typical, which classes, what files, and where to. It makes an `ExportPlan`; it exports nothing."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from studio.errors import ConfigError
from studio.export.plan import ExportPlan
from studio.ui import theme
from studio.ui.export_size import ExportSize
from studio.ui.export_work import next_free, parse_seeds, seeds_words, target_fault
from studio.ui.widgets.words import Words, set_mark, tip
from studio.words import mark, say

IMAGES = {"png": mark("PNG, every pixel kept"), "jpeg": mark("JPEG, smallest"), "webp": mark("WebP, small")}
POINTS = {".csv": mark("Table (CSV)"), ".npz": mark("NumPy arrays (NPZ)")}
LETTERS = 24  # of a checkpoint in the closed list; open it shows them all
PSI_MAX = 1.5
PSI_ABOUT = mark("1 gives all the variety that was learned. Below 1, samples get more typical and more alike; at 0 they are all the same.")


class ExportForm(QWidget):
    """Fields with their faults beneath them. `changed` comes after every edit."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points = False
        self._own_target = False  # a person has named the target: it is not renamed any more
        self._make_fields()
        self._lay_out()
        self.set_run((), points=False)
        self._connect()

    def _make_fields(self) -> None:
        self.checkpoint = QComboBox()
        self.checkpoint.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)  # a note may be long
        self.checkpoint.setMinimumContentsLength(LETTERS)
        self.count = QSpinBox()
        self.count.setRange(1, 10_000_000)
        self.count.setGroupSeparatorShown(True)
        self.count.setValue(64)
        self.seeds = QLineEdit("0-63")
        self.seeds.setPlaceholderText("0-63, 100")
        self.seeds_told, self.target_told = Words("", "muted", scale=theme.SMALL), Words("", "danger", scale=theme.SMALL)
        for told in (self.seeds_told, self.target_told):
            told.say("")
        self.psi = QDoubleSpinBox()
        self.psi.setRange(0, PSI_MAX)
        self.psi.setSingleStep(0.05)
        self.psi.setValue(1.0)
        self.psi_slider = QSlider(Qt.Orientation.Horizontal)
        self.psi_slider.setRange(0, round(PSI_MAX * 20))
        self.psi_slider.setValue(20)
        self.class_mode = QComboBox()
        self.class_mode.addItems([say("As each seed draws it"), say("Only these, in turn")])
        self.class_list = QListWidget()
        self.class_list.setMaximumHeight(104)
        self.format = QComboBox()
        self.quality = QSpinBox()
        self.quality.setRange(1, 100)
        self.quality.setValue(95)
        self.quality.setPrefix(say("quality "))
        self.size_of_each = ExportSize()
        self.into = QComboBox()
        self.into.addItems([say("a folder", sense="into"), say("a zip file", sense="into")])
        self.target = QLineEdit()
        self.browse = QPushButton(say("Browse…"))
        self.browse.setAutoDefault(False)
        self.class_folders = QCheckBox(say("A subfolder for each class, as image data sets have them"))
        self.class_folders.setChecked(True)
        for box in (self.count, self.psi, self.quality):
            box.lineEdit().setTextMargins(theme.SPACE // 2, 0, 0, 0)  # as far from the edge as in the other fields; a style sheet cannot

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setVerticalSpacing(theme.SPACE)
        form.setHorizontalSpacing(2 * theme.SPACE)
        self._form = form
        form.addRow(say("Chec&kpoint"), self.checkpoint)
        form.addRow(say("&Count"), self.count)
        form.addRow(say("&Seeds"), _over(self.seeds, self.seeds_told))
        psi = _beside(self.psi_slider, self.psi)
        form.addRow(say("&Truncation (ψ)"), _over(psi, Words(say(PSI_ABOUT), "muted", scale=theme.SMALL)))
        self._classes = _over(self.class_mode, self.class_list)
        form.addRow(say("C&lasses"), self._classes)
        form.addRow(say("&Format"), _beside(self.format, self.quality))
        form.addRow(say("Si&ze"), self.size_of_each)
        form.addRow(say("&Into"), self.into)
        form.addRow(say("&Place"), _over(_beside(self.target, self.browse), self.target_told))
        form.addRow("", self.class_folders)
        names = {
            self.checkpoint: say("Checkpoint whose generator draws"),
            self.count: say("How many"),
            self.seeds: say("Seeds"),
            self.psi: say("Truncation"),
            self.psi_slider: say("Truncation"),
            self.class_mode: say("Which classes"),
            self.class_list: say("Classes to make"),
            self.format: say("Format of the files"),
            self.quality: say("Quality of JPEG and WebP; a WebP of 100 keeps every pixel"),
            self.into: say("Into a folder or a zip file"),
            self.target: say("Place that the files go to"),
        }
        for widget, name in names.items():
            widget.setAccessibleName(name)
        tips = {
            self.checkpoint: say("The moment of the run whose generator makes the samples"),
            self.count: say("How many samples; the seeds below follow"),
            self.psi: say(PSI_ABOUT),
            self.psi_slider: say(PSI_ABOUT),
            self.class_mode: say("Classes at random, or those that are ticked, one after the other"),
            self.class_list: say("Only samples of the ticked classes are made"),
            self.format: say("PNG keeps every pixel; JPEG and WebP are smaller"),
            self.into: say("One file for each sample, or all of them in a zip file"),
            self.target: say("Where the files go; nothing that is there already is overwritten"),
            self.browse: say("Choose the place"),
            self.class_folders: say("The samples of each class in a folder of its name"),
        }
        for widget, about in tips.items():
            widget.setToolTip(tip(about))
        self.quality.setToolTip(say("1 is smallest, 100 is best; a WebP of 100 keeps every pixel"))
        self.seeds.setToolTip(say("Each seed makes one sample, always the same: 0-63, or 5, 9, 100-199"))

    def _connect(self) -> None:
        self.count.valueChanged.connect(self._count_changed)
        self.seeds.textEdited.connect(self._seeds_edited)
        self.psi.valueChanged.connect(lambda value: self.psi_slider.setValue(round(value * 20)))
        self.psi_slider.sliderMoved.connect(lambda step: self.psi.setValue(step / 20))
        self.psi_slider.actionTriggered.connect(lambda _: self.psi.setValue(self.psi_slider.sliderPosition() / 20))
        self.class_mode.currentIndexChanged.connect(self._show_what_applies)
        self.format.currentIndexChanged.connect(self._format_changed)
        self.into.currentIndexChanged.connect(self._suffix_changed)
        self.target.textEdited.connect(self._target_edited)
        self.browse.clicked.connect(self._browse)
        self.size_of_each.changed.connect(self.changed)
        signals = (self.checkpoint.currentIndexChanged, self.psi.valueChanged, self.class_mode.currentIndexChanged, self.class_list.itemChanged)
        for signal in (*signals, self.format.currentIndexChanged, self.quality.valueChanged, self.class_folders.toggled):
            signal.connect(lambda *_: self.changed.emit())

    # --- what there is to choose from ---------------------------------------------------------------------------------------

    def set_run(self, classes: Sequence[str], *, points: bool, pixels: tuple[int, int] = (0, 0)) -> None:
        """Offers what fits a run with these classes, of pictures of so many pixels across and down, or of points."""
        self._points = points
        self.size_of_each.set_pixels(pixels)
        for widget in (self.class_list, self.format):
            widget.blockSignals(True)
        self.class_list.clear()
        for name in classes:
            item = QListWidgetItem(name, self.class_list)
            item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Checked)
        self.format.clear()
        for kind, words in (POINTS if points else IMAGES).items():
            self.format.addItem(say(words), kind)
        for widget in (self.class_list, self.format):
            widget.blockSignals(False)
        self._show_what_applies()

    def _show_what_applies(self) -> None:
        classes = self.class_list.count() > 0
        self._form.setRowVisible(self._classes, classes)
        self._form.setRowVisible(self.class_folders, classes and not self._points)
        self._form.setRowVisible(self.size_of_each, not self._points)
        self._form.setRowVisible(self.into, not self._points)
        self.class_list.setVisible(classes and self.class_mode.currentIndex() == 1)
        self.quality.setVisible(not self._points and self.format.currentData() != "png")

    def set_target(self, target: Path) -> None:
        """Proposes a place, unless a person has named one."""
        if not self._own_target:
            self.target.setText(str(target))
            self.check_target()

    def is_points(self) -> bool:
        """Whether the run makes points, not pictures."""
        return self._points

    def suffix(self) -> str:
        """What the target's name ends in."""
        return str(self.format.currentData()) if self._points else ".zip" if self.into.currentIndex() == 1 else ""

    def forget_target(self) -> None:
        """The next proposal is taken again."""
        self._own_target = False

    def free_place(self) -> Path:
        """Beside the target, where nothing is yet."""
        return next_free(Path(self.target.text().strip()))

    def go_to(self, target: Path) -> None:
        """As if a person had named it."""
        self.target.setText(str(target))
        self._target_edited()

    def is_taken(self) -> bool:
        """Whether all that is wrong is that something else is where the files would go."""
        text = self.target.text().strip()
        return bool(text) and self.fault() == target_fault(Path(text)) != ""

    # --- edits --------------------------------------------------------------------------------------------------------------

    def _count_changed(self, count: int) -> None:
        """So many in a row, from the first seed on."""
        try:
            first = parse_seeds(self.seeds.text())[0]
        except ConfigError:
            first = 0
        self.seeds.setText(seeds_words(range(first, first + count)))
        self._tell_seeds("")
        self.changed.emit()

    def _seeds_edited(self, text: str) -> None:
        try:
            count = len(parse_seeds(text))
        except ConfigError as error:
            self._tell_seeds(error.problems[0].message)
        else:
            self._tell_seeds("")
            self.count.blockSignals(True)
            self.count.setValue(min(count, self.count.maximum()))
            self.count.blockSignals(False)
        self.changed.emit()

    def _tell_seeds(self, fault: str) -> None:
        self.seeds_told.say(fault[:1].upper() + fault[1:], "danger")
        set_mark(self.seeds, "fault", bool(fault))

    def _format_changed(self) -> None:
        self._show_what_applies()
        if self._points:
            self._suffix_changed()

    def _suffix_changed(self) -> None:
        if self.target.text():
            path = Path(self.target.text())
            known = path.suffix.lower() in (".zip", *POINTS)
            self.target.setText(str(path.with_suffix("") if known else path) + self.suffix())
        self.check_target()
        self.changed.emit()

    def _target_edited(self) -> None:
        self._own_target = True
        self.check_target()
        self.changed.emit()

    def _browse(self) -> None:
        start = self.target.text()
        if self.suffix():
            found, _ = QFileDialog.getSaveFileName(self, say("Export into"), start, f"*{self.suffix()}")
            found = found if not found or found.lower().endswith(self.suffix()) else found + self.suffix()
        else:
            found = QFileDialog.getExistingDirectory(self, say("Export into an empty or new folder"), str(Path(start).parent))
        if found:
            self.go_to(Path(found))

    def check_target(self) -> None:
        """Tells beneath the field why the files cannot go there."""
        text = self.target.text().strip()
        fault = target_fault(Path(text)) if text else say("Choose a place for the files.")
        self.target_told.say(fault, "danger")
        set_mark(self.target, "fault", bool(fault))

    # --- the answer ---------------------------------------------------------------------------------------------------------

    def plan(self) -> ExportPlan:
        """What is asked for. ConfigError for what cannot be; the fields show it too."""
        seeds = parse_seeds(self.seeds.text())
        named: tuple[int | str, ...] | None = None
        if self.class_list.count() and self.class_mode.currentIndex() == 1:
            items = [self.class_list.item(i) for i in range(self.class_list.count())]
            named = tuple(i for i, item in enumerate(items) if item.checkState() == Qt.CheckState.Checked)
        kind = "png" if self._points else self.format.currentData()
        plain = isinstance(seeds, range)
        return ExportPlan(
            target=Path(self.target.text().strip()),
            seeds=seeds[0] if plain else tuple(seeds),
            count=len(seeds),
            psi=round(self.psi.value(), 4),
            classes=named,
            class_folders=self.class_folders.isChecked() if self.class_list.count() and not self._points else None,
            format=kind,
            quality=self.quality.value(),
            enlarge=1 if self._points else self.size_of_each.times(),
            smooth=not self._points and self.size_of_each.is_smooth(),
        )

    def fault(self) -> str:
        """Why it cannot start; empty when it can."""
        if not self.target.text().strip():
            return say("Choose a place for the files.")
        try:
            self.plan()
        except ConfigError as error:
            message = error.problems[0].message
            return f"{message[:1].upper()}{message[1:]}."
        return target_fault(Path(self.target.text().strip()))


def _beside(*widgets: QWidget) -> QWidget:
    row = QHBoxLayout()
    return _holder(row, widgets)


def _over(*widgets: QWidget) -> QWidget:
    return _holder(QVBoxLayout(), widgets)


def _holder(layout: QLayout, widgets: Sequence[QWidget]) -> QWidget:
    holder = QWidget()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.SPACE // 2)
    for widget in widgets:
        layout.addWidget(widget)
    holder.setLayout(layout)
    holder.setFocusProxy(widgets[0])
    return holder
