"""What a figure counts: its head noun with unit and kind, by itself and by what stands around it."""
