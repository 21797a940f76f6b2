"""Subjects of English and French verbs of saying: what before a verb is a noun phrase that can speak."""

from __future__ import annotations

from dashboard.reading.speech.claims import Span
from dashboard.reading.speech.grammar import QUOTES, Grammar, clause_start
from dashboard.reading.speech.names import is_name, latter, run_of_names
from dashboard.reading.text.tokens import Tokens

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
    if not grammar.role("modals").isdisjoint(lowers[first:stop]):
        return None
    end, of, prepositions = first + 1, grammar.role("of"), grammar.role("prepositions")
    while end < stop and (
        lowers[end] in of or lowers[end] not in prepositions or grammar.has("inside", cut.lower(end + 1))
    ):
        end += 1
    if end < stop and grammar.has("in", lowers[end]) and end + 1 < stop and is_name(cut, grammar, end + 1):
        end = run_of_names(cut, grammar, end + 1, stop)
    head = _head(cut, grammar, first, end)
    if grammar.has("measures", lowers[head]) or (grammar.has("pronouns", lowers[first]) and end == first + 1):
        return None
    if not any(
        words[at][0].isalpha() and lowers[at] not in grammar.small and not grammar.has("time_words", lowers[at])
        for at in range(first, end)
    ):
        return None
    return first, end


def subject_described(cut: Tokens, grammar: Grammar, first: int, stop: int) -> Span | None:
    """Return the subject that a relative clause behind it describes; none if "the court sided with" comes between."""
    subject = subject_of(cut, grammar, first, stop)
    return None if subject and subject[1] < stop and _is_past(cut, grammar, subject[1] - 1) else subject


def _head(cut: Tokens, grammar: Grammar, first: int, stop: int) -> int:
    """Return the noun a phrase is about: the last word before "of", or the first behind the article."""
    lowers = cut.lowers
    if grammar.traits.head_first:
        return next(
            (at for at in range(first, stop) if not grammar.has("determiners", lowers[at]) and cut.words[at] != "'"),
            first,
        )
    ends = next(
        (at for at in range(first + 1, stop) if grammar.has("of", lowers[at]) or grammar.has("in", lowers[at])), stop
    )
    return ends - 1


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
        if at > first and _is_past(cut, grammar, at):
            return True
    return False


def past_starters(cut: Tokens, grammar: Grammar, at: int, stop: int) -> int:
    """Return the first token from `at` on that is no conjunction, linking adverb or opening quotation mark."""
    while at < stop and (grammar.has("starters", cut.lowers[at]) or cut.words[at] in QUOTES):
        at += 1
    return at


def owner(cut: Tokens, grammar: Grammar, first: int, stop: int) -> Span:
    """Return whose account a phrase is: "figures from the ministry"; the phrase itself if it is none."""
    for at in range(first, min(stop, first + 4)):
        if grammar.has("accounts", cut.lowers[at]):
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
        or grammar.has("bodies", cut.lowers[at])
        or (cut.words[at][0].isupper() and at > phrase[0])
        for at in range(*phrase)
    )


def opening_bracket(cut: Tokens, closing: int, first: int) -> int:
    """Return where the bracket opens that closes at `closing`, or `closing` itself."""
    return next((at for at in range(closing, max(first, closing - 8), -1) if cut.words[at] == "("), closing)


def subject_apart(cut: Tokens, grammar: Grammar, comma: int, first: int) -> Span | None:
    """Return the subject that commas part from its verb: "Budanov, head of military intelligence, said"."""
    start = clause_start(cut, first, comma)
    if cut.lowers[comma] in grammar.role("relatives"):
        if start >= comma:
            return _apart_before(cut, grammar, comma - 1, first) if cut.word(comma - 1) == "," else None
        return subject_described(cut, grammar, start, comma)
    return _apart_before(cut, grammar, start - 1, first, comma)


def _apart_before(cut: Tokens, grammar: Grammar, comma: int, first: int, until: int = -1) -> Span | None:
    """Return the phrase that ends at `comma`, with the name that follows it up to `until`."""
    nearest: Span | None = None
    last = comma
    for _ in range(3):
        if comma <= first or cut.words[comma] != ",":
            break
        start = clause_start(cut, first, comma, grammar.role("openers"))
        subject = subject_of(cut, grammar, start, comma)
        opens = start <= first or cut.words[start - 1] != ","
        if (
            subject
            and opens
            and subject[0] == past_starters(cut, grammar, start, comma)
            and subject[1] == comma
            and _is_short_name(cut, grammar, subject)
        ):
            return subject[0], _with_name(cut, grammar, comma, until)
        if subject and subject[1] == last == comma and _begins_name(cut, grammar, subject[0]) and nearest is None:
            nearest = subject[0], _with_name(cut, grammar, comma, until)
        comma = start - 1
    if (
        nearest
        and _is_short_name(cut, grammar, nearest)
        and any(
            grammar.has("people", lower) or grammar.has("bodies", lower)
            for lower in cut.lowers[nearest[0] : nearest[1]]
        )
    ):
        return nearest
    return None


def _is_past(cut: Tokens, grammar: Grammar, index: int) -> bool:
    """Whether a word looks like a verb in the past, in a language in which its ending tells."""
    lower = cut.lowers[index]
    return (
        bool(grammar.past_endings)
        and cut.words[index][0].islower()
        and lower.endswith(grammar.past_endings)
        and not grammar.has("plain_subjects", lower)
    )


def _with_name(cut: Tokens, grammar: Grammar, comma: int, until: int) -> int:
    """Return the end of the name that follows a title in commas, up to `until`; `comma` if there is none."""
    at = comma + 1
    while at < until and cut.words[at][0].islower() and at < comma + 5:
        if grammar.has("passive_by", cut.lowers[at]):  # "le gouverneur, cité par Tass"
            return comma
        at += 1
    return until if 0 <= until - comma < 10 and at < until and run_of_names(cut, grammar, at, until) == until else comma


def _begins_name(cut: Tokens, grammar: Grammar, index: int) -> bool:
    return cut.words[index][0].isupper() or grammar.has("determiners", cut.lowers[index])


def _is_short_name(cut: Tokens, grammar: Grammar, subject: Span) -> bool:
    """Whether a phrase set apart is short enough to be a name or a title, not a clause of its own."""
    if any(cut.words[at][0].isdigit() for at in range(*subject)):
        return False
    if any(_is_past(cut, grammar, at) for at in range(subject[0] + 1, subject[1])):
        return False
    return subject[1] - subject[0] <= 14
