"""The receipt of a figure, in a drawer over whatever page the number stands on; asked for in the address."""

from __future__ import annotations

import streamlit as st

from dashboard import citing, doors, probe
from dashboard.loading import store
from dashboard.views import citations
from dashboard.views import receipt as views
from dashboard.views.request import Request

WIDTH = 720  # pixels on a desk; Streamlit scales it with the size of type, and never beyond the window


def open_asked(request: Request) -> None:
    """Open the receipt the address asks for with `figure=`, if it does; closing it takes the parameter out.

    Not before the browser has reported: Streamlit closes every drawer when the whole page is run again, so a link to a
    receipt would open it, close it and open it once more.
    """
    figure_id = doors.receipt_asked()
    if not figure_id or probe.awaited():
        return
    view = store().passing(views.receipt, request, figure_id)
    st.dialog(view.title, width=WIDTH, position="right", on_dismiss=doors.close_receipt)(_draw)(view, request)


def _draw(view: views.Receipt, request: Request) -> None:
    with st.container(key=f"receipt_{request.theme}"):  # a drawer lies outside of what knows light from dark
        st.html(view.body)
        if view.known:
            words = request.words
            cite = st.expander(
                words("cite.button"), icon=":material/format_quote:", key="cite_receipt", on_change="rerun"
            )
            if cite.open:
                with cite:
                    citation = store().passing(citations.figure, request, view.figure_id)
                    citing.show(citation, words, f"lagebild-{view.figure_id}-{request.day}", "receipt")
