"""What a figure leaves out because it was said before or is said behind: its head, its magnitude.

`elisions` goes over the figures in order and asks for each without a head: `recalls` by the words beside it, with
`counts` (a word for a number of something) and `topics` (what the text is about to count); `earlier` which figure
before it may have been of the same; `bare` which pattern a number alone stands in ("ahead by 53 to 47").
"""
