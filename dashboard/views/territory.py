"""Territory: monthly net gain with its revisions, other counts beside it, and sums by year."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from dashboard.drawing import claims as claims_chart
from dashboard.drawing.months import monthly_bars
from dashboard.drawing.panels import month_panels
from dashboard.drawing.picture import Caption
from dashboard.drawing.wording import Words
from dashboard.ledger import questions
from dashboard.ledger.spreads import UPPER_BOUNDS
from dashboard.ledger.tables import Ledger
from dashboard.views import links, rows
from dashboard.views.exhibits import Exhibit, alt, exhibit, file_name, nothing_yet, sources
from dashboard.views.request import Request

NET_GAIN = "russian-net-gain"
MONTHLY_CLAIMANT = "afp-isw-analysis"
# Counts of monthly gain that may stand beside each other, each in a panel of its own.
GAINS = ("russian-net-gain", "russian-gain", "russian-gain-with-kursk")
SPANS = ("since_2024", "since_2022")
FIRST_MONTH = {"since_2024": date(2024, 1, 1), "since_2022": date(2022, 2, 1)}
CLIP = 800.0  # km²; a month above this is drawn cut and labelled with its full number


def monthly(ledger: Ledger, request: Request, span: str) -> Exhibit:
    """Draw the monthly net gain by AFP's count: valid value, first published value, story's month, gaps."""
    words, look = request.words, request.look
    name = file_name(request, NET_GAIN, span)
    known = questions.known_by(ledger.figures, request.day)
    known = known[
        (known["indicator_id"] == NET_GAIN)
        & (known["claimant_id"] == MONTHLY_CLAIMANT)
        & (known["place_id"] == "ukraine")
        & (known["restates"] == "")
    ]
    months = questions.months_only(known)
    valid = questions.current(ledger.figures, request.day)
    valid = months[months["id"].isin(valid["id"])]
    if valid.empty:
        return _none(request, name, _label(ledger, NET_GAIN, words))
    stated = _stated(ledger, request)
    table = _month_rows(ledger, valid, months, stated, span, request)
    latest = max(ledger.records("figures", valid), key=lambda row: row["period_start"])
    caption = Caption(
        language=request.language,
        title=_monthly_title(ledger, latest, valid, words),
        subtitle=words("territory.monthly_sub", label=_label(ledger, NET_GAIN, words)),
        note=_monthly_note(table, words),
        source=sources(ledger, months, request),
    )
    picture = monthly_bars(
        table,
        caption,
        look,
        name=name,
        alt=alt(caption, _spoken(table, words), words),
        clip=CLIP,
    )
    return exhibit(ledger, picture, months.sort_values(["period_start", "known_from"]), request)


def _stated(ledger: Ledger, request: Request) -> pd.DataFrame:
    """Return the story's own figures for the monthly gain, if the story is known."""
    known = questions.known_by(ledger.figures, request.day)
    return known[(known["indicator_id"] == NET_GAIN) & known["document_id"].isin(ledger.stories)]


def _month_rows(
    ledger: Ledger, valid: pd.DataFrame, months: pd.DataFrame, stated: pd.DataFrame, span: str, request: Request
) -> pd.DataFrame:
    words = request.words
    first = FIRST_MONTH[span]
    last = max([*valid["month"], *stated["period_start"]])
    spots = list(pd.date_range(first, last, freq="MS"))
    outside = [
        month
        for month in sorted(set(valid["month"]))
        if month < pd.Timestamp(first) and month == pd.Timestamp("2022-03-01")
    ]
    by_month = dict(zip(valid["month"], ledger.records("figures", valid), strict=True))
    newest_first = months.sort_values("known_from", ascending=False)
    firsts = dict(zip(newest_first["month"], ledger.records("figures", newest_first), strict=True))
    own = {row["period_start"]: row for row in ledger.records("figures", stated)}
    whole = dict(zip(valid["month"], valid["whole_month"], strict=True))
    listed = []
    for month in [*outside, *spots]:
        if listed and month == spots[0]:
            listed.append(_spacer())
        row, earlier, story = by_month.get(month), firsts.get(month), own.get(month)
        revised = row is not None and earlier is not None and earlier["id"] != row["id"]
        listed.append(
            {
                "label": _tick(month, month == spots[0] or month.month == 1 or month in outside, words),
                "full_label": words.month(month),
                "value": rows.spot(row) if row else None,
                "said": words.amount(row, with_unit=False) if row else "",
                "whole": bool(whole.get(month, True)),
                "soft": bool(row) and row["bound"] != "exact",
                "story": story is not None,
                "first": rows.spot(earlier) if revised and earlier else None,
                "first_number": words.amount(earlier, with_unit=False) if revised and earlier else "",
                "first_said": _first_said(earlier, words) if revised and earlier else "",
                "stated": rows.spot(story) if story else None,
                "stated_short": words("story.reference", said=words.amount(story, with_unit=False)) if story else "",
                "stated_said": words("territory.stated", said=words.amount(story)) if story else "",
                "gap": row is None,
                "hover": _month_hover(ledger, row, month, words),
                "opens": links.mark(row["id"]) if row else "",
                "first_opens": links.mark(earlier["id"]) if earlier else "",
                "stated_opens": links.mark(story["id"]) if story else "",
            }
        )
    return pd.DataFrame(listed)


def _spacer() -> dict[str, Any]:
    """Return the empty place that says that months between two others are left out."""
    said = ("full_label", "said", "first_number", "first_said", "stated_short", "stated_said", "hover")
    texts = dict.fromkeys((*said, "opens", "first_opens", "stated_opens"), "")
    numbers = dict.fromkeys(("value", "first", "stated"))
    return {"label": "…", **texts, **numbers, "whole": True, "soft": False, "story": False, "gap": False}


def _tick(month: pd.Timestamp, with_year: bool, words: Words) -> str:
    return f"{words.short_month(month)} {month.year}" if with_year else words.short_month(month)


def _first_said(row: dict[str, Any], words: Words) -> str:
    return words(
        "territory.first",
        said=words.amount(row),
        period=words.period(row["period_start"].date(), row["period_end"].date()),
        day=words.day(row["known_from"]),
    )


def _spoken(table: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Return the months for the alt text: value, first published value, the story's number, and the gaps."""
    months = table[(table["said"] != "") | table["gap"]]
    said = [
        "; ".join(
            part
            for part in (row["said"] or words("territory.no_figure"), row["first_said"], row["stated_said"])
            if part
        )
        for row in months.to_dict("records")
    ]
    return pd.DataFrame({"label": list(months["full_label"]), "said": said})


def _month_hover(ledger: Ledger, row: dict[str, Any] | None, month: pd.Timestamp, words: Words) -> str:
    if row is None:
        return f"<b>{words.month(month)}</b><br>{words('territory.no_figure')}"
    return rows.hover(ledger, row, words.amount(row), rows.claimant_of(ledger, row, words), words)


def _monthly_title(ledger: Ledger, latest: dict[str, Any], valid: pd.DataFrame, words: Words) -> str:
    """Say the newest month, and which other published month was larger (or that none was)."""
    period = words.period(latest["period_start"].date(), latest["period_end"].date())
    said = words.amount(latest)
    months = ledger.records("figures", valid)
    larger = [row for row in months if row["period_start"] < latest["period_start"] and _exceeds(row, latest)]
    if latest["bound"] == "vague":  # no number, no comparison
        return words.count("territory.monthly_top", 1, period=period, said=said)
    if not pd.isna(latest["record_since"]):
        return words("territory.monthly_record", period=period, said=said, month=words.month(latest["record_since"]))
    if not larger:
        return words.count("territory.monthly_top", len(valid), period=period, said=said)
    other = max(larger, key=lambda row: row["period_start"])
    month = words.month(other["period_start"])
    return words("territory.monthly_title", period=period, said=said, month=month, other=words.amount(other))


def _exceeds(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether one figure is larger than another by its number, or by the lower end its wording gives."""
    return one["bound"] not in (*UPPER_BOUNDS, "vague") and rows.spot(one) > rows.spot(other)


def _monthly_note(table: pd.DataFrame, words: Words) -> str:
    gaps = int(table["gap"].sum())
    shown = table.dropna(subset=["value"])
    parts = []
    if gaps:
        parts.append(words.count("territory.gaps", gaps))
    if (~shown["whole"] | shown["soft"]).any():
        parts.append(words("territory.hatched"))
    if not table["first"].isna().all():
        parts.append(words("territory.diamond"))
    if not table["stated"].isna().all():
        parts.append(words("territory.line", said=table.loc[table["story"], "stated_said"].iloc[0]))
    if (shown["value"] > CLIP).any():
        parts.append(words("territory.cut"))
    return " ".join(parts)


def other_counts(ledger: Ledger, request: Request, span: str) -> Exhibit:
    """Draw other claimants' monthly counts, one panel each, never joined with each other or with AFP's."""
    words, look = request.words, request.look
    name = file_name(request, "other-monthly-counts", span)
    known = questions.without_retellings(questions.known_by(ledger.figures, request.day))
    chosen = known[
        known["indicator_id"].isin(GAINS)
        & (known["claimant_id"] != MONTHLY_CLAIMANT)
        & ~known["document_id"].isin(ledger.stories)
    ]
    chosen = chosen[chosen["place_id"].isin(["ukraine", "ukraine-and-kursk"])]
    months = questions.months_only(chosen)
    months = months[months["month"] >= pd.Timestamp(FIRST_MONTH[span])]
    latest = months[~months["id"].isin(questions.superseded(ledger.figures, request.day))].sort_values("month")
    if months.empty:
        return _none(request, name, words("territory.others_label"))
    spots = list(
        pd.date_range(
            FIRST_MONTH[span], max(months["month"].max(), pd.Timestamp(request.day).replace(day=1)), freq="MS"
        )
    )
    by_series: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row, whole in zip(ledger.records("figures", latest), latest["whole_month"], strict=True):
        key = row["claimant_id"], row["indicator_id"]
        by_series.setdefault(key, []).append(_count_row(ledger, row, bool(whole), spots, words))
    longest_first = sorted(by_series, key=lambda pair: len(by_series[pair]), reverse=True)
    order = {pair: place for place, pair in enumerate(longest_first)}
    headings = {pair: by_series[pair][0]["series"] for pair in longest_first}
    table = pd.DataFrame([row for pair in longest_first for row in by_series[pair]])
    caption = Caption(
        language=request.language,
        title=words.count("territory.others_title", table["series"].nunique()),
        subtitle=words("territory.others_sub", start=words.month(spots[0]), end=words.month(spots[-1])),
        note=_others_note(table, look.screen == "phone", words),
        source=sources(ledger, months, request),
    )
    if look.screen == "phone":  # too narrow for upright numbers over every month: one row a month instead
        months = months.assign(order=[order[pair] for pair in _pairs(months)]).sort_values(
            ["order", "month", "known_from"]
        )
        listed = rows.claims(ledger, months, request, "km2")
        listed["heading"] = [headings[pair] for pair in _pairs(months)]
        listed["label"] = [words.month(month) for month in months["month"]]
        picture = claims_chart.claims(listed, caption, look, name=name, alt=alt(caption, table, words))
        return exhibit(ledger, picture, months, request)
    labels = [_tick(month, True, words) for month in spots]
    picture = month_panels(table, caption, look, name=name, alt=alt(caption, table, words), months=labels)
    return exhibit(ledger, picture, months.sort_values(["claimant_id", "period_start", "known_from"]), request)


def _others_note(table: pd.DataFrame, listed: bool, words: Words) -> str:
    """Say how to read the other counts: as panels, or `listed` row by row."""
    if listed:
        return words("territory.others_note_rows")
    revised = not table["first"].isna().all()
    return " ".join([words("territory.others_note"), *([words("territory.diamond")] if revised else [])])


def _pairs(figures: pd.DataFrame) -> list[tuple[str, str]]:
    """Return who counts what, row by row: together they make a series."""
    return list(zip(figures["claimant_id"], figures["indicator_id"], strict=True))


def _count_row(
    ledger: Ledger, row: dict[str, Any], whole: bool, spots: list[pd.Timestamp], words: Words
) -> dict[str, Any]:
    """Return one month of one claimant's count as a row of the panels."""
    claimant = rows.claimant_of(ledger, row, words)
    label = words.of("gain", row["indicator_id"])
    first = rows.first_version(ledger, row)
    revised = first["id"] != row["id"]
    return {
        "series": words("territory.series", claimant=claimant, label=label),
        "index": spots.index(row["period_start"]),
        "value": rows.spot(row),
        "said": words.amount(row, with_unit=False),
        "side": rows.side_of(ledger, row),
        "solid": whole and row["bound"] == "exact",
        "hover": _month_hover(ledger, row, row["period_start"], words),
        "opens": links.mark(row["id"]),
        "first": rows.spot(first) if revised else None,
        "first_said": _first_said(first, words) if revised else "",
        "first_opens": links.mark(first["id"]) if revised else "",
        "label": f"{claimant} {words.month(row['period_start'])}",
    }


def years(ledger: Ledger, request: Request) -> Exhibit:
    """Draw what claimants give for a year or a year so far, by year; different counts stand side by side."""
    words, look = request.words, request.look
    name = file_name(request, "years")
    known = questions.without_retellings(questions.known_by(ledger.figures, request.day))
    start, end = known["period_start"], known["period_end"]
    yearly = known[
        known["indicator_id"].isin(GAINS)
        & (start.dt.month == 1)
        & (start.dt.day == 1)
        & (start.dt.year == end.dt.year)
        & ((end - start).dt.days > 45)
        & known["place_id"].isin(["ukraine", "ukraine-and-kursk"])
    ]
    if yearly.empty:
        return _none(request, name, words("territory.years_sub"))
    yearly = yearly.sort_values(["period_start", "period_end", "id"], ascending=[False, False, True])
    table = rows.claims(ledger, yearly, request, "km2")
    table["heading"] = [str(day.year) for day in yearly["period_start"]]
    table["label"] = [
        words("territory.year_row", claimant=claimant, label=words.of("gain", gain), until=_until(day, words))
        for claimant, gain, day in zip(table["claimant"], yearly["indicator_id"], yearly["period_end"], strict=True)
    ]
    # Only figures that end on the same day share a sentence, and each keeps its speaker and its measure.
    valid = yearly[~yearly["id"].isin(questions.superseded(ledger.figures, request.day))]
    newest = valid[valid["period_end"] == valid["period_end"].max()]
    last = newest["period_end"].iloc[0]
    said = "; ".join(
        words(
            "territory.annual_claim",
            claimant=rows.claimant_of(ledger, row, words),
            said=words.amount(row),
            label=words.of("gain", row["indicator_id"]),
        )
        for row in ledger.records("figures", newest)
    )
    caption = Caption(
        language=request.language,
        title=words(
            "territory.years_title",
            year=last.year,
            until=_until(last, words),
            spread=said,
        ),
        subtitle=words("territory.years_sub"),
        note=" ".join([words("territory.years_note"), *_first_year(ledger, valid, words)]),
        source=sources(ledger, yearly, request),
    )
    picture = claims_chart.claims(table, caption, look, name=name, alt=alt(caption, table, words))
    return exhibit(ledger, picture, yearly, request)


def _first_year(ledger: Ledger, current: pd.DataFrame, words: Words) -> list[str]:
    """Say the sum of 2022, which is ten times that of any later year and would flatten them, in words."""
    year = current[(current["indicator_id"] == NET_GAIN) & (current["period_end"] == pd.Timestamp(2022, 12, 31))]
    year = year[year["period_start"] < pd.Timestamp(2022, 3, 1)]
    return [
        words("territory.year_2022", said=words.amount(row), claimant=rows.claimant_of(ledger, row, words))
        for row in ledger.records("figures", year)
    ]


def _until(day: pd.Timestamp, words: Words) -> str:
    if (day.month, day.day) == (12, 31):
        return words("territory.whole_year")
    return words("territory.until", day=words.short_day(day))


def _label(ledger: Ledger, indicator_id: str, words: Words) -> str:
    return words.pick(ledger.find("indicators", indicator_id), "label")


def _none(request: Request, name: str, label: str) -> Exhibit:
    words = request.words
    return nothing_yet(request, name, words("chart.nothing_yet", label=label, day=words.day(request.day)))
