"""Explanations: from rules, criteria and comparisons of plans, never from solver internals."""
