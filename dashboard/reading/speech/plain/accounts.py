"""English and French cues that are no finite verbs: "according to", "selon", "aux yeux de", ", adding that"."""

from __future__ import annotations

from dashboard.reading.speech.claims import Claim, Span
from dashboard.reading.speech.cues import Cue
from dashboard.reading.speech.grammar import Grammar, clause_start, is_boundary
from dashboard.reading.speech.names import latter, plain_phrase, run_of_names
from dashboard.reading.speech.plain.contents import content_behind
from dashboard.reading.speech.plain.makers import with_maker
from dashboard.reading.speech.plain.subjects import (
    could_speak,
    first_noun,
    is_vague,
    owner,
    past_dateline,
    past_starters,
    with_place,
)
from dashboard.reading.text.tokens import Tokens

# How soon behind a name its profession follows, and how long an apposition is.
_APART, _LONGEST_APART = 4, 12
# How far before "auprès de" stands that something was learned.
_LEARNED = 7
# The longest subject of a participle behind "with".
_SUBJECT = 9


def from_preposition(cut: Tokens, grammar: Grammar, cue: Cue, index: int, first: int, stop: int) -> Claim | None:
    """Return the claim of "according to police" and "selon la police"."""
    at = index + 1
    if any(cue.needs):
        if cut.lower(at) not in cue.needs:
            return None
        at += 1
    elif grammar.has("elided_before", cut.lowers[index]) and cut.lower(index - 2) not in grammar.role("elided"):
        return None
    if at >= stop:
        return None
    begins = index - 2 if cut.lower(index - 1) == "'" else index
    bracketed = cut.word(begins - 1) == "("
    leading = begins <= first or is_boundary(cut, begins - 1) or grammar.has("contrasts", cut.lowers[begins - 1])
    leading = leading and not bracketed
    span = (index, at)
    lower = cut.lowers[at]
    if grammar.has("pronouns", lower) or grammar.has("objects", lower):
        return Claim(None, span, "according", stands_for=lower, leading=leading)
    end = plain_phrase(cut, grammar, at, stop)
    if end == at or grammar.has("no_speakers", cut.lowers[first_noun(cut, grammar, at, end)]):
        return None
    if is_vague(cut, grammar, at, end):  # "selon ses dires", "according to initial reports"
        owned = grammar.has("possessives", lower)
        return Claim(None, span, "according", stands_for=lower, leading=leading and end < stop) if owned else None
    leading = leading and end < stop
    stands_for = latter(cut, grammar, (at, end))
    if stands_for:
        return Claim(None, span, "according", stands_for=stands_for, leading=leading)
    if " ".join(cut.lowers[at : at + 3]) in grammar.role("same_accounts") or (
        " ".join(cut.lowers[at : at + 2]) in grammar.role("same_accounts") and end == at + 2
    ):
        return Claim(None, span, "according", stands_for="same", leading=leading)
    end = with_place(cut, grammar, end, stop)
    content = None
    if any(grammar.has("documents", cut.lowers[one]) for one in range(at, end)):
        end = with_maker(cut, grammar, at, _without_participle(cut, grammar, at, end, stop), stop)
        apart = cut.word(begins - 1) in ":;"
        opens = leading and (apart or not any(cut.words[one][0].isdigit() for one in range(first, begins)))
        if (
            opens and end < len(cut) and not is_boundary(cut, end)
        ):  # "selon un sondage mené auprès de 1000 adultes, 40 %"
            content = next((one + 1 for one in range(end, min(stop, end + 24)) if cut.words[one] == ","), None)
    return Claim(owner(cut, grammar, at, end), span, "according", content, leading=leading)


def _without_participle(cut: Tokens, grammar: Grammar, first: int, end: int, stop: int) -> int:
    """Return the end of a document's name without how it was made: "un sondage mené du 3 au 5 mai"."""
    lower = cut.lowers[end - 1]
    made = cut.words[end - 1][0].islower() and bool(grammar.made_endings) and lower.endswith(grammar.made_endings)
    made = made or grammar.has("concerning", lower)
    return end - 1 if made and end - first > 2 and end < stop and not is_boundary(cut, end) else end


def from_opinion(cut: Tokens, grammar: Grammar, index: int, first: int, stop: int) -> Claim | None:
    """Return the claim of "Pour l'ONG, 500 enfants manquent": only of those who have opinions, not budgets."""
    if index > first and not (is_boundary(cut, index - 1) or grammar.has("contrasts", cut.lowers[index - 1])):
        return None
    end = plain_phrase(cut, grammar, index + 1, stop) if index + 1 < stop else index
    judges = any(grammar.has("judges", lower) for lower in cut.lowers[index + 1 : end])
    apart = cut.word(end) == "," and any(grammar.has("judges", lower) for lower in cut.lowers[end : end + _APART])
    if end <= index + 1 or cut.word(end) != "," or not (judges or apart):
        return None
    if apart and not judges:  # "Pour Jean Roy, économiste à l'Insee, il manque 500 millions"
        if not (cut.words[index + 1][0].isupper() and cut.words[end - 1][0].isupper()):
            return None
        comma = next((one for one in range(end + 1, min(stop, end + _LONGEST_APART)) if cut.words[one] == ","), end)
        return Claim((index + 1, end), (index, index + 1), "according", comma + 1, leading=True)
    return Claim((index + 1, end), (index, index + 1), "according", leading=True)


def from_published(cut: Tokens, grammar: Grammar, index: int, first: int, stop: int) -> Claim | None:
    """Return the claim of "In a report published on Friday by Amnesty, 500 ...", at the participle."""
    start = clause_start(cut, first, index)
    if index - start > _LONGEST_APART or not grammar.has("said_in", cut.lowers[start]):
        return None
    if not any(grammar.has("documents", lower) for lower in cut.lowers[start:index]):
        return None
    end = with_maker(cut, grammar, start, index, stop)
    by = next((at for at in range(index, end) if grammar.has("passive_by", cut.lowers[at])), 0)
    return Claim((by + 1, end), (start, index + 1), "according", leading=True) if by and end < stop else None


def from_eyes(cut: Tokens, grammar: Grammar, index: int, first: int, stop: int) -> Claim | None:
    """Return the claim of "aux yeux de Kiev", "de l'aveu du ministre", "de source policière"."""
    lowers = cut.lowers
    start = clause_start(cut, first, index)
    leading = True
    owned = cut.lower(index - 1)
    if grammar.has("sayings", lowers[index]) and grammar.has("possessives", owned):  # "in his words"
        before = index - 2 >= first and grammar.has("account_before", lowers[index - 2])
        return Claim(None, (index - 1, index + 1), "according", stands_for=owned, leading=leading) if before else None
    if grammar.has("believing", lowers[index]):
        end = plain_phrase(cut, grammar, index + 1, stop) if index + 1 < stop else index
        believed = grammar.has("believing_before", cut.lower(index - 1)) and end > index + 1
        return Claim((index + 1, end), (index - 1, index + 1), "according", leading=leading) if believed else None
    if grammar.has("no_speakers", lowers[index]) and cut.word(index - 1) not in "'’":  # "les avis de décès"
        return None
    of = index + 2 if grammar.has("very", cut.lower(index + 1)) else index + 1
    if grammar.has("of", cut.lower(of)):
        before = lowers[max(start, index - _LEARNED) : index]  # "a appris l'AFP auprès du parquet"
        opened = " ".join(before[-3:]).endswith(grammar.eyes_before) or not grammar.role("learned").isdisjoint(before)
        owner = of + 2 if cut.lower(of + 1) == "'" else of + 1
        end = plain_phrase(cut, grammar, owner, stop) if opened and owner < stop else owner
        # "du côté de Kiev, on parle de", but "du côté de Kiev, 40 drones"
        if grammar.has("sides", lowers[index]) and not grammar.has("unresolved", cut.lower(end + 1)):
            return None
        return Claim((owner, end), (index, index + 1), "according", leading=leading) if end > owner else None
    if grammar.has("sources", lowers[index]) and index > first and grammar.has("sources_before", lowers[index - 1]):
        end = plain_phrase(cut, grammar, index, stop)
        if end <= index + 1 or grammar.has("not_sources", cut.lowers[index + 1]):
            return None
        return Claim((index, end), (index - 1, index), "according", leading=leading)
    return None


def from_citing(cut: Tokens, grammar: Grammar, index: int, first: int, stop: int) -> Claim | None:
    """Return the claim of "Yonhap, citing the army, puts": of who cites, if that is the subject, else who is cited."""
    end = plain_phrase(cut, grammar, index + 1, stop)
    if end == index + 1:
        return None
    if index > first and cut.words[index - 1] == "," and cut.word(end) == ",":
        start = past_starters(cut, grammar, clause_start(cut, first, index - 1), index - 1)
        named = start < index - 1 and plain_phrase(cut, grammar, start, index - 1) == index - 1
        if named and could_speak(cut, grammar, (start, index - 1)):
            return Claim((start, index - 1), (index, index + 1), "citing", end + 1)
    return Claim((index + 1, end), (index, index + 1), "citing")


def from_gerund(cut: Tokens, grammar: Grammar, index: int, first: int, stop: int, before: Claim | None) -> Claim | None:
    """Return the claim of "..., adding that": whoever spoke before in the sentence, or its subject."""
    attached = _attached(cut, grammar, index, first) or _absolute(cut, grammar, index, first)
    if attached:
        return Claim(attached, (index, index + 1), "say", content_behind(cut, grammar, index + 1, stop))
    if index <= first or not (is_boundary(cut, index - 1) or cut.lowers[index - 1] in grammar.role("gerund_before")):
        return None
    span = (index, index + 1)
    if before and before.sort != "deny":
        return Claim(
            before.source, span, "say", content_behind(cut, grammar, index + 1, stop), stands_for=before.stands_for
        )
    start = past_starters(cut, grammar, past_dateline(cut, first, index), index)
    if start >= index:
        return None
    if grammar.has("pronouns", cut.lowers[start]):
        return Claim(None, span, "say", content_behind(cut, grammar, index + 1, stop), stands_for=cut.lowers[start])
    end = plain_phrase(cut, grammar, start, index)
    if end >= index or not grammar.has("modals", cut.lowers[end]):
        end = _named_subject(cut, grammar, start, index)
    return Claim((start, end), span, "say", content_behind(cut, grammar, index + 1, stop)) if end > start else None


def _attached(cut: Tokens, grammar: Grammar, index: int, first: int) -> Span | None:
    """Return whose a participle is behind "with": "with the staff listing 40 attacks and Moscow announcing"."""
    for at in range(index - 2, max(first, index - _SUBJECT), -1):
        if grammar.has("accompanied", cut.lowers[at]) and plain_phrase(cut, grammar, at + 1, index) == index:
            return (at + 1, index) if could_speak(cut, grammar, (at + 1, index)) or _is_body(cut, grammar, at) else None
        if is_boundary(cut, at):
            break
    return None


def _absolute(cut: Tokens, grammar: Grammar, index: int, first: int) -> Span | None:
    """Return whose a participle is right behind a comma: ", le Hezbollah affirmant que"."""
    start = clause_start(cut, first, index)
    if not first < start < index or cut.words[start - 1] != "," or index - start > _SUBJECT:
        return None
    named = cut.words[start][0].isupper() or grammar.has("determiners", cut.lowers[start])
    whole = named and plain_phrase(cut, grammar, start, index) == index
    return (start, index) if whole and could_speak(cut, grammar, (start, index)) else None


def _is_body(cut: Tokens, grammar: Grammar, index: int) -> bool:
    return grammar.has("bodies", cut.lower(index + 1))


def _named_subject(cut: Tokens, grammar: Grammar, start: int, stop: int) -> int:
    """Return the end of a capitalised subject at `start`, whose verb is not known."""
    at = start
    while at < stop and grammar.has("determiners", cut.lowers[at]):
        at += 2 if cut.lower(at + 1) == "'" else 1
    end = run_of_names(cut, grammar, at, stop) if at < stop else at
    return end if end > at else start
