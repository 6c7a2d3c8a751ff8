"""What is done in a meeting, one verb one file. Each act is journaled, happens once, and refuses with all it found."""
