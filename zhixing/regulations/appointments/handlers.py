"""What 04 gives to the shapes of work: topics for the party group, and the notice before an appointment."""


def register() -> None:
    """Called once by the app when it is ready."""
