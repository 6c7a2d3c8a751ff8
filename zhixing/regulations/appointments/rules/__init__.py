"""Arithmetic of 04 that no table can hold: pure functions of facts and parameters."""
