"""Which session with the log-in a session here came from, so that it ends when that one does."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A new column; sessions that go on, have none."""
    op.add_column("sessions", sa.Column("there_sha256", sa.String(64), nullable=True))
    op.create_index("ix_sessions_there_sha256", "sessions", ["there_sha256"])
