"""The optimizer: from fit, hours and rules to a proven plan. The only home of ortools."""

from matcher.optimizer.assign import Assignment, assign

__all__ = ["Assignment", "assign"]
