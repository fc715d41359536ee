"""Words on their way out."""
