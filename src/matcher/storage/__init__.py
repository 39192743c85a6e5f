"""What lasts: rosters, rounds, decisions, tasks and a history. The only home of SQLAlchemy."""
