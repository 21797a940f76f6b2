"""Where what is said begins in English and French: behind the verb, or all around it."""

from __future__ import annotations

from dashboard.reading.speech.claims import Claim, Span
from dashboard.reading.speech.cues import Cue, speaking
from dashboard.reading.speech.grammar import QUOTES, REACH, Grammar, is_boundary, next_boundary
from dashboard.reading.speech.plain.subjects import is_past, owner
from dashboard.reading.text.tokens import Tokens

# A quotation that is all that is said begins at most so many tokens behind the verb.
_SOON = 6


def told(
    cut: Tokens,
    grammar: Grammar,
    cue: Cue,
    span: Span,
    subject: Span | None,
    pronoun: str,
    start: int,
    first: int,
    stop: int,
    within: bool = False,
) -> Claim:
    """Return the claim of a subject and its verb: inserted into what is said, or with what is said behind it."""
    last = span[1] - 1
    if subject:
        subject = owner(cut, grammar, *subject)
    opener = cut.lowers[start - 1] if start > first else ""
    sign = cut.words[start - 1] if start > first else ""
    quoted = sign in QUOTES or (start > first + 1 and cut.words[start - 2] in QUOTES)
    counted = _is_count(cut, grammar, last + 1) and not any(
        cut.words[at][0].isdigit() for at in range(max(first, start - REACH), start)
    )
    counts_of = grammar.has("of_it", cut.lower(span[0] - 1))  # ", les maires en dénombrent davantage"
    inserted = not (within or counted or counts_of) and (
        (bool(opener) and grammar.has("as", opener) and not _has_object(cut, grammar, last + 1, stop))
        or (start > first and (sign in ",–—" or quoted) and _nothing_follows(cut, grammar, last + 1, stop))
    )
    if inserted:
        return Claim(subject, span, cue.sort, stands_for=pronoun, quoted=quoted)
    partner = -1
    if cue.needs:
        partner = next((at for at in range(span[0] + 1, min(stop, last + 16)) if cut.lowers[at] in cue.needs), -1)
        if 0 <= partner < stop - 1 and grammar.has("of", cut.lowers[partner + 1]):  # "fait état de 40 morts"
            partner += 1
    content = content_behind(cut, grammar, last + 1, stop)
    if content <= partner and _only_leads(cut, grammar, content, partner):
        content = partner + 1
    return Claim(subject, span, cue.sort, content, stands_for=pronoun, partner=partner)


def _only_leads(cut: Tokens, grammar: Grammar, index: int, partner: int) -> bool:
    """Whether a verb's preposition is all that leads to what is said: "spoke on Monday of 500"."""
    return grammar.has("leads", cut.lowers[partner]) and not any(
        cut.words[at][0].isdigit() for at in range(index, partner)
    )


def _has_object(cut: Tokens, grammar: Grammar, index: int, stop: int) -> bool:
    """Whether a bare noun follows a verb up to the end of a line: "as Moscow claims border village"."""
    lower = cut.lower(index)
    if index >= stop or is_boundary(cut, index) or next_boundary(cut, index, stop) < stop:
        return False
    return not any(grammar.has(role, lower) for role in ("prepositions", "time_words", "skips", "pronouns"))


def _is_count(cut: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether "about 8,000" or the like stands at `index`, and no date."""
    return grammar.has("bounds", cut.lower(index)) and any(
        cut.word(at)[:1].isdigit() for at in range(index + 1, index + 3)
    )


def _nothing_follows(cut: Tokens, grammar: Grammar, index: int, stop: int) -> bool:
    """Whether behind a verb only time, place and listener follow up to the end of the clause."""
    end = next_boundary(cut, index, stop)
    if end >= stop or cut.words[end] == ".":
        end = min(end, stop)
    if end - index > 14:
        return False
    for at in range(index, end):
        lower = cut.lowers[at]
        if (lower in grammar.role("openers") and not grammar.has("prepositions", lower)) or lower in grammar.role(
            "modals"
        ):
            return False
    if index >= end or cut.words[index] == ".":
        return True
    lower = cut.lowers[index]
    counted = any(cut.words[at][0].isdigit() for at in range(index, end))
    if grammar.has("that", lower) or (counted and grammar.has("of", lower)):  # ", le ministre a parlé de 500 morts"
        return False
    if grammar.has("prepositions", lower) or grammar.has("time_words", lower):
        return True
    if grammar.has("skips", lower) and not grammar.has("determiners", lower):
        return True
    heard = index
    while heard < end and (cut.words[heard][0].isupper() or grammar.has("determiners", cut.lowers[heard])):
        heard += 1
    if index < heard < end and grammar.has("prepositions", cut.lowers[heard]):  # "told The Associated Press in Kyiv"
        return not counted
    return end - index <= 5 and not counted


def within_relative(cut: Tokens, grammar: Grammar, claim: Claim, first: int, stop: int) -> Claim:
    """Return a claim of a relative clause, which ends where its sentence goes on: ", qui voulait 100, a obtenu 30"."""
    start = claim.extent[1] if claim.content is None else claim.content
    opens = claim.source is not None and claim.source[0] <= first + 1
    for at in range(start, min(stop - 1, start + REACH)):
        if cut.words[at] in QUOTES:
            break
        if cut.words[at] == "," and _goes_on(cut, grammar, at + 1, opens):
            claim.end = at
            break
    return claim


def _goes_on(cut: Tokens, grammar: Grammar, index: int, opens: bool) -> bool:
    """Whether the verb of a sentence begins at `index`; if its subject `opens` it, the verb may be any word."""
    lower = cut.lowers[index]
    if opens and cut.words[index].isalpha() and cut.words[index].islower() and lower not in grammar.small:
        return True
    known = any(grammar.has(role, lower) for role in ("modals", "negating", "reflexives"))
    return known or lower in speaking(grammar.language) or is_past(cut, grammar, index)


def content_behind(cut: Tokens, grammar: Grammar, index: int, stop: int) -> int:
    """Return where what is said begins: behind "that" if it comes soon, or at once."""
    that, modals = grammar.role("that"), grammar.role("modals")
    for at in range(index, min(stop, index + REACH // 2)):
        if cut.lowers[at] in that:
            joined = at > index + 1 and grammar.has("and", cut.lowers[at - 1])  # "said five died and that 14 were hurt"
            return index if joined else at + 1
        if (cut.words[at] in QUOTES and at < index + _SOON) or (cut.words[at] == ":" and not cut.touch(at)):
            return at
        if cut.lowers[at] in modals or cut.words[at] == ";" or cut.words[at][0].isdigit():
            break
    return index
