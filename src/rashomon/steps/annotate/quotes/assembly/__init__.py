"""Quotations put together from their pieces."""
