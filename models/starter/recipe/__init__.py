"""The recipe of the built-in model: pictures, network, training, and what is chosen on validation pictures."""
