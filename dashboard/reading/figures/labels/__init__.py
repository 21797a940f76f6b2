"""Numerals that are names, codes or clock times: no figure is to be read there."""
