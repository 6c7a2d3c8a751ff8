"""Arithmetic of 09 that no table can hold: pure functions of facts and parameters."""
