"""What the window does, without Qt: what is shown, said and kept follows from what happens and what is asked."""
