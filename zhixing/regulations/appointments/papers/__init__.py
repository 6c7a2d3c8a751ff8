"""Printed forms of appointments."""
