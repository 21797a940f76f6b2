"""The layers of the map as tables ready to draw: towns by holder, areas to scale, gains by region, soldiers at a place.

Every table has `id` (of a place, empty for none), `x` and `y` (kilometres on the flat map) and `hover`; the further
columns are those of `drawing.maps`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cache, cached_property
from typing import Any

import pandas as pd

from dashboard.drawing.picture import escape
from dashboard.drawing.wording import Words
from dashboard.geography import circles
from dashboard.geography.atlas import Atlas, Point, Region, flat_ring, thinned
from dashboard.geography.extents import Section
from dashboard.geography.projection import to_km
from dashboard.ledger import questions
from dashboard.ledger.tables import Ledger
from dashboard.views import links, rows, sentences
from dashboard.views.marks import mended
from dashboard.views.request import Request

LAYERS = ("holders", "areas", "gains", "troops")
AREA = "kursk-area-held"
HOME = "kursk-oblast"
# Claims of area are about a region or a district; their circles stand around the town that was fought for there.
AREAS_AT = {HOME: "sudzha", "glushkovo-district": "glushkovo"}
PAST = timedelta(days=60)  # a claim of area older than this says nothing of the day shown
GAIN = "russian-net-gain"
# A sector of the front has no borders: its figure stands at the town that names it.
SECTORS = {"kupiansk-sector": "kupiansk"}
WIDE, STEP_WIDE, STEP = 300, 2, 0.5  # km: half width of a wide section, and the grid of outlines: about two pixels
SOLDIERS = ("nk-troops-kursk", "russian-troops-kursk")
# Where what is said of soldiers in a place is written: at the region's name, or at a town.
SOLDIERS_AT = {HOME: "", "glushkovo-district": "glushkovo"}


@dataclass(frozen=True)
class Yardstick:
    """A familiar area to compare with."""

    area: float  # km²
    url: str


# Area of Berlin at the end of 2023: 89,112 ha, Amt für Statistik Berlin-Brandenburg, press release 157/2024.
YARDSTICK = Yardstick(891.12, "https://www.statistik-berlin-brandenburg.de/157-2024")


class Known:
    """What the map may draw on a day: each selection is made once."""

    def __init__(self, ledger: Ledger, request: Request) -> None:
        """Select from `ledger` what was known on the day of `request`."""
        self.ledger, self.request, self.words = ledger, request, request.words

    @cached_property
    def figures(self) -> pd.DataFrame:
        """The current figures, none of them a retelling."""
        return questions.without_retellings(questions.current(self.ledger.figures, self.request.day))

    @cached_property
    def area_claims(self) -> pd.DataFrame:
        """Every current claim of area, however old."""
        return self.figures[(self.figures["indicator_id"] == AREA) & self.figures["place_id"].isin(list(AREAS_AT))]

    @cached_property
    def areas(self) -> pd.DataFrame:
        """The claims of area to draw: of each place those one sentence may span, unless the newest is long past."""
        places = [found for _, found in self.area_claims.groupby("place_id")]
        since = pd.Timestamp(self.request.day - PAST)
        comparable = (sentences.comparable(self.ledger, found) for found in places)
        near = [found for found in comparable if found["stated_on"].max() >= since]
        return pd.concat(near) if near else self.area_claims.iloc[:0]

    @cached_property
    def home_areas(self) -> pd.DataFrame:
        """Those of the claims of area that are about the whole oblast: others cannot be compared with them."""
        return self.areas[self.areas["place_id"] == HOME]

    @cached_property
    def gains(self) -> pd.DataFrame:
        """The figures of net gain for an oblast or a sector."""
        found = self.figures[self.figures["indicator_id"] == GAIN]
        kinds = found["place_id"].map(lambda one: self.ledger.find("places", one)["kind"])
        return found[(kinds == "oblast") | found["place_id"].isin(list(SECTORS))]

    def of_period(self, period: str) -> pd.DataFrame:
        """The gains of one of `periods`."""
        found = self.gains
        return found[[_choice(row) == period for row in self.ledger.records("figures", found)]] if len(found) else found

    @cached_property
    def soldiers(self) -> pd.DataFrame:
        """The claims of soldiers in Kursk oblast or a part of it, North Korean and Russian ones."""
        places = self.figures["place_id"].isin(list(SOLDIERS_AT))
        return self.figures[self.figures["indicator_id"].isin(SOLDIERS) & places]

    @cached_property
    def holders(self) -> pd.DataFrame:
        """The statements about who held a town."""
        return questions.known_by(self.ledger.holders, self.request.day)

    @cached_property
    def periods(self) -> dict[str, str]:
        """The choices of gains by region, newest period first: key to label.

        A choice is one period of one claimant on one basis, so that no two ways of counting share a picture.
        """
        found = self.gains.sort_values(["period_end", "period_start"], ascending=False)
        choices = {}
        for row in self.ledger.records("figures", found):
            label = self.words.period(row["period_start"].date(), row["period_end"].date())
            choices[_choice(row)] = f"{label}, {rows.claimant_of(self.ledger, row, self.words)}"
        return choices

    @cached_property
    def statements(self) -> dict[str, list[dict[str, Any]]]:
        """By place, the statements about who held it, the weightiest first."""
        return questions.holders_on(self.ledger.holders, self.request.day)

    @cached_property
    def circles(self) -> pd.DataFrame:
        """The layer of areas, as drawn and as said in the key."""
        return areas(self)

    @cached_property
    def said_of_soldiers(self) -> dict[str, list[Soldiers]]:
        """What is said of soldiers, by place."""
        return {place: soldiers_at(self, place) for place in SOLDIERS_AT}

    def stands_on(self, layer: str, period: str) -> pd.DataFrame:
        """The rows a layer shows: statements about holders for `holders`, figures for all others."""
        if layer == "gains":
            return self.of_period(period)
        return {"holders": self.holders, "areas": self.areas, "troops": self.soldiers}[layer]


def table(listed: list[dict[str, Any]]) -> pd.DataFrame:
    """Return rows as a table that has the columns all layers share even when it is empty."""
    return pd.DataFrame(listed) if listed else pd.DataFrame(columns=["id", "x", "y", "hover", "opens"])


def place_at(ledger: Ledger, place_id: str) -> tuple[float, float] | None:
    """Return where a place stands on the flat map, or None if no source places it."""
    place = ledger.find("places", place_id)
    if pd.isna(place["lat"]):
        return None
    (x,), (y,) = to_km([place["lon"]], [place["lat"]])
    return round(x, 2), round(y, 2)


# --- towns by holder


def holders(known: Known) -> pd.DataFrame:
    """Return each town with coordinates and the weightiest statement on who held it."""
    ledger, words = known.ledger, known.words
    listed = []
    for place_id, statements in known.statements.items():
        at = place_at(ledger, place_id)
        if at is None:
            continue
        place = ledger.find("places", place_id)
        first = statements[0]
        listed.append(
            {
                "id": place_id,
                "x": at[0],
                "y": at[1],
                "holder": first["holder"],
                "inferred": bool(first["inferred"]),
                "text": words.pick(place, "name"),
                "said": _holder_said(first, words),
                "hover": _holder_hover(ledger, place, statements, words),
                "opens": links.place(place_id),
            }
        )
    return table(listed)


def _holder_said(one: dict[str, Any], words: Words) -> str:
    """Say who holds a town, whether that is only inferred, and since which evidence."""
    said = words.of("holder", one["holder"]) + (f" ({words('map.inferred')})" if one["inferred"] else "")
    return f"{said}, {words.short_day(one['evidence_on'])}"


def unplaced(known: Known) -> list[str]:
    """Return the names of towns of which a holder is known and no coordinates, so that no mark can be drawn."""
    places = (known.ledger.find("places", one) for one in known.statements)
    return sorted(known.words.pick(one, "name") for one in places if pd.isna(one["lat"]))


def _holder_hover(ledger: Ledger, place: dict[str, Any], statements: list[dict[str, Any]], words: Words) -> str:
    lines = [f"<b>{escape(words.pick(place, 'name'))}</b>"]
    for one in statements[:3]:
        said = words(
            "map.holder_line",
            holder=words.of("holder", one["holder"]),
            claimant=rows.claimant_of(ledger, one, words),
            day=words.day(one["evidence_on"]),
        )
        sure = words("map.holder_sure", confidence=words.of("confidence", one["confidence"]))
        lines.append(escape(f"{said}; {sure}" + (f", {words('map.inferred')}" if one["inferred"] else "")))
    return "<br>".join(lines)


def holder_row(ledger: Ledger, one: dict[str, Any], request: Request) -> dict[str, Any]:
    """Return a statement about who held a town as a row of a readable table."""
    words = request.words
    return {
        "place": words.pick(ledger.find("places", one["place_id"]), "name"),
        "holder": words.of("holder", one["holder"]),
        "inferred": bool(one["inferred"]),
        "confidence": words.of("confidence", one["confidence"]),
        "claimant": rows.claimant_of(ledger, one, words),
        "evidence": words.short_day(one["evidence_on"]),
        "note": words.pick(one, "note"),
        "page": rows.source_of(ledger, one["document_id"], words),
        "link": ledger.find("documents", one["document_id"])["url"],
        "known": words.short_day(one["known_from"]),
        "id": one["id"],
        "mended": mended(ledger, request, "holders", one["id"]),
    }


# --- areas to scale


def areas(known: Known) -> pd.DataFrame:
    """Return the claimed areas as geodesic circles around a town, those of one place concentric, and a familiar one."""
    ledger, words = known.ledger, known.words
    drawn = rows.claims(ledger, known.areas, known.request, "km2")
    listed: list[dict[str, Any]] = []
    for row, figure in zip(drawn.to_dict("records"), ledger.records("figures", known.areas), strict=True):
        ends = [float(row[end]) for end in ("low", "best", "high") if not pd.isna(row[end])]
        vague = row["bound"] in ("vague", "range")
        said = area_claim(ledger, figure, words)
        place = ledger.find("places", AREAS_AT[figure["place_id"]])
        shape = _circle(place["lon"], place["lat"], min(ends) if vague else None, max(ends))
        listed.append(
            {
                "id": place["id"],
                "bound": row["bound"],
                "vague": vague,
                "role": row["side"],
                "said": said,
                "hover": row["hover"],
                "opens": row["opens"],
                "opens_all": links.place(figure["place_id"]),
                **shape,
            }
        )
    if listed:
        beside = listed[0]["id"]
        place = ledger.find("places", beside)
        largest = max(float(row["high"]) for row in listed if row["id"] == beside)
        reach = circles.radius_km(YARDSTICK.area) + circles.radius_km(largest)
        lon, lat = circles.offset((place["lon"], place["lat"]), 140, reach + 12)
        said = words("map.berlin", area=words.number(round(YARDSTICK.area)))
        hover = escape(words("map.yardstick_hover", url=YARDSTICK.url))
        shape = _circle(lon, lat, None, YARDSTICK.area)
        berlin = {"id": "", "bound": "exact", "vague": False, "role": "quiet", "said": said, "hover": hover}
        listed.append({**berlin, "opens": "", "opens_all": "", **shape})
    return table(listed)


def area_claim(ledger: Ledger, row: dict[str, Any], words: Words) -> str:
    """Say a claim of area with who makes it and when: claims of two days are no contradiction."""
    claimant, day = rows.claimant_of(ledger, row, words), words.short_day(row["stated_on"])
    said = words("map.area_claim", said=words.amount(row), claimant=claimant, day=day)
    return said if row["place_id"] == HOME else f"{rows.place_of(ledger, row, words)}: {said}"


def _circle(lon: float, lat: float, low: float | None, high: float) -> dict[str, Any]:
    """Return centre, size and outlines (km on the flat map) of an area around a position."""
    (x,), (y,) = to_km([lon], [lat])
    whole = [circles.circle(high, lon, lat)] if low is None else circles.band(low, high, lon, lat)
    flat = [flat_ring(ring) for ring in whole]
    rings = [[(round(east, 2), round(north, 2)) for east, north in ring] for ring in flat]
    return {"x": x, "y": y, "high": high, "rings": rings}


# --- gains by region


def _choice(row: dict[str, Any]) -> str:
    return f"{row['period_start']:%Y-%m-%d}_{row['period_end']:%Y-%m-%d}_{row['claimant_id']}_{row['basis']}"


def gains(known: Known, atlas: Atlas, period: str, section: Section) -> pd.DataFrame:
    """Return every region of the front in Ukraine with its published gain in the period, or none; never zero for none.

    Sectors with a figure follow, without outlines. Outlines are as fine as `section` needs them.
    """
    ledger, words = known.ledger, known.words
    found = {row["place_id"]: row for row in ledger.records("figures", known.of_period(period))}
    if not found:
        return table([])  # without a figure there is nothing to shade, and nothing to hatch beside it
    oblasts = known.gains[~known.gains["place_id"].isin(list(SECTORS))]
    largest = max((rows.spot(row) for row in ledger.records("figures", oblasts)), default=1.0)  # of all periods
    listed = [
        _gain(ledger, found.get(region.id), region, largest, words, section)
        for region in atlas.regions.values()
        if region.role == "front" and region.country == "ukraine"
    ]
    for sector, town in SECTORS.items():
        at = place_at(ledger, town)
        if sector in found and at is not None:
            row = found[sector]
            name = words.pick(ledger.find("places", sector), "name")
            said = f"{name}: {words.amount(row)}"
            hover = rows.hover(ledger, row, said, rows.claimant_of(ledger, row, words), words)
            shape: dict[str, Any] = {"x": at[0], "y": at[1], "rings": []}
            said_here = {"said": said, "amount": words.amount(row), "name": name}
            listed.append({"id": sector, "hover": hover, "opens": links.mark(row["id"]), **said_here, **shape})
    return table(listed)


@cache
def _outline(region: Region, section: Section) -> list[list[Point]]:
    return [thinned(ring, STEP_WIDE if section.half > WIDE else STEP, section.ground) for ring in region.rings]


def _gain(
    ledger: Ledger, row: dict[str, Any] | None, region: Region, largest: float, words: Words, section: Section
) -> dict[str, Any]:
    name = region.names[words.language]
    if row is None:
        hover = f"<b>{escape(name)}</b><br>{escape(words('territory.no_figure'))}"
    else:
        said = rows.hover(ledger, row, words.amount(row), rows.claimant_of(ledger, row, words), words)
        hover = f"<b>{escape(name)}</b><br>{said}"
    return {
        "id": region.id,
        "x": region.x,
        "y": region.y,
        "rings": _outline(region, section),
        "share": None if row is None else rows.spot(row) / largest,
        "said": words.amount(row) if row else "",
        "amount": words.amount(row) if row else "",
        "name": name,
        "hover": hover,
        "opens": links.mark(row["id"]) if row else "",
    }


# --- soldiers at a place


def troops(known: Known, atlas: Atlas) -> pd.DataFrame:
    """Return what is said about soldiers at a place, one row a place."""
    listed = []
    for place_id, said in known.said_of_soldiers.items():
        town = SOLDIERS_AT[place_id]
        at = place_at(known.ledger, town) if town else (atlas.regions[place_id].x, atlas.regions[place_id].y)
        if said and at is not None:
            lines = [line for one in said for line in (f"{one.label}:", one.spread, f"({one.when})")]
            hover = "<br>".join(escape(claim) for one in said for claim in one.claims)
            opens = links.place(place_id)
            listed.append({"id": place_id, "x": at[0], "y": at[1], "lines": lines, "hover": hover, "opens": opens})
    return table(listed)


@dataclass(frozen=True)
class Soldiers:
    """What is said of soldiers of one kind in a place: whose, where and when; what the newest span; every claim."""

    indicator_id: str
    label: str
    when: str
    spread: str
    claims: tuple[str, ...]


def soldiers_at(known: Known, place_id: str) -> list[Soldiers]:
    """Return what is said of soldiers in a place, an entry for each indicator that has figures."""
    ledger, words = known.ledger, known.words
    said = []
    for indicator_id in SOLDIERS:
        here = (known.soldiers["indicator_id"] == indicator_id) & (known.soldiers["place_id"] == place_id)
        found = known.soldiers[here]
        if found.empty:
            continue
        label = words.pick(ledger.find("indicators", indicator_id), "label")
        where = "" if place_id == HOME else f", {words.pick(ledger.find('places', place_id), 'name')}"
        claims = tuple(f"{label}: {_claim(ledger, row, words)}" for row in ledger.records("figures", found))
        near = sentences.comparable(known.ledger, found)
        spread = sentences.claims(ledger, near, words, "person")
        said.append(Soldiers(indicator_id, label + where, _when(near, words), spread, claims))
    return said


def _when(figures: pd.DataFrame, words: Words) -> str:
    """Say in short from when to when figures were stated."""
    first, last = (words.short_day(one) for one in (figures["stated_on"].min(), figures["stated_on"].max()))
    return first if first == last else words("map.days", first=first, last=last)


def _claim(ledger: Ledger, row: dict[str, Any], words: Words) -> str:
    return f"{words.amount(row)}, {rows.claimant_of(ledger, row, words)}, {words.short_day(row['stated_on'])}"
