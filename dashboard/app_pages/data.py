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
view = prepared(tables.table, request, name, search.strip())

st.html(render("table_head", words, view=view))
st.dataframe(
    view.rows,
    hide_index=True,
    height=520,
    placeholder="",
    column_config={column: st.column_config.Column(help=text) for column, text in view.columns.items()},
    alt=view.title,
    key=f"table_{name}",
)
st.download_button(
    words("chart.csv"), view.csv.encode(), f"lagebild-{name}-{request.day}.csv", "text/csv", on_click="ignore"
)
with st.expander(words("data.codebook"), key="codebook"):
    st.html(view.codebook)
