"""A document: the story in full with its figures, dates, speakers and doubts in place, or what came from a page."""

import streamlit as st

from dashboard import scroll, widgets
from dashboard.drawing.markup import render
from dashboard.frame import here
from dashboard.loading import store
from dashboard.views import document as views

request = here()
words = request.words
asked, at = st.query_params.get("document", ""), st.query_params.get("at", "")

options = store().prepared(views.choices, request, asked)
with st.container(horizontal=True, vertical_alignment="bottom"):
    chosen = widgets.choose_from_list(words("document.choose"), options, "document")
    layers = widgets.choose_several(
        words("document.layers"), {one: words.of("mark", one) for one in views.LAYERS}, "marks", default=views.LAYERS
    )
if asked and asked not in options:
    st.warning(words("document.unknown"), icon=":material/info:")
if chosen:
    view = store().passing(views.document, request, chosen, layers, at)
    st.html(view.head)
    st.html(view.body)
    scroll.to(".lb-here", f"{chosen} {at}" if at else "")
else:
    none_yet = words("document.none_yet", day=words.day(request.day))
    st.html(render("unknown", words, title=words("document.none"), text=none_yet))
