"""The map: where, how much, who says so; layers, sections, the days of the board, and what belongs to a place."""

import streamlit as st

from dashboard import frame, player, widgets
from dashboard.drawing.markup import render
from dashboard.geography.extents import SECTIONS
from dashboard.loading import store
from dashboard.views import map as views
from dashboard.views import map_layers, places

request = frame.here()
words = request.words
prepared = store().prepared
known = prepared(map_layers.Known, request)

st.html(render("title", words, title=words("map.title"), lead=words("map.lead", day=words.day(request.day))))
if request.look.narrow:
    controls, left, right = st.container(), st.container(), st.container()
else:
    left, right = st.columns([16, 9], gap="large")
    controls = right.container()
with controls:
    section = widgets.choose(words("map.view"), {one: words.of("view", one) for one in SECTIONS}, "view")
    layers = widgets.choose_several(
        words("map.layers"), {one: words.of("layer", one) for one in map_layers.LAYERS}, "layers", default=("holders",)
    )
    periods = known.periods if "gains" in layers else {}
    period = widgets.choose_from_list(words("map.period"), periods, "gain") if periods else ""
    player.slider(prepared(views.days, request), request)
    asked = st.query_params.get("place", "")
    choices = store().passing if asked else prepared  # what an address asks for is looked up, not kept
    options = choices(places.choices, request, asked)
    place = widgets.choose_from_list(words("map.place"), options, "place")
with left:
    drawn = prepared(views.war_map, request, known, store().atlas(), section, layers, period, place)
    widgets.show(drawn, words, "map")
    if "holders" in layers:
        widgets.listing(prepared(views.held, request), words("map.held"), words, "holders")
with right:
    st.html(prepared(places.belongings, request, place))
    st.html(prepared(views.key, request, known, layers, period))
