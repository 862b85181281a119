"""A command-line archive for the press advisories of human rights organisations."""
