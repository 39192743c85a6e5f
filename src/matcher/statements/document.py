"""The page of rules (docs/rules.md), made from the statements, their traces and the profiles."""

from collections import Counter
from collections.abc import Iterable

from matcher.domain.wording import written
from matcher.profiles.in_force import RuleInForce
from matcher.profiles.load import load
from matcher.statements.statement import Statement, statements
from matcher.statements.trace import TO_COME, Kind, Trace, lines_of, traces

HEAD = """\
# Reglene, setning for setning

Denne siden lages av `python -m matcher.statements`. Rett den ikke for hånd.

Programmet bygger på fem dokumenter fra fire kommuner. De er uenige om flere ting, og derfor har
hver kommune sin egen profil. For hver kommune står først setningene i dokumentets rekkefølge med
hva programmet gjør, og så hver linje i profilen med kilde. Programmet foreslår; en navngitt person
avgjør.

| Kommune | Dokument | Setninger | Gjøres nå | Kommer | Utenfor |
|---|---|---|---|---|---|
"""

STATEMENTS_HEAD = """\
| Setning | Dokumentet sier | Programmet gjør | Hvor |
|---|---|---|---|
"""

LINES_HEAD = """\
| Linje | I bruk | Innstillinger | Kilde | Kontrollert |
|---|---|---|---|---|
"""


def rules_page() -> str:
    """The whole page, in Markdown; the same for the same data."""
    by_profile: dict[str, list[Statement]] = {}
    for statement in statements():
        by_profile.setdefault(statement.profile, []).append(statement)
    summary = "".join(_summary(name, rows) for name, rows in by_profile.items())
    parts = (_municipality(name, rows) for name, rows in by_profile.items())
    return HEAD + summary + "\n" + "\n".join(parts)


def _summary(profile: str, rows: list[Statement]) -> str:
    kinds = Counter(traces()[statement.id].kind for statement in rows)
    pending, outside = kinds[Kind.PENDING], kinds[Kind.OUT_OF_SCOPE]
    done = len(rows) - pending - outside
    loaded = load(profile)
    return _row([loaded.title, loaded.document, *map(str, (len(rows), done, pending, outside))])


def _municipality(profile: str, rows: list[Statement]) -> str:
    loaded = load(profile)
    return "\n".join(
        [
            f"## {loaded.title}\n\nDokument {loaded.document}. Profil: `{profile}`.\n",
            "### Setningene\n\n" + STATEMENTS_HEAD + "".join(map(_statement, rows)),
            "### Linjene i profilen\n\n"
            + LINES_HEAD
            + "".join(map(_line, lines_of(profile).values())),
        ]
    )


def _statement(statement: Statement) -> str:
    trace = traces()[statement.id]
    return _row(
        [
            f"{statement.id} (linje {statement.line}, {statement.acts_as})",
            statement.says,
            f"Kommer: {trace.does}" if trace.kind is Kind.PENDING else trace.does,
            _where(trace, statement),
        ]
    )


def _where(trace: Trace, statement: Statement) -> str:
    if trace.kind is Kind.OUT_OF_SCOPE:
        return "utenfor"
    citing = (
        line.key
        for line in lines_of(statement.profile).values()
        if statement.id in line.statements and line.key != trace.where
    )
    to_come = TO_COME.get(trace.where)
    place = f"kommer med {to_come}" if to_come else f"`{trace.where}`"
    return "; ".join([place, *(f"`{key}`" for key in citing)])


def _line(line: RuleInForce) -> str:
    settings = (f"{setting.title}: {setting.says}" for setting in line.settings)
    return _row(
        [
            f"{line.title} (`{line.key}`)",
            "ja" if line.is_in_force else "nei",
            "<br>".join(settings),
            line.source,
            written(line.checked),
        ]
    )


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"
