"""Subjects of English and French verbs of saying: what before a verb is a noun phrase that can speak."""

from __future__ import annotations

from dashboard.reading.speech.claims import Span
from dashboard.reading.speech.grammar import QUOTES, Grammar, clause_start, is_boundary, is_dash, next_boundary
from dashboard.reading.speech.names import is_name, latter, plain_phrase, run_of_names
from dashboard.reading.speech.plain.makers import with_maker
from dashboard.reading.text.tokens import Tokens

# Signs before the lines of a list, and between the hours and minutes before a line of a live report.
BULLETS = frozenset("–—-•*·▪►■")
_CLOCK = frozenset(":.h")
# As long is "quarante-huit heures", which is no subject.
_SHORT = 2
# How long the place and house before a story are at most.
_DATELINE = 14
# A short name in capitals: "SIPRI".
_ACRONYM = 3
# The longest place or matter behind a subject, in tokens, and the partners before it: how many, and how long a name.
_PLACED, _PARTNERS, _PARTNER = 9, 4, 6
_LONGEST_SUBJECT = 24


def subject_of(cut: Tokens, grammar: Grammar, first: int, stop: int) -> Span | None:
    """Return the noun phrase that the tokens from `first` to `stop` are or end with, if they can be one."""
    lowers, words = cut.lowers, cut.words
    first = past_starters(cut, grammar, first, stop)
    if stop - first > _LONGEST_SUBJECT or stop <= first:
        return None
    joins = grammar.role("and")
    for at in range(stop - 1, first, -1):
        if lowers[at] in joins and _splits(cut, grammar, first, at, stop):
            first = at + 1
            break
    if first >= stop:
        return None
    if grammar.has("prepositions", lowers[first]):
        article = next(
            (
                at
                for at in range(stop - 1, first, -1)
                if grammar.has("determiners", lowers[at]) and not grammar.has("of", lowers[at - 1])
            ),
            -1,
        )
        if article <= first + 1:
            return None
        first = article
    if not grammar.role("modals").isdisjoint(lowers[first:stop]) or _has_object(cut, grammar, first, stop):
        return None
    if _is_clause(cut, grammar, first, stop):
        return None
    if not grammar.role("denying").isdisjoint(
        lowers[first + 1 : stop]
    ):  # "Le Kremlin dément les chiffres de Kiev, qui"
        return None
    if grammar.traits.free_inversion:  # "un responsable s'exprimant sous couvert d'anonymat a dit"
        stop = next((at for at in range(first + 2, stop - 1) if grammar.has("reflexives", lowers[at])), stop)
    end, of, prepositions = first + 1, grammar.role("of"), grammar.role("prepositions")
    while end < stop and (
        lowers[end] in of
        or lowers[end] not in prepositions
        or grammar.has("inside", cut.lower(end + 1))
        or (words[end][0].isupper() and end + 1 < stop and words[end + 1][0].isupper())  # "Per Aas"
    ):
        end += 1
    if end < stop and grammar.has("in", lowers[end]) and end + 1 < stop and is_name(cut, grammar, end + 1):
        end = run_of_names(cut, grammar, end + 1, stop)
        if end + 1 < stop and lowers[end] in of and is_name(cut, grammar, end + 1):  # "at Bank of America"
            end = run_of_names(cut, grammar, end + 1, stop)
    head = _head(cut, grammar, first, end)
    if grammar.has("no_speakers", lowers[first_noun(cut, grammar, first, end)]) or (
        end - first <= _SHORT and grammar.has("no_speakers", lowers[end - 1])
    ):
        return None
    measured = grammar.has("measures", lowers[head]) and (words[head][0].islower() or head == first)  # not "Cal Fire"
    if measured or (grammar.has("pronouns", lowers[first]) and end == first + 1):
        return None
    small, times = grammar.small, grammar.role("time_words")
    if not any(
        words[at][0].isalpha() and lowers[at] not in small and lowers[at] not in times for at in range(first, end)
    ):
        return None
    if end < stop and is_document(cut, grammar, (first, end)):
        end = with_maker(cut, grammar, first, end, stop)
    return first, stop if _is_placed(cut, grammar, end, stop) else end


def _is_clause(cut: Tokens, grammar: Grammar, first: int, stop: int) -> bool:
    """Whether what should be a name tells by itself how something moved: "The index fell 1.2% or 500"."""
    if not grammar.role("moving").isdisjoint(cut.lowers[first + 1 : stop]):
        return True
    return any(cut.words[at] == "%" and not grammar.has("of", cut.lower(at + 1)) for at in range(first + 1, stop))


def _has_object(cut: Tokens, grammar: Grammar, first: int, stop: int) -> bool:
    """Whether "its" and the like follow what must be a verb: "Nordvik cut its sales"."""
    if grammar.role("possessives").isdisjoint(cut.lowers[first + 1 : stop]):
        return False
    return any(
        grammar.has("possessives", cut.lowers[at])
        and cut.words[at - 1][0].islower()
        and not any(grammar.has(role, cut.lowers[at - 1]) for role in ("of", "and", "prepositions", "determiners"))
        and not is_boundary(cut, at - 1)
        for at in range(first + 1, stop)
    )


def _is_placed(cut: Tokens, grammar: Grammar, end: int, stop: int) -> bool:
    """Whether all that follows a subject up to its verb belongs to it: "a source in the General Staff told"."""
    if not 0 < stop - end <= _PLACED or not grammar.has("attaching", cut.lowers[end]):
        return False
    return not any(
        cut.words[at][0].isdigit()
        or is_boundary(cut, at)
        or any(grammar.has(role, cut.lowers[at]) for role in ("time_words", "telling", "pronouns", "possessives"))
        for at in range(end, stop)
    )


def with_place(cut: Tokens, grammar: Grammar, end: int, stop: int) -> int:
    """Return the end of a source with what belongs to it up to a sign: "a source in the army", "familiar with it"."""
    if not (end < stop and any(grammar.has("placing", cut.lowers[at]) for at in (end, end - 1))):
        return end
    after = next_boundary(cut, end, stop)
    return after if _is_placed(cut, grammar, end, after) else end


def with_partners(cut: Tokens, grammar: Grammar, subject: Span, first: int) -> Span:
    """Return "Britain and France" with those named before it: "The United States, Britain and France said"."""
    start = subject[0]
    if grammar.role("and").isdisjoint(cut.lowers[start : subject[1]]):
        return subject
    for _ in range(_PARTNERS):
        comma = start - 1
        if comma <= first or cut.words[comma] != ",":
            break
        begins = clause_start(cut, first, comma)
        named = cut.words[comma - 1][0].isupper() and plain_phrase(cut, grammar, begins, comma) == comma
        if not named or comma - begins > _PARTNER or any(cut.words[at][0].isdigit() for at in range(begins, comma)):
            break
        start = begins
    opens = start <= first or cut.words[start - 1] != ","
    return (start, subject[1]) if opens else subject


def subject_described(cut: Tokens, grammar: Grammar, first: int, stop: int) -> Span | None:
    """Return the subject that a relative clause behind it describes; none if "the court sided with" comes between."""
    subject = subject_of(cut, grammar, first, stop)
    return None if subject and subject[1] < stop and is_past(cut, grammar, subject[1] - 1) else subject


def _head(cut: Tokens, grammar: Grammar, first: int, stop: int) -> int:
    """Return the noun a phrase is about: the last word before "of", or the first behind the article."""
    lowers = cut.lowers
    if grammar.traits.head_first:
        return next(
            (at for at in range(first, stop) if not grammar.has("determiners", lowers[at]) and cut.lowers[at] != "'"),
            first,
        )
    of, within = grammar.role("of"), grammar.role("in")
    return next((at for at in range(first + 1, stop) if lowers[at] in of or lowers[at] in within), stop) - 1


def _splits(cut: Tokens, grammar: Grammar, first: int, conjunction: int, stop: int) -> bool:
    """Whether "and" joins clauses and not two sources: "Kyiv and Washington" stay together."""
    lowers, words = cut.lowers, cut.words
    if conjunction + 1 >= stop or conjunction - first > 8:
        return True
    for at in range(first, conjunction):
        lower = lowers[at]
        if (
            grammar.has("modals", lower)
            or words[at][0].isdigit()
            or (grammar.has("prepositions", lower) and at == first)
        ):
            return True
        if at > first and is_past(cut, grammar, at):
            return True
    return False


def past_starters(cut: Tokens, grammar: Grammar, at: int, stop: int) -> int:
    """Return the first token from `at` on that is no conjunction, linking adverb or opening quotation mark."""
    while at < stop and (
        grammar.has("starters", cut.lowers[at])
        or cut.words[at] in QUOTES
        or (cut.words[at] in BULLETS and at + 1 < stop)
        or (grammar.has("skips", cut.lowers[at]) and grammar.has("time_units", cut.lower(at + 1)) and at + 2 < stop)
        or (grammar.has("time_units", cut.lowers[at]) and grammar.has("skips", cut.lower(at - 1)) and at + 1 < stop)
        or (cut.words[at].isdigit() and cut.word(at - 1) in _CLOCK and cut.touch(at - 1) and at + 1 < stop)
    ):
        at += 1
    return at


def past_dateline(cut: Tokens, first: int, stop: int) -> int:
    """Return where a sentence goes on behind "KYIV (AP) — ", or `first`."""
    if not cut.words[first].isupper():
        return first
    dashes = (at for at in range(first + 1, min(stop - 1, first + _DATELINE)) if is_dash(cut, at))
    return next(dashes, first - 1) + 1


def owner(cut: Tokens, grammar: Grammar, first: int, stop: int) -> Span:
    """Return whose account a phrase is: "figures from the ministry"; the phrase itself if it is none."""
    tallied, accounts = grammar.role("tallied"), grammar.role("accounts")
    for at in range(first, min(stop, first + 4)):
        if cut.lowers[at] in tallied:
            break
        if cut.lowers[at] in accounts:
            of = at + 1
            while of < at + 4 and of < stop and not grammar.has("of", cut.lowers[of]) and cut.words[of][0].islower():
                of += 1
            if of + 1 < stop and grammar.has("of", cut.lowers[of]):
                about = not grammar.has("origins", cut.lowers[of])
                of += 2 if cut.words[of + 1] in "'’" and of + 2 < stop else 1
                return (of, stop) if not about or could_speak(cut, grammar, (of, stop)) else (first, stop)
    return first, stop


def is_verbal(cut: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether a clause begins without a subject: "the group that tracks losses said"."""
    lower = cut.lowers[index]
    return not (
        cut.words[index][0].isupper()
        or grammar.has("determiners", lower)
        or grammar.has("pronouns", lower)
        or cut.words[index][0].isdigit()
        or grammar.has("plain_subjects", lower)
    )


def is_document(cut: Tokens, grammar: Grammar, subject: Span) -> bool:
    """Whether a phrase names a document: "a U.N. report"."""
    return any(grammar.has("documents", cut.lowers[at]) for at in range(*subject))


def could_speak(cut: Tokens, grammar: Grammar, phrase: Span) -> bool:
    """Whether a phrase names a body, a person by title, or anybody by name, or stands for one."""
    return bool(latter(cut, grammar, phrase)) or any(
        grammar.has("people", cut.lowers[at])
        or grammar.has("people", cut.lowers[at].removesuffix("s"))
        or grammar.has("bodies", cut.lowers[at])
        or (cut.words[at][0].isupper() and at > phrase[0])
        for at in range(*phrase)
    )


def is_counter(cut: Tokens, grammar: Grammar, subject: Span) -> bool:
    """Whether a phrase names somebody who counts for others: a ministry, the police, an agency, no shop or state."""
    return any(
        grammar.has("counters", cut.lowers[at]) or (cut.words[at].isupper() and len(cut.words[at]) >= _ACRONYM)
        for at in range(*subject)
    )


def has_will(cut: Tokens, grammar: Grammar, subject: Span) -> bool:
    """Whether a phrase names somebody who can want or expect something: no freezer, no article of a law."""
    roles = ("people", "bodies", "plain_speakers", "rivals", "judges", "counters", "plain_subjects", "pronouns")
    return any(
        (cut.words[at][0].isupper() and (at > subject[0] or subject[1] - subject[0] == 1))
        or any(grammar.has(role, cut.lowers[at]) for role in roles)
        or grammar.has("people", cut.lowers[at].removesuffix("s"))
        for at in range(*subject)
    )


def is_vague(cut: Tokens, grammar: Grammar, first: int, stop: int) -> bool:
    """Whether a phrase names nobody: "initial reports", "ses dires", "des données préliminaires"."""
    named = False
    for at in range(first, stop):
        lower = cut.lowers[at]
        account = grammar.has("accounts", lower) or grammar.has("sayings", lower)
        named = named or account
        if not (account or grammar.has("vague", lower) or grammar.has("determiners", lower) or cut.words[at] in "'’"):
            return False
    return named


def first_noun(cut: Tokens, grammar: Grammar, first: int, stop: int) -> int:
    """Return the first token of a phrase that is no article."""
    at = first
    while at < stop - 1 and (grammar.has("determiners", cut.lowers[at]) or cut.words[at] in "'’"):
        at += 1
    return at


def is_past(cut: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether a word looks like a verb in the past, in a language in which its ending tells."""
    lower = cut.lowers[index]
    return (
        bool(grammar.past_endings)
        and cut.words[index][0].islower()
        and lower.endswith(grammar.past_endings)
        and not grammar.has("plain_subjects", lower)
    )
