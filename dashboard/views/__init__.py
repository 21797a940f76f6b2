"""One module a page: which question feeds which chart. Pure functions of a ledger and a request; no Streamlit."""
