"""The pages, in Norwegian. The only home of Streamlit."""
