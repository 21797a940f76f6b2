"""The bench: that it counts right, speaks as a browser does, never leaves a server behind, and reports what it saw."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path
from random import Random

import psutil
import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from dashboard.bench import protocol, report, run, server
from dashboard.bench.cache import MessageCache
from dashboard.bench.options import Options
from dashboard.bench.report import Result, of_spread
from dashboard.bench.session import BoardError, Session
from dashboard.bench.spread import Spread, percentile, slope, spread
from dashboard.bench.views import View, days_around, next_view

ROOT = Path(__file__).parents[1]
STORY = date(2024, 11, 6)
LATE = date(2026, 1, 1)


# Numbers


def test_a_spread_is_median_and_percentiles_within_the_extremes():
    assert spread([1.0]) == Spread(1.0, 1.0, 1.0, 1)
    assert spread([float(n) for n in range(101)]) == Spread(50.0, 5.0, 95.0, 101)


def test_nothing_measured_is_no_number():
    with pytest.raises(ValueError, match="nothing"):
        spread([])


def test_one_slow_rerun_in_ten_shows_in_the_95th_percentile():
    assert percentile([1.0] * 9 + [100.0], 95) > 50


def test_steady_growth_is_seen():
    assert slope([(x / 10, 100 + 0.2 * x) for x in range(30)]) == pytest.approx(2)


def test_one_step_of_the_allocator_is_no_growth():
    assert slope([(x / 10, 100 if x < 10 else 104) for x in range(30)]) == 0


def test_two_looks_at_memory_are_no_trend():
    assert slope([(0, 100), (1, 200)]) == 0


# Views


def test_days_are_different_start_with_the_storys_and_end_before_tomorrow():
    days = days_around(STORY, 30, LATE)
    assert len(set(days)) == 30
    assert days[0] == STORY
    assert max(days) <= LATE


def test_a_story_of_today_is_measured_on_the_days_before():
    days = days_around(STORY, 5, STORY + timedelta(1))
    assert len(set(days)) == 5
    assert max(days) == STORY + timedelta(1)


def test_a_reader_always_goes_somewhere_else_if_there_is_anywhere():
    chance = Random(0)
    now = View("/", STORY)
    for _ in range(50):
        after = next_view(now, ["/", "/data"], [STORY, LATE], chance)
        assert (after.page != now.page) != (after.day != now.day)
        now = after
    assert next_view(View("/", STORY), ["/"], [STORY], chance) == View("/", STORY)


# The browser's memory


def test_a_message_is_forgotten_when_it_was_not_shown_for_more_than_two_runs():
    cache = MessageCache()
    cache.keep("chart", 500)
    cache.keep("text", None)
    for _ in range(3):
        assert cache.hit("chart") == 500
        cache.end_run()
    assert cache.keys() == ["chart"]
    with pytest.raises(KeyError):
        cache.hit("text")


# Streamlit's messages


def test_a_rerun_says_what_a_german_browser_would_say():
    message = BackMsg.FromString(protocol.rerun("http://x/", "as_of=2024-11-06", "p1", ["h1"]).SerializeToString())
    asked = message.rerun_script
    assert (asked.query_string, asked.page_script_hash) == ("as_of=2024-11-06", "p1")
    assert list(asked.cached_message_hashes) == ["h1"]
    assert (asked.context_info.locale, asked.context_info.timezone) == ("de-DE", "Europe/Berlin")
    assert (asked.context_info.url, asked.context_info.color_scheme) == ("http://x/", "light")


def chart(spec: str, key: str = "") -> ForwardMsg:
    """A message that brings a chart; with a key the browser is to keep it."""
    message = ForwardMsg(hash=key)
    message.delta.new_element.plotly_chart.spec = spec
    message.metadata.cacheable = bool(key)
    return message


def error_box() -> ForwardMsg:
    """A message that brings an error box."""
    message = ForwardMsg()
    message.delta.new_element.exception.type = "KeyError"
    message.delta.new_element.exception.message = "'gone'"
    return message


def test_chart_sizes_are_bytes_not_signs_and_other_elements_have_none():
    assert protocol.chart_bytes(chart('{"a":"ä"}')) == 10
    assert protocol.chart_bytes(error_box()) is None
    assert protocol.chart_bytes(ForwardMsg(script_finished=0)) is None


def test_an_error_box_is_read_as_a_failure():
    assert protocol.failure(error_box()) == "KeyError: 'gone'"
    assert protocol.failure(chart("{}")) == ""


def test_parameters_are_read_from_the_address():
    assert protocol.parameter("?as_of=2024-11-06&lang=de", "as_of") == "2024-11-06"
    assert protocol.parameter("", "as_of") == ""


# A session


class Board:
    """Stands in for the websocket of a board: answers every rerun with the next list of messages."""

    def __init__(self, *answers: list[ForwardMsg]) -> None:
        self.asked: list[BackMsg] = []
        self.transport = self
        self._answers = list(answers)
        self._waiting: list[ForwardMsg] = []

    def get_extra_info(self, name: str) -> None:
        """There is no real socket behind."""

    async def send(self, data: bytes) -> None:
        self.asked.append(BackMsg.FromString(data))
        self._waiting += self._answers.pop(0)

    async def recv(self) -> bytes:
        return self._waiting.pop(0).SerializeToString()


def opening(*more: ForwardMsg) -> list[ForwardMsg]:
    """What a board answers to a new reader: a session, its pages, its address, and the end."""
    start, pages, address = ForwardMsg(), ForwardMsg(), ForwardMsg()
    start.new_session.page_script_hash = "main"
    start.new_session.config.max_cached_message_age = 2
    pages.navigation.page_script_hash = "p-story"
    pages.navigation.app_pages.add(page_script_hash="p-story", is_default=True)
    pages.navigation.app_pages.add(page_script_hash="p-data", url_pathname="data")
    address.page_info_changed.query_string = "as_of=2024-11-06&lang=de"
    return [start, pages, address, *more, END]


END = ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY)
AGAIN = ForwardMsg(script_finished=ForwardMsg.FINISHED_EARLY_FOR_RERUN)


def test_opening_learns_the_pages_and_the_day_the_board_chose():
    session = Session(Board(opening(chart("12345"))), "http://x/")
    drawn = asyncio.run(session.open())
    assert session.at == View("/", STORY)
    assert session.pages == {"/": "p-story", "/data": "p-data"}
    assert drawn.charts == (5,)
    assert drawn.sent > 5


def test_a_chart_that_comes_as_a_reference_counts_with_its_size_and_its_hash_is_told():
    board = Board(opening(chart("12345", "h")), [ForwardMsg(ref_hash="h"), END])
    session = Session(board, "http://x/")

    async def visit():
        await session.open()
        return await session.show(View("/", STORY))

    assert asyncio.run(visit()).charts == (5,)
    assert list(board.asked[1].rerun_script.cached_message_hashes) == ["h"]


def test_another_page_is_asked_for_by_its_hash_and_another_day_by_the_address():
    address = ForwardMsg()
    address.page_info_changed.query_string = "as_of=2024-11-06&lang=de"
    board = Board(opening(), [address, END], [END])
    session = Session(board, "http://x/")

    async def visit():
        await session.open()
        await session.show(View("/data", STORY))
        await session.show(View("/data", date(2024, 12, 1)))

    asyncio.run(visit())
    pages, days = board.asked[1].rerun_script, board.asked[2].rerun_script
    assert (pages.page_script_hash, pages.query_string) == ("p-data", "")
    assert (days.page_script_hash, days.query_string) == ("p-data", "as_of=2024-12-01&lang=de")


def test_a_script_that_starts_over_is_timed_to_its_last_end():
    session = Session(Board([chart("1"), AGAIN, *opening(chart("12345"))]), "http://x/")
    assert asyncio.run(session.open()).charts == (5,)


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(opening(error_box()), id="an error box"),
        pytest.param(
            [*opening()[:-1], ForwardMsg(script_finished=ForwardMsg.FINISHED_WITH_COMPILE_ERROR)], id="a broken script"
        ),
        pytest.param([END], id="no page"),
    ],
)
def test_a_board_that_shows_no_proper_page_is_an_error(answer):
    with pytest.raises(BoardError):
        asyncio.run(Session(Board(answer), "http://x/").open())


def test_a_board_that_shows_another_day_than_asked_for_is_an_error():
    address = ForwardMsg()
    address.page_info_changed.query_string = "as_of=2024-11-06&lang=de"
    session = Session(Board(opening(), [address, END]), "http://x/")

    async def visit():
        await session.open()
        await session.show(View("/", LATE))

    with pytest.raises(BoardError, match="2026-01-01"):
        asyncio.run(visit())


# The server's process

HEALTHY = """
import sys, http.server
class Fine(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.end_headers()
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Fine).serve_forever()
"""


def fine(root: Path, port: int) -> list[str]:
    """A server that is healthy at once."""
    return [sys.executable, "-c", HEALTHY, str(port)]


def test_a_server_is_measured_while_it_runs_and_gone_afterwards(tmp_path):
    with server.started(tmp_path, fine) as running:
        assert server.healthy(running.port)
        assert running.seconds > 0
        assert running.memory() > 1_000_000
        assert running.processor() > 0
    assert not psutil.pid_exists(running.pid)


def test_a_server_is_stopped_when_the_measuring_breaks(tmp_path):
    with pytest.raises(KeyboardInterrupt), server.started(tmp_path, fine) as running:
        raise KeyboardInterrupt
    assert not psutil.pid_exists(running.pid)


def test_a_server_that_does_not_start_says_why(tmp_path):
    def broken(root: Path, port: int) -> list[str]:
        return [sys.executable, "-c", "raise SystemExit('no such port')"]

    with pytest.raises(server.StartError, match="no such port"), server.started(tmp_path, broken):
        pass


def test_the_board_listens_on_this_computer_only():
    command = server.streamlit(ROOT, 5000)
    assert command[command.index("--server.address") + 1] == "127.0.0.1"
    assert command[command.index("--server.headless") + 1] == "true"


# The report

RESULTS = [
    of_spread("Rerun", "/", "ms", Spread(12.0, 10.5, 19.25, 30), 15),
    of_spread("Rerun", "/data", "ms", Spread(20.0, 10.0, 30.0, 30), 15),
    Result("Memory", "of a session", "MiB", 0.061),
]


def test_the_table_shows_value_spread_count_goal_and_verdict():
    lines = report.table(RESULTS).splitlines()
    assert lines[2:4] == ["Rerun", "  /                12 ms  10.5 to 19.2  30  <= 15 ms  met"]
    assert lines[4].endswith("missed")
    assert lines[-1] == "  of a session  0.06 MiB"


def test_the_verdict_names_what_was_missed():
    assert report.verdict(RESULTS) == "1 of 2 goals met.\n  missed: Rerun: /data"
    assert report.verdict(RESULTS[:1]) == "1 of 1 goals met."


@pytest.mark.parametrize(
    ("value", "shown"), [(0, "0"), (1234, "1,234"), (123.4, "123"), (12.34, "12.3"), (1.234, "1.23")]
)
def test_numbers_have_about_three_digits(value, shown):
    assert report.number(value) == shown


def test_the_json_holds_what_it_was_measured_on_and_every_result():
    told = json.loads(report.to_json(RESULTS, {"on": {"processors": 2}}))
    assert told["on"] == {"processors": 2}
    assert [one["met"] for one in told["results"]] == [True, False, None]
    assert told["results"][0]["high"] == 19.25


# The whole


def test_a_missing_package_is_said_in_one_line(monkeypatch, capsys):
    monkeypatch.setattr(run, "find_spec", lambda name: None if name == "websockets" else object())
    assert run.bench(ROOT, Options()) == 2
    assert capsys.readouterr().err == "bench needs websockets: pip install -e '.[test]'\n"


@pytest.mark.parametrize(("strict", "code"), [(False, 0), (True, 1)])
def test_a_missed_goal_fails_only_if_asked_to(strict, code, monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(run, "measured", lambda *_: RESULTS)
    assert run.bench(ROOT, Options(), json_file=tmp_path / "bench.json", strict=strict) == code
    assert "missed: Rerun: /data" in capsys.readouterr().out
    assert len(json.loads((tmp_path / "bench.json").read_text(encoding="utf-8"))["results"]) == 3


def test_a_board_that_does_not_start_is_a_sentence_not_a_traceback(monkeypatch, capsys):
    def broken(*_: object) -> list[Result]:
        raise server.StartError("the board did not start")

    monkeypatch.setattr(run, "measured", broken)
    assert run.bench(ROOT, Options()) == 2
    assert capsys.readouterr().err == "bench: the board did not start\n"


LITTLE = ["--starts", "1", "--repeats", "2", "--readers", "2", "--seconds", "1", "--changes", "10"]


def test_the_real_board_is_measured_from_start_to_end(tmp_path):
    wanted = tmp_path / "bench.json"
    command = [sys.executable, "-m", "dashboard", "bench", *LITTLE, "--json", str(wanted)]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert said.returncode == 0, said.stderr
    results = json.loads(wanted.read_text(encoding="utf-8"))["results"]
    sections = list(dict.fromkeys(one["section"] for one in results))
    assert sections[0] == "Cold start"
    assert sections[-2:] == ["2 readers at the same time", "Memory"]
    assert [one["value"] for one in results if one["name"] == "errors"] == [0]
    assert all(section in said.stdout for section in sections)


@pytest.mark.skipif(sys.platform == "win32", reason="no POSIX signals")
@pytest.mark.parametrize("kind", [signal.SIGINT, signal.SIGTERM])
def test_the_board_is_stopped_when_the_bench_is(kind):
    bench = subprocess.Popen(
        [sys.executable, "-m", "dashboard", "bench", *LITTLE],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: signal.signal(kind, signal.SIG_DFL),  # a run in the background inherits "ignored"
    )
    try:
        deadline = time.monotonic() + 20
        while not (boards := psutil.Process(bench.pid).children()) and time.monotonic() < deadline:
            time.sleep(0.02)
        time.sleep(0.2)  # the board is starting; nothing has been measured yet
        os.kill(bench.pid, kind)
        assert bench.wait(20) in (130, 128 + signal.SIGTERM)
        assert boards
        psutil.wait_procs(boards, timeout=5)
        assert not any(psutil.pid_exists(board.pid) for board in boards)
    finally:
        bench.kill()
        bench.wait()
