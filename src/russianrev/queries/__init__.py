"""What can be asked: each question a module, answered from records alone."""
