"""Who says what, and how sure the text is of it."""
