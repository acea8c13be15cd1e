"""Drives the steps in this process: one comparison, or a filter over JSON lines."""
