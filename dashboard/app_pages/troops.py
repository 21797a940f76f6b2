"""North Korean soldiers by scope and claimant, casualties, Russian troops in Kursk, and arms."""

import streamlit as st

from dashboard import widgets
from dashboard.drawing.markup import render
from dashboard.frame import here
from dashboard.loading import store
from dashboard.views import troops

request = here()
words = request.words
prepared = store().prepared

st.html(render("title", words, title=words("troops.title"), lead=words("troops.lead", day=words.day(request.day))))
scope = widgets.choose(words("troops.scope"), {one: words.of("scope", one) for one in troops.SCOPES}, "scope")
widgets.show(prepared(troops.soldiers, request, scope), words, "soldiers")
st.divider()
widgets.show(prepared(troops.casualties, request), words, "casualties")
st.divider()
widgets.show(prepared(troops.russian_troops, request), words, "russian")
st.divider()
indicator = widgets.choose_from_list(words("troops.arms_choice"), prepared(troops.arms_choices, request), "arms")
widgets.show(prepared(troops.arms, request, indicator), words, "arms_chart")
