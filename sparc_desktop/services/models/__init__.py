"""The models that can be used and had: which there are, what is told of them, how they come and go."""
