"""Dates, durations and clock times: phrases of our own, one table per language, and what holds for any text."""

from __future__ import annotations

import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.reading.dates.reading import Date, dates
from dashboard.reading.dates.words import date_words
from dashboard.reading.figures.numerals import proportions, ranges
from dashboard.reading.figures.numerals.finding import numerals
from dashboard.reading.figures.numerals.numeral import Numeral
from dashboard.reading.text.sentences import sentences
from dashboard.reading.text.tokens import Tokens, tokens

LANGUAGES = ("de", "en", "fr")
# A Wednesday.
PUBLISHED = date(2024, 11, 6)


def read(text: str, language: str, published: date = PUBLISHED) -> list[Date]:
    cut = tokens(text)
    return dates(cut, sentences(cut, language), counted(cut, language), language, published)


def counted(cut: Tokens, language: str) -> list[Numeral]:
    """Return the numerals as the reader hands them over: ranges are one."""
    return ranges.joined(cut, proportions.joined(cut, numerals(cut, language), language), language)


def said(text: str, language: str, published: date = PUBLISHED) -> list[str]:
    """What is no minor item: "surface = first day..last day" or "surface = duration"."""
    return [
        f"{text[one.start : one.end]} = {_meaning(one)}" for one in read(text, language, published) if not one.minor
    ]


def _meaning(one: Date) -> str:
    if one.iso_start is None:
        return one.timex
    return one.iso_start if one.iso_start == one.iso_end else f"{one.iso_start}..{one.iso_end}"


def _cases(table: str) -> list[tuple[str, list[str]]]:
    """Read lines of "text | surface = meaning | ..."."""
    rows = [[field.strip() for field in line.split(" | ")] for line in table.strip().splitlines() if line.strip()]
    return [(row[0], [field for field in row[1:] if field != "nothing"]) for row in rows]


GERMAN = _cases("""
Er kam am Montag an. | am Montag = 2024-11-04
Er kam am Mittwoch an. | am Mittwoch = 2024-11-06
Am Donnerstag griffen sie an. | Am Donnerstag = 2024-10-31
Die Abgeordneten sollen am Freitag abstimmen. | am Freitag = 2024-11-08
Der Rat muss am Mittwoch entscheiden. | am Mittwoch = 2024-11-06
Er soll am Freitag getötet worden sein. | am Freitag = 2024-11-01
Er will am Sonntag Beweise gesehen haben. | am Sonntag = 2024-11-03
Sie hat am Donnerstag angegriffen. | am Donnerstag = 2024-10-31
die für Sonntag angesetzte Wahl | für Sonntag = 2024-11-10
Er sagte am Dienstag, man werde am Donnerstag abreisen. | am Dienstag = 2024-11-05 | am Donnerstag = 2024-11-07
am kommenden Mittwoch | am kommenden Mittwoch = 2024-11-13
am vergangenen Mittwoch | am vergangenen Mittwoch = 2024-10-30
am Freitag kommender Woche | am Freitag kommender Woche = 2024-11-15
am Dienstag vergangener Woche | am Dienstag vergangener Woche = 2024-10-29
am gestrigen Dienstag | am gestrigen Dienstag = 2024-11-05
am Montagabend und am Sonnabendmorgen | am Montagabend = 2024-11-04 | am Sonnabendmorgen = 2024-11-02
in der Nacht zum Dienstag | in der Nacht zum Dienstag = 2024-11-05
in der Nacht auf den 5. November | in der Nacht auf den 5. November = 2024-11-05
in der Nacht | in der Nacht = 2024-11-06
in der Nacht von Montag auf Dienstag | in der Nacht von Montag auf Dienstag = 2024-11-04..2024-11-05
heute früh, gestern Abend, vorgestern, übermorgen | heute früh = 2024-11-06 | gestern Abend = 2024-11-05 \
| vorgestern = 2024-11-04 | übermorgen = 2024-11-08
Er reist morgen ab. Der Morgen war kühl. | morgen = 2024-11-07
Das Ministerium teilte am Abend mit | am Abend = 2024-11-06
am 31. Oktober | am 31. Oktober = 2024-10-31
am 31. Oktober 2023 | am 31. Oktober 2023 = 2023-10-31
am 31.10. griff er an, am 31.10.2023 auch | am 31.10. = 2024-10-31 | am 31.10.2023 = 2023-10-31
Mittwoch, 6. November 2024 | Mittwoch, 6. November 2024 = 2024-11-06
am Dienstag, dem 5. November, | am Dienstag, dem 5. November = 2024-11-05
am 20. Januar wird er vereidigt | am 20. Januar = 2025-01-20
bis zum 27. Oktober | bis zum 27. Oktober = 2024-10-27
vom 3. bis zum 5. Mai | vom 3. bis zum 5. Mai = 2024-05-03..2024-05-05
zwischen dem 8. und 13. Oktober | zwischen dem 8. und 13. Oktober = 2024-10-08..2024-10-13
am 3., 4. und 5. Mai 2023 | am 3. = 2023-05-03 | 4. = 2023-05-04 | 5. Mai 2023 = 2023-05-05
vom 28. Oktober bis zum 2. November | vom 28. Oktober bis zum 2. November = 2024-10-28..2024-11-02
im Juni | im Juni = 2024-06-01..2024-06-30
im Dezember | im Dezember = 2023-12-01..2023-12-31
Er wird im Dezember zurückkehren. | im Dezember = 2024-12-01..2024-12-31
im vergangenen November, im kommenden November | im vergangenen November = 2023-11-01..2023-11-30 \
| im kommenden November = 2025-11-01..2025-11-30
im Mai und Juni 2023 | im Mai = 2023-05-01..2023-05-31 | Juni 2023 = 2023-06-01..2023-06-30
zwischen Januar und März 2024 | zwischen Januar und März 2024 = 2024-01-01..2024-03-31
von November bis Januar 2024 | von November bis Januar 2024 = 2023-11-01..2024-01-31
im Oktober vergangenen Jahres | im Oktober vergangenen Jahres = 2023-10-01..2023-10-31
seit Anfang Oktober | seit Anfang Oktober = 2024-10-01..2024-10-10
Mitte Februar 2023 | Mitte Februar 2023 = 2023-02-11..2023-02-20
bis Ende November | bis Ende November = 2024-11-21..2024-11-30
Ende vergangener Woche | Ende vergangener Woche = 2024-10-28..2024-11-03
zu Beginn des Jahres | zu Beginn des Jahres = 2024-01-01..2024-12-31
Ende 2023, Anfang des Jahres 2022 | Ende 2023 = 2023-01-01..2023-12-31 \
| Anfang des Jahres 2022 = 2022-01-01..2022-12-31
in der ersten Oktoberhälfte | in der ersten Oktoberhälfte = 2024-10-01..2024-10-15
vergangene Woche, im vorigen Jahr, dieser Monat | vergangene Woche = 2024-10-28..2024-11-03 \
| im vorigen Jahr = 2023-01-01..2023-12-31 | dieser Monat = 2024-11-01..2024-11-30
am Wochenende | am Wochenende = 2024-11-02..2024-11-03
am kommenden Wochenende | am kommenden Wochenende = 2024-11-09..2024-11-10
im dritten Quartal, im ersten Halbjahr 2023 | im dritten Quartal = 2024-07-01..2024-09-30 \
| im ersten Halbjahr 2023 = 2023-01-01..2023-06-30
im Sommer, im Winter 2022/23 | im Sommer = 2024-06-01..2024-08-31 | im Winter 2022/23 = 2022-12-01..2023-02-28
in den 1990er Jahren, in den 90er-Jahren, in den neunziger Jahren | in den 1990er Jahren = 1990-01-01..1999-12-31 \
| in den 90er-Jahren = 1990-01-01..1999-12-31 | in den neunziger Jahren = 1990-01-01..1999-12-31
seit 2014, im Jahr 2023, die Wahl 2024 | seit 2014 = 2014-01-01..2014-12-31 | im Jahr 2023 = 2023-01-01..2023-12-31 \
| 2024 = 2024-01-01..2024-12-31
von 2014 bis 2021, 2022/23, 2014–2021 | von 2014 bis 2021 = 2014-01-01..2021-12-31 \
| 2022/23 = 2022-01-01..2023-12-31 | 2014–2021 = 2014-01-01..2021-12-31
die 2011 gegründete Firma | 2011 = 2011-01-01..2011-12-31
2023 Soldaten, in 2000 Fällen, 2024 Euro, Resolution 1970, 1.950 Menschen, Kilometer 2024 | nothing
vor drei Tagen, vor zwei Monaten, vor mehr als zwei Jahren | vor drei Tagen = 2024-11-03 \
| vor zwei Monaten = 2024-09-01..2024-09-30 | vor mehr als zwei Jahren = 2022-01-01..2022-12-31
Das Treffen soll in drei Tagen beginnen. | in drei Tagen = 2024-11-09
Er schaffte es in drei Tagen. | in drei Tagen = P3D
seit mehr als zwei Jahren, innerhalb eines Monats, zwei Wochen lang | seit mehr als zwei Jahren = P2Y \
| innerhalb eines Monats = P1M | zwei Wochen lang = P2W
ein halbes Jahr, anderthalb Jahre, eineinhalb Stunden | ein halbes Jahr = P6M | anderthalb Jahre = P1Y6M \
| eineinhalb Stunden = PT1H30M
ein dreitägiger Besuch, eine 72-stündige Waffenruhe, ein 48-Stunden-Ultimatum | dreitägiger = P3D \
| 72-stündige = PT72H | 48-Stunden-Ultimatum = PT48H
in den vergangenen drei Monaten, in den ersten neun Monaten | in den vergangenen drei Monaten = P3M \
| in den ersten neun Monaten = 2024-01-01..2024-09-30
zwei bis drei Wochen | zwei bis drei Wochen = P2W/P3W
18-jährige, 18 Jahre alt, im Alter von 18 Jahren, der dreijährige Sohn | nothing
eine dreijährige Haft | dreijährige = P3Y
Berlin-Mitte, das Ende des Krieges, die Mitte, Oktober-Offensive | nothing
am Dienstag um 14 Uhr | am Dienstag = 2024-11-05
Am Dienstag wurde er befragt. Am selben Tag floh er. | Am Dienstag = 2024-11-05 | Am selben Tag = 2024-11-05
630 mehr als am Vortag | am Vortag = 2024-11-05
in den ersten neun Monaten des Jahres | in den ersten neun Monaten des Jahres = 2024-01-01..2024-09-30
Der Rat muss den im Juni geschlossenen Vertrag ratifizieren. | im Juni = 2024-06-01..2024-06-30
Die am Montag erwartete Entscheidung | am Montag = 2024-11-11
Ab Montag gilt ein Notfahrplan. | Ab Montag = 2024-11-11
Am Mittwoch und Donnerstag werden sie tagen. | Am Mittwoch = 2024-11-06 | Donnerstag = 2024-11-07
Er wurde 1952 geboren. | 1952 = 1952-01-01..1952-12-31
Es waren 8.000 letzte Woche. | letzte Woche = 2024-10-28..2024-11-03
Es waren 12 vergangene Woche. | vergangene Woche = 2024-10-28..2024-11-03
In den 12 letzten Wochen | In den 12 letzten Wochen = P12W
Sie leisteten 12.000 Stunden. | nothing
Sie leisteten 9.000 Stunden. | 9.000 Stunden = PT9000H
Es vergingen 6.000 Tage oder 2.000 Wochen oder 4.000 Jahre. | nothing
Im Oktober war es mehr als im Vorjahresquartal. | Im Oktober = 2024-10-01..2024-10-31
Im Mai war Pause. Es kamen mehr als im Vorjahresmonat. | Im Mai = 2024-05-01..2024-05-31
""")

ENGLISH = _cases("""
He arrived on Monday. | on Monday = 2024-11-04
He said Tuesday he will travel on Thursday. | Tuesday = 2024-11-05 | on Thursday = 2024-11-07
On Friday, the minister is expected to resign. | On Friday = 2024-11-08
Troops must leave by Friday. | by Friday = 2024-11-08
last Wednesday, next Wednesday, this Thursday | last Wednesday = 2024-10-30 | next Wednesday = 2024-11-13 \
| this Thursday = 2024-11-07
late Monday, Monday evening, Monday of last week | late Monday = 2024-11-04 | Monday evening = 2024-11-04 \
| Monday of last week = 2024-10-28
overnight, overnight into Tuesday, last night | overnight = 2024-11-06 | overnight into Tuesday = 2024-11-05 \
| last night = 2024-11-05
today, yesterday evening, tonight, tomorrow, the day before yesterday | today = 2024-11-06 \
| yesterday evening = 2024-11-05 | tonight = 2024-11-06 | tomorrow = 2024-11-07 | the day before yesterday = 2024-11-04
this morning, this week, last month, next year | this morning = 2024-11-06 | this week = 2024-11-04..2024-11-10 \
| last month = 2024-10-01..2024-10-31 | next year = 2025-01-01..2025-12-31
Oct. 31; October 31st; the 31st of October; 31 October 2023 | Oct. 31 = 2024-10-31 | October 31st = 2024-10-31 \
| the 31st of October = 2024-10-31 | 31 October 2023 = 2023-10-31
October 31, 2023, 10/31/2023, 31/10/2023, 2023-10-31 | October 31, 2023 = 2023-10-31 | 10/31/2023 = 2023-10-31 \
| 31/10/2023 = 2023-10-31 | 2023-10-31 = 2023-10-31
on Monday, Nov. 4 | on Monday, Nov. 4 = 2024-11-04
October 27-28, between October 27 and 28, Oct. 27 to Nov. 3 | October 27-28 = 2024-10-27..2024-10-28 \
| between October 27 and 28 = 2024-10-27..2024-10-28 | Oct. 27 to Nov. 3 = 2024-10-27..2024-11-03
In October 20 soldiers died. | In October = 2024-10-01..2024-10-31
On October 20 soldiers died. | On October 20 = 2024-10-20
between January and March, from 2014 to 2021, 2022-23 | between January and March = 2024-01-01..2024-03-31 \
| from 2014 to 2021 = 2014-01-01..2021-12-31 | 2022-23 = 2022-01-01..2023-12-31
Theresa May may march on Moscow | nothing
since March, last May, early in May | since March = 2024-03-01..2024-03-31 | last May = 2024-05-01..2024-05-31 \
| early in May = 2024-05-01..2024-05-10
mid-October, late 2023, the end of last year | mid-October = 2024-10-11..2024-10-20 \
| late 2023 = 2023-01-01..2023-12-31 | the end of last year = 2023-01-01..2023-12-31
earlier this year, later this month, so far this year | earlier this year = 2024-01-01..2024-12-31 \
| later this month = 2024-11-01..2024-11-30 | so far this year = 2024-01-01..2024-12-31
October of last year, in May this year | October of last year = 2023-10-01..2023-10-31 \
| in May this year = 2024-05-01..2024-05-31
in the first half of 2024, in the third quarter; Q3 2023 | in the first half of 2024 = 2024-01-01..2024-06-30 \
| in the third quarter = 2024-07-01..2024-09-30 | Q3 2023 = 2023-07-01..2023-09-30
last summer, in the fall of 2023, the fall of Kyiv, a spring offensive | last summer = 2024-06-01..2024-08-31 \
| in the fall of 2023 = 2023-09-01..2023-11-30
the 1990s, the '90s, mid-1990s | the 1990s = 1990-01-01..1999-12-31 | the '90s = 1990-01-01..1999-12-31 \
| mid-1990s = 1990-01-01..1999-12-31
the 2024 election, in 2023, by 2030 | 2024 = 2024-01-01..2024-12-31 | in 2023 = 2023-01-01..2023-12-31 \
| by 2030 = 2030-01-01..2030-12-31
2000 soldiers, in 2000 cases, more than 2024 people, Resolution 2024 | nothing
three days ago, two months ago, more than two years ago | three days ago = 2024-11-03 \
| two months ago = 2024-09-01..2024-09-30 | more than two years ago = 2022-01-01..2022-12-31
a three-day visit, a 48-hour ultimatum, a 10-year agreement | three-day = P3D | 48-hour = PT48H | 10-year = P10Y
within a month, half a year, two and a half years, over two years | within a month = P1M | half a year = P6M \
| two and a half years = P2Y6M | over two years = P2Y
over the past three months, in the past 24 hours | over the past three months = P3M | in the past 24 hours = PT24H
10 to 12 days | 10 to 12 days = P10D/P12D
a four-year-old boy, 18 years old, aged 18, a 25-year-old man | nothing
at 9 a.m., 9:30 p.m. local time, 1400 GMT, 3 o'clock, between 9 and 11 a.m. | nothing
They fire 100 shells a day and 3,000 a month. | nothing
Snow is forecast for Thursday and Friday. | for Thursday = 2024-11-07 | Friday = 2024-11-08
Polls open on Sunday. It has been so since the start on Monday. | on Sunday = 2024-11-10 | on Monday = 2024-11-04
The treaty signed in December will be ratified. | in December = 2023-12-01..2023-12-31
in the first nine months of 2023 | in the first nine months of 2023 = 2023-01-01..2023-09-30
It is expected to last three weeks. | three weeks = P3W
It will begin in two weeks' time. | in two weeks' time = 2024-11-20
The number was up from 8,000 last week. | last week = 2024-10-28..2024-11-03
They cut it from 12 last month. | last month = 2024-10-01..2024-10-31
It rained for the 12 past weeks. | for the 12 past weeks = P12W
It took 12,000 hours. | nothing
It had 42,000 a month ago. | a month ago = 2024-10-01..2024-10-31
""")

FRENCH = _cases("""
Il est arrivé lundi. | lundi = 2024-11-04
Le vote aura lieu vendredi. | vendredi = 2024-11-08
Il a déclaré mardi qu'il se rendrait jeudi à Paris. | mardi = 2024-11-05 | jeudi = 2024-11-07
le sommet prévu samedi | samedi = 2024-11-09
lundi dernier, lundi prochain, ce lundi | lundi dernier = 2024-11-04 | lundi prochain = 2024-11-11 \
| ce lundi = 2024-11-04
lundi soir, mardi matin, dimanche dans la soirée | lundi soir = 2024-11-04 | mardi matin = 2024-11-05 \
| dimanche dans la soirée = 2024-11-03
dans la nuit de lundi à mardi, cette nuit, la nuit dernière | dans la nuit de lundi à mardi = 2024-11-04..2024-11-05 \
| cette nuit = 2024-11-06 | la nuit dernière = 2024-11-06
hier soir, avant-hier, aujourd'hui, aujourd’hui, demain matin | hier soir = 2024-11-05 | avant-hier = 2024-11-04 \
| aujourd'hui = 2024-11-06 | aujourd’hui = 2024-11-06 | demain matin = 2024-11-07
le 31 octobre, le 1er novembre, le 31 octobre 2023 | le 31 octobre = 2024-10-31 | le 1er novembre = 2024-11-01 \
| le 31 octobre 2023 = 2023-10-31
mardi 5 novembre, mardi 5, le 31/10/2023 | mardi 5 novembre = 2024-11-05 | mardi 5 = 2024-11-05 \
| le 31/10/2023 = 2023-10-31
mardi 12 soldats ont été tués | mardi = 2024-11-05
du 3 au 5 mai, entre le 8 et le 13 octobre | du 3 au 5 mai = 2024-05-03..2024-05-05 \
| entre le 8 et le 13 octobre = 2024-10-08..2024-10-13
les 27 et 28 octobre | les 27 = 2024-10-27 | 28 octobre = 2024-10-28
en mars, depuis le mois d'avril, en octobre dernier | en mars = 2024-03-01..2024-03-31 \
| depuis le mois d'avril = 2024-04-01..2024-04-30 | en octobre dernier = 2024-10-01..2024-10-31
la planète Mars | nothing
octobre de l'année dernière, en mai de cette année | octobre de l'année dernière = 2023-10-01..2023-10-31 \
| en mai de cette année = 2024-05-01..2024-05-31
la semaine dernière, le mois prochain, cette année, l'an dernier | la semaine dernière = 2024-10-28..2024-11-03 \
| le mois prochain = 2024-12-01..2024-12-31 | cette année = 2024-01-01..2024-12-31 \
| l'an dernier = 2023-01-01..2023-12-31
début octobre, fin 2023, à la mi-octobre, fin du mois | début octobre = 2024-10-01..2024-10-10 \
| fin 2023 = 2023-01-01..2023-12-31 | à la mi-octobre = 2024-10-11..2024-10-20 | fin du mois = 2024-11-21..2024-11-30
à la fin du mois d'octobre, d'ici la fin de l'année | à la fin du mois d'octobre = 2024-10-21..2024-10-31 \
| d'ici la fin de l'année = 2024-01-01..2024-12-31
l'été dernier, cet été, il a été blessé, au printemps 2022 | l'été dernier = 2024-06-01..2024-08-31 \
| cet été = 2024-06-01..2024-08-31 | au printemps 2022 = 2022-03-01..2022-05-31
en 2023, les années 1990, de 2014 à 2021, la présidentielle de 2027 | en 2023 = 2023-01-01..2023-12-31 \
| les années 1990 = 1990-01-01..1999-12-31 | de 2014 à 2021 = 2014-01-01..2021-12-31 | de 2027 = 2027-01-01..2027-12-31
2000 soldats, plus de 2000 soldats | nothing
au premier semestre 2024, au troisième trimestre | au premier semestre 2024 = 2024-01-01..2024-06-30 \
| au troisième trimestre = 2024-07-01..2024-09-30
il y a trois jours, il y a plus de deux ans | il y a trois jours = 2024-11-03 \
| il y a plus de deux ans = 2022-01-01..2022-12-31
en trois jours, pendant deux ans et demi, depuis six mois | en trois jours = P3D | pendant deux ans et demi = P2Y6M \
| depuis six mois = P6M
24 dernières heures, ces trois dernières années | 24 dernières heures = PT24H \
| ces trois dernières années = P3Y
âgé de 18 ans, Jean Dupont, 18 ans, a été tué | nothing
à 14h30, à 14 heures, vers 9 heures du matin, 20H00 GMT, entre 9h et 11h | nothing
il marche 14 heures | 14 heures = PT14H
Le Conseil doit ratifier le traité signé en juin. | en juin = 2024-06-01..2024-06-30
Le procès, qui s'est ouvert le 2 septembre, doit durer. | le 2 septembre = 2024-09-02
des enfants de 5 à 10 ans, un homme de 43 ans, le 11-Septembre, deux heures du matin | nothing
de mercredi 20 heures à vendredi 8 heures | de mercredi = 2024-11-06 | à vendredi = 2024-11-01
au cours des neuf premiers mois de 2023 | au cours des neuf premiers mois de 2023 = 2023-01-01..2023-09-30
Mercredi il a parlé. Le Conseil se réunira le même jour. | Mercredi = 2024-11-06 | le même jour = 2024-11-06
Ils étaient 8.000 la semaine dernière. | la semaine dernière = 2024-10-28..2024-11-03
pendant les 12 derniers mois | pendant les 12 derniers mois = P12M
""")

CASES = [
    (language, *case) for language, cases in zip(LANGUAGES, (GERMAN, ENGLISH, FRENCH), strict=True) for case in cases
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES, ids=[f"{case[0]} {case[1][:50]}" for case in CASES])
def test_dates_are_read_as_they_are_meant(language, text, expected):
    assert said(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "mod"),
    [
        ("de", "seit März 2022", "since"),
        ("de", "bis zum 27. Oktober", "until"),
        ("de", "vor dem 5. Mai 2022", "before"),
        ("de", "nach dem 5. Mai 2022", "after"),
        ("de", "Anfang Oktober", "start"),
        ("de", "Mitte 2023", "mid"),
        ("de", "Ende Oktober", "end"),
        ("de", "im Oktober", None),
        ("de", "seit Anfang Oktober", "since"),
        ("en", "since early October", "since"),
        ("en", "until at least 2030", "until"),
        ("en", "ahead of Nov. 12", "before"),
        ("en", "around October 2023", "approx"),
        ("fr", "jusqu'au 11 avril", "until"),
        ("fr", "dès le printemps", "since"),
        ("fr", "d'ici 2028", "until"),
        ("fr", "à partir du 5 mai", "since"),
        ("fr", "vers le 5 mai", "approx"),
    ],
)
def test_modifier_says_how_the_interval_is_used(language, text, mod):
    (found,) = read(text, language)
    assert found.mod == mod
    assert (found.start, found.end) == (0, len(text))


@pytest.mark.parametrize(
    ("language", "text", "surface", "mod"),
    [
        ("en", "Sales rose 4.0% from a year earlier.", "from a year earlier", None),
        ("en", "They fell 3 percent from a month ago.", "from a month ago", None),
        ("en", "It rose 5 percent less than a year earlier.", "a year earlier", None),
        ("en", "He had left more than a year earlier.", "more than a year earlier", None),
        ("de", "Das waren 5,5 Prozent weniger als ein Jahr zuvor.", "ein Jahr zuvor", None),
        ("en", "It was 3 percent more than last week.", "last week", None),
        ("de", "Das waren 1,2 Millionen Tonnen mehr als vor einem Jahr.", "vor einem Jahr", None),
        ("de", "Er war mehr als ein Jahr zuvor gegangen.", "mehr als ein Jahr zuvor", None),
    ],
)
def test_what_a_figure_is_compared_with_begins_behind_the_comparison(language, text, surface, mod):
    (found,) = read(text, language)
    assert (text[found.start : found.end], found.mod) == (surface, mod)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Im Oktober waren es mehr als im Vorjahresmonat.", "im Vorjahresmonat = 2023-10-01..2023-10-31"),
        ("Gegenüber dem Vorjahresmonat sank der Preis im Juli.", "dem Vorjahresmonat = 2023-07-01..2023-07-31"),
        ("Im dritten Quartal war es mehr als im Vorjahresquartal.", "im Vorjahresquartal = 2023-07-01..2023-09-30"),
        (
            "Von Januar bis September kamen mehr als im Vorjahreszeitraum.",
            "im Vorjahreszeitraum = 2023-01-01..2023-09-30",
        ),
        ("Dieses Jahr kamen mehr als im Vorjahreszeitraum.", "im Vorjahreszeitraum = 2023-01-01..2023-12-31"),
    ],
)
def test_a_stretch_of_the_year_before_is_that_of_the_one_beside_it(text, meant):
    assert meant in said(text, "de")


@pytest.mark.parametrize(
    "word", ["im Vorjahresmonat", "im Vorjahresquartal", "im Vorjahreszeitraum", "der Vorjahreswoche"]
)
def test_a_stretch_of_the_year_before_without_one_beside_it_is_minor(word):
    (found,) = read(f"Das war mehr als {word}.", "de")
    assert found.minor
    assert found.iso_start is None


@pytest.mark.parametrize(
    ("language", "text", "timex"),
    [
        ("de", "um 14.30 Uhr", "T14:30"),
        ("de", "14 Uhr", "T14:00"),
        ("de", "zwischen 9 und 17 Uhr", "T17:00"),
        ("en", "at 9:30 p.m.", "T21:30"),
        ("en", "1400 GMT", "T14:00"),
        ("fr", "à 14h30", "T14:30"),
        ("fr", "à 14 heures", "T14:00"),
    ],
)
def test_clock_times_are_found_and_minor(language, text, timex):
    (found,) = read(text, language)
    assert (found.sort, found.timex, found.minor) == ("time", timex, True)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "derzeit"),
        ("de", "seit Kriegsbeginn"),
        ("de", "täglich"),
        ("en", "in the coming days"),
        ("en", "every day"),
        ("fr", "récemment"),
        ("fr", "chaque jour"),
    ],
)
def test_what_has_no_place_in_a_calendar_is_minor(language, text):
    found = read(text, language)
    assert found
    assert all(one.minor and one.iso_start is None for one in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("im Dezember", "2024-12-01..2024-12-31"),
        ("am Mittwoch", "2025-01-01"),
        ("am 30. Dezember", "2024-12-30"),
        ("vergangene Woche", "2024-12-23..2024-12-29"),
        ("im vergangenen Monat", "2024-12-01..2024-12-31"),
        ("im vierten Quartal", "2024-10-01..2024-12-31"),
        ("im Winter", "2024-12-01..2025-02-28"),
        ("im Vorjahr", "2024-01-01..2024-12-31"),
    ],
)
def test_days_after_new_year_look_back_over_it(text, expected):
    (found,) = read(text, "de", date(2025, 1, 2))
    assert _meaning(found) == expected


def test_a_date_over_the_line_end_of_a_wrapped_text_is_one():
    text = (
        "The ministry said in a statement that the attack on\n31 October 2023 was the heaviest since the start of the\n"
        "year and that more of them were to be expected in the\ncoming weeks, as it had warned several times since\n"
        "summer, when the first of them had hit the city's port\nand the railway station of the capital in the night.\n"
    )
    assert "on\n31 October 2023 = 2023-10-31" in said(text, "en")


STORY = Path(__file__).parents[2] / "seeds" / "000_4df74353dddc950b.txt"


def test_all_dates_of_the_story_are_read():
    assert said(STORY.read_text(encoding="utf-8"), "de") == [
        "am Mittwoch = 2024-11-06",
        "im Juni = 2024-06-01..2024-06-30",
        "am Montagabend = 2024-11-04",
        "im August = 2024-08-01..2024-08-31",
        "am 31. Oktober = 2024-10-31",
        "im Februar 2022 = 2022-02-01..2022-02-28",
        "Im Oktober = 2024-10-01..2024-10-31",
        "innerhalb eines Monats = P1M",
        "seit März 2022 = 2022-03-01..2022-03-31",
        "am Montag = 2024-11-04",
        "Zwei Wochen = P2W",
        "Am Dienstag = 2024-11-05",
        "am Montag = 2024-11-04",
        "am Dienstag = 2024-11-05",
    ]


SHAPES = [
    "2024",
    "31",
    "12",
    "3.",
    "31.10.",
    "14:30",
    "'90s",
    "\n",
    "\n\n",
    "…",
    "1er",
    "90er",
    "2022/23",
    "-",
    "10-12",
]
WORDS = {
    language: SHAPES + sorted({word for role in date_words(language).roles.values() for word in role})
    for language in LANGUAGES
}


@st.composite
def texts(draw):
    language = draw(st.sampled_from(LANGUAGES))
    words = draw(st.lists(st.sampled_from(WORDS[language]) | st.text(max_size=4), max_size=25))
    words = [word.capitalize() if draw(st.booleans()) else word for word in words]
    glue = draw(st.sampled_from([" ", " ", "", ", "]))
    return language, glue.join(words)


@settings(max_examples=400, deadline=None)
@given(texts(), st.dates())
def test_any_text_of_date_words_is_read_in_order_and_in_place(written, published):
    language, text = written
    cut = tokens(text)
    before = 0
    for one in read(text, language, published):
        assert before <= one.start <= one.core_start < one.core_end == one.end <= len(text)
        before = one.end
        assert cut.starts[one.first] == one.start
        assert cut.ends[one.stop - 1] == one.end
        assert cut.starts[one.core_first] == one.core_start
        assert (one.iso_start is None) == (one.iso_end is None)
        assert one.iso_start is None or one.iso_start <= one.iso_end


DAYS = {
    "de": ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "fr": ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
}
ORDINARY = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@given(st.sampled_from(LANGUAGES), st.integers(0, 6), ORDINARY)
def test_a_bare_weekday_is_within_the_week_up_to_publication(language, weekday, published):
    (found,) = read(DAYS[language][weekday], language, published)
    day = date.fromisoformat(found.iso_start)
    assert published - timedelta(days=6) <= day <= published
    assert day.weekday() == weekday


@given(st.integers(0, 6), ORDINARY)
def test_a_weekday_to_come_is_within_the_week_from_publication(weekday, published):
    (found,) = read(f"Sie werden am {DAYS['de'][weekday]} abstimmen", "de", published)
    day = date.fromisoformat(found.iso_start)
    assert published <= day <= published + timedelta(days=6)
    assert day.weekday() == weekday


MONTHS = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September"]
MONTHS += ["Oktober", "November", "Dezember"]


@given(st.integers(1, 12), ORDINARY)
def test_a_bare_month_is_whole_and_the_last_one_begun(month, published):
    (found,) = read(f"im {MONTHS[month - 1]}", "de", published)
    first, last = date.fromisoformat(found.iso_start), date.fromisoformat(found.iso_end)
    assert first <= published
    assert (published.year * 12 + published.month) - (first.year * 12 + first.month) < 12
    assert (first.day, first.month) == (1, month)
    assert (last + timedelta(days=1)).day == 1
    assert (last - first).days < 31


@given(ORDINARY)
def test_a_written_out_day_is_that_day(day):
    assert said(f"am {day.day}. {MONTHS[day.month - 1]} {day.year}", "de")[0].endswith(f"= {day}")
    assert said(day.isoformat(), "en") == [f"{day} = {day}"]


def test_the_29th_of_february_is_only_in_leap_years():
    assert said("am 29. Februar", "de", date(2025, 3, 5)) == ["am 29. Februar = 2024-02-29"]
    assert said("am 29. Februar 2023", "de") == []
    assert said("im Februar", "de", date(2024, 3, 1)) == ["im Februar = 2024-02-01..2024-02-29"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "piece",
    [
        "und ",
        "ersten Hälfte der ",
        "first half of the ",
        "1 ",
        "1. ",
        "2024 ",
        "Montag ",
        "letzte ",
        "seit ",
        "vor zwei ",
        "3., ",
        "10 bis ",
        "am ",
        "-",
        " ",
        "5",
    ],
)
def test_a_megabyte_of_the_same_is_read_at_once(language, piece):
    text = piece * (1_000_000 // len(piece))
    cut = tokens(text)
    parts = sentences(cut, language)
    begun = time.process_time()
    dates(cut, parts, [], language, PUBLISHED)
    assert time.process_time() - begun < 4


def test_time_grows_with_the_length():
    text = "Am Montag sagte er, dass seit März 2022 in zwei Wochen 300 Soldaten und am 3. Mai 2023 weitere fielen. "
    seconds = []
    for times in (20, 400):
        cut = tokens(text * times)
        parts, found = sentences(cut, "de"), counted(cut, "de")
        best = 9.0
        for _ in range(3):
            begun = time.process_time()
            dates(cut, parts, found, "de", PUBLISHED)
            best = min(best, time.process_time() - begun)
        seconds.append(best)
    assert seconds[1] < seconds[0] * 20 * 3
