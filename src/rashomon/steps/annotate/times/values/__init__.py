"""How values are worked out: one reader for each way of writing a time."""
