"""Small learned models as plain arrays, each with a card."""
