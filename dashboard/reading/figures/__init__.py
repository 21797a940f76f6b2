"""From numerals to figures: values, bounds, units, kinds, and what is left unsaid."""
