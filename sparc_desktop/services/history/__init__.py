"""The history of descriptions, on only by the user's choice: one SQLite file, and what is done with it.

`history` keeps and finds, `file` opens the file and puts a damaged one aside, `schema` is its inside, `export` writes
all of it for other programs, and `keeper` does all this beside the window.
"""
