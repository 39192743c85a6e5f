"""What each person is let see, and blocked places under seal."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Two new tables; nothing that is kept, changes."""
    op.create_table(
        "given_sights",
        sa.Column("person", sa.Text(), sa.ForeignKey("people.id"), primary_key=True),
        sa.Column("of", sa.Text(), primary_key=True),
        sa.Column("which", sa.Text(), primary_key=True),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("given_by", sa.Text(), sa.ForeignKey("people.id"), nullable=False),
        comment="What a person is let see, beside their roles",
    )
    op.create_table(
        "blocked_places",
        sa.Column("case_id", sa.Text(), sa.ForeignKey("cases.id"), primary_key=True),
        sa.Column("sealed", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Text(), sa.ForeignKey("people.id"), nullable=False),
        comment="Where blocked addresses are, sealed with a key that isn't in the database",
    )
