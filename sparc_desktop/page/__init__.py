"""Web pages that the program writes: `markup` makes the tags, `document` what stands around the text of every page.

A page is one file, which needs nothing else, runs nothing and asks nothing of the network.
"""
