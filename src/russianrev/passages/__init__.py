"""The texts that a user holds, and the passages in them: found by their letters, checked, and cited.

A text is known by its content, never by its file's name. One that is a source's to the last byte is read where the
citations say. In any other copy passages are found by the source's track, which the data set has beside its records.
"""
