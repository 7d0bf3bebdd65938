"""All that the desk does for other programs."""

from crmdesk.desk.programs.account_requests import DeskConnecting
from crmdesk.desk.programs.live import DeskLive
from crmdesk.desk.programs.registrations import DeskRegistrations
from crmdesk.desk.programs.times import DeskTimes


class DeskPrograms(DeskRegistrations, DeskTimes, DeskLive, DeskConnecting):
    """All that the desk does for other programs."""
