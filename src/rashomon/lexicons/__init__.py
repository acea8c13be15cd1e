"""What we know of the world, as TOML files a journalist can review, one folder per language."""
