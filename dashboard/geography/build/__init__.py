"""Makes `data/geo` from published packages: `python -m dashboard.geography.build`. Not for run time.

`packages` fetches, `sources` reads, `border` repairs, `coverage` simplifies and cuts, `writing` writes, `report` says
how well it went. The recipe and its reasons stand in the data documentation, data/README.md, under "Geodata".
"""
