"""Measures the running board from outside, as browsers would use it; imports nothing of the board itself.

`options` what to measure, `views` what readers look at, `server` the board as a process, `session` a reader's browser
(with `cache` and `protocol`), `measures` the measuring, `spread` and `report` what came of it, `run` all in order.
"""
