"""Personal details on paper are covered unless the reader may see them (domain 4.4)."""

KEPT_OF_PHONE = (3, 4)
KEPT_OF_IDENTITY = (6, 4)


def masked(text: str, kept: tuple[int, int]) -> str:
    """The first and last signs stand, at least half of the text is covered."""
    head, tail = kept
    if len(text) < 2 * (head + tail) - max(head, tail):
        return "*" * len(text)
    return text[:head] + "*" * (len(text) - head - tail) + text[len(text) - tail :]


def masked_phone(phone: str) -> str:
    return masked(phone, KEPT_OF_PHONE)


def masked_identity(number: str) -> str:
    return masked(number, KEPT_OF_IDENTITY)


def masked_address(address: str) -> str:
    """Down to the district or street; the rest is covered."""
    for mark in ("街道", "镇", "乡", "区", "县"):
        if mark in address:
            head, _, rest = address.partition(mark)
            return head + mark + "*" * len(rest)
    return "*" * len(address)
