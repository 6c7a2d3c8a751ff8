"""How far the demo bureau's clock is ahead of the real one, or behind it."""

from datetime import UTC, datetime, timedelta


def ahead_to(moment: str) -> timedelta:
    """From now to `moment`, an ISO time with its zone; nothing for an empty text. Raises ValueError."""
    if not moment:
        return timedelta(0)
    wanted = datetime.fromisoformat(moment)
    if wanted.tzinfo is None:
        raise ValueError(f"ZHIXING_DEMO_NOW={moment}：请写明时区，如 2026-09-22T09:00+08:00。")
    return wanted - datetime.now(UTC)
