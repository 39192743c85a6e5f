"""Koordinatormatch."""
