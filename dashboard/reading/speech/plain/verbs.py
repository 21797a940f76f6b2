"""Verbs of saying in English and French: what is one and what a noun, and what may stand between it and its subject."""

from __future__ import annotations

from dashboard.reading.speech.claims import Span
from dashboard.reading.speech.cues import Cue, speaking
from dashboard.reading.speech.grammar import Grammar, is_boundary
from dashboard.reading.speech.plain.subjects import first_noun, has_will, is_counter, is_document
from dashboard.reading.text.tokens import Tokens

# The longest aside within a compound tense, its commas included.
_ASIDE = 7
# How long the name of a house is that stands between those who speak for it and their verb.
_HOUSE = 9
# How soon what is denied begins.
_DENIED = 9
# How soon "for" follows a verb of asking.
_REQUEST = 6
# How many adverbs stand between "is" and "asking", with one more.
_ADVERBS = 4


def is_noun(cut: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether a form that may be a noun is one: "a report said", "its estimates of"."""
    lowers = cut.lowers
    if _follows_article(cut, grammar, index):
        return True
    if grammar.has("plural_verbs", lowers[index]):
        before = cut.lower(index - 1)
        if grammar.has("that", cut.lower(index + 1)) and cut.words[index - 1][0].isupper():
            return False  # "Economists at Nordbank estimate that"
        if before.endswith("s") or grammar.has("plain_subjects", before):
            return False
        return not _has_plural_subject(cut, grammar, index)
    if grammar.has("singular_verbs", lowers[index]):
        after = cut.lower(index + 1)
        return (
            cut.word(index - 1)[:1].isdigit()
            or grammar.has("figure_words", cut.lower(index - 1))  # "rose five points to 80"
            or grammar.has("of", after)
            or grammar.has("modals", after)
            or grammar.has("determiners", cut.lower(index - 1))
        )
    return False


def _has_plural_subject(cut: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether several whose house has a name stand before a verb: "Analysts at Bank of America estimate the strike"."""
    if not cut.words[index - 1][0].isupper() or not grammar.has("determiners", cut.lower(index + 1)):
        return False
    for at in range(index - 2, max(0, index - _HOUSE), -1):
        if grammar.has("placed_at", cut.lowers[at]):
            return cut.lowers[at - 1].endswith("s")
        if not (
            cut.words[at][0].isupper() or grammar.has("of", cut.lowers[at]) or grammar.has("definite", cut.lowers[at])
        ):
            return False
    return False


def _follows_article(cut: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether what stands before a form shows that it is a noun: "sur la liste", "une annonce", not "les chiffre"."""
    at = index - 2 if cut.lower(index - 1) == "'" else index - 1
    lower, before = cut.lower(at), cut.lower(at - 1)
    if grammar.has("having", cut.lowers[index]) or before == "'":  # "a déclaré", "l'un affirme"
        return False
    if grammar.has("articles_of_nouns", lower):
        return True
    if not grammar.has("articles_or_objects", lower):
        return False
    governed = grammar.has("of", before) or grammar.has("prepositions", before)
    return governed or before in speaking(grammar.language) or grammar.has("governing", before)  # "crédite la liste de"


def is_no_claim(cut: Tokens, grammar: Grammar, cue: Cue, span: Span, first: int, stop: int) -> bool:
    """Whether what looks like a verb of saying from `span[0]` on is a noun, is denied, or tells of something else."""
    lowers, verb, last = cut.lowers, span[0], span[1] - 1
    soon = lowers[last + 1 : min(stop, last + _REQUEST)]
    if not grammar.role("not_said").isdisjoint(soon) and grammar.role("under").isdisjoint(soon):
        return True
    if cue.sort == "deny" and not any(
        lowers[at] in grammar.role("that") or grammar.has("denied_as", lowers[at]) or lowers[at].endswith("ing")
        for at in range(last + 1, min(stop, last + _DENIED))
    ):
        return True
    if _tells_nothing(cut, grammar, cue, span, stop):
        return True
    if is_noun(cut, grammar, verb) or grammar.has("sizes", cut.lower(verb - 1)):
        return True
    if cue.sort in ("want", "record") and grammar.has("possessives", cut.lower(last + 1)):  # "counts its dead"
        return True
    if cue.sort == "accuse" and grammar.has("of", cut.lower(last + 1)):  # "two banks accused of fraud"
        return True
    aside = past_aside(cut, grammar, verb - 1, first)
    if verb == last and aside < verb - 1 and grammar.has("having", lowers[aside]):  # "a, elle, fait état"
        return True
    return not grammar.role("negations").isdisjoint(lowers[max(first, verb - 3) : last])


def _tells_nothing(cut: Tokens, grammar: Grammar, cue: Cue, span: Span, stop: int) -> bool:
    """Whether a verb of saying says no figure: "dit oui", "asked for 25 systems", "prévoit d'ouvrir 30 magasins"."""
    verb, last = span[0], span[1] - 1
    answers = grammar.has("answers", cut.lower(last + 1))
    asks = _is_request(cut, grammar, last, stop)
    return answers or asks or _is_plan(cut, grammar, cue, last) or _says_none(cut, grammar, verb, last, stop)


def _is_plan(cut: Tokens, grammar: Grammar, cue: Cue, last: int) -> bool:
    """Whether a verb tells what somebody means to do and not what is: "prévoit d'ouvrir 30 magasins"."""
    if cue.sort != "plan":
        return False
    deeds, at = grammar.role("leads_to_deeds"), last + 1
    while cut.lower(at) not in deeds and grammar.has("between", cut.lower(at)):
        at += 1
    return cut.lower(at) in deeds and not cut.word(at + 1)[:1].isdigit()  # "prévoit de 10 à 15 mm"


def _says_none(cut: Tokens, grammar: Grammar, verb: int, last: int, stop: int) -> bool:
    """Whether somebody tells of nothing: "n'a fait état d'aucun blessé", but "n'a fait état que de 3 blessés"."""
    negating = grammar.role("negating")
    if cut.lower(verb - 1) not in negating and cut.lower(verb - 2) not in negating:
        return False
    return any(grammar.has("none", lower) for lower in cut.lowers[last + 1 : min(stop, last + _REQUEST)])


def _is_request(cut: Tokens, grammar: Grammar, last: int, stop: int) -> bool:
    """Whether a verb asks for things and tells nothing: "asked its allies for 25 more systems"."""
    if not grammar.has("requests", cut.lowers[last]):
        return False
    for at in range(last + 1, min(stop, last + _REQUEST)):
        if is_boundary(cut, at) or cut.words[at][0].isdigit() or grammar.has("that", cut.lowers[at]):
            return False
        if grammar.has("request_for", cut.lowers[at]):
            return at > last + 1
    return False


def between(cut: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether a token may stand between a subject and its verb: "Kyiv on Monday also said"."""
    lower = cut.lowers[index]
    return (
        grammar.has("between", lower)
        or (grammar.has("time_words", lower) and cut.words[index][0].isupper() and grammar.traits.capitalised_days)
        or (cut.lowers[index] == "'" and cut.touch(index))
        or (
            grammar.has("objects", lower) and f"{cut.lower(index - 2)} {cut.lower(index - 1)}" in grammar.role("as_for")
        )
    )


def past_aside(cut: Tokens, grammar: Grammar, before: int, first: int) -> int:
    """Return the last token before ", elle," or ", de son côté," within a compound tense, if one ends at `before`."""
    if before <= first or cut.words[before] != ",":
        return before
    for at in range(before - 1, max(first, before - _ASIDE), -1):
        if cut.words[at] == ",":
            return at - 1
        if not (between(cut, grammar, at) or grammar.has("objects", cut.lowers[at])):
            break
    return before


def past_since(cut: Tokens, grammar: Grammar, before: int, first: int) -> int:
    """Return the last token before "has since October 2022", if a date stands within a verb and ends at `before`."""
    for at in range(before, max(first, before - 4), -1):
        if grammar.has("inner_prepositions", cut.lowers[at]):
            return at - 2 if at - 2 >= first and grammar.has("having", cut.lowers[at - 1]) else before
        if not (grammar.has("time_words", cut.lowers[at]) or cut.words[at].isdigit()):
            break
    return before


def may_do(cut: Tokens, grammar: Grammar, cue: Cue, subject: Span) -> bool:
    """Whether a subject says something by a verb: a document "shows", a ministry "records"."""
    if cue.sort == "document":
        return is_document(cut, grammar, subject)
    if cue.sort == "plan":
        return not grammar.has("drafts", cut.lowers[first_noun(cut, grammar, *subject)])
    if cue.sort == "witness":
        return any(grammar.has("witnesses", cut.lowers[at]) for at in range(*subject))
    if cue.sort == "want":
        return has_will(cut, grammar, subject)
    return cue.sort != "record" or is_counter(cut, grammar, subject)


def needed(cut: Tokens, cue: Cue, verb: int, stop: int) -> bool:
    """Whether one of the words that a verb needs follows it soon: "spoke of"."""
    for at in range(verb + 1, min(stop, verb + 16)):
        if cut.lowers[at] in cue.needs:
            return True
        if cut.words[at] in ",;:":
            return False
    return False


def auxiliary(cut: Tokens, grammar: Grammar, index: int, first: int) -> int:
    """Return where the form of "be" stands that makes a verb of a gerund: "was still asking", or -1."""
    at = index - 1
    while at > first and at > index - _ADVERBS and grammar.has("between", cut.lowers[at]):
        at -= 1
    return at if at > first and grammar.has("being", cut.lowers[at]) else -1
