"""From numerals to figures: values, bounds, units, kinds, and what is left unsaid.

`quantities` walks over a text's numerals: `labels` drops those that only name something; `drafts` reads what a figure's
own words say, with `bounds` (and `exceeding`, `over_places`: what "über" and "exceed" mean), `heads` and `ages`;
`unsaid` finds what it counts where that stands elsewhere; then the neighbours settle senses, kinds and rates. `scopes`
tells where a figure holds.
"""
