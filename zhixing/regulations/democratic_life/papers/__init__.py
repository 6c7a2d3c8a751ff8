"""Printed papers of democratic life: the summary of opinions and the list of what is to be mended."""
