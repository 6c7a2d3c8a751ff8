"""Arithmetic of 17 that no table can hold: pure functions of facts and parameters."""
