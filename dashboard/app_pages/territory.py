"""Monthly net gain with its revisions, other counts beside it, sums by year, and the area held in Kursk."""

import streamlit as st

from dashboard import widgets
from dashboard.drawing.markup import render
from dashboard.frame import here
from dashboard.loading import store
from dashboard.views import kursk, territory

request = here()
words = request.words
prepared = store().prepared

st.html(
    render("title", words, title=words("territory.title"), lead=words("territory.lead", day=words.day(request.day)))
)
span = widgets.choose(words("territory.span"), {one: words.of("span", one) for one in territory.SPANS}, "span")
widgets.show(prepared(territory.monthly, request, span), words, "monthly")
st.divider()
widgets.show(prepared(territory.other_counts, request, span), words, "others")
st.divider()
widgets.show(prepared(territory.years, request), words, "years")
st.divider()
indicator = widgets.choose_from_list(words("territory.kursk_choice"), prepared(kursk.choices, request), "kursk")
widgets.show(prepared(kursk.claims, request, indicator), words, "kursk")
