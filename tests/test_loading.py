"""The store: changes on disk are picked up, broken ones leave the last good data, and nothing is made twice."""

from __future__ import annotations

import gc
import os
import sys
import threading
import weakref
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from dashboard import loading
from dashboard.frame import WATCH_EVERY
from dashboard.loading import Store, store
from dashboard.views.request import Request

REQUEST = Request(date(2024, 11, 6), "de")
LOOK_EVERY = loading.LOOK_EVERY  # as it is outside of these tests


@pytest.fixture(autouse=True)
def looks_each_time(monkeypatch):
    """Let a store look at its files whenever it is asked, so that no test waits."""
    monkeypatch.setattr(loading, "LOOK_EVERY", 0.0)


@pytest.fixture
def data(tiny):
    """Return a tiny package whose files get a later date with each change, as on a slow disk with coarse dates."""
    tick = iter(range(1, 100))

    class Dated(type(tiny)):
        def touch(self):
            """Give every file a date of its own for this change."""
            seconds = 2_000_000_000 + next(tick)
            for path in self.root.rglob("*.*"):
                os.utime(path, (seconds, seconds))

    return Dated(tiny.root)


def best(board, figure_id):
    """Return the number of a figure of a board's ledger."""
    return board.ledger.find("figures", figure_id)["best"]


def test_a_sound_start_gives_a_ledger_and_no_faults(data):
    board = Store(data.root).board()
    assert board.faults == ()
    assert best(board, "gain-to-27") == 478


def test_as_long_as_nothing_changes_the_board_stays_the_same_object(data):
    store_ = Store(data.root)
    assert store_.board() is store_.board()


def test_a_change_on_disk_is_picked_up(data):
    store_ = Store(data.root)
    first = store_.board()
    data.set("figures", "gain-to-27", low="479", best="479", high="479")
    data.touch()
    second = store_.board()
    assert best(second, "gain-to-27") == 479
    assert second.version > first.version
    assert best(first, "gain-to-27") == 478  # who still draws from it is not disturbed


def test_a_change_of_the_same_length_is_seen_by_its_date(data):
    store_ = Store(data.root)
    store_.board()
    before = data.file("places").stat().st_size
    data.edit("data/places.csv", lambda content: content.replace(b"The land", b"The Land"))
    data.touch()
    assert data.file("places").stat().st_size == before
    assert store_.board().ledger.find("places", "land")["name_en"] == "The Land"


def test_a_change_of_the_contract_and_of_a_story_is_seen(data):
    store_ = Store(data.root)
    store_.board()
    data.edit("seeds/tiny.txt", lambda content: content + b"\n")
    data.touch()
    assert [fault.column for fault in store_.board().faults] == ["sha256"]
    data.edit("seeds/tiny.txt", lambda content: content[:-1])
    data.edit("data/datapackage.json", lambda content: content.replace(b'"enum"', b'"none"'))
    data.touch()
    board = store_.board()
    assert board.faults == ()
    assert board.ledger.contract["actors"].field("side").enum == ()


def test_a_broken_change_keeps_the_last_good_ledger_and_names_its_faults(data):
    store_ = Store(data.root)
    good = store_.board()
    data.set("figures", "gain-to-27", best="many")
    data.set("actors", "koehler", side="green")
    data.touch()
    broken = store_.board()
    assert broken.ledger is good.ledger
    assert broken.version == good.version
    assert [(fault.file, fault.column) for fault in broken.faults] == [("actors.csv", "side"), ("figures.csv", "best")]


def test_mending_the_files_clears_the_faults(data):
    store_ = Store(data.root)
    good = store_.board()
    data.set("figures", "gain-to-27", best="many")
    data.touch()
    assert store_.board().faults
    data.set("figures", "gain-to-27", best="478")
    data.touch()
    mended = store_.board()
    assert mended.faults == ()
    assert mended.version > good.version
    assert best(mended, "gain-to-27") == 478


def test_faults_that_change_are_reported_anew(data):
    store_ = Store(data.root)
    data.set("figures", "gain-to-27", best="many")
    assert [fault.column for fault in store_.board().faults] == ["best"]
    data.set("figures", "gain-to-27", best="478", bound="roughly")
    data.touch()
    assert [fault.column for fault in store_.board().faults] == ["bound"]


def test_a_broken_start_gives_faults_and_no_ledger_and_recovers_when_mended(data):
    data.set("figures", "gain-to-27", best="many")
    store_ = Store(data.root)
    board = store_.board()
    assert board.ledger is None
    assert [fault.column for fault in board.faults] == ["best"]
    data.set("figures", "gain-to-27", best="478")
    data.touch()
    assert best(store_.board(), "gain-to-27") == 478
    assert store_.board().faults == ()


@pytest.mark.parametrize(
    "edit",
    [
        pytest.param(lambda content: content[:-40], id="cut short"),
        pytest.param(lambda _: b"\xff\xfe\x00", id="not UTF-8"),
        pytest.param(lambda content: content.replace(b'"name": "holders"', b'"name": "keepers"'), id="a table renamed"),
    ],
)
def test_a_broken_contract_leaves_the_last_good_ledger_with_its_faults(data, edit):
    store_ = Store(data.root)
    good = store_.board()
    data.edit("data/datapackage.json", edit)
    data.touch()
    board = store_.board()
    assert board.ledger is good.ledger
    assert {fault.file for fault in board.faults} == {"datapackage.json"}


def test_a_check_that_fails_itself_is_one_fault_and_the_last_good_ledger_stays(data, monkeypatch, caplog):
    store_ = Store(data.root)
    good = store_.board()

    def broken(_root):
        raise KeyError("roughly")

    with monkeypatch.context() as patch:
        patch.setattr(loading, "check", broken)
        data.touch()
        board = store_.board()
    assert board.ledger is good.ledger
    assert board.version == good.version
    assert [str(fault) for fault in board.faults] == [
        "data: the check itself failed (KeyError: 'roughly'); see the log"
    ]
    assert "Traceback" in caplog.text
    data.set("figures", "gain-to-27", low="479", best="479", high="479")
    data.touch()
    mended = store_.board()
    assert mended.faults == ()
    assert best(mended, "gain-to-27") == 479


def test_a_ledger_that_cannot_be_built_is_one_fault_also_at_the_start(data, monkeypatch):
    def broken(_report):
        raise RecursionError("too deep")

    with monkeypatch.context() as patch:
        patch.setattr(loading, "build", broken)
        store_ = Store(data.root)
        board = store_.board()
    assert board.ledger is None
    assert [(fault.file, fault.line, fault.column) for fault in board.faults] == [("", 0, "")]
    assert "RecursionError" in board.faults[0].message
    data.touch()
    assert best(store_.board(), "gain-to-27") == 478


def test_a_column_the_contract_loses_does_not_bring_the_store_down(data):
    store_ = Store(data.root)
    good = store_.board()
    before = (data.root / "data" / "datapackage.json").read_bytes()
    data.edit("data/datapackage.json", lambda content: content.replace(b'"name": "bound"', b'"name": "limit"'))
    data.edit("data/figures.csv", lambda content: content.replace(b"high,bound", b"high,limit"))
    data.touch()
    board = store_.board()
    assert board.ledger is good.ledger
    assert len(board.faults) == 1
    data.edit("data/datapackage.json", lambda _: before)
    data.edit("data/figures.csv", lambda content: content.replace(b"high,limit", b"high,bound"))
    data.touch()
    assert store_.board().faults == ()


def test_a_file_that_vanishes_is_a_fault_and_comes_back(data):
    store_ = Store(data.root)
    store_.board()
    content = data.file("holders").read_bytes()
    data.file("holders").unlink()
    assert [(fault.file, fault.line) for fault in store_.board().faults] == [("holders.csv", 0)]
    data.file("holders").write_bytes(content)
    data.touch()
    assert store_.board().faults == ()


def test_between_two_looks_the_disk_is_left_alone(data, monkeypatch):
    monkeypatch.setattr(loading, "LOOK_EVERY", 3600.0)
    store_ = Store(data.root)
    first = store_.board()
    data.set("figures", "gain-to-27", low="479", best="479", high="479")
    data.touch()
    assert store_.board() is first


def test_open_sessions_see_a_change_within_ten_seconds():
    assert LOOK_EVERY + WATCH_EVERY < 10


class Maker:
    """A view that notes how often it is made; it says when it has begun and ends when its gate is open."""

    def __init__(self, gate=None):
        self.made = []
        self.begun = threading.Event()
        self.gate = gate

    def __call__(self, ledger, request, *choices):
        self.made.append((request, choices))
        self.begun.set()
        if self.gate:
            self.gate.wait(timeout=10)
        return [ledger, request, choices]


@pytest.fixture
def restless_threads():
    """Let threads take turns after every few steps, so that what can go wrong between two of them does."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def test_a_view_is_made_once_for_each_request_and_choice(data):
    store_, make = Store(data.root), Maker()
    asked = [
        (REQUEST, ()),
        (REQUEST, ("since_2024",)),
        (REQUEST, ("since_2022",)),
        (Request(date(2024, 11, 7), "de"), ()),
        (Request(date(2024, 11, 6), "en"), ()),
        (Request(date(2024, 11, 6), "de", "dark"), ()),
        (Request(date(2024, 11, 6), "de", "light", "phone"), ()),
    ]
    first = [store_.prepared(make, request, *choices) for request, choices in asked]
    again = [store_.prepared(make, request, *choices) for request, choices in asked]
    assert make.made == asked
    assert all(one is other for one, other in zip(first, again, strict=True))
    assert first[0] == [store_.board().ledger, REQUEST, ()]


def test_two_views_do_not_share_what_they_made(data):
    store_ = Store(data.root)
    assert store_.prepared(lambda *_: "one", REQUEST) == "one"
    assert store_.prepared(lambda *_: "other", REQUEST) == "other"


def test_readers_who_ask_at_the_same_time_wait_for_one_who_makes_it(data, restless_threads):
    store_ = Store(data.root)
    store_.board()
    for choice in range(20):
        gate = threading.Event()
        make, start = Maker(gate), threading.Barrier(9)

        def ask(make=make, start=start, choice=choice):
            start.wait(timeout=10)
            return store_.prepared(make, REQUEST, choice)

        with ThreadPoolExecutor(8) as readers:
            answers = [readers.submit(ask) for _ in range(8)]
            start.wait(timeout=10)
            make.begun.wait(timeout=10)
            gate.set()
        assert len(make.made) == 1
        assert len({id(answer.result()) for answer in answers}) == 1


def test_a_slow_view_does_not_hold_up_another(data):
    store_ = Store(data.root)
    gate = threading.Event()
    make = Maker(gate)
    with ThreadPoolExecutor(1) as readers:
        slow = readers.submit(store_.prepared, make, REQUEST)
        assert make.begun.wait(timeout=10)
        assert store_.prepared(Maker(), REQUEST)[1] is REQUEST
        assert not slow.done()
        gate.set()
        assert slow.result(timeout=10)[1] is REQUEST


def test_a_view_is_made_anew_when_the_data_have_changed(data):
    store_, make = Store(data.root), Maker()
    before = store_.prepared(make, REQUEST)
    data.set("figures", "gain-to-27", low="479", best="479", high="479")
    data.touch()
    after = store_.prepared(make, REQUEST)
    assert len(make.made) == 2
    assert after[0] is not before[0]


def test_views_of_data_that_have_changed_are_let_go(data):
    class View:
        """A view that can be watched."""

    store_ = Store(data.root)
    watched = weakref.ref(store_.prepared(lambda *_: View(), REQUEST))
    assert watched() is not None
    data.set("figures", "gain-to-27", low="479", best="479", high="479")
    data.touch()
    store_.board()
    gc.collect()
    assert watched() is None


def test_a_broken_change_throws_nothing_away_that_was_made(data):
    store_, make = Store(data.root), Maker()
    before = store_.prepared(make, REQUEST)
    data.set("figures", "gain-to-27", best="many")
    data.touch()
    assert store_.prepared(make, REQUEST) is before
    assert len(make.made) == 1


def test_a_view_that_fails_fails_for_all_who_wait_and_is_tried_again(data):
    store_ = Store(data.root)
    outcomes = iter([ZeroDivisionError("first"), "second"])

    def make(ledger, request):
        outcome = next(outcomes)
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    with pytest.raises(ZeroDivisionError, match="first"):
        store_.prepared(make, REQUEST)
    assert store_.prepared(make, REQUEST) == "second"


def test_what_is_made_in_passing_is_not_kept_and_pushes_nothing_out(data, monkeypatch):
    monkeypatch.setattr(loading, "KEEP", 1)
    store_, make = Store(data.root), Maker()
    kept = store_.prepared(make, REQUEST)
    first = store_.passing(make, REQUEST, "search")
    assert first == [store_.board().ledger, REQUEST, ("search",)]
    assert store_.passing(make, REQUEST, "search") is not first
    assert store_.prepared(make, REQUEST) is kept
    assert len(make.made) == 3


def test_what_was_asked_for_longest_ago_makes_room_for_new_views(data, monkeypatch):
    monkeypatch.setattr(loading, "KEEP", 3)
    store_, make = Store(data.root), Maker()
    for choice in (1, 2, 3, 1, 4):  # 2 is now the one asked for longest ago
        store_.prepared(make, REQUEST, choice)
    assert [choices for _, choices in make.made] == [(1,), (2,), (3,), (4,)]
    store_.prepared(make, REQUEST, 1)
    store_.prepared(make, REQUEST, 3)
    assert len(make.made) == 4
    store_.prepared(make, REQUEST, 2)
    assert len(make.made) == 5


def test_a_folder_has_one_store_for_all_sessions(data):
    with ThreadPoolExecutor(8) as readers:
        found = set(readers.map(lambda _: store(data.root), range(8)))
    assert len(found) == 1
    assert store(data.root).board().ledger is not None


def test_the_store_of_the_project_holds_the_real_data(root, ledger):
    board = store().board()
    assert board.faults == ()
    assert list(board.ledger.figures["id"]) == list(ledger.figures["id"])
    assert store() is store(root)
