"""The acts on a sheet, one verb one function."""
