"""How old someone is, in all the ways it is told."""
