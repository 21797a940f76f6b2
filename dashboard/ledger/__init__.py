"""The curated data layer: contract, tables, checks and questions. Knows neither Streamlit nor Plotly."""
