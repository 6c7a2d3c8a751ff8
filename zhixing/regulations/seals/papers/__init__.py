"""Papers of 17 in the shape of the paper form."""
