"""Pictures on their way in."""
