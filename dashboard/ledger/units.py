"""Units a figure may be written in, and what one of them is in another."""

# One international mile is exactly 1.609344 km (international yard and pound agreement, 1959).
FACTORS: dict[tuple[str, str], float] = {("mi2", "km2"): 1.609344**2}
# Means over a stretch of time: they have no sum, and compare whatever the length of the stretch.
RATES = ("km2_per_day", "shell_per_year")


def convertible(unit: str, target: str) -> bool:
    """Whether `unit` is `target` or has a fixed ratio to it."""
    return unit == target or (unit, target) in FACTORS


def factor(unit: str, target: str) -> float:
    """How many `target` one `unit` is; ValueError if the two have no fixed ratio."""
    if unit == target:
        return 1.0
    if (unit, target) not in FACTORS:
        raise ValueError(f"{unit} cannot be converted to {target}")
    return FACTORS[unit, target]
