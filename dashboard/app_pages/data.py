"""Every table as known on the day, searchable, with the codebook's words for each column."""

import streamlit as st

from dashboard import widgets
from dashboard.drawing.markup import render
from dashboard.frame import here
from dashboard.loading import store
from dashboard.views import tables

request = here()
words = request.words
prepared = store().prepared

st.html(render("title", words, title=words("data.title"), lead=words("data.lead", day=words.day(request.day))))
name = widgets.choose_from_list(words("data.table"), prepared(tables.names, request), "table")
search = st.text_input(
    words("data.search"), key="search", max_chars=80, bind="query-params", placeholder=words("data.search_hint")
)
ask = store().passing if search.strip() else prepared  # a search is looked up, not kept
view = ask(tables.table, request, name, search.strip())

st.html(view.head)
page = 1
if view.pages > 1:
    page = int(widgets.choose(words("data.page"), {str(one): str(one) for one in range(1, view.pages + 1)}, "page"))
st.html(view.rows if page == 1 else view.page(page))
st.download_button(
    words("chart.csv"), view.csv.encode(), f"lagebild-{name}-{request.day}.csv", "text/csv", on_click="ignore"
)
with st.expander(words("data.codebook"), key="codebook"):
    st.html(view.codebook)
