"""A figure is a ratio: what we measure over its floor, both run side by side, in turn, and their medians kept."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median, quantiles

Sample = Callable[[], float]  # one run: how long it took, in seconds


class SkippedError(Exception):
    """The figure cannot be measured here; the message says why."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure. ``limit`` bounds ``value / floor``; ``unit`` is what both are in."""

    name: str
    value: float
    floor: float
    limit: float
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        """The value over its floor."""
        return self.value / self.floor

    @property
    def holds(self) -> bool:
        """Whether the ratio stays within its limit."""
        return self.ratio <= self.limit

    def __str__(self) -> str:
        sign = "✓" if self.holds else "✗"
        figures = f"{_shown(self.value)} {self.unit} pour {_shown(self.floor)}"
        return f"{sign} {self.name:<64} {figures:>22}   × {_shown(self.ratio)} (au plus × {_shown(self.limit)})"


def _shown(number: float) -> str:
    return f"{number:.0f}" if number >= 100 else f"{number:.3g}".replace(".", ",")


def timed(action: Callable[[], object]) -> Sample:
    """Return a sample that runs an action and says how long it took."""

    def sample() -> float:
        gc.collect()
        began = time.perf_counter()
        action()
        return time.perf_counter() - began

    return sample


def compared(name: str, limit: float, subject: Sample, floor: Sample, *, times: int = 9) -> Figure:
    """Return the median of each, in milliseconds, after one run of each that does not count."""
    subject()
    floor()
    pairs = [(subject(), floor()) for _ in range(times)]
    return Figure(name, 1000 * median(pair[0] for pair in pairs), 1000 * median(pair[1] for pair in pairs), limit)


def slowest(seconds: list[float]) -> float:
    """Return the 95th percentile."""
    return quantiles(seconds, n=20)[-1]
