"""The acts on things that are kept, one verb one function."""
