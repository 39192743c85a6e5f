"""Which role may use which service: the whole table, and the page that shows it (docs/roller.md).

The administrator runs the program and gives roles, and therefore sees no case (Normen: tilgang
etter tjenstlig behov). A service that takes a path of the machine is for its operator alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

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


class Within(StrEnum):
    """What a service is to whoever doesn't see all cases."""

    CLOSED = ""
    """It can't be done without everybody's cases, as a round that shares them out."""
    OWN_CASES = "egne saker"
    """It asks and tells of their own cases alone (``own_part``)."""
    NO_CASE = "ja"
    """It is about no case."""


@dataclass(frozen=True)
class Right:
    """A service, what it is to do it, in Norwegian, and the roles that may."""

    service: str
    does: str
    roles: frozenset[AccessRole]
    within: Within = Within.CLOSED
    needs_places: bool = False
    """Only for those who are named as readers of blocked places, whatever their role."""


OWN, FREE = Within.OWN_CASES, Within.NO_CASE

TABLE = (
    # Data and rules
    Right("profiles", "se kommuneprofilene", ANYBODY, FREE),
    Right("profile", "se en kommuneprofil", ANYBODY, FREE),
    Right("profile_text", "se en kommuneprofil som tekst", ANYBODY, FREE),
    Right("unusable_profiles", "se hvilke profiler som ikke kan brukes", ANYBODY, FREE),
    Right("differences", "sammenligne to profiler", ANYBODY, FREE),
    Right("under_other_weights", "prøve en runde med andre vekter", SEES_CASES),
    Right("own_profile", "lage et utkast til egen profil", ANSWERS_FOR_CASES),
    Right("save_profile", "lagre en egen profil", ANSWERS_FOR_CASES),
    Right("rules", "se regler og kriterier", ANYBODY, FREE),
    Right("statements", "se hva programmet gjør med hver setning i dokumentet", ANYBODY, FREE),
    Right("new_profile", "lage en profil for en ny kommune", ANSWERS_FOR_CASES),
    Right("to_settle", "se hva som gjenstår i en profil", ANYBODY, FREE),
    Right("laws", "se lovlista", ANYBODY, FREE),
    Right("samples", "se hvilke eksempler som finnes", ANYBODY, FREE),
    Right("template", "hente en tom arbeidsbok", ANYBODY, FREE),
    Right("sample", "lage oppdiktede data", ANYBODY, FREE),
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
    Right("run_and_keep", "kjøre en runde og lagre den", WORKS_ON_CASES),
    Right("same_round", "finne en lagret runde som ble bedt om det samme", SEES_CASES),
    Right("kept_rounds", "se hvilke runder som er lagret", SEES_CASES, FREE),
    Right("open_kept_round", "åpne en lagret runde", SEES_CASES, OWN),
    Right("request_of", "se hva en runde ble bedt om", SEES_CASES),
    Right("reproduce", "kjøre en runde på nytt og se om planen er den samme", WORKS_ON_CASES),
    Right("verify", "kontrollere en plan og beviset for den, uten løser", WORKS_ON_CASES),
    Right("resume", "ta opp igjen en runde", SEES_CASES),
    # Decisions
    Right("desk", "se alt som trengs for å avgjøre en sak", SEES_CASES, OWN),
    Right("pair", "se hva som stopper et valg", SEES_CASES, OWN),
    Right("missing", "se hva en avgjørelse mangler", SEES_CASES, OWN),
    Right("settle", "avgjøre en sak, eller skrive utkast", WORKS_ON_CASES, OWN),
    Right("decisions", "se avgjørelsene", SEES_CASES, OWN),
    Right("decisions_of", "se avgjørelsene i en sak", SEES_CASES, OWN),
    Right("choices", "se låser, sperringer og ønsker fra KE", SEES_CASES, OWN),
    Right("choose", "låse, sperre eller foretrekke et valg", WORKS_ON_CASES, OWN),
    Right("withdraw", "trekke tilbake en lås, en sperring eller et ønske", WORKS_ON_CASES, OWN),
    Right("with_choices", "ta med låser, sperringer og ønsker i en runde", WORKS_ON_CASES),
    Right("unused_choices", "se låser og sperringer som ikke gjelder noen i runden", SEES_CASES),
    Right("with_decisions", "låse det som er avgjort, i en runde", WORKS_ON_CASES),
    Right("changes_since", "se hva som er endret siden forrige runde", SEES_CASES, OWN),
    # Tasks
    Right("tasks", "se oppgavene", SEES_CASES, OWN),
    Right("task", "se en oppgave", SEES_CASES, OWN),
    Right("add_task", "føre opp en oppgave", WORKS_ON_CASES, OWN),
    Right("finish_task", "skrive at en oppgave er gjort", WORKS_ON_CASES | LEADS, OWN),
    Right("reopen_task", "åpne en oppgave igjen", WORKS_ON_CASES | LEADS, OWN),
    Right("reassign_task", "gi en oppgave til en annen", WORKS_ON_CASES | LEADS, OWN),
    Right("reschedule_task", "endre fristen på en oppgave", WORKS_ON_CASES | LEADS, OWN),
    Right("task_calendar", "hente oppgavene som kalenderfil", SEES_CASES, OWN),
    Right("task_workbook", "hente oppgavene som regneark", SEES_CASES, OWN),
    Right("case_sheet", "hente en sak til innlegging i et annet system", WORKS_ON_CASES, OWN),
    Right("meeting_list", "hente møtelista", WORKS_ON_CASES),
    Right("meeting_list_pdf", "hente møtelista til utskrift", WORKS_ON_CASES),
    # Oversight
    Right("overview", "se oversikten over alle saker", SEES_CASES, OWN),
    Right("alerts", "se varslene", SEES_CASES, OWN),
    Right("responsibility", "se hvem som har hatt ansvaret i en sak", SEES_CASES, OWN),
    Right("absences", "se fravær som er registrert her", SEES_CASES, OWN),
    Right("covered", "se hvem som står inn ved et fravær", SEES_CASES, OWN),
    Right("register_absence", "registrere fravær", WORKS_ON_CASES | LEADS, OWN),
    Right("remove_absence", "ta bort et fravær", WORKS_ON_CASES | LEADS, OWN),
    Right("group", "se ansvarsgruppa i en sak", SEES_CASES, OWN),
    Right("save_group", "skrive hvem som er i en ansvarsgruppe", WORKS_ON_CASES, OWN),
    Right("due_for_deletion", "se hvilke saker som kan slettes", ANSWERS_FOR_CASES),
    Right("delete_case", "slette en sak", ANSWERS_FOR_CASES),
    Right("seals_places", "se om steder kan forsegles", SEES_CASES, FREE),
    Right("keep_places", "ta vare på hvor noen med sperret adresse er", WORKS_ON_CASES),
    Right(
        "blocked_place",
        "se hvor noen med sperret adresse er",
        SEES_CASES,
        OWN,
        needs_places=True,
    ),
    # Questions and letters
    Right("why_not", "spørre hvorfor ikke en annen koordinator", SEES_CASES),
    Right("what_would_change", "spørre hva som skal til", SEES_CASES),
    Right("why_nobody", "spørre hvorfor ingen fikk saken", SEES_CASES),
    Right("what_would_place", "spørre hva som skal til for at noen får saken", SEES_CASES),
    Right("firmness", "se hvor sikre forslagene er", SEES_CASES),
    Right("demand", "se hvilke tjenester som er etterspurt", LEADS),
    Right("letter", "lage brev", WORKS_ON_CASES, OWN),
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
    Right("sweep_from_text", "lese et sveip", PLANS_AHEAD),
    Right("save_scenario", "lagre et scenario med en runde", PLANS_AHEAD),
    Right("saved_scenarios", "se scenariene som er lagret med en runde", PLANS_AHEAD),
    Right("saved_scenario", "prøve et lagret scenario igjen", PLANS_AHEAD),
    Right("remove_scenario", "ta bort et lagret scenario", PLANS_AHEAD),
    Right("scenario", "lese et scenario fra en fil på maskinen", OPERATOR_ALONE),
    Right("scenarios", "lese scenarier fra en fil på maskinen", OPERATOR_ALONE),
    # History and people
    Right("verify_history", "kontrollere historikken", SEES_THE_HISTORY, FREE),
    Right("head", "se hvor historikken slutter", SEES_THE_HISTORY, FREE),
    Right("history", "lese historikken", SEES_THE_HISTORY, FREE),
    Right("history_of", "lese historikken til en sak", SEES_CASES, OWN),
    Right("people", "se hvem som bruker programmet", ANYBODY, FREE),
    Right("coordinators", "se hvem som er koordinator i en runde", SEES_CASES, OWN),
    Right("enter", "føre opp en ny person", RUNS_THE_PROGRAM, FREE),
    # Access
    Right("accounts", "se hvem som har hvilken rolle", RUNS_THE_PROGRAM, FREE),
    Right("give_role", "gi noen en rolle", RUNS_THE_PROGRAM, FREE),
    Right("take_role", "ta en rolle fra noen", RUNS_THE_PROGRAM, FREE),
    Right("give_sight", "gi noen innsyn", RUNS_THE_PROGRAM, FREE),
    Right("take_sight", "ta innsyn fra noen", RUNS_THE_PROGRAM, FREE),
    Right("has_left", "skrive at noen har sluttet", RUNS_THE_PROGRAM, FREE),
    Right("is_back", "skrive at noen er tilbake", RUNS_THE_PROGRAM, FREE),
    Right("end_sessions", "logge noen ut overalt", RUNS_THE_PROGRAM, FREE),
    # The program itself
    Right("versions", "se hvilke versjoner programmet har", ANYBODY, FREE),
    Right("kept_at", "se hvor data lagres", RUNS_THE_PROGRAM, FREE),
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

**Innsyn.** KE-ansvarlig ser alle saker. Alle andre ser bare det administratoren har gitt innsyn
i: *alle saker*, *en enhet* (navnet slik det står i datagrunnlaget) eller *en koordinator* (id-en,
oftest personen selv). Uten innsyn ser en ingen saker, uansett rolle. En sak er en enhets når noen
i enheten er koordinator i dag, tar over, er stedfortreder eller er kontaktperson for en tjeneste
i saken, etter det nyeste lagrede datagrunnlaget og avgjørelsene. Den siste kolonnen sier hva
tjenesten er for en som bare ser egne saker: *egne saker* (svaret er begrenset til dem), *ja*
(gjelder ingen sak), eller stengt. Hvor noen med sperret adresse er, ser bare de som er navngitt
til det (`blocked_place`), og hver gang skrives i historikken.
"""


def page() -> str:
    """docs/roller.md."""
    headings = ["Tjeneste", "Å …", *GIVEN_ROLES, "ser bare egne"]
    lines = [_line(headings), _line(["---", "---", *(":-:" for _ in GIVEN_ROLES), ":-:"])]
    lines += [
        _line([f"`{right.service}`", right.does, *_marks(right), right.within.value])
        for right in TABLE
    ]
    return INTRODUCTION + "\n" + "\n".join(lines) + "\n"


def _marks(right: Right) -> list[str]:
    given = "navngitte" if right.needs_places else "ja"
    return [given if role in right.roles else "" for role in GIVEN_ROLES]


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
