import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from studio.errors import RunError
from studio.messages import Applied, Pause, Refused, Resume, SetOption
from studio.runs import commands
from studio.runs.commands import Inbox, ask, send
from studio.runs.folder import RunFolder
from studio.runs.journal import JournalWriter
from studio.runs.lock import RunLock
from tests.runs.making import names, python, tick, write
from tests.runs.test_lock import HOLD

ASK_MANY = """
import sys
from pathlib import Path
from studio.messages import SetOption
from studio.runs.commands import ask
from studio.runs.folder import RunFolder
for i in range(int(sys.argv[2])):
    ask(RunFolder(Path(sys.argv[1])), SetOption(path="optimizer.lr", value=i, sender=sys.argv[3]))
"""


def waiting(folder: RunFolder) -> list[str]:
    return [n for n in names(folder.commands) if n != "done"]


def test_commands_come_in_the_order_of_asking_and_once(folder: RunFolder) -> None:
    asked = [Pause(), Resume(), SetOption(path="optimizer.lr", value={"start": 1})]
    for command in asked:
        ask(folder, command)
    inbox = Inbox(folder)
    assert inbox.take() == asked
    assert inbox.take() == []
    assert Inbox(folder).leftovers(commands.waiting(folder)) == []
    assert names(folder.commands / "done") == [f"{c.id}.json" for c in asked]


def test_senders_in_two_processes_lose_nothing(folder: RunFolder) -> None:
    inbox = Inbox(folder)
    others = [python(ASK_MANY, folder.path, 100, who) for who in "ab"]
    got = []
    while any(other.poll() is None for other in others):
        got += inbox.take()
    got += inbox.take()
    for other in others:
        other.communicate()
    assert inbox.refusals() == []
    for who in "ab":
        assert [c.value for c in got if isinstance(c, SetOption) and c.sender == who] == list(range(100))


def test_sending_to_a_run_that_nobody_trains_says_so_and_leaves_nothing(folder: RunFolder) -> None:
    began = time.monotonic()
    with pytest.raises(RunError, match=r"nobody trains 0001-digits.*gan-studio resume 0001-digits"):
        send(folder, Pause())
    assert time.monotonic() - began < 10
    assert Inbox(folder).take() == []


@pytest.mark.parametrize("answer", [Applied, Refused])
def test_send_waits_for_the_answer_of_its_own_command(folder: RunFolder, answer: type) -> None:
    write(folder, Applied(id="before", command={}))
    inbox = Inbox(folder)

    def train() -> None:
        with JournalWriter(folder.journal) as journal:
            while not (commands := inbox.take()):
                time.sleep(0.005)
            journal.write(tick(1))
            journal.write(Applied(id="another", command={}))
            (command,) = commands
            facts = {"id": command.id, "command": command.model_dump(), "text": "paused", "reason": "not now"}
            journal.write(answer(**facts))

    with RunLock.acquire(folder.lock):
        trainer = threading.Thread(target=train)
        trainer.start()
        command = Pause()
        found = send(folder, command)
        trainer.join()
    assert isinstance(found, answer)
    assert found.id == command.id


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of POSIX")
def test_a_trainer_that_dies_meanwhile_ends_the_wait_and_the_command(folder: RunFolder) -> None:
    with python(HOLD, folder.lock) as other:
        assert other.stdout is not None
        other.stdout.readline()
        threading.Timer(0.3, other.send_signal, [signal.SIGKILL]).start()
        with pytest.raises(RunError, match="nobody trains"):
            send(folder, Pause(), timeout=20)
        other.wait()
    assert waiting(folder) == []


def test_no_answer_in_time_withdraws_the_command(folder: RunFolder) -> None:
    with RunLock.acquire(folder.lock), pytest.raises(RunError, match=r"within 0\.2 s, so it was withdrawn"):
        send(folder, Pause(), timeout=0.2)
    assert waiting(folder) == []


def test_a_command_that_was_taken_is_not_said_to_be_withdrawn(folder: RunFolder) -> None:
    inbox = Inbox(folder)
    threading.Timer(0.05, inbox.take).start()
    with RunLock.acquire(folder.lock), pytest.raises(RunError, match="took the command but did not answer"):
        send(folder, Pause(), timeout=0.4)


def test_files_that_are_no_command_are_refused_by_name(folder: RunFolder) -> None:
    good = Pause()
    torn = good.line()[:20]
    files = {
        "0-torn": torn,
        "1-unknown": '{"kind":"dance","id":"1-unknown"}',
        "2-other": good.line(),
        "3-field": '{"kind":"set_option","id":"3-field"}',
        "4-big": "x" * 2_000_000,
    }
    for name, text in files.items():
        (folder.commands / f"{name}.json").write_text(text)
    (folder.commands / "readme.txt").write_text("left alone")
    (folder.commands / ".5-half.json").write_text("still being written")
    ask(folder, good)
    inbox = Inbox(folder)
    assert inbox.take() == [good]
    refused = inbox.refusals()
    assert [r.id for r in refused] == list(files)
    assert all(r.id in r.reason for r in refused)
    assert "path" in refused[3].reason
    assert inbox.refusals() == []
    assert waiting(folder) == [".5-half.json", "readme.txt"]


def test_what_was_asked_before_a_start_is_given_apart(folder: RunFolder) -> None:
    old, new = Pause(), Pause()
    ask(folder, old)
    stale = commands.waiting(folder)
    ask(folder, new)
    inbox = Inbox(folder)
    assert inbox.leftovers(stale) == [old]
    assert inbox.take() == [new]


def test_nothing_waits_where_it_cannot_be_looked_at(folder: RunFolder, tmp_path: Path) -> None:
    assert commands.waiting(RunFolder(tmp_path / "gone")) == frozenset()
    (tmp_path / "0002-odd").mkdir()
    (tmp_path / "0002-odd" / "commands").write_text("no folder")
    assert commands.waiting(RunFolder(tmp_path / "0002-odd")) == frozenset()


@pytest.mark.parametrize("number", ["../../run", "", "a/b", ".hidden", "x" * 200])
def test_an_id_that_is_no_file_name_is_refused(folder: RunFolder, number: str, tmp_path: Path) -> None:
    with pytest.raises(RunError, match="cannot be a file's name"):
        ask(folder, Pause(id=number))
    assert waiting(folder) == []
