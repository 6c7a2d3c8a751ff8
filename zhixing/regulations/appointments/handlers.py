"""What 04 gives to the shapes of work: topics for the party group, the notice before an appointment, reminders."""

from zhixing.regulations.appointments.workflow import announce, due, topics


def register() -> None:
    """Called once by the app when it is ready."""
    topics.register()
    announce.register()
    due.register()
