"""Who says what in an English or French sentence: the subject before its verb, or behind a quotation."""
