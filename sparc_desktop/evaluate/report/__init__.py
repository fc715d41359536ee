"""What captions are worth, for people: as lines of text, as JSON, as one accessible HTML page.

`measured` takes a caption's scores, `results` sums them up with intervals and differences. From these are made `text`,
`results_file`, and the `page` of `sections` and `curves`, with the `tables` and `charts` in them; `names` says what the
scores are called. No torch is needed: a file of captions holds all.
"""
