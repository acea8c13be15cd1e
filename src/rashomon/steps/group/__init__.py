"""Step 4, over many articles: which of them tell one event."""
