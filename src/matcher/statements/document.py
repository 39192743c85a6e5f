"""The page of rules (docs/rules.md), made from the statements, their traces and the profiles."""

from collections.abc import Iterable

from matcher.domain.wording import written
from matcher.profiles.in_force import RuleInForce
from matcher.profiles.law.laws import Law, laws
from matcher.profiles.load import load
from matcher.statements.statement import statements
from matcher.statements.told import ToldStatement, told_statements
from matcher.statements.trace import lines_of

HEAD = """\
# Reglene, setning for setning

Denne siden lages av `python -m matcher.statements`. Rett den ikke for hånd.

Programmet bygger på fem dokumenter fra fire kommuner. De er uenige om flere ting, og derfor har
hver kommune sin egen profil. For hver kommune står først setningene i dokumentets rekkefølge: hva
programmet gjør, hvor det står, og prøven som slår ut hvis det blir borte. Så står hver linje i
profilen med kilde. Programmet foreslår; en navngitt person avgjør.

En prøve er helst en [eksempelsak](../tests/worked_cases/README.md): en situasjon og hva dokumentet
sier om den, skrevet for hånd. Det som står som «utenfor», er med grunnen til at programmet ikke
gjør det. Til slutt står [lovene](#lovene) som gjelder, og dagen noen sist så etter.

| Kommune | Dokument | Setninger | Gjøres | Utenfor |
|---|---|---|---|---|
"""

STATEMENTS_HEAD = """\
| Setning | Dokumentet sier | Programmet gjør | Hvor | Prøve |
|---|---|---|---|---|
"""

WORKED_CASES = "tests/worked_cases"

LAWS_HEAD = """\
## Lovene

Listen er data (`profiles/law/laws.toml`). Er en lov ikke sett på det siste året, sier programmet
fra når en profil kontrolleres.

| Forkortelse | Lov | Paragrafer | Merknad | Kontrollert |
|---|---|---|---|---|
"""

OUTDATED_HEAD = """
### Det dokumentene siterer, og som ikke lenger er riktig

| Setning | Hva som er galt | Lov som gjelder |
|---|---|---|
"""

LINES_HEAD = """\
| Linje | I bruk | Innstillinger | Kilde | Kontrollert |
|---|---|---|---|---|
"""


def rules_page() -> str:
    """The whole page, in Markdown; the same for the same data."""
    profiles = list(dict.fromkeys(statement.profile for statement in statements()))
    summary = "".join(map(_summary, profiles))
    parts = [*map(_municipality, profiles), _laws()]
    return HEAD + summary + "\n" + "\n".join(parts)


def _summary(profile: str) -> str:
    told, loaded = told_statements(profile), load(profile)
    done = sum(one.is_done for one in told)
    return _row([loaded.title, loaded.document, *map(str, (len(told), done, len(told) - done))])


def _municipality(profile: str) -> str:
    loaded = load(profile)
    return "\n".join(
        [
            f"## {loaded.title}\n\nDokument {loaded.document}. Profil: `{profile}`.\n",
            "### Setningene\n\n"
            + STATEMENTS_HEAD
            + "".join(map(_statement, told_statements(profile))),
            "### Linjene i profilen\n\n"
            + LINES_HEAD
            + "".join(map(_line, lines_of(profile).values())),
        ]
    )


def _statement(told: ToldStatement) -> str:
    statement = told.statement
    return _row(
        [
            f"{statement.id} (linje {statement.line}, {statement.acts_as})",
            statement.says,
            told.does,
            "; ".join(f"`{place}`" for place in told.where) or "utenfor",
            _test(told.test),
        ]
    )


def _test(test: str) -> str:
    """A link to the worked case, or to the file with the test."""
    if not test:
        return ""
    file, _, name = test.partition("::")
    if name:
        return f"[prøve i koden](../{file})"
    return f"[{test}](../{WORKED_CASES}/{test}.toml)"


def _laws() -> str:
    """The law in force, and what the documents quote that is outdated."""
    acts = (
        _row(
            [
                law.short,
                f"{law.name}, {law.act}",
                _sections(law),
                law.note or "",
                written(law.checked),
            ]
        )
        for law in laws().law
    )
    outdated = (_row([row.statement, row.says, "; ".join(row.in_force)]) for row in laws().outdated)
    return LAWS_HEAD + "".join(acts) + OUTDATED_HEAD + "".join(outdated)


def _sections(law: Law) -> str:
    return "<br>".join(f"{section}: {about}" for section, about in law.sections.items())


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
