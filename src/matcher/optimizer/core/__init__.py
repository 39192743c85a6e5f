"""The exact core: a proven minimum of one tier, or the best plan found and a true bound."""

from matcher.optimizer.core.search import bounded, plan_in_depth, solve

__all__ = ["bounded", "plan_in_depth", "solve"]
