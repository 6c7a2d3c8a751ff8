"""Printed forms of official documents."""
