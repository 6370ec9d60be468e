"""Lines that are not the story's: notices on responsibility, template text, captions, filler."""
