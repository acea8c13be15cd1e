"""Names: their parts, when two may mean one actor, and what the world calls its places and bodies."""
