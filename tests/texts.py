"""Gathers every text that a person may read, and keeps the catalogues of `resources/translations` in step.

    python -m tests.texts                     gather: new texts join each catalogue without a translation, vanished ones leave
    python -m tests.texts --missing de        print what has no translation, as JSON
    python -m tests.texts --add de FILE.json  take translations: [{"en": "…", "sense": "", "de": "…" or ["one", "many"]}, …]

A catalogue is a .ts file for Qt's Linguist; beside it lies the .qm that the window loads, made by Qt's lrelease.
"""

import argparse
import ast
import json
import string
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import PySide6

ROOT = Path(__file__).parent.parent
CATALOGUES = ROOT / "resources" / "translations"
CONTEXT = "studio"


class Text(NamedTuple):
    """A source text; `one` where it goes by number, and is then the English singular."""

    source: str
    sense: str = ""
    one: str = ""


class Entry(NamedTuple):
    text: Text
    translation: tuple[str, ...]  # empty: none yet; two where it goes by number


def gathered() -> list[Text]:
    """Every text once, sorted."""
    found = {*_in_sources(), *(Text(text) for text in (*_in_registries(), *_in_templates()) if any(c.isalpha() for c in text))}
    return sorted(found)


def _in_sources() -> Iterator[Text]:
    for file in sorted((ROOT / "studio").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield from _of_call(node, file)


def _of_call(node: ast.Call, file: Path) -> Iterator[Text]:
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    sense = next((k.value.value for k in node.keywords if k.arg == "sense" and isinstance(k.value, ast.Constant)), "")
    if name in ("say", "mark"):
        for text in _literals(node.args[0]):
            yield Text(text, sense)
    elif name == "say_n":
        one, many = node.args[1:3]
        if not (isinstance(one, ast.Constant) and isinstance(many, ast.Constant)):
            raise SystemExit(f"{file}:{node.lineno}: say_n wants its two texts written out")
        yield Text(many.value, sense, one.value)
    if name in ("say", "say_n") and any(isinstance(argument, ast.JoinedStr) for argument in node.args):
        raise SystemExit(f"{file}:{node.lineno}: {name} wants places such as {{n}}, not an f-string")


def _literals(node: ast.expr) -> Iterator[str]:
    """The texts of a literal, and of both ends of `a if b else c`; nothing of a variable."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)


def _in_registries() -> Iterator[str]:
    """What the form shows of every choice, and the alarms' names."""
    from studio.doctor.detectors import Detector
    from studio.gan.metrics import Metric
    from studio.ui.form import describe_everything, label, title

    for group in describe_everything().groups.values():
        yield group.about
        for kind in group.kinds:
            yield kind.about
            yield title(kind.name)
            for option in kind.options:
                yield from (option.help, option.zero, option.unit, label(option.name, option.unit))
                yield from (title(choice) for choice in option.choices)
    for metric in Metric.kinds().values():
        yield metric.about()
    for detector in Detector.kinds().values():
        yield detector.title


def _in_templates() -> Iterator[str]:
    from studio.presets import papers, presets

    for one in (*presets(), *papers()):
        yield from (one.title, one.summary)


def places(text: str) -> set[str]:
    """The places that are to be filled, each with its format."""
    return {f"{name}:{form}" if form else name for _, name, form, _ in string.Formatter().parse(text) if name}


# --- catalogues -----------------------------------------------------------------------------------------------------------


def read(file: Path) -> dict[tuple[str, str], Entry]:
    """The entries of a .ts file by source and sense."""
    if not file.exists():
        return {}
    found = {}
    for message in ET.parse(file).getroot().iter("message"):
        source, sense = message.findtext("source", ""), message.findtext("comment", "")
        translation = message.find("translation")
        assert translation is not None
        forms = tuple(form.text or "" for form in translation.findall("numerusform")) or ((translation.text or ""),)
        done = translation.get("type") != "unfinished" and all(forms)
        found[source, sense] = Entry(Text(source, sense, message.findtext("extracomment", "")), forms if done else ())
    return found


def write(file: Path, language: str, entries: list[Entry]) -> None:
    """A .ts file with these entries, and its .qm."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for text, translation in entries:
        message = ET.SubElement(context, "message", {"numerus": "yes"} if text.one else {})
        ET.SubElement(message, "source").text = text.source
        if text.sense:
            ET.SubElement(message, "comment").text = text.sense
        if text.one:
            ET.SubElement(message, "extracomment").text = text.one
        said = ET.SubElement(message, "translation", {} if translation else {"type": "unfinished"})
        if text.one:
            for form in translation or ("", ""):
                ET.SubElement(said, "numerusform").text = form
        elif translation:
            said.text = translation[0]
    ET.indent(root, " ")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n' + ET.tostring(root, encoding="unicode") + "\n", encoding="utf-8")
    release(file, file.with_suffix(".qm"))


def release(ts: Path, qm: Path) -> None:
    """The .qm of a .ts file; untranslated texts are left out."""
    tool = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    done = subprocess.run([str(tool), "-silent", str(ts), "-qm", str(qm)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)


def in_step(texts: list[Text], known: dict[tuple[str, str], Entry]) -> list[Entry]:
    """An entry for each text, with the translation that it has."""
    held = [known.get((text.source, text.sense)) for text in texts]
    return [Entry(text, e.translation if e is not None and bool(e.text.one) == bool(text.one) else ()) for text, e in zip(texts, held, strict=True)]


def fault_of(text: Text, translation: tuple[str, ...]) -> str:
    """Why this cannot be the translation; empty when it can."""
    if len(translation) != (2 if text.one else 1):
        return "wants a form for one and a form for many" if text.one else "wants one form"
    needed = places(text.source) if "{" in text.source else set()
    for n, form in enumerate(translation):
        optional = {place for place in needed if place.partition(":")[0] == "n"} if text.one and n == 0 else set()
        if not needed - optional <= places(form) <= needed:
            return f"has the places {sorted(places(form))} instead of {sorted(needed)}"
    return ""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.texts", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--missing", metavar="LANGUAGE")
    parser.add_argument("--add", nargs=2, metavar=("LANGUAGE", "FILE"))
    given = parser.parse_args()
    texts = gathered()
    languages = sorted({file.stem for file in CATALOGUES.glob("*.ts")} | ({given.add[0]} if given.add else set()))
    for language in languages:
        file = CATALOGUES / f"{language}.ts"
        known = read(file)
        if given.add and given.add[0] == language:
            by_key = {(text.source, text.sense): text for text in texts}
            for one in json.loads(Path(given.add[1]).read_text(encoding="utf-8")):
                text = by_key.get((one["en"], one.get("sense", "")))
                said = (one[language],) if isinstance(one[language], str) else tuple(one[language])
                fault = "no such text" if text is None else fault_of(text, said)
                if text is None or fault:
                    print(f"{one['en']!r}: {fault}")
                    continue
                known[text.source, text.sense] = Entry(text, said)
        entries = in_step(texts, known)
        if given.missing != language:
            write(file, language, entries)
        missing = [e.text for e in entries if not e.translation]
        if given.missing == language:
            print(
                json.dumps(
                    [{"en": t.source, **({"sense": t.sense} if t.sense else {}), **({"one": t.one} if t.one else {})} for t in missing],
                    indent=1,
                    ensure_ascii=False,
                )
            )
        else:
            print(f"{language}: {len(entries)} texts, {len(missing)} without a translation")
    return 0


if __name__ == "__main__":
    sys.exit(main())
