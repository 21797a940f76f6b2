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

passing = store().passing  # what an address asks for is looked up, not kept
options = passing(views.choices, request, asked)
chosen = widgets.choose_from_list(words("document.choose"), options, "document")
if asked and asked not in options:
    st.session_state["no_document"] = chosen
if st.session_state.get("no_document") == chosen:  # said until the reader goes to another
    st.warning(words("document.unknown"), icon=":material/info:")
else:
    st.session_state["no_document"] = None
layers = views.LAYERS
if passing(views.can_be_marked, request, chosen):
    marks = {one: words.of("mark", one) for one in views.LAYERS}
    layers = widgets.choose_several(words("document.layers"), marks, "marks", default=views.LAYERS)
if chosen:
    plain = layers == views.LAYERS and not at
    view = (store().prepared if plain else passing)(views.document, request, chosen, layers, at)
    st.html(view.head)
    st.html(view.body)
    scroll.to(".lb-here", f"{chosen} {at}" if at else "")
else:
    none_yet = words("document.none_yet", day=words.day(request.day))
    st.html(render("unknown", words, title=words("document.none"), text=none_yet))
