"""Keys that work in every program: their names, the layer behind the leader key, and one file for each system."""
