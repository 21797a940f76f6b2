"""Where things are: regions, circles to scale, distances, map extents, and the build of `data/geo`.

Only this folder touches geometry. At run time the board needs `circles`, `projection`, `extents` and `layers`, which
know pyproj at most; `regions` and `build` need GeoPandas, which only the build and the tests have.
"""
