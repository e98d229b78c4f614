"""What pytest passes over here: `conf.py` is Sphinx's, which the tests do not need."""

collect_ignore = ["conf.py"]
