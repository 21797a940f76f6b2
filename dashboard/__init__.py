"""Lagebild: every figure of a wire story, with its words, its speaker, its day and its bound."""
