"""How long work tells how far it has come."""

from collections.abc import Callable

Progress = Callable[[str, float], None]
"""Told a Norwegian phrase for the step, and the share of the work that is done (0–1)."""
