"""Names: what the parts of a name are, when two names may mean one actor, and what the world calls its places and bodies."""
