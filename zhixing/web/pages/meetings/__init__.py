"""Pages of meetings: calling them, the room, the record, the summary, and what was resolved."""
