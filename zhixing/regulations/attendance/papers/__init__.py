"""Printed forms and ledgers of attendance."""
