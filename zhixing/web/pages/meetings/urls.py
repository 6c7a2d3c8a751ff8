"""The addresses of meetings and of what they resolved; each name has its row in `web/access.py`."""

from django.urls import path

from zhixing.web.pages.meetings import (
    meeting,
    meetings,
    paper,
    record,
    resolutions,
    room,
    subscription,
    summing,
)

urlpatterns = [
    path("", meetings.meetings, name="meetings"),
    path("new/", meetings.meeting_new, name="meeting_new"),
    path("calendar/", subscription.meetings_calendar, name="meetings_calendar"),
    path("calendar/subscription/", subscription.meetings_subscription, name="meetings_subscription"),
    path("calendar/<str:secret>.ics", subscription.meetings_feed, name="meetings_feed"),
    path("resolutions/", resolutions.resolutions, name="resolutions"),
    path("resolutions/<int:number>/", resolutions.resolution, name="resolution"),
    path("<int:number>/", meeting.meeting, name="meeting"),
    path("<int:number>/notice/", paper.meeting_notice, name="meeting_notice"),
    path("<int:number>/sign-in-sheet/", paper.meeting_sign_in, name="meeting_sign_in"),
    path("<int:number>/room/", room.room, name="meeting_room"),
    path("<int:number>/room/now/", room.room_now, name="meeting_room_now"),
    path("<int:number>/room/controls/", room.room_controls, name="meeting_room_controls"),
    path("<int:number>/minutes/", record.minutes, name="minutes"),
    path("<int:number>/minutes/print/", paper.minutes_print, name="minutes_print"),
    path("<int:number>/summary/", summing.summary, name="summary"),
    path("<int:number>/summary/print/", paper.summary_print, name="summary_print"),
    path("<int:number>/summary/word/", paper.summary_word, name="summary_word"),
    path("<int:number>/summary/extract/<int:section>/", paper.summary_extract, name="summary_extract"),
]
