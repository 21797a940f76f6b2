"""The entry point: `streamlit run dashboard/app.py`. Page settings, navigation and the frame; nothing else."""

import sys
from pathlib import Path

# `streamlit run` puts this folder, not the project, on the path; a hosted app does not install the project.
if (root := str(Path(__file__).parents[1])) not in sys.path:
    sys.path.insert(0, root)

import streamlit as st

from dashboard import frame, receipt
from dashboard.loading import store

st.set_page_config(page_title="Lagebild", page_icon=str(Path(root) / "assets" / "logo.png"), layout="wide")
board = store().board()
words = frame.arrive(board)
# The board's pages, those that show first; what checks and compares stands under a heading of its own.
SHOWN = ("story", "territory", "map", "troops", "timeline", "data")
CHECKED = ("changes", "revisions", "claims", "document", "corrections")
pages = {
    name: st.Page(f"app_pages/{name}.py", title=words(f"page.{name}"), url_path=name, default=name == "story")
    for name in (*SHOWN, *CHECKED)
}
page = st.navigation(
    {"": [pages[one] for one in SHOWN], words("page.check"): [pages[one] for one in CHECKED]}, position="top"
)
if (request := frame.open_frame(board, words)) is not None:
    page.run()
    receipt.open_asked(request)
