"""The old face of `notices.template_text`; its categories are strings with the old values."""

from newscli.notices.template_text import is_section, recognise

__all__ = ["is_section", "recognise"]
