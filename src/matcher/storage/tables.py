"""The tables. A change here needs a migration; a test holds the two together.

Whatever identifies a person in a case stands in a column that deleting the case can reach.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from matcher.storage.column_types import PackedText, UtcDateTime

NAMES = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}
"""Every constraint has a name, or a later migration on SQLite can't change it."""

metadata = MetaData(naming_convention=NAMES)

people = Table(
    "people",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("is_active", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
    Column("changed_by", Text, ForeignKey("people.id"), nullable=False),
)

cases = Table(
    "cases",
    metadata,
    Column("id", Text, primary_key=True),
    Column("mark", String(32), nullable=False, unique=True),
    comment="Every case the program keeps something of, and the mark it has in the history",
)

rosters = Table(
    "rosters",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("day", Date, nullable=False),
    Column("sha256", String(64), nullable=False, index=True),
    Column("file_name", Text),
    Column("cases", Integer, nullable=False),
    Column("coordinators", Integer, nullable=False),
    Column("imported_at", UtcDateTime, nullable=False),
    Column("imported_by", Text, ForeignKey("people.id"), nullable=False),
    Column("erased_cases", Integer, nullable=False),
    Column("content", PackedText, nullable=False),
    sqlite_autoincrement=True,
)

rounds = Table(
    "rounds",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("roster_id", Integer, ForeignKey("rosters.id"), nullable=False, index=True),
    Column("day", Date, nullable=False),
    Column("municipality", Text, nullable=False),
    Column("profile", Text, nullable=False),
    Column("profile_text", Text, nullable=False),
    Column("effort", Float),
    Column("status", Text, nullable=False),
    Column("ran_at", UtcDateTime, nullable=False),
    Column("ran_by", Text, ForeignKey("people.id"), nullable=False),
    Column("erased_cases", Integer, nullable=False),
    Column("plan", PackedText, nullable=False),
    sqlite_autoincrement=True,
)

choices = Table(
    "choices",
    metadata,
    Column("case_id", Text, ForeignKey("cases.id"), primary_key=True),
    Column("coordinator", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("reason", Text),
    Column("version", Integer, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
    Column("changed_by", Text, ForeignKey("people.id"), nullable=False),
)

tasks = Table(
    "tasks",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("case_id", Text, ForeignKey("cases.id"), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("owner_id", Text),
    Column("due", Date, index=True),
    Column("done_on", Date),
    Column("note", Text),
    Column("source", Text),
    Column("changed_at", UtcDateTime, nullable=False),
    Column("changed_by", Text, ForeignKey("people.id"), nullable=False),
    sqlite_autoincrement=True,
)

absences = Table(
    "absences",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("coordinator", Text, nullable=False, index=True),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date),
    Column("changed_at", UtcDateTime, nullable=False),
    Column("changed_by", Text, ForeignKey("people.id"), nullable=False),
    sqlite_autoincrement=True,
)

ansvarsgrupper = Table(
    "ansvarsgrupper",
    metadata,
    Column("case_id", Text, ForeignKey("cases.id"), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("content", Text, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
    Column("changed_by", Text, ForeignKey("people.id"), nullable=False),
)

history = Table(
    "history",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", UtcDateTime, nullable=False),
    Column("who", Text, ForeignKey("people.id"), nullable=False),
    Column("what", Text, nullable=False),
    Column("subject", String(32), index=True),
    Column("about", Text),
    Column("content_sha256", String(64)),
    Column("previous_sha256", String(64), nullable=False),
    Column("sha256", String(64), nullable=False),
    Index("ix_history_reader", "who", "what", "at"),
    comment="Append-only: triggers refuse change and removal",
)

history_contents = Table(
    "history_contents",
    metadata,
    Column("number", Integer, ForeignKey("history.number"), primary_key=True, autoincrement=False),
    Column("salt", String(32), nullable=False),
    Column("content", Text, nullable=False),
    comment="The erasable part of an entry; a trigger lets it go only after a deletion entry",
)

history_head = Table(
    "history_head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False),
    Column("sha256", String(64), nullable=False),
    CheckConstraint("id = 1", name="one_row"),
    comment="Where the history ends; whoever writes, holds this row first",
)

decisions = Table(
    "decisions",
    metadata,
    Column("case_id", Text, ForeignKey("cases.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("round_id", Integer, ForeignKey("rounds.id"), index=True),
    Column("entry", Integer, ForeignKey("history.number"), nullable=False),
    UniqueConstraint("entry"),
    comment="Which decision of which case an entry of the history is; its words stand there",
)

given_roles = Table(
    "given_roles",
    metadata,
    Column("person", Text, ForeignKey("people.id"), primary_key=True),
    Column("role", Text, primary_key=True),
    Column("given_at", UtcDateTime, nullable=False),
    Column("given_by", Text, ForeignKey("people.id"), nullable=False),
)

given_sights = Table(
    "given_sights",
    metadata,
    Column("person", Text, ForeignKey("people.id"), primary_key=True),
    Column("of", Text, primary_key=True),
    Column("which", Text, primary_key=True),
    Column("given_at", UtcDateTime, nullable=False),
    Column("given_by", Text, ForeignKey("people.id"), nullable=False),
    comment="What a person is let see, beside their roles",
)

blocked_places = Table(
    "blocked_places",
    metadata,
    Column("case_id", Text, ForeignKey("cases.id"), primary_key=True),
    Column("sealed", Text, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
    Column("changed_by", Text, ForeignKey("people.id"), nullable=False),
    comment="Where blocked addresses are, sealed with a key that isn't in the database",
)

kept_scenarios = Table(
    "kept_scenarios",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("round_id", Integer, ForeignKey("rounds.id"), nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("says", Text, nullable=False),
    Column("saved_at", UtcDateTime, nullable=False),
    Column("saved_by", Text, ForeignKey("people.id"), nullable=False),
    sqlite_autoincrement=True,
    comment="What was tried beside a round, and what it showed; it names no case",
)

sign_ins = Table(
    "sign_ins",
    metadata,
    Column("cookie_sha256", String(64), primary_key=True),
    Column("state", Text, nullable=False),
    Column("nonce", Text, nullable=False),
    Column("verifier", Text, nullable=False),
    Column("goes_to", Text, nullable=False),
    Column("began_at", UtcDateTime, nullable=False, index=True),
    comment="Log-ins between the first step and the answer; each is used once",
)

sessions = Table(
    "sessions",
    metadata,
    Column("token_sha256", String(64), primary_key=True),
    Column("person", Text, ForeignKey("people.id"), nullable=False, index=True),
    Column("claimed_roles", Text, nullable=False),
    Column("began_at", UtcDateTime, nullable=False),
    Column("seen_at", UtcDateTime, nullable=False),
    Column("there_sha256", String(64), nullable=True, index=True),
    comment="Who is logged in; a row that is gone, is a session that is over",
)
