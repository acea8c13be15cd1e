"""The six steps from bytes to dossier. They do not import one another; `run` puts them together."""
