"""Puts a citation on the screen, to copy or to save: a sentence in both languages, BibTeX and CSL-JSON."""

from __future__ import annotations

import streamlit as st

from dashboard.drawing.wording import Words
from dashboard.views.citations import Citation


def show(citation: Citation, words: Words, name: str, key: str) -> None:
    """Show a citation; `name` is what its files are called, without their endings."""
    for label, text in (("de", citation.sentence_de), ("en", citation.sentence_en)):
        st.caption(words.of("frame", label))
        st.code(text, language=None, wrap_lines=True)
    st.caption("BibTeX")
    st.code(citation.bibtex, language=None, height=180)
    with st.container(horizontal=True):
        for label, text, ending, kind in (
            ("BibTeX", citation.bibtex, "bib", "application/x-bibtex"),
            ("CSL-JSON", citation.csl_json, "json", "application/vnd.citationstyles.csl+json"),
        ):
            st.download_button(
                words("cite.save", form=label),
                text.encode(),
                f"{name}.{ending}",
                kind,
                f"{ending}_{key}",
                on_click="ignore",
            )
