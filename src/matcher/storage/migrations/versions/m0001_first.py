"""The first tables, and the guards that make the history append-only."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

NOTHING_BEFORE = "0" * 64


def upgrade() -> None:
    """From an empty database."""
    _people_and_cases()
    _rosters_and_rounds()
    _choices_and_tasks()
    _history()
    _decisions()
    _guards()


def _changed() -> list[sa.Column[object]]:
    return [
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Text(), sa.ForeignKey("people.id"), nullable=False),
    ]


def _people_and_cases() -> None:
    op.create_table(
        "people",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *_changed(),
    )
    op.create_table(
        "cases",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("mark", sa.String(32), nullable=False, unique=True),
        comment="Every case the program keeps something of, and the mark it has in the history",
    )


def _rosters_and_rounds() -> None:
    op.create_table(
        "rosters",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False, index=True),
        sa.Column("file_name", sa.Text()),
        sa.Column("cases", sa.Integer(), nullable=False),
        sa.Column("coordinators", sa.Integer(), nullable=False),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("imported_by", sa.Text(), sa.ForeignKey("people.id"), nullable=False),
        sa.Column("erased_cases", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "rounds",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column(
            "roster_id", sa.Integer(), sa.ForeignKey("rosters.id"), nullable=False, index=True
        ),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("municipality", sa.Text(), nullable=False),
        sa.Column("profile", sa.Text(), nullable=False),
        sa.Column("profile_text", sa.Text(), nullable=False),
        sa.Column("effort", sa.Float()),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("ran_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ran_by", sa.Text(), sa.ForeignKey("people.id"), nullable=False),
        sa.Column("erased_cases", sa.Integer(), nullable=False),
        sa.Column("plan", sa.LargeBinary(), nullable=False),
        sqlite_autoincrement=True,
    )


def _choices_and_tasks() -> None:
    op.create_table(
        "choices",
        sa.Column("case_id", sa.Text(), sa.ForeignKey("cases.id"), primary_key=True),
        sa.Column("coordinator", sa.Text(), primary_key=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("version", sa.Integer(), nullable=False),
        *_changed(),
    )
    op.create_table(
        "tasks",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Text(), sa.ForeignKey("cases.id"), nullable=False, index=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.Text()),
        sa.Column("due", sa.Date(), index=True),
        sa.Column("done_on", sa.Date()),
        sa.Column("note", sa.Text()),
        sa.Column("source", sa.Text()),
        *_changed(),
        sqlite_autoincrement=True,
    )


def _history() -> None:
    op.create_table(
        "history",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.Text(), sa.ForeignKey("people.id"), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("subject", sa.String(32), index=True),
        sa.Column("about", sa.Text()),
        sa.Column("content_sha256", sa.String(64)),
        sa.Column("previous_sha256", sa.String(64), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Index("ix_history_reader", "who", "what", "at"),
        comment="Append-only: triggers refuse change and removal",
    )
    op.create_table(
        "history_contents",
        sa.Column(
            "number",
            sa.Integer(),
            sa.ForeignKey("history.number"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("salt", sa.String(32), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        comment="The erasable part of an entry; a trigger lets it go only after a deletion entry",
    )
    head = op.create_table(
        "history_head",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.CheckConstraint("id = 1", name="one_row"),
        comment="Where the history ends; whoever writes, holds this row first",
    )
    op.bulk_insert(head, [{"id": 1, "number": 0, "sha256": NOTHING_BEFORE}])


def _decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("case_id", sa.Text(), sa.ForeignKey("cases.id"), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("round_id", sa.Integer(), sa.ForeignKey("rounds.id"), index=True),
        sa.Column("entry", sa.Integer(), sa.ForeignKey("history.number"), nullable=False),
        sa.UniqueConstraint("entry"),
        comment="Which decision of which case an entry of the history is; its words stand there",
    )


def _guards() -> None:
    """SQLite's ``INSERT OR REPLACE`` removes a row without a word, so inserts are guarded too."""
    _refuse("history", "UPDATE", "TRUE")
    _refuse("history", "DELETE", "TRUE")
    _refuse(
        "history",
        "INSERT",
        "NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM history)",
    )
    for table, entry in (("history_contents", "number"), ("decisions", "entry")):
        _refuse(table, "UPDATE", "TRUE")
        _refuse(table, "DELETE", f"NOT {_case_is_deleted(f'OLD.{entry}')}")
        taken = f"SELECT 1 FROM {table} WHERE {entry} = NEW.{entry}"
        _refuse(table, "INSERT", f"EXISTS ({taken})")
    _refuse("history_head", "DELETE", "TRUE")
    _refuse("history_head", "INSERT", "TRUE")
    _refuse(
        "history_head",
        "UPDATE",
        "NEW.number <> OLD.number + 1 OR NOT EXISTS (SELECT 1 FROM history "
        "WHERE number = NEW.number AND sha256 = NEW.sha256)",
    )
    if op.get_bind().dialect.name == "postgresql":
        for table in ("history", "history_contents", "history_head", "decisions"):
            _refuse(table, "TRUNCATE", "TRUE", each="STATEMENT")


def _case_is_deleted(entry: str) -> str:
    return (
        "EXISTS (SELECT 1 FROM history AS own JOIN history AS gone ON gone.subject = own.subject "
        f"WHERE own.number = {entry} AND gone.what = 'slettet sak' AND gone.number > own.number)"
    )


def _refuse(table: str, event: str, when: str, each: str = "ROW") -> None:
    name, says = f"guard_{table}_{event.lower()}", f"{table} is append-only"
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(
            f"CREATE TRIGGER {name} BEFORE {event} ON {table} WHEN {when} "
            f"BEGIN SELECT RAISE(ABORT, '{says}'); END"
        )
        return
    row = {"INSERT": "NEW", "UPDATE": "NEW", "DELETE": "OLD", "TRUNCATE": "NULL"}[event]
    connection.exec_driver_sql(
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {when} THEN RAISE EXCEPTION '{says}'; END IF; RETURN {row}; END $$"
    )
    connection.exec_driver_sql(
        f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH {each} EXECUTE FUNCTION {name}()"
    )
