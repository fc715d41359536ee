"""Measures of captions of real pictures, by word lists: no parser, no judge, the same figures on every machine."""
