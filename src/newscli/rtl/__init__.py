"""Right-to-left text for terminals: shape, wrap, reorder, and which terminal needs what."""
