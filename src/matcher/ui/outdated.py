"""What has changed since the round on the page was run, so that its answer is out of date."""

from __future__ import annotations

from matcher.profiles.profile import Profile
from matcher.services import ProfileError, Services
from matcher.ui.state import Run, Session
from matcher.ui.texts import say


def changed_since(services: Services, now: Session) -> list[str]:
    """Each thing that is otherwise now than when the round was run, in words; empty for none."""
    run, imported = now.run, now.imported
    if run is None or imported is None:
        return []
    told = []
    if imported.roster.on != run.roster.on:
        told.append(say("outdated.day"))
    elif imported.roster.sha256 != run.roster.sha256:
        told.append(say("outdated.data"))
    if now.profile.id != run.profile.id:
        told.append(say("outdated.profile"))
    elif newest(services, now.profile, run) != run.profile:
        told.append(say("outdated.rules"))
    return told


def newest(services: Services, profile: Profile, run: Run | None) -> Profile:
    """The profile as it stands today: somebody may have saved it anew since it was read."""
    try:
        if run is not None and services.profile_text(profile.id) == run.profile_text:
            return run.profile
        return services.profile(profile.id)
    except ProfileError:
        return profile
