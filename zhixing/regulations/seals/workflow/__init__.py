"""What 17 does: one process, one file."""
