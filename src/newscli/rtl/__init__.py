"""Right-to-left text for terminals: shape, wrap, reorder, and which terminal needs what."""

WIDEST = 9_999  # cells of a line; no screen has as many
