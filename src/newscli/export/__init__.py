"""One module per output format. Knows the model alone."""
