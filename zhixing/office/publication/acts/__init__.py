"""The acts on a public notice, one verb one function."""
