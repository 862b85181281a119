"""What the archive does: a module for each action and for what actions share; `Archive` is their one door."""
