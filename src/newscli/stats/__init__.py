"""An export counted: by day, outlet, agency, place, author, language, length, what is missing, copies."""
