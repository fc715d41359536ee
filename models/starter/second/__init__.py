"""The recipe of the second edition of the built-in model, in the making: nothing of it is in the program yet."""
