"""Indexes: what a question needs to find its answer without looking at everything.

Each has a name, and under each of its keys a plain value that JSON can hold: mostly numbers of records, as
`russianrev.records.base.Owner` counts them, or places of events in order of time. They are made from records by the
functions here: when the package is built for the data set in it, when they are first needed for one that is loaded.
"""
