"""Who says what about one indicator, side by side; and numbers put together, or the reasons why they are not."""

import streamlit as st

from dashboard import widgets
from dashboard.drawing.markup import render
from dashboard.frame import here
from dashboard.ledger.disagreement import AROUND
from dashboard.loading import store
from dashboard.views import claims, combining

MOST = 12  # figures a reader can put together at once

request = here()
words = request.words
prepared = store().prepared

st.html(render("title", words, title=words("claims.title"), lead=words("claims.lead", day=words.day(request.day))))
choices = prepared(claims.choices, request)
if not choices:
    st.html(render("empty", words, text=words("claims.nothing", day=words.day(request.day))))
    st.stop()
indicator = widgets.choose_from_list(words("claims.indicator"), choices, "indicator")
around = widgets.choose(words("claims.around"), {one: words.of("around", one) for one in AROUND}, "around")
st.html(prepared(claims.head, request, indicator, around))
if listed := prepared(claims.table, request, indicator, around):
    widgets.show(prepared(claims.chart, request, indicator, around), words, "claims")
    st.html(listed)

st.divider()
st.html(render("combine_head", words))
picked = widgets.choose_many(
    words("combine.figures"),
    prepared(combining.options, request, indicator),
    "ids",
    MOST,
    words("combine.pick"),
)
if picked.unknown or picked.over:
    st.html(combining.unusable(request, picked.unknown, picked.over))
how = widgets.choose(words("combine.how"), {one: words.of("how", one) for one in combining.HOW}, "how")
if picked.chosen:
    answer = store().passing(combining.answer, request, picked.chosen, how)  # few readers ask for the same figures
    st.html(answer.text)
    if answer.exhibit is not None:
        widgets.show(answer.exhibit, words, "series")
