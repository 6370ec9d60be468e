"""Lines that are not the story's: notices on responsibility, template text, captions, filler. One line in, evidence out."""
