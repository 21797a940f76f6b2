"""Which large messages a browser still holds, so that the server sends only their hash.

Follows Streamlit's own front end: a message is dropped once it has not been shown for more than `max_age` runs.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class MessageCache:
    """The messages of one session by hash; of each only the bytes of its chart are kept (None if it is no chart)."""

    max_age: int = 2
    _runs: int = 0
    _shown: dict[str, int] = field(default_factory=dict)
    _charts: dict[str, int | None] = field(default_factory=dict)

    def keep(self, key: str, chart: int | None) -> None:
        """Keep a message that came whole."""
        self._shown[key] = self._runs
        self._charts[key] = chart

    def hit(self, key: str) -> int | None:
        """Return the chart bytes of a message that came as its hash; KeyError if a browser would not have it."""
        chart = self._charts[key]
        self._shown[key] = self._runs
        return chart

    def end_run(self) -> None:
        """Count a finished run and drop what has not been shown for too long."""
        self._runs += 1
        for key in [key for key, run in self._shown.items() if self._runs - run > self.max_age]:
            del self._shown[key], self._charts[key]

    def keys(self) -> list[str]:
        """Return the hashes the browser tells the server."""
        return list(self._charts)
