"""One event, one line of the log: what a stranger typed cannot forge a further line or turn one round (AU-08)."""

import logging
import unicodedata

HIDDEN = frozenset(
    {"Cc", "Cf", "Zl", "Zp", "Cs"}
)  # controls, directions, separators of lines, halves of pairs
GOES_ON = "    | "


def encoded(text: str) -> str:
    """Every character that is not seen, written out as its number."""
    return "".join(
        letter.encode("unicode_escape").decode() if unicodedata.category(letter) in HIDDEN else letter
        for letter in text
    )


class OneLine(logging.Formatter):
    """The message on one line; a traceback's lines after it, each marked as going on."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 -- the library's name
        record.message = encoded(record.message)
        return super().formatMessage(record)

    def formatException(self, ei: object) -> str:  # noqa: N802 -- the library's name
        told = super().formatException(ei)  # type: ignore[arg-type]  # as it is handed over
        return "\n".join(GOES_ON + encoded(line) for line in told.split("\n"))

    def formatStack(self, stack_info: str) -> str:  # noqa: N802 -- the library's name
        return "\n".join(GOES_ON + encoded(line) for line in super().formatStack(stack_info).split("\n"))
