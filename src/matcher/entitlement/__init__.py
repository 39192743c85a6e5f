"""Entitlement: which role a case is owed, and why."""

from matcher.entitlement.which_role import entitle, placed_in_round

__all__ = ["entitle", "placed_in_round"]
