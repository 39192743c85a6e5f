"""What exists: case, coordinator, roster, finding, plan. Knows nothing of rules or solvers."""
