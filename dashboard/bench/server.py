"""The board as a process of its own: started on a free port of this computer, watched, and always stopped."""

from __future__ import annotations

import http.client
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

HOST = "127.0.0.1"
PATIENCE = 30.0  # seconds to become healthy
LOOK_EVERY = 0.01  # seconds between two looks at its health


class StartError(RuntimeError):
    """The board did not start; the message holds the last lines it wrote."""


@dataclass(frozen=True)
class Server:
    """A healthy server: its process id, its port, and the seconds from its start to its first healthy answer."""

    pid: int
    port: int
    seconds: float

    @property
    def url(self) -> str:
        """The board's address."""
        return f"http://{HOST}:{self.port}/"

    def memory(self) -> int:
        """Return its resident memory in bytes."""
        return psutil.Process(self.pid).memory_info().rss

    def processor(self) -> float:
        """Return the seconds of processor time it has used."""
        times = psutil.Process(self.pid).cpu_times()
        return times.user + times.system


def streamlit(root: Path, port: int) -> list[str]:
    """Return the command that starts the board of the project at `root`."""
    app = str(root / "dashboard" / "app.py")
    settings = {"port": str(port), "address": HOST, "headless": "true"}
    flags = [part for name, value in settings.items() for part in (f"--server.{name}", value)]
    return [sys.executable, "-m", "streamlit", "run", app, *flags]


@contextmanager
def started(root: Path, command: Callable[[Path, int], Sequence[str]] = streamlit) -> Generator[Server]:
    """Start a server, yield it once it is healthy, and stop it whatever happens. StartError if it does not answer."""
    port = free_port()
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        # A session of its own: Ctrl-C reaches only us, and we stop the server in good order.
        process = subprocess.Popen(
            command(root, port),
            cwd=root,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
        try:
            while not healthy(port):
                if process.poll() is not None or time.perf_counter() - start > PATIENCE:
                    output.seek(0)
                    said = output.read().decode(errors="replace").strip().splitlines()
                    raise StartError("\n".join(["the board did not start:", *said[-8:]]))
                time.sleep(LOOK_EVERY)
            yield Server(process.pid, port, time.perf_counter() - start)
        finally:
            stop(process)


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a process: politely first, then for certain."""
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def healthy(port: int) -> bool:
    """Ask the server on `port` whether it is up."""
    connection = http.client.HTTPConnection(HOST, port, timeout=2)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def free_port() -> int:
    """Return a port of this computer nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]
