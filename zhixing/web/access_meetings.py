"""Who may open the pages of meetings. Which meeting somebody sees is for office/meetings/visibility to say."""

from collections.abc import Mapping

from zhixing.web.access_roles import STAFF

MEETINGS: Mapping[str, frozenset[str]] = dict.fromkeys(
    (
        "web:meetings",
        "web:meeting_new",
        "web:meetings_calendar",
        "web:meeting",
        "web:meeting_notice",
        "web:meeting_sign_in",
        "web:meeting_room",
        "web:meeting_room_now",
        "web:meeting_room_controls",
        "web:minutes",
        "web:minutes_print",
        "web:summary",
        "web:summary_print",
        "web:summary_word",
        "web:summary_extract",
        "web:resolutions",
        "web:resolution",
    ),
    STAFF,
)
