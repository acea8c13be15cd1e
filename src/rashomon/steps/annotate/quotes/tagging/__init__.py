"""Verbs of saying in folded sentences and the words that name who says it."""
