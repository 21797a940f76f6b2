"""Who spoke last: what "he", "the ministry" no longer named, or "the same figures" stand for."""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

from dashboard.reading.speech.bare_subjects import WITH_ARTICLE, is_short_name, is_subject, without_verb
from dashboard.reading.speech.claims import Span
from dashboard.reading.speech.genders import contradicts, is_plural_account, may_be_either, means_another
from dashboard.reading.speech.german.titles import full_name
from dashboard.reading.speech.grammar import Grammar
from dashboard.reading.speech.names import names_person, plain_phrase, run_of_names
from dashboard.reading.speech.opponents import opponent
from dashboard.reading.speech.plain.subjects import is_past, past_dateline
from dashboard.reading.text.sentences import Sentences
from dashboard.reading.text.tokens import Tokens

# A pronoun refers to somebody named at most so many sentences before, out of so many last named.
_SENTENCES, _NAMED = 8, 8
# How much of a sentence is searched for people.
_TOKENS = 40
# How many sentences of a paragraph are searched for a subject, and how far into each.
_NEAR, _OPENING = 4, 12
# Of two people who spoke in so many sentences before, either may be meant.
_RIVALS = 3


def _length(span: Span) -> int:
    return span[1] - span[0]


class Speaker(NamedTuple):
    """A source as it was named, in tokens, and the sentence it was named in."""

    name: Span
    sentence: int


class Speakers:
    """The sources named last, the latest first."""

    def __init__(self, cut: Tokens, parts: Sentences, grammar: Grammar) -> None:
        """Begin with nobody named."""
        self._cut, self._parts, self._grammar = cut, parts, grammar
        self._named: deque[Speaker] = deque(maxlen=_NAMED)

    def add(self, name: Span, sentence: int) -> None:
        """Remember a source that was just named."""
        self._named.appendleft(Speaker(name, sentence))

    def fuller(self, name: Span, sentence: int) -> Span:
        """Return the one source named before that "the ministry" or "le général" is short for, else the name itself."""
        cut, grammar = self._cut, self._grammar
        if grammar.has("short_articles", cut.lowers[name[0]]) and name[1] == name[0] + 2:
            near = (one.name for one in self._named if sentence - one.sentence <= _SENTENCES)
            return full_name(cut, grammar, name, near)
        first = name[0] + (2 if cut.word(name[0] + 1) in "'’" else 1)
        if not grammar.has("definite", cut.lowers[name[0]]) or first + 1 != name[1] or cut.word(first)[:1].isupper():
            return name
        noun = cut.lowers[first]
        known = [one for one in self._named if sentence - one.sentence <= _SENTENCES]
        longer = [one.name for one in known if _length(one.name) > _length(name) and self._is_called(one.name, noun)]
        if longer and all(self._sounds(one) == self._sounds(longer[0]) for one in longer):
            return longer[0]
        return name

    def _is_called(self, name: Span, noun: str) -> bool:
        """Whether a noun is a word of a name, and not one of what only tells whose it is: "chef de la police"."""
        for at in range(*name):
            if self._cut.lowers[at] == noun:
                return True
            if self._grammar.traits.head_first and self._grammar.has("of", self._cut.lowers[at]):
                return False
        return False

    def _sounds(self, name: Span) -> list[str]:
        return self._cut.lowers[slice(*name)]

    def last(self, sentence: int) -> Span | None:
        """Return who was named last, unless that is too long ago."""
        return self.meant("same", sentence, 0)

    def meant(self, word: str, sentence: int, token: int) -> Span | None:
        """Return the name that a pronoun at `token` stands for, or None if there is none near.

        Somebody who spoke is meant before somebody who is only named in this sentence or the two before.
        """
        if not word or self._grammar.has("unresolved", word):
            return None
        near = self._beside(word, sentence, token)
        if near:
            return near
        several = self._is_plural(word, token)
        for speaker in self._named:
            if sentence - speaker.sentence > _SENTENCES:
                break
            if several and self._is_single(speaker.name):
                return None  # "Ökonomen sind skeptisch. Sie erwarten 9 Prozent": not the governor who spoke before
            if self._fits(word, speaker.name):
                since = speaker.name, speaker.sentence, sentence
                other = opponent(self._cut, self._grammar, self._parts, since, self._is_body)
                if other:
                    return other if self._stands_beside(word, other, sentence) else None
                if word != "same" and (
                    self._passed_over(speaker, sentence) or self._may_be_other(word, speaker, sentence)
                ):
                    return None
                apart = word != "same" and self._parts.paragraphs[speaker.sentence] != self._parts.paragraphs[sentence]
                near = self._subject_here(word, sentence, token) if apart else self._person_since(word, sentence, token)
                if near and not apart and self._is_person(speaker.name):
                    return None  # "Lind called it grave. 60 died, he said": she, or who spoke before
                return near or speaker.name
        if word == "same":
            return None
        return self._subject_here(word, sentence, token) or self._head(word, sentence, token)

    def _is_plural(self, word: str, token: int) -> bool:
        """Whether the verb at `token` shows that a pronoun stands for several: "sie sagten", not "sie sagte"."""
        endings = self._grammar.roles["plural_verb_endings"]
        return self._grammar.has("numberless_pronouns", word) and any(
            self._cut.lowers[token].endswith(ending) for ending in endings
        )

    def _is_single(self, name: Span) -> bool:
        """Whether a name is one person's, or has an article that several have not."""
        if any(self._grammar.has("and", lower) for lower in self._cut.lowers[slice(*name)]):
            return False
        return self._is_person(name) or self._grammar.has("single_articles", self._cut.lowers[name[0]])

    def _passed_over(self, speaker: Speaker, sentence: int) -> bool:
        """Whether the sentence before is about somebody else, whom a pronoun rather means than who spoke."""
        if not self._grammar.traits.capitalised_nouns or speaker.sentence >= sentence - 1:
            return False
        first, stop = self._parts.bounds(sentence - 1)
        people = self._people(first, min(stop, first + _OPENING // 2))
        if not people or people[0][0] > first + 1:
            return False
        return self._cut.lowers[people[0][1] - 1] not in self._cut.lowers[slice(*speaker.name)]

    def _may_be_other(self, word: str, speaker: Speaker, sentence: int) -> bool:
        """Whether another person spoke just before in this paragraph who may be "she" as well as who spoke last."""
        paragraphs, words = self._parts.paragraphs, self._cut.words
        near = (
            one.name
            for one in self._named
            if sentence - one.sentence <= _RIVALS
            and paragraphs[one.sentence] == paragraphs[sentence]
            and words[one.name[1] - 1][0].isupper()
            and self._is_person(one.name)
        )
        return self._is_person(speaker.name) and may_be_either(self._cut, self._grammar, word, speaker.name, near)

    def interrupts(self, spoke: Span, since: int, sentence: int) -> bool:
        """Whether a short sentence since somebody spoke begins with another who opposes it: "Merz disagreed."."""
        if opponent(self._cut, self._grammar, self._parts, (spoke, since, sentence), self._is_body) is not None:
            return True
        word = self._cut.lowers[self._parts.bounds(sentence)[0]]  # "Sie rechne mit 20": not her colleague
        others = (one.name for one in self._named if sentence - one.sentence <= _RIVALS)
        return means_another(self._cut, self._grammar, word, spoke, others)

    def _stands_beside(self, word: str, other: Span, sentence: int) -> bool:
        """Whether a word may stand for who opposed the speaker in the sentence right before, in one paragraph."""
        number, paragraphs = self._parts.number(other[0]), self._parts.paragraphs
        near = number == sentence - 1 and paragraphs[number] == paragraphs[sentence]
        return near and _length(other) > 1 and (word == "same" or self._fits(word, other))

    def _beside(self, word: str, sentence: int, token: int) -> Span | None:
        """Return the person at the head of a sentence that goes on behind a semicolon with "he" at `token`."""
        first, _ = self._parts.bounds(sentence)
        if word == "same" or not any(one == ";" for one in self._cut.words[max(first, token - 3) : token]):
            return None
        people = self._people(first, min(token, first + _TOKENS))
        return people[0] if people and people[0][0] <= first + 1 and self._fits(word, people[0]) else None

    def _fits(self, word: str, name: Span) -> bool:
        has = self._grammar.has
        if word != "same" and has("number_words", self._cut.lowers[name[0]]):
            return False  # "Zweihundert Haushalte": no "sie sagte" is theirs
        if contradicts(self._cut, self._grammar, word, name) or is_plural_account(self._cut, self._grammar, word, name):
            return False
        if has("person_pronouns", word):
            titled = names_person(self._cut, self._grammar, *name)
            return not self._is_body(name) and (titled or not has("definite", self._cut.lowers[name[0]]))
        if has("body_pronouns", word):
            return self._is_body(name) or not self._is_person(name)
        return self._agrees(word, name)

    def _agrees(self, word: str, name: Span) -> bool:
        """Whether article and pronoun are of one gender; a person's name without an article may be of any."""
        has, article = self._grammar.has, self._cut.lowers[name[0]]
        for gender in ("masculine", "feminine", "neuter"):
            if has(f"{gender}_pronouns", word):
                if has("determiners", article):
                    return has(gender, article) or self._cut.lowers[name[0] + 1] == "'"
                return not self._is_body(name)
        return True

    def _is_body(self, name: Span) -> bool:
        """Whether a name is that of a body and not of one of its people: "the ministry", not "the ministry's chief"."""
        lowers, has = self._cut.lowers, self._grammar.has
        return any(has("bodies", lowers[at]) for at in range(*name)) and not self._is_person(name)

    def _is_person(self, name: Span) -> bool:
        """Whether a title stands in a name, or it is a plain name of two or three words that is no body's."""
        if names_person(self._cut, self._grammar, *name):
            return not self._heads_body(name)
        lowers, words, grammar = self._cut.lowers, self._cut.words, self._grammar
        plain = all(words[at][0].isupper() for at in range(*name)) and not grammar.has("determiners", lowers[name[0]])
        bodies = any(grammar.has("bodies", lowers[at]) for at in range(*name))
        return plain and not bodies and 2 <= name[1] - name[0] <= 3

    def _person_since(self, word: str, sentence: int, token: int) -> Span | None:
        """Return the person who is the subject behind who spoke last: "he" is nobody's poll.

        Behind a person, somebody else must open the sentence right before.
        """
        last = self._named[0] if self._named else None
        if word == "same" or last is None:
            return None
        spoke = self._is_person(last.name)
        name = self._subject_here(word, sentence, token, max(last.sentence, sentence - 2) if spoke else last.sentence)
        if name is None or (spoke and self._cut.lowers[name[1] - 1] in self._cut.lowers[slice(*last.name)]):
            return None
        if not names_person(self._cut, self._grammar, *name):
            return name if is_short_name(self._cut, self._grammar, name) and not spoke else None
        whole = self._cut.words[name[1] - 1][0].isupper() and _length(name) > WITH_ARTICLE
        return name if whole or not spoke else None

    def _subject_here(self, word: str, sentence: int, token: int, since: int = -1) -> Span | None:
        """Return who is the subject of this sentence or one before in its paragraph, if a pronoun can stand for it.

        Only sentences behind the number `since` count: there somebody else spoke.
        """
        grammar, cut, paragraphs = self._grammar, self._cut, self._parts.paragraphs
        if not grammar.has("pronouns", word) or grammar.traits.capitalised_nouns:
            return None
        for number in range(sentence, max(-1, since, sentence - _NEAR), -1):
            if paragraphs[number] != paragraphs[sentence]:
                break
            first, stop = self._parts.bounds(number)
            stop = min(stop, token)
            first = past_dateline(cut, first, stop)
            opening = ",:" if grammar.has("prepositions", cut.lowers[first]) else ":"
            signs = [at for at in range(first, min(stop, first + _OPENING)) if cut.words[at] in opening]
            for start in [first, *(at + 1 for at in signs)]:
                verb = next(
                    (at for at in range(start + 1, min(stop, start + _TOKENS)) if is_past(cut, grammar, at)), stop
                )
                end = plain_phrase(cut, grammar, start, verb) if start < verb else start
                if end > start and is_subject(cut, grammar, (start, end)):
                    name = start, without_verb(cut, grammar, start, end)
                    if self._fits(word, name):
                        return name
        return None

    def _heads_body(self, name: Span) -> bool:
        """Whether an English name ends with a body: "Ukraine's General Staff" is nobody's title."""
        return self._grammar.has("body_heads", self._cut.lowers[name[1] - 1])

    def _head(self, word: str, sentence: int, token: int) -> Span | None:
        """Return the person named last before a pronoun, in its sentence or the two before."""
        for number in range(sentence, max(-1, sentence - 3), -1):
            first, stop = self._parts.bounds(number)
            for name in self._people(first, min(stop, token, first + _TOKENS)):
                if self._fits(word, name):
                    return name
        return None

    def _people(self, first: int, stop: int) -> list[Span]:
        """Return the people named between two tokens, the one at the head first, then the last named first."""
        found: list[Span] = []
        nouns = self._grammar.traits.capitalised_nouns  # two capitals in a row may be any of them
        at = first
        while at < stop:
            end = run_of_names(self._cut, self._grammar, at, stop)
            if (
                end > at + 1
                and self._is_person((at, end))
                and (not nouns or names_person(self._cut, self._grammar, at, end))
            ):
                found.append((at, end))
            at = max(end, at + 1)
        if found and found[0][0] <= first + 1:
            return [found[0], *reversed(found[1:])]
        return found[::-1]
