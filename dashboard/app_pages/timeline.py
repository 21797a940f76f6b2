"""The treaty's path, and events by kind."""

import streamlit as st

from dashboard import widgets
from dashboard.drawing.markup import render
from dashboard.frame import here
from dashboard.loading import store
from dashboard.views import timeline

request = here()
words = request.words
prepared = store().prepared

st.html(
    render("title", words, title=words("timeline.page_title"), lead=words("timeline.lead", day=words.day(request.day)))
)
st.html(prepared(timeline.treaty, request))
st.divider()
span = widgets.choose(words("timeline.span"), {one: words.of("span", one) for one in timeline.SPANS}, "period")
kinds = (
    widgets.choose_several(words("timeline.kinds"), {one: words.of("kind", one) for one in timeline.KINDS}, "kinds")
    or timeline.KINDS
)
widgets.show(prepared(timeline.overview, request, span, kinds), words, "events")
st.html(prepared(timeline.listing, request, span, kinds))
