"""Dates, durations and clock times, and the days they stand for."""
