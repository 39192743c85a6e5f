"""The exact core: a proven minimum of one tier, or the best plan found and a true bound."""

from matcher.optimizer.core.search import bounded, rough_plan, solve

__all__ = ["bounded", "rough_plan", "solve"]
