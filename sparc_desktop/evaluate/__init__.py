"""What captions are worth: a world with known truth, and metrics."""
