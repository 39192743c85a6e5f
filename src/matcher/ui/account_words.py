"""What roles and sights are called on a page."""

from matcher.domain.actor import AccessRole
from matcher.domain.sight import Sight, SightOf
from matcher.ui.texts import say

ROLES = {
    AccessRole.LESER: "accounts.leser",
    AccessRole.SAKSBEHANDLER: "accounts.saksbehandler",
    AccessRole.LEDER: "accounts.leder",
    AccessRole.KE_ANSVARLIG: "accounts.ke",
    AccessRole.ADMINISTRATOR: "accounts.administrator",
}
SIGHTS = {
    SightOf.ALL: "accounts.all_cases",
    SightOf.UNIT: "accounts.unit",
    SightOf.COORDINATOR: "accounts.coordinator",
    SightOf.PLACES: "accounts.places",
}


def role_name(role: AccessRole) -> str:
    """What a role is called."""
    return say(ROLES[role])


def kind_name(of: SightOf) -> str:
    """What a kind of sight is called."""
    return say(SIGHTS[of])


def sight_name(sight: Sight) -> str:
    """What somebody is let see, with which unit or coordinator."""
    return f"{kind_name(sight.of)} {sight.which}".strip()
