"""How text is handled: pure tools that any step may use."""
