"""The limits of the channel, the same for every kind of it."""

MAX_BYTES = 1024  # of a request or an answer; real ones have about 30
ANSWER_SECONDS = 5.0  # the server answers within milliseconds, unless it is just starting; or it is hung
REQUEST_SECONDS = 1.0  # a client sends its line at once; one that doesn't must not hold up the next
