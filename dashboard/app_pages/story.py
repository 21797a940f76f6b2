"""The story's figures in large type, what others said by the day, and what to mind before printing."""

import streamlit as st

from dashboard import widgets
from dashboard.frame import here
from dashboard.loading import store
from dashboard.views.story import story

request = here()
words = request.words
view = store().prepared(story, request)

st.html(view.headline)
for number, statement in enumerate(view.statements):
    if request.look.narrow:
        st.html(statement.card)
        widgets.show(statement.exhibit, words, f"statement_{number}")
    else:
        card, chart = st.columns([5, 7], gap="large")
        with card:
            st.html(statement.card)
        with chart:
            widgets.show(statement.exhibit, words, f"statement_{number}")
if view.known:
    st.html(view.cautions)
    with st.expander(view.sound_label, key="sound"):
        st.html(view.sound)
