"""The workbook: every sheet and column, said once.

Reading, the empty template with its drop-down lists and guidance, and writing are all derived
from ``SHEETS``, so that they can't drift apart.
"""

from __future__ import annotations

from matcher.domain.case import Case, Relation, ServiceInCase, Wish
from matcher.domain.coordinator import Absence, Coordinator, Unit
from matcher.domain.focus import FIELD_OF
from matcher.domain.vocabulary import (
    AddressBlock,
    Arena,
    BarnevernPhase,
    Consent,
    Employer,
    IndividualPlan,
    RelationKind,
    Service,
    Subject,
    Transition,
    WishAbout,
    WishBy,
)
from matcher.exchange.dates import Day, Month
from matcher.exchange.kinds import Id, Several, Text, Words, YesNo
from matcher.exchange.quantities import Decimal, Percent, Whole
from matcher.exchange.sheet import OWNER, Column, Sheet

LEVEL = Whole(low=0, high=3)
HOURS = Decimal(unit="timer")
SEVERAL_TEXTS = Several(Text())

CASES = Sheet(
    name="Saker",
    guidance="En rad for hver sak: en person eller familie som trenger koordinator.",
    item=Case,
    is_required=True,
    parts=lambda roster: ((case.id, case) for case in roster.cases),
    columns=(
        Column("Sak", "id", Id(), "Sakens id. Ikke fødselsnummer, og ikke navn.", True),
        Column("Mottatt", "received", Day(), "Dagen meldingen eller søknaden kom."),
        Column("Gjelder", "subject", Words(Subject), "Hvem saken gjelder."),
        Column("Fødselsmåned", "birth_month", Month(), "Måned og år; for ufødt: termin."),
        Column("BTI-nivå", "bti_level", LEVEL, "Nivået i BTI-modellen, 0–3."),
        Column(
            "Alvorlig tilstand",
            "serious_condition",
            YesNo(),
            "Alvorlig sykdom, skade eller nedsatt funksjonsevne.",
        ),
        Column("Langvarig behov", "long_term_need", YesNo(), "Om behovet ventes å vare."),
        Column("Tidlig avdekket", "found_early", YesNo(), "Om behovet ble sett tidlig."),
        Column(
            "Individuell plan",
            "individual_plan",
            Words(IndividualPlan),
            "Nei takk til plan endrer ikke retten til koordinator.",
        ),
        Column("Samtykke", "consent", Words(Consent), "Samtykke til å dele opplysninger."),
        Column("Samtykke dato", "consent_date", Day(), "Dagen samtykket ble gitt."),
        Column(
            "Samtykke omfatter",
            "consent_scope",
            Several(Words(Service)),
            "Tjenestene samtykket gjelder.",
        ),
        *(
            Column(
                focus.value.capitalize(),
                f"focus.{field}",
                LEVEL,
                "Behov innen dette området: 0 ikke noe, 3 mye.",
            )
            for focus, field in FIELD_OF.items()
        ),
        Column("Arenaer", "arenas", Several(Words(Arena)), "Hvor hverdagen leves."),
        Column("Språk", "languages", SEVERAL_TEXTS, "Språk familien bruker."),
        Column("Område", "area", Text(), "Skolekrets eller sted. Skal stå tom ved adressesperre."),
        Column("Nåværende koordinator", "current_coordinator", Id(), "Id fra arket Koordinatorer."),
        Column("Koordinator siden", "coordinator_since", Day(), "Dagen koordinatoren tok over."),
        Column("Tidligere bytter", "earlier_changes", Whole(), "Antall bytter av koordinator."),
        Column("Vurder bytte", "reconsider", YesNo(), "KE eller familien ber om å vurdere bytte."),
        Column("Neste overgang", "next_transition", Words(Transition), "Overgangen som venter."),
        Column("Overgang dato", "transition_date", Day(), "Dagen for overgangen."),
        Column("Møter per år", "meetings_per_year", Whole(), "Ventet antall møter i året."),
        Column(
            "Timer per måned",
            "workload_hours_per_month",
            HOURS,
            "Timer koordinatoren trenger til saken. Tom: timene anslås.",
        ),
        Column("Familie", "family", Text(), "Samme tekst på søsken: samme familie."),
        Column("Adressesperre", "address_block", Words(AddressBlock), "Sperret adresse."),
        Column("Bruker hørt", "user_heard", Day(), "Dagen brukeren ble hørt."),
        Column("Barnet hørt", "child_heard", Day(), "Dagen barnet ble hørt."),
        Column("Hva er viktig", "what_matters", Text(), "Familiens egne ord. Ingen navn."),
    ),
)

SERVICES = Sheet(
    name="Tjenester",
    guidance="En rad for hver tjeneste i en sak.",
    item=ServiceInCase,
    parts=lambda roster: ((case.id, part) for case in roster.cases for part in case.services),
    columns=(
        Column("Sak", OWNER, Id(), "Id fra arket Saker.", True),
        Column("Tjeneste", "service", Words(Service), "Tjenesten.", True),
        Column("Fra", "since", Day(), "Dagen tjenesten begynte."),
        Column("Forventet til", "expected_end", Day(), "Dagen tjenesten ventes å slutte."),
        Column(
            "Utover ordinær kontroll",
            "beyond_ordinary",
            YesNo(),
            "Om tjenesten følger opp utover vanlige kontroller.",
        ),
        Column("Fase", "phase", Words(BarnevernPhase), "Bare for barnevern."),
        Column("Fase fra", "phase_since", Day(), "Dagen fasen begynte."),
        Column("Kontaktperson", "contact", Id(), "Id fra arket Koordinatorer."),
    ),
)

COORDINATORS = Sheet(
    name="Koordinatorer",
    guidance="En rad for hver ansatt som kan være koordinator.",
    item=Coordinator,
    is_required=True,
    parts=lambda roster: ((person.id, person) for person in roster.coordinators),
    columns=(
        Column("Koordinator", "id", Id(), "Koordinatorens id. Ikke fødselsnummer.", True),
        Column("Navn", "name", Text(), "Navnet som vises i forslag og brev."),
        Column("Tjeneste", "service", Words(Service), "Tjenesten koordinatoren arbeider i."),
        Column("Enhet", "unit", Text(), "Navn fra arket Enheter."),
        Column("Arbeidsgiver", "employer", Words(Employer), "Hvem som har ansatt koordinatoren."),
        Column("Stillingsprosent", "position_percent", Percent(), "0–100."),
        Column(
            "Avtalte timer per måned",
            "agreed_hours_per_month",
            HOURS,
            "Timer til koordinering, avtalt med lederen.",
        ),
        Column("Avtalt dato", "agreed_date", Day(), "Dagen timene ble avtalt."),
        Column(
            "Bundne timer per måned",
            "bound_hours_per_month",
            HOURS,
            "Av de avtalte timene: de som er bundet til saker utenfor denne runden.",
        ),
        Column("Ansatt fra", "employed_from", Day(), "Første arbeidsdag."),
        Column("Ansatt til", "employed_to", Day(), "Siste arbeidsdag. Tom: ikke kjent."),
        Column("Opplæring dato", "training_date", Day(), "Dagen opplæringen for rollen ble tatt."),
        Column("BTI-kompetanse", "bti_competence", LEVEL, "0 ingen, 3 mye."),
        Column("Møteledelse", "meeting_skill", LEVEL, "0 ingen, 3 mye."),
        *(
            Column(
                focus.value.capitalize(),
                f"competence.{field}",
                LEVEL,
                "Kompetanse innen dette området: 0 ingen, 3 mye.",
            )
            for focus, field in FIELD_OF.items()
        ),
        Column("Språk", "languages", SEVERAL_TEXTS, "Språk koordinatoren snakker."),
        Column("Kjønn", "gender", Text(), "Brukes bare der en familie har et ønske."),
        Column("Område", "area", Text(), "Skolekrets eller sted. Skal stå tom ved adressesperre."),
        Column("Journaltilgang", "journal_access", YesNo(), "Tilgang til journalen."),
        Column("IP-verktøy", "ip_tool", YesNo(), "Tilgang til verktøyet for individuell plan."),
        Column("Superbruker", "superuser", YesNo(), "Superbruker i verktøyet."),
        Column("Adressesperre", "address_block", Words(AddressBlock), "Sperret adresse."),
    ),
)

UNITS = Sheet(
    name="Enheter",
    guidance="En rad for hver enhet der koordinatorer arbeider.",
    item=Unit,
    parts=lambda roster: ((unit.name, unit) for unit in roster.units),
    columns=(
        Column("Enhet", "name", Text(), "Navnet på enheten.", True),
        Column("Tjeneste", "service", Words(Service), "Tjenesten enheten hører til."),
        Column("Leder", "leader_name", Text(), "Lederens navn."),
        Column("Leder-id", "leader_id", Id(), "Lederens id, om lederen har en."),
    ),
)

WISHES = Sheet(
    name="Ønsker",
    guidance="En rad for hvert ønske familien har om hvem som blir koordinator.",
    item=Wish,
    parts=lambda roster: ((case.id, part) for case in roster.cases for part in case.wishes),
    columns=(
        Column("Sak", OWNER, Id(), "Id fra arket Saker.", True),
        Column(
            "Ønske",
            "wanted",
            YesNo(yes="ønsker", no="ønsker ikke"),
            "Om familien ønsker eller ikke ønsker dette.",
            True,
        ),
        Column("Gjelder", "about", Words(WishAbout), "Hva ønsket handler om.", True),
        Column("Verdi", "value", Text(), "Koordinator-id, tjeneste, språk eller kjønn.", True),
        Column("Rekkefølge", "order", Whole(low=1), "1 er det viktigste ønsket."),
        Column("Hvem", "by", Words(WishBy), "Hvem som har sagt det."),
    ),
)

RELATIONS = Sheet(
    name="Relasjoner",
    guidance="En rad for hvert forhold mellom en koordinator og en sak.",
    item=Relation,
    parts=lambda roster: ((case.id, part) for case in roster.cases for part in case.relations),
    columns=(
        Column("Sak", OWNER, Id(), "Id fra arket Saker.", True),
        Column("Koordinator", "coordinator", Id(), "Id fra arket Koordinatorer.", True),
        Column("Relasjon", "kind", Words(RelationKind), "Forholdet mellom dem.", True),
    ),
)

ABSENCES = Sheet(
    name="Fravær",
    guidance="En rad for hvert fravær. Skriv aldri grunnen.",
    item=Absence,
    parts=lambda roster: (
        (person.id, part) for person in roster.coordinators for part in person.absences
    ),
    columns=(
        Column("Koordinator", OWNER, Id(), "Id fra arket Koordinatorer.", True),
        Column("Fra", "first_day", Day(), "Første dag borte.", True),
        Column("Til", "last_day", Day(), "Siste dag borte. Tom: ikke kjent."),
    ),
)

SHEETS = (CASES, SERVICES, COORDINATORS, UNITS, WISHES, RELATIONS, ABSENCES)

GUIDANCE_SHEET = "Veiledning"
WORDS_SHEET = "Ord"
REASON_HEADING = "Hvorfor"
"""The column that is added to the refused rows; passed over when they are read again."""
