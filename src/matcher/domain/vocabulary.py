"""The words a workbook and a profile may use. A member's value is the word as it is written."""

from enum import StrEnum


class Service(StrEnum):
    """Tjeneste: where a coordinator works, or what is active in a case."""

    HEALTH_STATION = "helsestasjon"
    SCHOOL_HEALTH = "skolehelsetjeneste"
    MENTAL_HEALTH = "psykisk helse"
    SUBSTANCE_USE = "rus"
    HOME_CARE = "hjemmetjeneste"
    HABILITATION = "habilitering"
    DISABILITY = "tjenester for funksjonshemmede"
    PHYSIOTHERAPY = "fysioterapi"
    OCCUPATIONAL_THERAPY = "ergoterapi"
    BARNEVERN = "barnevern"
    PPT = "PPT"
    SCHOOL = "skole"
    KINDERGARTEN = "barnehage"
    UPPER_SECONDARY = "videregående skole"
    NAV = "NAV"
    GP = "fastlege"
    SPECIALIST_HEALTH = "spesialisthelsetjeneste"
    SERVICE_OFFICE = "tjenestekontor"
    OTHER = "annet"


class Subject(StrEnum):
    """Gjelder: whom the case is about."""

    UNBORN = "ufødt"
    CHILD = "barn"
    YOUTH = "ungdom"
    ADULT = "voksen"


class BarnevernPhase(StrEnum):
    """Fase: where barnevern is in its work (S115, S116)."""

    UNDERSOKELSE = "undersøkelse"
    MEASURES = "tiltak"
    FOSTER_HOME = "fosterhjem"


class Arena(StrEnum):
    """Arena: where the person's days are lived (S080)."""

    HOME = "hjem"
    KINDERGARTEN = "barnehage"
    SCHOOL = "skole"
    WORK = "arbeid"


class IndividualPlan(StrEnum):
    """Individuell plan: what the person has said or been granted. Never gates the role (S003)."""

    WANTED = "ønsket"
    GRANTED = "innvilget"
    DECLINED = "takket nei"
    UNSETTLED = "ikke avklart"


class Consent(StrEnum):
    """Samtykke to sharing information (S011, S012)."""

    GIVEN = "ja"
    REFUSED = "nei"
    PARTIAL = "delvis"
    NOT_ASKED = "ikke innhentet"


class Transition(StrEnum):
    """Neste overgang (S102)."""

    HEALTH_STATION_TO_KINDERGARTEN = "helsestasjon-barnehage"
    KINDERGARTEN_TO_SCHOOL = "barnehage-barneskole"
    PRIMARY_TO_LOWER_SECONDARY = "barneskole-ungdomsskole"
    TO_UPPER_SECONDARY = "ungdomsskole-videregående"
    TO_ADULT = "til voksen"


class AddressBlock(StrEnum):
    """Adressesperre: who may know where the person is."""

    NONE = "nei"
    CONFIDENTIAL = "fortrolig"
    STRICTLY_CONFIDENTIAL = "strengt fortrolig"


class Employer(StrEnum):
    """Arbeidsgiver."""

    MUNICIPALITY = "kommune"
    COUNTY = "fylkeskommune"
    STATE = "stat"
    INTERMUNICIPAL = "interkommunal"


class WishAbout(StrEnum):
    """What a wish is about."""

    COORDINATOR = "koordinator"
    SERVICE = "tjeneste"
    LANGUAGE = "språk"
    GENDER = "kjønn"


class WishBy(StrEnum):
    """Who said the wish."""

    USER = "bruker"
    CHILD = "barn"
    GUARDIAN = "foresatt"


class RelationKind(StrEnum):
    """Relasjon between a coordinator and a case."""

    KNOWS_FAMILY = "kjenner familien"
    KIN = "slektning"
    FOSTER_FAMILY = "fosterfamilie"
    OWN_CASE = "egen sak"
    DECIDES_APPLICATIONS = "avgjør søknader"
    EARLIER_COORDINATOR = "tidligere koordinator"
    HAS_DECLINED = "har avslått"


class Focus(StrEnum):
    """Faglig fokus: what the needs are mainly about (S029, S053, S121)."""

    SOMATIC = "somatikk"
    MENTAL_HEALTH = "psykisk helse"
    SUBSTANCE_USE = "rus"
    EDUCATION = "opplæring"
    BEHAVIOUR = "atferd"
    REDUCED_FUNCTION = "funksjonsnedsettelse"
    SOCIAL = "sosialt"


class Role(StrEnum):
    """The role a case is owed (S006, S007, S040–S045)."""

    BARNEKOORDINATOR = "barnekoordinator"
    KOORDINATOR = "koordinator"
    KOORDINATOR_WITHOUT_CLAIM = "koordinator uten rettskrav"
    STAFETTHOLDER = "stafettholder"
    NONE = "ingen"
