"""Arithmetic of 13 that no table can hold: pure functions of facts and parameters."""
