"""How the built-in model is made, from nothing but the emoji font: tokenizer, network, pictures, training."""
