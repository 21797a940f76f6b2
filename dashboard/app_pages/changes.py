"""Two clocks: what became known between the board's day and another, as a list or side by side, and as files."""

import streamlit as st

from dashboard import comparing, widgets
from dashboard.drawing.markup import render
from dashboard.frame import here
from dashboard.ledger.changes import KINDS
from dashboard.loading import store
from dashboard.views import change_items, changes, sides

request = here()
words = request.words

head = st.container()
since = comparing.choose(request)
earlier, later = (words.day(one) for one in sorted((request.day, since)))
title = render("title", words, title=words("changes.title"), lead=words("changes.lead", earlier=earlier, later=later))
head.html(title)

mode = widgets.choose(words("changes.mode"), {one: words.of("change_mode", one) for one in changes.MODES}, "mode")
offered = change_items.TOPICS if mode == "list" else change_items.OF_FIGURES
topics = widgets.choose_several(
    words("changes.topics"), {one: words.of("change_topic", one) for one in offered}, "topics"
)
kinds = ()
if mode == "list":
    kinds = widgets.choose_several(
        words("changes.kinds"), {one: words.of("change_kind", one) for one in KINDS}, "change"
    )
ask = store().passing if kinds or topics else store().prepared  # a narrowed comparison is looked up, not kept

if mode == "side":
    st.html(ask(sides.sides, request, since, topics))
else:
    view = ask(changes.listing, request, since, kinds, topics)
    if view.found:
        files = (("csv", view.csv, "csv", "text/csv"), ("text", view.text, "md", "text/markdown"))
        with st.container(horizontal=True):
            for label, text, ending, kind in files:
                name = f"{view.name}.{ending}"
                st.download_button(words(f"changes.{label}"), text.encode(), name, kind, on_click="ignore")
        with st.expander(words("changes.mail"), key="mail"):
            st.html(render("mail", words, text=view.text))
    st.html(view.html)
