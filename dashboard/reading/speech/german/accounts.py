"""German cues that are no verbs: "laut Polizei", "nach Angaben der UN", "dem Bericht zufolge", ", so der Sprecher"."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from dashboard.reading.speech.adjuncts import past_german
from dashboard.reading.speech.claims import Claim, Span
from dashboard.reading.speech.german.bounds import clause_start
from dashboard.reading.speech.german.reports import called, emerging, leads, survey, words_of
from dashboard.reading.speech.german.subjects import subject_beside
from dashboard.reading.speech.grammar import QUOTES, REACH, Grammar, is_boundary
from dashboard.reading.speech.names import german_phrase, is_name, names_person, phrase_until
from dashboard.reading.text.tokens import Tokens
from dashboard.reading.vocabulary import listed, table

_ACCOUNT_WITHIN = 7
_NEAR = 12
# An account with its owner in one word is longer: "nach Polizeiangaben in Leipzig" names nobody in Leipzig.
_LONG = 13
# Adjectives of towns are capitalised: "nach Moskauer Darstellung".
_TOWN = "er"


@cache
def _endings() -> tuple[str, ...]:
    return listed(table("de", "speech")["account_endings"])


@cache
def _report_endings() -> tuple[str, ...]:
    return listed(table("de", "speech")["report_endings"])


def _is_account(lower: str) -> bool:
    return lower.rpartition("-")[2] in words_of("accounts") or lower.endswith(_endings())


def _is_report(lower: str) -> bool:
    return lower in words_of("reports") or lower.endswith(_report_endings())


def _before(cut: Tokens, grammar: Grammar, index: int, first: int, stop: int) -> Claim | None:
    """Laut Polizei, laut Angaben der Polizei."""
    end = german_phrase(cut, grammar, index + 1, stop)
    if end == index + 1:
        if grammar.has("pronouns", cut.lower(index + 1)) and cut.lower(index + 1) in words_of("dative_pronouns"):
            return Claim(None, (index, index + 1), "laut", stands_for=cut.lower(index + 1))
        return None
    if end > index + 2 and grammar.has("plain_speakers", cut.lowers[index + 1]):
        after = cut.lowers[index + 2]
        if grammar.has("genitive", after) and grammar.has("nominative", after):
            end = index + 2  # "laut Polizei der Fahrer": the subject
    if grammar.has("rules", cut.lowers[end - 1]):
        return None  # "laut Gesetz": nobody says it
    return _owned(cut, grammar, (index, index + 1), (index + 1, end), first, stop)


def _account(cut: Tokens, grammar: Grammar, index: int, first: int, stop: int) -> Claim | None:
    """Nach Angaben der Polizei, nach ukrainischer Darstellung, nach Angaben aus Kiew."""
    if index > first and cut.words[index - 1] == "," and grammar.has("dative", cut.lower(index + 1)):
        end = german_phrase(cut, grammar, index + 1, stop)
        person = names_person(cut, grammar, index + 2, end) and is_name(cut, grammar, end - 1)
        if (
            person and end > index + 3 and (end >= stop or is_boundary(cut, end))
        ):  # ", nach dem Gouverneur Osman Tahir,"
            return Claim((index + 1, end), (index, index + 1), "laut")
    limit = min(stop, index + 1 + _ACCOUNT_WITHIN)
    at = index + 1
    while at < limit and not (_is_account(cut.lowers[at]) or cut.lowers[at] in words_of("reports")):
        town = at == index + 1 and cut.words[at].isalpha() and cut.lowers[at].endswith(_TOWN)  # "Kiewer Zählung"
        if not (cut.words[at][0].islower() or town) or is_boundary(cut, at):
            return None
        at += 1
    if at >= limit:
        return None
    end = german_phrase(cut, grammar, index + 1, stop)
    if end <= at and at == index + 1 and "-" in cut.words[at]:
        end = at + 1  # "nach dpa-Informationen"
    if end <= at:
        return None
    return _owned(cut, grammar, (index, at + 1), (index + 1, end), first, stop)


def _behind(cut: Tokens, grammar: Grammar, index: int, first: int, stop: int) -> Claim | None:
    """Dem Ministerium zufolge, Angaben der Polizei zufolge, den Angaben zufolge."""
    start = phrase_until(cut, grammar, clause_start(cut, first, index), index)
    if start == index:
        if cut.lower(index - 1) in words_of("dative_pronouns"):
            return Claim(None, (index, index + 1), "laut", stands_for=cut.lower(index - 1))
        return None
    return _owned(cut, grammar, (index, index + 1), (start, index), first, stop)


def _after_account(cut: Tokens, grammar: Grammar, index: int, first: int, stop: int) -> Claim | None:
    """Nach Angaben der Polizei, or behind them: westlichen Schätzungen nach."""
    start = clause_start(cut, first, index)
    follows = index + 1 < stop and cut.words[index + 1][0].islower() and not _opens_phrase(cut, grammar, index + 1)
    if start < index and (follows or index + 1 >= stop or is_boundary(cut, index + 1)):
        begins = phrase_until(cut, grammar, start, index)
        if begins < index and any(_is_account(cut.lowers[at]) for at in range(begins, index)):
            return _owned(cut, grammar, (index, index + 1), (begins, index), first, stop)
    return _account(cut, grammar, index, first, stop)


def _opens_phrase(cut: Tokens, grammar: Grammar, index: int) -> bool:
    lower = cut.lowers[index]
    return grammar.has("determiners", lower) or (
        lower.endswith(grammar.adjective_endings) and lower not in grammar.small
    )


def _owned(cut: Tokens, grammar: Grammar, cue: Span, phrase: Span, first: int, stop: int) -> Claim | None:
    """Return the claim with the owner of the account in `phrase`, or the phrase itself if it is no account."""
    start, end = phrase
    account = next((at for at in range(start, min(end, start + 6)) if _is_account(cut.lowers[at])), -1)
    if account >= 0 and _is_report(cut.lowers[account]):
        if start == account and end == start + 1 and cut.lowers[account] in words_of("accounts_of_nobody"):
            return Claim(
                None, (min(cue[0], start), max(cue[1], end)), "laut", leading=leads(cut, grammar, start, first)
            )
        account = -1  # a report is a source itself: "einem Bericht der «FT»"
    leading = leads(cut, grammar, min(cue[0], start), first)
    if account < 0:
        return Claim(phrase, cue, "laut", leading=leading and end < stop)
    if account + 1 == end:
        end = _past_genitive(cut, grammar, end, stop)
    leading = leading and end < stop
    spoken = " ".join(cut.lowers[start : account + 1])
    if account + 1 < end:
        owner = account + 1
        if grammar.has("joins", cut.lowers[owner]):
            if not grammar.has("passive_by", cut.lowers[owner]):  # "nach ukrainischen Angaben bei Angriffen"
                return Claim((start, owner), cue, "laut", leading=leading)
            owner += 1
        return Claim((owner, end), (min(cue[0], start), max(cue[1], account + 1)), "laut", leading=leading)
    places = "account_origins" if len(cut.words[account]) > _LONG else "account_places"
    if end < stop and cut.lowers[end] in words_of(places):
        owner_end = german_phrase(cut, grammar, end + 1, stop)
        if owner_end > end + 1:
            return Claim((end + 1, owner_end), (min(cue[0], start), account + 1), "laut", leading=leading)
    if spoken in words_of("own_accounts"):
        extent = min(cue[0], start), max(cue[1], end)
        owner = subject_beside(cut, grammar, extent, first, stop)
        return Claim(owner, extent, "laut", leading=owner[0] > extent[0]) if owner else None
    article = cut.lowers[start]
    if grammar.has("possessives_near", article) and account == start + 1:
        near = _named_before(cut, grammar, min(cue[0], start), first)
        if near:
            return Claim(near, (min(cue[0], start), max(cue[1], end)), "laut")
    if spoken in words_of("same_accounts") or (grammar.has("possessives", article) and account == start + 1):
        return Claim(None, (min(cue[0], start), max(cue[1], end)), "laut", stands_for="same", leading=leading)
    if grammar.has("determiners", article):
        start += 1
    vague = start == account or all(lower in words_of("vague_accounts") for lower in cut.lowers[start:account])
    if vague and cut.lowers[account] in words_of("accounts_of_nobody"):  # "nach ersten Schätzungen": of whom?
        return Claim(None, (min(cue[0], start), max(cue[1], end)), "laut", leading=leading)
    return Claim((start, end), cue, "laut", leading=leading)


def _past_genitive(cut: Tokens, grammar: Grammar, index: int, stop: int) -> int:
    """Return the end of a genitive without an article: "Einschätzung westlicher Beobachter"."""
    if index + 1 < stop and cut.words[index][0].islower() and cut.lowers[index].endswith("er"):
        end = german_phrase(cut, grammar, index, min(stop, index + 4))
        return end if end > index + 1 else index
    return index


def _named_before(cut: Tokens, grammar: Grammar, index: int, first: int) -> Span | None:
    """Return the names that stand last before `index` in its clause: whose "deren Angaben" are."""
    for at in range(index - 1, max(first, index - _NEAR) - 1, -1):
        if is_name(cut, grammar, at):
            start = at
            while start > first and (
                is_name(cut, grammar, start - 1) or (grammar.has("and", cut.lowers[start - 1]) and start - 1 > first)
            ):
                start -= 1
            return start, at + 1
    return None


def _so(cut: Tokens, grammar: Grammar, index: int, first: int, stop: int) -> Claim | None:
    """The speech, so der Sprecher weiter."""
    if index <= first or not is_boundary(cut, index - 1):
        return None
    end = german_phrase(cut, grammar, index + 1, stop)
    if end == index + 1:
        if cut.lower(index + 1) in words_of("so_pronouns"):
            return Claim(None, (index, index + 1), "laut", stands_for=cut.lower(index + 1))
        return None
    set_apart = end < stop and cut.words[end] == ","
    if not (set_apart or grammar.has("nominative", cut.lowers[index + 1]) or cut.words[index + 1][0].isupper()):
        return None
    heard = _past_listener(cut, grammar, end, stop)
    after = past_german(cut, grammar, heard, stop)
    if after < stop and not is_boundary(cut, after) and cut.words[after] != ".":
        return None
    return Claim((index + 1, end), (index, index + 1), "laut", quoted=cut.words[index - 1] in QUOTES)


def _past_listener(cut: Tokens, grammar: Grammar, index: int, stop: int) -> int:
    """Return the end of "gegenüber der dpa" at `index`, or `index`."""
    if index >= stop or not grammar.has("towards", cut.lowers[index]):
        return index
    end = german_phrase(cut, grammar, index + 1, stop)
    if end == index + 1 and grammar.has("addressees", cut.lower(index + 2)):  # "dpa" is written small
        return index + 3
    return max(end, index)


def _whereby(cut: Tokens, grammar: Grammar, index: int, first: int, stop: int) -> Claim | None:
    """Return the claim of "Medienberichten, wonach 5 Arbeiter fehlten, widersprach die Polizei": of the account."""
    comma = index - 1
    if comma <= first or cut.words[comma] != ",":
        return None
    for start in range(comma - 1, max(first, comma - _NEAR) - 1, -1):
        if is_boundary(cut, start):
            return None
        if _is_account(cut.lowers[start]) and german_phrase(cut, grammar, start, comma) == comma:
            if grammar.has("own_articles", cut.lowers[start - 1]):  # "bestätigte seine Prognose, wonach"
                return None
            claim = _owned(cut, grammar, (index, index + 1), (start, comma), first, stop)
            if claim is None or claim.source is None:
                return None
            end = next((at for at in range(index, min(stop, index + REACH)) if cut.words[at] in ",;:"), stop)
            return Claim(claim.source, (index, index + 1), "state", index + 1, end)
    return None


def _eyes(cut: Tokens, grammar: Grammar, index: int, first: int, stop: int) -> Claim | None:
    """Aus Sicht des Westens, in den Augen der Westler."""
    start = index - 1
    if start >= first and grammar.has("determiners", cut.lowers[start]):
        start -= 1
    if start < first or cut.lowers[start] not in words_of("in_eyes_after"):
        return None
    end = german_phrase(cut, grammar, index + 1, stop)
    if end == index + 1:
        return None
    owner = index + 2 if grammar.has("joins", cut.lowers[index + 1]) else index + 1
    return Claim((owner, end), (start, index + 1), "laut", leading=leads(cut, grammar, start, first))


def _citing(cut: Tokens, grammar: Grammar, index: int, first: int, stop: int) -> Claim | None:
    """Unter Berufung auf das Ministerium."""
    if cut.lower(index + 1) not in words_of("citing_after") or index == first:
        return None
    if cut.lowers[index - 1] not in words_of("citing_before"):
        return None
    end = german_phrase(cut, grammar, index + 2, stop)
    if end == index + 2:
        return None
    claim = _owned(cut, grammar, (index - 1, index + 2), (index + 2, end), first, stop)
    if claim:
        claim.sort = "citing"
    return claim


def _same(cut: Tokens, grammar: Grammar, index: int, first: int, stop: int) -> Claim | None:
    """Demnach."""
    told = any(lower in words_of("accounts") for lower in cut.lowers[max(first, index - REACH) : index])
    stands_for = "" if told else "same"  # "Die Angaben der Behörde sind alt; demnach": hers, and not the last speaker's
    return Claim(None, (index, index + 1), "laut", stands_for=stands_for, leading=leads(cut, grammar, index, first))


ACCOUNTS: dict[str, Callable[[Tokens, Grammar, int, int, int], Claim | None]] = {
    "before": _before,
    "account": _after_account,
    "behind": _behind,
    "so": _so,
    "whereby": _whereby,
    "eyes": _eyes,
    "citing": _citing,
    "emerging": emerging,
    "called": called,
    "survey": survey,
    "same": _same,
}
