"""Numerals in digits and words as values: signs, magnitudes, parts, ranges. What they count is not asked here."""
