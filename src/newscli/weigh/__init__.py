"""Evidence: what each block of a page says for and against being title, story or furniture, in log-odds that add up."""
