"""What a person sees: the reader's view and the inspection. Knows the model alone."""
