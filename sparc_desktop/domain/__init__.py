"""The values that every room speaks of. Standard library only; frozen; one noun a file."""
