"""Revisions: each figure with more than one version known on the day, and its history."""

import streamlit as st

from dashboard import widgets
from dashboard.drawing.markup import render
from dashboard.frame import here
from dashboard.loading import store
from dashboard.views import revisions

request = here()
words = request.words
prepared = store().prepared

st.html(
    render("title", words, title=words("revisions.title"), lead=words("revisions.lead", day=words.day(request.day)))
)
widgets.show(prepared(revisions.first_and_latest, request), words, "revisions")
st.html(prepared(revisions.histories, request))
st.html(prepared(revisions.retold, request))
