"""Where bytes come from, and how they become text."""

STDIN = "-"  # the name of standard input among paths
