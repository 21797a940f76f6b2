"""A document: the story in full, or what the board took from a page."""

import streamlit as st

st.html("<h1>Document</h1>")
