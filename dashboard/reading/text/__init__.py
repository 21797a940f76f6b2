"""A text as the reader walks over it: tokens, sentences, phrases, its language."""
