"""Who may open the pages of meetings. Which meeting somebody sees is for office/meetings/visibility to say."""

from collections.abc import Mapping

from zhixing.web.access_roles import BY_TOKEN, STAFF

PAGES: Mapping[str, frozenset[str]] = dict.fromkeys(
    (
        "web:meetings",
        "web:meeting_new",
        "web:meetings_calendar",
        "web:meetings_subscription",
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
# a calendar program has no session: the page asks for the address's own secret
MEETINGS: Mapping[str, frozenset[str]] = {**PAGES, "web:meetings_feed": BY_TOKEN}
