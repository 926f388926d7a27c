"""The language of the window: its texts, Qt's own, and how numbers are written. It is chosen before the first widget is made."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QSettings, QTranslator

from studio import words
from studio.resources import resource

LANGUAGE = "window/language"
LANGUAGES = {"system": "", "en": "English", "de": "Deutsch"}  # each in its own; the first is said where it is shown
CONTEXT = "studio"

_in_force = "en"


def language_of(settings: QSettings) -> str:
    """The one that was chosen: `system`, or a language's code."""
    said = settings.value(LANGUAGE, "system")
    return str(said) if said in LANGUAGES else "system"


def resolved(choice: str) -> str:
    """The code of a language that there is: the system's first that we have, else English."""
    if choice != "system":
        return choice
    wanted = [name.partition("-")[0] for name in QLocale.system().uiLanguages()]
    return next((name for name in wanted if name in LANGUAGES), "en")


def language() -> str:
    """The code of the language in force."""
    return _in_force


def locale_of(language: str) -> QLocale:
    """How that language writes numbers: as the system does where it speaks the same, such as Swiss German."""
    system, own = QLocale.system(), QLocale(language)
    return system if system.language() == own.language() else own


def speak(app: QCoreApplication, choice: str) -> str:
    """Texts and numbers of the application are of this language from here on; returns its code."""
    global _in_force  # noqa: PLW0603 - one language a process, as Qt has it
    _in_force = code = resolved(choice)
    locale = locale_of(code)
    QLocale.setDefault(locale)
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()
    if code == "en":
        words.speak(point=locale.decimalPoint(), group=locale.groupSeparator())
        return code
    for file in (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath) + f"/qtbase_{code}.qm", str(resource(f"translations/{code}.qm"))):
        translator = QTranslator(app)
        if translator.load(file):
            app.installTranslator(translator)
    words.speak(_look_up, point=locale.decimalPoint(), group=locale.groupSeparator())
    return code


def _look_up(text: str, sense: str, n: int) -> str:
    return QCoreApplication.translate(CONTEXT, text, sense or None, n)
