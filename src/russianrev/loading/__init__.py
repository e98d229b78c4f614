"""Reading data sets and writing them: from files to linked, checked records, and back.

The stages, each a module: `tables` (as the files have them), `structure` (to the model's classes), `link` (ids to
objects), `checks` (the rules across records); `files` puts them together for a user's data, `bundled` for the data
set in the package, which needs no check and must load quickly.
"""
