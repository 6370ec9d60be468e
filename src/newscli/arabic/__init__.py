"""Arabic letters and dates: pure functions on strings, no data of the press."""
