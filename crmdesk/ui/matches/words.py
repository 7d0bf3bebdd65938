"""What the review says in words: tiers, reasons, relations, and what linking will come to."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from crmdesk.desk import Desk
from crmdesk.domain.fields import Kind
from crmdesk.domain.items import compose_name
from crmdesk.domain.matching.suggestions import Candidate, MatchState, Reason, Suggestion, Tier
from crmdesk.domain.matching.words import EXPLAINS, WORDS, rival_said
from crmdesk.domain.records import Record
from crmdesk.ui.wording.phrases import ago, bullets, count, listed, numbered, one_line, sentences

translate = QCoreApplication.translate  # by this name, so that lupdate finds the words

TIERS = (Tier.CERTAIN, Tier.LIKELY, Tier.POSSIBLE)
MOST = 5  # reasons that are shown at first
# How many of so many are usually one person, as the bench of matching measures it on books with known truth.
SHARES: Mapping[Tier, tuple[int, int]] = {Tier.CERTAIN: (999, 1000), Tier.LIKELY: (98, 100), Tier.POSSIBLE: (77, 100)}
MARKS = {Tier.CERTAIN: "●", Tier.LIKELY: "◐", Tier.POSSIBLE: "○"}


def tier_word(tier: Tier) -> str:
    """A tier by its name."""
    match tier:
        case Tier.CERTAIN:
            return translate("Matches", "Certain")
        case Tier.LIKELY:
            return translate("Matches", "Likely")
    return translate("Matches", "Possible")


def reason_word(reason: Reason) -> str:
    """What a reason says."""
    return translate("Reason", WORDS[reason.what]).format(detail=reason.detail)


def chips_of(suggestion: Suggestion) -> list[Reason]:
    """The reasons that are shown at first: strongest first, never without one against it where there is one."""
    reasons = sorted(suggestion.reasons, key=lambda reason: -abs(reason.bits))
    shown = reasons[:MOST]
    if suggestion.opposing and not any(reason.bits < 0 for reason in shown):
        shown[-1:] = [min(suggestion.opposing, key=lambda reason: reason.bits)]
    return shown


def rival_word(suggestion: Suggestion) -> str:
    """Who it might be instead, and what would explain itself then."""
    said, what = (
        translate("Reason", text) if text else "" for text in rival_said(suggestion.rival, suggestion.reasons)
    )
    if what:
        said = f"{said}: {translate('Reason', EXPLAINS).format(what=what)}"
    return f"{said[:1].upper()}{said[1:]}."


def because(suggestion: Suggestion) -> str:
    """The suggestion as a sentence that reads well aloud."""
    speaks = [reason_word(reason) for reason in suggestion.supporting[:3]]
    against = [reason_word(reason) for reason in suggestion.opposing[:2]]
    told = tier_word(suggestion.tier)
    if speaks:
        told = translate("Matches", "{tier} because: {reasons}").format(tier=told, reasons=listed(speaks))
    if against:
        return sentences(told, translate("Matches", "Against it: {reasons}").format(reasons=listed(against)))
    return sentences(told, translate("Matches", "Nothing speaks against it"))


def spoken(suggestion: Suggestion, place: int, total: int) -> str:
    """A line of the list for a screen reader: "Likely, 2 records, same mobile, different company, 3 of 12"."""
    n = len(suggestion.members)
    records = numbered(translate("Matches", "%Ln record(s)", "", n), n)
    where = translate("Matches", "{n} of {total}").format(n=count(place), total=count(total))
    reasons = [reason_word(reason) for reason in chips_of(suggestion)]
    return ", ".join([tier_word(suggestion.tier), records, *reasons, where])


def share_line(tier: Tier) -> str:
    """How often suggestions of a tier are right."""
    right, of = SHARES[tier]
    says = translate("Matches", "Of {of} like these, about {right} are the same.")
    return says.format(of=count(of), right=count(right))


def share_words(tier: Tier) -> str:
    """The same, for where there is little room."""
    right, of = SHARES[tier]
    return translate("Matches", "About {right} of {of} are right").format(of=count(of), right=count(right))


def searched_line(state: MatchState) -> str:
    """When the search last ended, and over how much."""
    if state.finished_at is None:
        return translate("Matches", "The search has not finished yet.")
    n = state.records_seen
    seen = numbered(translate("Matches", "%Ln record(s)", "", n), n)
    told = translate("Matches", "Last search {when}, over {records}").format(when=ago(state.finished_at), records=seen)
    if not state.waiting:
        return told
    waiting = numbered(translate("Matches", "%Ln to look at", "", state.waiting), state.waiting)
    return bullets(told, waiting)


def searched_words(state: MatchState) -> str:
    """The same, for where there is little room."""
    if state.finished_at is None:
        return translate("Matches", "Not searched yet")
    n = state.records_seen
    seen = numbered(translate("Matches", "%Ln record(s)", "", n), n)
    return translate("Matches", "{records} searched {when}").format(records=seen, when=ago(state.finished_at))


def outcome(kind: Kind, records: Sequence[Record], names: Mapping[int, str], joined: Collection[int]) -> str:
    """What linking comes to, in one line; `records` in the order in which their accounts speak."""
    taken = [record for record in records if record.id in joined]
    items = {record.item_id for record in taken}
    if len(items) < 2:
        return translate("Matches", "Tick at least two to link them.")
    n = len(taken)
    one = translate("Matches", "one contact") if kind is Kind.CONTACT else translate("Matches", "one property")
    told = numbered(translate("Matches", "%Ln record(s) become {one}", "", n), n).format(one=one)
    unchanged = translate("Matches", "nothing in any CRM changes")
    return "; ".join([told, unchanged, *_shown_from(taken, names)]) + "."


def _shown_from(records: Sequence[Record], names: Mapping[int, str]) -> list[str]:
    """Whose name and phone are shown first."""
    titles = {"name": translate("Matches", "shown name from"), "phones": translate("Matches", "first phone from")}
    told = []
    for key, title in titles.items():
        holder = next((record for record in records if record.values.get(key)), None)
        if holder is not None:
            told.append(f"{title} {names.get(holder.account_id, '')}")
    return [", ".join(told)] if told else []


def things(kind: Kind | None, n: int) -> str:
    """So many that would be linked: people, properties, or both."""
    match kind:
        case Kind.PROPERTY:
            return numbered(translate("Matches", "%Ln propert(y|ies)", "", n), n)
        case Kind.CONTACT:
            return numbered(translate("Matches", "%Ln (person|people)", "", n), n)
    return numbered(translate("Matches", "%Ln group(s)", "", n), n)


def name_of(values: Mapping[str, object], fallback: str = "") -> str:
    """The name to show for a row's values."""
    return compose_name(dict(values)) or fallback or translate("Matches", "No name")  # type: ignore[arg-type]


def here_already(desk: Desk, candidate: Candidate) -> str:
    """Who of those that are here may be the one that is looked at: "Ada Quill is here already (Likely)"."""
    rows = desk.rows([candidate.item_id])
    name = one_line(name_of(rows[0].values), 60) if rows else translate("Matches", "Somebody")
    says = translate("Matches", "{name} is here already ({tier})")
    return says.format(name=name, tier=tier_word(candidate.tier))
