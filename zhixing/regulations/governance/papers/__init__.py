"""Papers of meetings: notice, sign-in sheet, record, summary in the layout of official minutes, extracts."""
