"""Charts and marked-up text from tidy tables and words. Knows no files of the data layer and no Streamlit."""
