"""Computed rules of 考勤 that no table can hold, and the pure arithmetic its workflow shares with them."""
