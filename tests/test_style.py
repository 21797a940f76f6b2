"""The look of the board: colours that can be read and told apart, Streamlit's theme the same, and fonts of its own."""

from __future__ import annotations

import re
import tomllib
from itertools import combinations
from typing import get_args

import pytest

from dashboard.drawing.style import COLOURS, MARKERS, SIDES, Look, Screen
from dashboard.ledger.schema import read_contract

# What each role is used for. Sides are marks above all, and text where a label over time stands beside its mark.
GROUND = {"background", "surface"}
TEXT = {"ink", "quiet", "link", "story", "caution", "sound"}
HAIRLINES = {"rule", "grid"}  # they separate and guide; nothing is known from them alone
LAND = {"map_front", "map_near", "map_land", "map_sea"}
LINES = {"map_line", "map_border"}
# Streamlit's words for roles of the board.
THEME = {
    "backgroundColor": "background",
    "secondaryBackgroundColor": "surface",
    "textColor": "ink",
    "borderColor": "rule",
    "linkColor": "link",
    "primaryColor": "link",
}


def cases(roles, grounds):
    """Return every role on every ground in every theme, with an id that reads."""
    return [
        pytest.param(theme, role, ground, id=f"{theme}: {role} on {ground}")
        for theme in COLOURS
        for role in sorted(roles)
        for ground in sorted(grounds)
    ]


def luminance(colour):
    """Return the relative luminance of a colour (WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance)."""
    shares = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """Return the contrast ratio of two colours (WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.fixture(scope="module")
def config(root):
    """Return Streamlit's configuration, which cannot import the board's colours and so repeats them."""
    return tomllib.loads((root / ".streamlit" / "config.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def css(root):
    """Return the board's own rules."""
    return (root / "dashboard" / "drawing" / "board.css").read_text(encoding="utf-8")


def test_contrast_is_measured_as_wcag_has_it():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.005)
    assert contrast("#123456", "#123456") == 1


@pytest.mark.parametrize(("theme", "role", "ground"), [*cases(TEXT, GROUND), *cases(SIDES, {"background"})])
def test_text_can_be_read_on_every_ground_it_stands_on(theme, role, ground):
    assert contrast(COLOURS[theme][role], COLOURS[theme][ground]) >= 4.5


@pytest.mark.parametrize(("theme", "role", "ground"), cases(SIDES, {"surface"}))
def test_marks_can_be_seen_on_every_ground(theme, role, ground):
    assert contrast(COLOURS[theme][role], COLOURS[theme][ground]) >= 3


@pytest.mark.parametrize(("theme", "role", "ground"), cases({"ink", "quiet"}, LAND))
def test_names_can_be_read_on_land_and_water(theme, role, ground):
    assert contrast(COLOURS[theme][role], COLOURS[theme][ground]) >= 4.5


@pytest.mark.parametrize(("theme", "role", "ground"), cases({"ukraine", "russia", "north_korea", "story"}, LAND))
def test_marks_can_be_seen_on_land_and_water(theme, role, ground):
    assert contrast(COLOURS[theme][role], COLOURS[theme][ground]) >= 3


@pytest.mark.parametrize(("theme", "ground"), [(theme, ground) for theme in COLOURS for ground in sorted(LAND)])
def test_a_state_border_stands_out_from_land_and_water(theme, ground):
    assert contrast(COLOURS[theme]["map_border"], COLOURS[theme][ground]) >= 3


@pytest.mark.parametrize("theme", COLOURS)
def test_hairlines_stay_quieter_than_anything_they_separate(theme):
    for line in HAIRLINES:
        assert 1.05 < contrast(COLOURS[theme][line], COLOURS[theme]["background"]) < 3


def test_every_role_has_a_use_and_both_themes_have_every_role():
    assert set(COLOURS["light"]) == set(COLOURS["dark"]) == GROUND | TEXT | HAIRLINES | LAND | LINES | set(SIDES)


@pytest.mark.parametrize("theme", COLOURS)
def test_one_colour_has_one_meaning(theme):
    roles = {}
    for role, colour in COLOURS[theme].items():
        roles.setdefault(colour.upper(), []).append(role)
    assert [shared for shared in roles.values() if len(shared) > 1] == []


def test_every_colour_is_written_with_six_digits():
    assert all(re.fullmatch("#[0-9A-F]{6}", colour) for theme in COLOURS.values() for colour in theme.values())


def test_every_side_of_the_contract_has_a_colour_and_a_marker(root):
    assert set(SIDES) == set(MARKERS) == set(read_contract(root / "data")["actors"].field("side").enum)
    assert set(SIDES) <= set(COLOURS["light"])


def test_sides_differ_by_marker_so_that_hue_is_never_alone():
    assert [pair for pair in combinations(MARKERS, 2) if MARKERS[pair[0]] == MARKERS[pair[1]]] == []


@pytest.mark.parametrize("theme", COLOURS)
@pytest.mark.parametrize(("setting", "role"), THEME.items())
def test_streamlits_theme_has_the_boards_colours(config, theme, setting, role):
    assert config["theme"][theme][setting].upper() == COLOURS[theme][role].upper()


@pytest.mark.parametrize("theme", COLOURS)
def test_streamlits_theme_has_no_colour_of_its_own(config, theme):
    assert {setting for setting in config["theme"][theme] if "olor" in setting} == set(THEME)


def test_the_theme_names_only_fonts_the_board_brings_and_system_fonts_behind_them(config, css):
    for setting in ("font", "headingFont"):
        first = config["theme"][setting].split(",")[0].strip("' ")
        assert f"font-family: '{first}'" in css


def test_every_font_named_in_the_stylesheet_is_there(root, css):
    named = re.findall(r"url\('([^']+)'\)", css)
    assert len(named) >= 6
    for address in named:
        # Streamlit serves the folder `static` beside the entry point under `app/static`.
        file = root / "dashboard" / address.removeprefix("app/")
        assert file.is_file(), address
        assert file.read_bytes()[:4] == b"wOF2", address
        assert file.resolve().is_relative_to(root / "assets" / "static" / "fonts")


def test_every_font_file_is_used(root, css):
    brought = {path.name for path in (root / "assets" / "static" / "fonts").glob("*.woff2")}
    assert brought == {address.rpartition("/")[2] for address in re.findall(r"url\('([^']+)'\)", css)}


def test_every_font_family_carries_its_licence(root):
    fonts = root / "assets" / "static" / "fonts"
    families = {re.match(r"(source-\w+-\d)-", path.name)[1] for path in fonts.glob("*.woff2")}
    assert families
    for family in families:
        licence = (fonts / f"OFL-{family}.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence
        assert "Copyright" in licence


def test_the_stylesheet_asks_no_other_host(css):
    assert not re.findall(r"https?:|@import|url\(\s*['\"]?//", css)


@pytest.mark.parametrize("screen", get_args(Screen))
def test_a_chart_is_never_wider_than_the_narrowest_window_of_its_screen(screen):
    narrowest = {"phone": 360, "tablet": 700, "desk": 1200, "wide": 1680, "wall": 2560}
    assert Look("light", screen).width() < narrowest[screen]


def test_a_share_of_the_page_is_taken_only_where_things_stand_side_by_side():
    for screen in ("phone", "tablet"):
        assert Look("light", screen).width(0.5) == Look("light", screen).width()
    for screen in ("desk", "wide", "wall"):
        assert Look("light", screen).width(0.5) == Look("light", screen).width() / 2


def test_an_unknown_role_is_an_error():
    with pytest.raises(KeyError):
        Look().colour("purple")
