"""The map page: where, how much, who says so, as of the board's day."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

import pandas as pd

from dashboard.drawing import maps
from dashboard.drawing.markup import render
from dashboard.drawing.picture import Caption, escape
from dashboard.drawing.wording import Words
from dashboard.geography import layers as geodata
from dashboard.geography.atlas import Atlas, Region
from dashboard.geography.extents import SECTIONS
from dashboard.ledger import questions
from dashboard.ledger.tables import Ledger
from dashboard.views import links, map_layers, places, sentences
from dashboard.views.exhibits import Exhibit, exhibit, file_name, sources
from dashboard.views.map_layers import Known
from dashboard.views.request import Request


def days(ledger: Ledger, request: Request) -> list[str]:
    """Return the days on which anything became known, from the first holder known on, and the day asked for."""
    known = pd.concat([ledger.holders["known_from"], ledger.events["known_from"], ledger.figures["known_from"]])
    first = ledger.holders["known_from"].min()
    return sorted({f"{day:%Y-%m-%d}" for day in known[known >= first]} | {request.day.isoformat()})


def war_map(
    ledger: Ledger,
    request: Request,
    known: Known,
    atlas: Atlas,
    view: str,
    layers: tuple[str, ...],
    period: str,
    chosen: str,
) -> Exhibit:
    """Draw the map with the layers asked for, as known on the day; `chosen` is the id of a place or empty."""
    words = request.words
    none = map_layers.table([])
    holders = map_layers.holders(known) if "holders" in layers else none
    areas = known.circles if "areas" in layers else none
    gains = map_layers.gains(known, atlas, period, SECTIONS[view]) if "gains" in layers else none
    troops = map_layers.troops(known, atlas) if "troops" in layers else none
    shown = holders[maps.in_picture(view, request.look, holders)]
    areas = areas[maps.in_picture(view, request.look, areas)]
    name = file_name(request, "map", view, *layers)
    caption = Caption(
        language=request.language,
        title=_title(known, layers, shown, gains),
        subtitle=_subtitle(request, view, layers, known.periods.get(period, "")),
        note=_note(known, layers, period),
        source=_sources(known, layers, period),
    )
    picture = maps.war_map(
        view,
        caption,
        request.look,
        name=name,
        alt=_alt(caption, holders, areas, gains, troops, words),
        labels=_labels(atlas, view, holders, gains, words),
        handles=_handles(ledger, request, atlas, view),
        together=_together(known),
        gains=gains,
        areas=areas,
        holders=holders,
        troops=troops,
        chosen=_chosen(ledger, atlas, chosen),
    )
    return exhibit(ledger, picture, _figures(known, layers, period), request)


def held(ledger: Ledger, request: Request) -> Exhibit:
    """Return every statement on who held a town, also of towns no source places, as a table without a picture."""
    found = questions.holders_on(ledger.holders, request.day)
    ids = [one["id"] for statements in found.values() for one in statements]
    listed = [map_layers.holder_row(ledger, ledger.find("holders", one), request) for one in ids]
    rows_ = ledger.holders.set_index("id", drop=False).loc[ids].reset_index(drop=True)
    return Exhibit(None, render("holder_rows", request.words, rows=listed), rows_, file_name(request, "holders"))


def key(ledger: Ledger, request: Request, known: Known, layers: tuple[str, ...], period: str) -> str:
    """Return the key: for each layer shown every mark in words, and the pages it stands on with the day."""
    stands = {one: known.stands_on(one, period) for one in layers}
    pages = {one: sources(ledger, found, request) if len(found) else "" for one, found in stands.items()}
    if "areas" in layers and known.areas.empty and len(known.area_claims):
        pages["areas"] = _title_areas(known)
    return render(
        "map_key",
        request.words,
        layers=layers,
        sources=pages,
        holders=list(maps.HOLDERS),
        yardstick=map_layers.YARDSTICK.url,
        said={
            "areas": _said_areas(known) if "areas" in layers else [],
            "troops": _said_soldiers(known) if "troops" in layers else [],
        },
    )


def _said_areas(known: Known) -> list[tuple[str, str, str]]:
    """Return each claim of area, the side that makes it, and the address of its receipt."""
    claims = (row for row in known.circles.to_dict("records") if row["id"])  # yardsticks have none
    pairs = zip(claims, known.areas["id"], strict=True)
    return [(row["said"], row["role"], links.receipt(known.request, figure_id)) for row, figure_id in pairs]


def _said_soldiers(known: Known) -> list[tuple[str, str, str]]:
    """Return what is said of soldiers, no side, and the address of the page with every claim."""
    said = [one for place in known.said_of_soldiers.values() for one in place]
    return [
        (
            f"{one.label}: {one.spread} ({one.when})",
            "",
            links.page(known.request, "claims", indicator=one.indicator_id),
        )
        for one in said
    ]


def _title(known: Known, layers: tuple[str, ...], holders: pd.DataFrame, gains: pd.DataFrame) -> str:
    """Say what the first layer shows, from its rows; `holders` are the towns in the picture."""
    words = known.words
    if not layers:
        return words("map.title_base")
    if layers[0] == "holders":
        return _title_holders(holders, words) if len(holders) else words("map.none")
    if layers[0] == "areas":
        return _title_areas(known)
    if layers[0] == "gains":
        said = [f"{row['name']} {row['amount']}" for row in gains.to_dict("records") if row["amount"]]
        return words("map.title_gains", said="; ".join(said)) if said else words("map.none")
    said = [one for place in known.said_of_soldiers.values() for one in place]
    return f"{said[0].label}: {said[0].spread} ({said[0].when})" if said else words("map.none")


def _title_holders(holders: pd.DataFrame, words: Words) -> str:
    counts = holders["holder"].value_counts()
    ukraine, russia = counts.get("ukraine", 0), counts.get("russia", 0)
    return words(
        "map.title_holders",
        ukraine=words.number(ukraine),
        russia=words.number(russia),
        open=words.number(len(holders) - ukraine - russia),
        inferred=words.number(int(holders["inferred"].sum())),
    )


def _title_areas(known: Known) -> str:
    words, found = known.words, known.home_areas
    if len(found):
        spread = sentences.claims(known.ledger, found, words, "km2")
        return words("map.title_areas", spread=spread, when=sentences.when(found, words))
    if len(known.area_claims):
        return words("map.stale", day=words.day(known.area_claims["stated_on"].max()))
    return words("map.none")


def _note(known: Known, layers: tuple[str, ...], period: str) -> str:
    """Say how to read the layers that show something, and which towns cannot be shown."""
    words = known.words
    notes = [words.of("layer_note", one) for one in layers if len(known.stands_on(one, period))]
    missing = map_layers.unplaced(known) if "holders" in layers else []
    notes += [words("map.unplaced", names=", ".join(missing))] if missing else []
    return " ".join([*notes, words("map.note"), words("map.credit")])


def _subtitle(request: Request, view: str, layers: tuple[str, ...], period: str) -> str:
    words = request.words
    shown = [words.of("layer", one) + (f" ({period})" if one == "gains" and period else "") for one in layers]
    where = words.of("view", view)
    return words("map.sub", view=where, layers=", ".join(shown)) if shown else where


def _figures(known: Known, layers: tuple[str, ...], period: str) -> pd.DataFrame:
    shown = [known.stands_on(one, period) for one in layers if one != "holders"]
    return pd.concat([known.ledger.figures.iloc[:0], *shown])


def _sources(known: Known, layers: tuple[str, ...], period: str) -> str:
    words = known.words
    stands = [known.stands_on(one, period)[["document_id"]] for one in layers]
    both = pd.concat([known.ledger.figures[["document_id"]].iloc[:0], *stands])
    if both.empty:
        day = words.day(known.request.day)
        return f"{words('chart.source', names=words('map.makers'))} {words('chart.as_of', day=day)}"
    return sources(known.ledger, both, known.request)


def _alt(
    caption: Caption,
    holders: pd.DataFrame,
    areas: pd.DataFrame,
    gains: pd.DataFrame,
    troops: pd.DataFrame,
    words: Words,
) -> str:
    said: list[str] = [f"{row['text']}: {row['said']}" for row in holders.to_dict("records")]
    said += [row["said"] for row in areas.to_dict("records")]
    said += [
        f"{row['name']}: {row['said'] or words('territory.no_figure')}" if row["rings"] else row["said"]
        for row in gains.to_dict("records")
    ]
    said += [" ".join(row["lines"]) for row in troops.to_dict("records")]
    return words("chart.alt", title=caption.title, subtitle=caption.subtitle, rows="; ".join(said))


def _labels(atlas: Atlas, view: str, holders: pd.DataFrame, gains: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Return the names that orient; towns that carry a mark bring their own."""
    taken = set(holders["text"]) if len(holders) else set()
    language = words.language
    names: Iterable[dict[str, Any]] = (
        {"x": one.x, "y": one.y, "text": one.names[language], "kind": one.kind}
        for one in atlas.names
        if one.names[language] not in taken and (view != "front" or one.role in ("party", "context", "overview"))
    )
    regions = (
        {"x": one.x, "y": one.y + (12 if len(gains) else 0), "text": one.names[language], "kind": "region"}
        for one in atlas.regions.values()
        if one.role != "context"
    )
    order = ["country", "region", "town"]
    return pd.DataFrame(sorted([*names, *regions], key=lambda row: order.index(str(row["kind"]))))


def _together(known: Known) -> tuple[str, ...]:
    """Say what the claims of area span, for a map on which their circles are too small to be told apart."""
    found = known.home_areas
    if found.empty:
        return ()
    spread = sentences.claims(known.ledger, found, known.words, "km2")
    return spread, known.words("map.span_claim", when=sentences.when(found, known.words))


@cache
def _spread(region: Region, thin: int) -> list[tuple[int, int]]:
    """Return every `thin`-th handle of a region each way."""
    wide = thin * geodata.GRID
    return [(int(x), int(y)) for x, y in region.handles if x % wide == 0 and y % wide == 0]


def _handles(ledger: Ledger, request: Request, atlas: Atlas, view: str) -> pd.DataFrame:
    """Return points all over the regions, for a reader to point at; on the map of the whole front every other one.

    Regions of which nothing is known on the day say so and cannot be chosen.
    """
    words = request.words
    thin = 2 if view == "front" else 1
    known = places.choices(ledger, request, "")
    listed = []
    for region in atlas.regions.values():
        name = f"<b>{escape(region.names[request.language])}</b>"
        listed.append(
            {
                "opens": links.place(region.id) if region.id in known else "",
                "hover": name if region.id in known else f"{name}<br>{escape(words('map.nothing_here'))}",
                "points": _spread(region, thin),
            }
        )
    return pd.DataFrame(listed)


def _chosen(ledger: Ledger, atlas: Atlas, place_id: str) -> tuple[float, float] | None:
    """Return where to ring the chosen place: a town at its point, a region at its name, else nowhere."""
    if not place_id:
        return None
    region = atlas.regions.get(place_id)
    return (region.x, region.y) if region else map_layers.place_at(ledger, place_id)
