"""The board's own corrections: what was shown, what is right, since when, why; and how to report another."""

import streamlit as st

from dashboard import scroll
from dashboard.drawing.markup import render
from dashboard.frame import here
from dashboard.loading import store
from dashboard.views import corrections

request = here()
words = request.words
prepared = store().prepared

lead = words("corrections.lead", day=words.day(request.day))
st.html(render("title", words, title=words("corrections.title"), lead=lead))
asked = st.query_params.get("row", "")  # set by the mark of a corrected row
ask = store().passing if asked else prepared
st.html(ask(corrections.log, request, asked))
scroll.to(".lb-asked", asked)
st.download_button(
    words("chart.csv"),
    prepared(corrections.rows_as_csv, request).encode(),
    f"lagebild-corrections-{request.day}.csv",
    "text/csv",
    on_click="ignore",
)
