"""Scenarios saved with the round they were tried on."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A new table; nothing that is kept, changes."""
    op.create_table(
        "kept_scenarios",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("round_id", sa.Integer(), sa.ForeignKey("rounds.id"), nullable=False, index=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("says", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_by", sa.Text(), sa.ForeignKey("people.id"), nullable=False),
        comment="What was tried beside a round, and what it showed; it names no case",
        sqlite_autoincrement=True,
    )
