"""Which role may use which service: the whole table, and the page that shows it (docs/roller.md).

The administrator runs the program and gives roles, and therefore sees no case (Normen: tilgang
etter tjenstlig behov). A service that takes a path of the machine is for its operator alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from matcher.domain.actor import GIVEN_ROLES, AccessRole

LESER, SAKSBEHANDLER, LEDER, KE, ADMINISTRATOR = GIVEN_ROLES
ANYBODY = frozenset(GIVEN_ROLES)
SEES_CASES = frozenset({LESER, SAKSBEHANDLER, LEDER, KE})
WORKS_ON_CASES = frozenset({SAKSBEHANDLER, KE})
LEADS = frozenset({LEDER, KE})
PLANS_AHEAD = WORKS_ON_CASES | LEADS
ANSWERS_FOR_CASES = frozenset({KE})
SEES_THE_HISTORY = frozenset({KE, ADMINISTRATOR})
RUNS_THE_PROGRAM = frozenset({ADMINISTRATOR})
OPERATOR_ALONE: frozenset[AccessRole] = frozenset()


@dataclass(frozen=True)
class Right:
    """A service, what it is to do it, in Norwegian, and the roles that may."""

    service: str
    does: str
    roles: frozenset[AccessRole]


TABLE = (
    # Data and rules
    Right("profiles", "se kommuneprofilene", ANYBODY),
    Right("profile", "se en kommuneprofil", ANYBODY),
    Right("profile_text", "se en kommuneprofil som tekst", ANYBODY),
    Right("unusable_profiles", "se hvilke profiler som ikke kan brukes", ANYBODY),
    Right("differences", "sammenligne to profiler", ANYBODY),
    Right("under_other_weights", "prøve en runde med andre vekter", SEES_CASES),
    Right("own_profile", "lage et utkast til egen profil", ANSWERS_FOR_CASES),
    Right("save_profile", "lagre en egen profil", ANSWERS_FOR_CASES),
    Right("rules", "se regler og kriterier", ANYBODY),
    Right("statements", "se hva programmet gjør med hver setning i dokumentet", ANYBODY),
    Right("new_profile", "lage en profil for en ny kommune", ANSWERS_FOR_CASES),
    Right("to_settle", "se hva som gjenstår i en profil", ANYBODY),
    Right("laws", "se lovlista", ANYBODY),
    Right("samples", "se hvilke eksempler som finnes", ANYBODY),
    Right("template", "hente en tom arbeidsbok", ANYBODY),
    Right("sample", "lage oppdiktede data", ANYBODY),
    Right("import_file", "lese inn et datagrunnlag", WORKS_ON_CASES),
    Right("import_path", "lese inn fra en mappe på maskinen", OPERATOR_ALONE),
    Right("editable_file", "rette rader i et datagrunnlag", WORKS_ON_CASES),
    Right("editable_roster", "rette rader i en lagret rundes datagrunnlag", WORKS_ON_CASES),
    Right("rows", "se radene i et datagrunnlag", WORKS_ON_CASES),
    Right("change_row", "endre en rad", WORKS_ON_CASES),
    Right("delete_row", "slette en rad", WORKS_ON_CASES),
    Right("import_tables", "lese inn rader som er rettet", WORKS_ON_CASES),
    Right("edited_workbook", "laste ned et rettet datagrunnlag", WORKS_ON_CASES),
    Right("notices", "se merknader til et datagrunnlag", WORKS_ON_CASES),
    # Rounds
    Right("run_round", "kjøre en runde", WORKS_ON_CASES),
    Right("round_files", "hente filene fra en runde", WORKS_ON_CASES),
    Right("plan_workbook", "hente planen som regneark", WORKS_ON_CASES),
    Right("open_round", "åpne en runde fra en mappe på maskinen", OPERATOR_ALONE),
    Right("keep_round", "lagre en runde", WORKS_ON_CASES),
    Right("kept_rounds", "se hvilke runder som er lagret", SEES_CASES),
    Right("open_kept_round", "åpne en lagret runde", SEES_CASES),
    Right("request_of", "se hva en runde ble bedt om", SEES_CASES),
    Right("reproduce", "kjøre en runde på nytt og se om planen er den samme", WORKS_ON_CASES),
    Right("resume", "ta opp igjen en runde", SEES_CASES),
    # Decisions
    Right("desk", "se alt som trengs for å avgjøre en sak", SEES_CASES),
    Right("pair", "se hva som stopper et valg", SEES_CASES),
    Right("missing", "se hva en avgjørelse mangler", SEES_CASES),
    Right("settle", "avgjøre en sak, eller skrive utkast", WORKS_ON_CASES),
    Right("decisions", "se avgjørelsene", SEES_CASES),
    Right("decisions_of", "se avgjørelsene i en sak", SEES_CASES),
    Right("choices", "se låser, sperringer og ønsker fra KE", SEES_CASES),
    Right("choose", "låse, sperre eller foretrekke et valg", WORKS_ON_CASES),
    Right("withdraw", "trekke tilbake en lås, en sperring eller et ønske", WORKS_ON_CASES),
    Right("with_choices", "ta med låser, sperringer og ønsker i en runde", WORKS_ON_CASES),
    Right("unused_choices", "se låser og sperringer som ikke gjelder noen i runden", SEES_CASES),
    Right("with_decisions", "låse det som er avgjort, i en runde", WORKS_ON_CASES),
    Right("changes_since", "se hva som er endret siden forrige runde", SEES_CASES),
    # Tasks
    Right("tasks", "se oppgavene", SEES_CASES),
    Right("task", "se en oppgave", SEES_CASES),
    Right("add_task", "føre opp en oppgave", WORKS_ON_CASES),
    Right("finish_task", "skrive at en oppgave er gjort", WORKS_ON_CASES | LEADS),
    Right("reopen_task", "åpne en oppgave igjen", WORKS_ON_CASES | LEADS),
    Right("reassign_task", "gi en oppgave til en annen", WORKS_ON_CASES | LEADS),
    Right("reschedule_task", "endre fristen på en oppgave", WORKS_ON_CASES | LEADS),
    Right("task_calendar", "hente oppgavene som kalenderfil", SEES_CASES),
    Right("task_workbook", "hente oppgavene som regneark", SEES_CASES),
    Right("case_sheet", "hente en sak til innlegging i et annet system", WORKS_ON_CASES),
    Right("meeting_list", "hente møtelista", WORKS_ON_CASES),
    # Oversight
    Right("overview", "se oversikten over alle saker", SEES_CASES),
    Right("alerts", "se varslene", SEES_CASES),
    Right("responsibility", "se hvem som har hatt ansvaret i en sak", SEES_CASES),
    Right("absences", "se fravær som er registrert her", SEES_CASES),
    Right("covered", "se hvem som står inn ved et fravær", SEES_CASES),
    Right("register_absence", "registrere fravær", WORKS_ON_CASES | LEADS),
    Right("remove_absence", "ta bort et fravær", WORKS_ON_CASES | LEADS),
    Right("group", "se ansvarsgruppa i en sak", SEES_CASES),
    Right("save_group", "skrive hvem som er i en ansvarsgruppe", WORKS_ON_CASES),
    Right("due_for_deletion", "se hvilke saker som kan slettes", ANSWERS_FOR_CASES),
    Right("delete_case", "slette en sak", ANSWERS_FOR_CASES),
    # Questions and letters
    Right("why_not", "spørre hvorfor ikke en annen koordinator", SEES_CASES),
    Right("what_would_change", "spørre hva som skal til", SEES_CASES),
    Right("why_nobody", "spørre hvorfor ingen fikk saken", SEES_CASES),
    Right("what_would_place", "spørre hva som skal til for at noen får saken", SEES_CASES),
    Right("firmness", "se hvor sikre forslagene er", SEES_CASES),
    Right("demand", "se hvilke tjenester som er etterspurt", LEADS),
    Right("letter", "lage brev", WORKS_ON_CASES),
    # Scenarios
    Right("base", "kjøre runden som scenarier holdes opp mot", PLANS_AHEAD),
    Right("base_of", "ta en runde som utgangspunkt for scenarier", PLANS_AHEAD),
    Right("scenario_from_text", "lese et scenario", PLANS_AHEAD),
    Right("scenario_text", "skrive et scenario", PLANS_AHEAD),
    Right("what_if", "se hva et scenario gjør", PLANS_AHEAD),
    Right("sweep", "prøve mange scenarier", PLANS_AHEAD),
    Right("each_absence", "se hva hvert fravær gjør", PLANS_AHEAD),
    Right("worth_of_hours", "se hva flere timer gir", PLANS_AHEAD),
    Right("best_use", "se den beste bruken av timer", PLANS_AHEAD),
    Right("over_time", "se månedene framover", PLANS_AHEAD),
    Right("report", "lage en rapport om scenarier", PLANS_AHEAD),
    Right("report_files", "hente rapporten om scenarier", PLANS_AHEAD),
    Right("scenario", "lese et scenario fra en fil på maskinen", OPERATOR_ALONE),
    Right("scenarios", "lese scenarier fra en fil på maskinen", OPERATOR_ALONE),
    # History and people
    Right("verify_history", "kontrollere historikken", SEES_THE_HISTORY),
    Right("head", "se hvor historikken slutter", SEES_THE_HISTORY),
    Right("history", "lese historikken", SEES_THE_HISTORY),
    Right("history_of", "lese historikken til en sak", SEES_CASES),
    Right("people", "se hvem som bruker programmet", ANYBODY),
    Right("enter", "føre opp en ny person", RUNS_THE_PROGRAM),
    # Access
    Right("accounts", "se hvem som har hvilken rolle", RUNS_THE_PROGRAM),
    Right("give_role", "gi noen en rolle", RUNS_THE_PROGRAM),
    Right("take_role", "ta en rolle fra noen", RUNS_THE_PROGRAM),
    Right("end_sessions", "logge noen ut overalt", RUNS_THE_PROGRAM),
    Right("backup", "ta sikkerhetskopi til en fil på maskinen", OPERATOR_ALONE),
    Right("restore", "gjenopprette fra en fil på maskinen", OPERATOR_ALONE),
)

RIGHTS = {right.service: right for right in TABLE}

INTRODUCTION = """\
# Roller og rettigheter

Hva hver rolle gir adgang til. Siden er skrevet av programmet (`matcher.services.rights`), og en
prøve sammenligner den med koden. En tjeneste som ikke står i tabellen, er stengt for alle roller.

En person kan ha flere roller, og får da summen. Administratoren gir roller og driver programmet, og
ser derfor ingen saker. Den som har maskinen programmet går på, kan bruke alle kommandoene
(`matcher …`) uten rolle, fordi den også har databasen. Kommandoene skriver navnet i historikken.
Ingen kan gjøre noe i en annens navn.
"""


def page() -> str:
    """docs/roller.md."""
    headings = ["Tjeneste", "Å …", *GIVEN_ROLES]
    lines = [_line(headings), _line(["---", "---", *(":-:" for _ in GIVEN_ROLES)])]
    lines += [
        _line([f"`{right.service}`", right.does, *(_mark(right, role) for role in GIVEN_ROLES)])
        for right in TABLE
    ]
    return INTRODUCTION + "\n" + "\n".join(lines) + "\n"


def _mark(right: Right, role: AccessRole) -> str:
    return "ja" if role in right.roles else ""


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
