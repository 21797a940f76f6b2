"""Names under which a board knows actors, places and indicators: all that the reader knows of a board."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.reading.text.tokens import tokens

# Beginnings of words shorter than this are compared whole: "us" is no beginning of "user".
SHORTEST_BEGINNING = 5
# So many letters a country's name and its adjective have in common: "Russland", "russisch".
SAME_BEGINNING = 4
# Endings of German cases, and of plurals; shorter words are compared as they are.
ENDINGS = ("es", "en", "er", "em", "e", "s", "n", "r", "m")
SHORTEST_INFLECTED = 5


@dataclass(frozen=True, slots=True)
class Indicator:
    """A count of the board: its id, unit, the place it is tied to (empty if none) and words that tell it.

    `owners` has names of each of those whose persons or things it counts: North Koreans alone, of all who were killed.
    """

    id: str
    unit: str
    scope: str = ""
    phrases: tuple[str, ...] = ()
    owners: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """Names and what they stand for. A name that stands for two things is no help and finds neither."""

    ids: Mapping[tuple[str, ...], str]
    longest: int
    # All words of all names of an id.
    words: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> Names:
        """Return the names of pairs of name and id."""
        ids: dict[tuple[str, ...], str] = {}
        for name, identity in pairs:
            words = _stems(name)
            if words:
                ids[words] = identity if ids.get(words, identity) == identity else ""
        own: dict[str, frozenset[str]] = {}
        for words, identity in ids.items():
            own[identity] = own.get(identity, frozenset()) | frozenset(words)
        return cls(ids, max(map(len, ids), default=0), own)

    def find(self, phrase: str) -> str:
        """Return the id of the longest name in a phrase, whole words only; empty if none or if it is not clear.

        Nor is it clear if another one's name of several words follows: "AFP analysis of data of the Ukrainian army".
        """
        words = _stems(phrase)
        for length in range(min(self.longest, len(words)), 0, -1):
            found = {
                identity: at + length
                for at in range(len(words) - length + 1)
                if (identity := self.ids.get(words[at : at + length], ""))
            }
            if found:
                identity, behind = found.popitem()
                return "" if found or self._names_another(words[behind:], identity) else identity
        return ""

    def _names_another(self, words: tuple[str, ...], identity: str) -> bool:
        """Whether one of other names of several words stands among words, with something that `identity` is not."""
        own = self.words[identity]
        return any(
            self.ids.get(words[at : at + length], identity) != identity and not own.issuperset(words[at : at + length])
            for length in range(2, min(self.longest, len(words)) + 1)
            for at in range(len(words) - length + 1)
        )


@dataclass(frozen=True, slots=True)
class Register:
    """What a board knows by name."""

    actors: Names = field(default_factory=lambda: Names.of(()))
    places: Names = field(default_factory=lambda: Names.of(()))
    indicators: Sequence[Indicator] = ()

    def indicators_of(self, unit: str | None, sentence: str, place_id: str) -> list[str]:
        """Return the ids of the indicators a figure may belong to, likeliest first.

        Their unit is the figure's, and some of their words stand in its sentence; they are ordered by how many. One
        tied to another place than the figure's is none of them.
        """
        return [identity for _, identity in self._scored(unit, sentence, place_id)]

    def indicator_of(self, unit: str | None, sentence: str, place_id: str) -> str:
        """Return the one indicator that fits best.

        Empty if two fit alike, if it is tied to a place not named, or if the sentence does not say whose they are.
        """
        scored = self._scored(unit, sentence, place_id)
        if not scored or (len(scored) > 1 and scored[0][0] == scored[1][0]):
            return ""
        (best,) = (indicator for indicator in self.indicators if indicator.id == scored[0][1])
        words = _words(sentence)
        owned = all(any(_stands_in(_words(name), words) for name in names) for names in best.owners)
        return best.id if owned and (place_id or not best.scope) else ""

    def _scored(self, unit: str | None, sentence: str, place_id: str) -> list[tuple[int, str]]:
        """Return score and id of each indicator that may fit, best first, else in the order of the register."""
        words = _words(sentence)
        scored = []
        for indicator in self.indicators:
            # A place's id begins with the name of what indicators are tied to ("kursk-oblast": "kursk").
            tied = bool(indicator.scope and place_id)
            if indicator.unit != unit or (tied and place_id.partition("-")[0] != indicator.scope):
                continue
            hits = sum(len(_words(phrase)) for phrase in indicator.phrases if _stands_in(_words(phrase), words))
            if hits:
                scored.append((hits + tied, indicator.id))
        return sorted(scored, key=lambda pair: -pair[0])


def adjectives(names: Iterable[str]) -> list[str]:
    """Return the words of longer names that begin as a name of one word does: "nordkoreanische", of "Nordkorea"."""
    split = [_words(name) for name in names]
    begun = {words[0][:SAME_BEGINNING] for words in split if len(words) == 1 and len(words[0]) >= SHORTEST_BEGINNING}
    longer = {word for words in split if len(words) > 1 for word in words if len(word) >= SHORTEST_BEGINNING}
    return sorted(word for word in longer if word[:SAME_BEGINNING] in begun)


def is_described(phrase: str, name: str) -> bool:
    """Whether a phrase has a word made of a name: "North Korean soldiers", but not "soldiers in North Korea"."""
    own, words = _words(name), _words(phrase)
    return _stands_in(own, words) and not any(words[at : at + len(own)] == own for at in range(len(words)))


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(word for word in tokens(phrase).lowers if word[0].isalnum())


def _stems(phrase: str) -> tuple[str, ...]:
    """Return the words of a name without endings of case: "des Generalstabs" is "der Generalstab"."""
    return tuple(_stem(word) for word in _words(phrase))


def _stem(word: str) -> str:
    if len(word) >= SHORTEST_INFLECTED:
        for ending in ENDINGS:
            if word.endswith(ending):
                return word.removesuffix(ending)
    return word


def _stands_in(phrase: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether a phrase stands in a sentence, each of its words as the beginning of one there."""
    length = len(phrase)
    return any(
        all(_begins(word, part) for word, part in zip(words[at : at + length], phrase, strict=True))
        for at in range(len(words) - length + 1)
    )


def _begins(word: str, part: str) -> bool:
    return word == part or (len(part) >= SHORTEST_BEGINNING and word.startswith(part))
