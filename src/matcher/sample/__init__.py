"""Invented rosters for demonstration and tests: seeded, and like a municipality's own list."""

from matcher.sample.faults import faulty
from matcher.sample.generate import generate

__all__ = ["faulty", "generate"]
