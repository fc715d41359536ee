"""When something was kept, in words that can be heard."""

from datetime import datetime

from sparc_desktop.translation import translate


def when(at: int, now: datetime) -> str:
    """Seconds since 1970 as "today, 14:05" or "4 March 2025, 14:05"; `now` is the local time."""
    moment = datetime.fromtimestamp(at)
    time = f"{moment:%H:%M}"
    match (now.date() - moment.date()).days:
        case 0:
            return translate("History", "today, {time}").format(time=time)
        case 1:
            return translate("History", "yesterday, {time}").format(time=time)
    date = translate("History", "{day} {month} {year}, {time}")
    return date.format(day=moment.day, month=_month(moment.month), year=moment.year, time=time)


def _month(number: int) -> str:
    return (
        translate("History", "January"), translate("History", "February"), translate("History", "March"),
        translate("History", "April"), translate("History", "May"), translate("History", "June"),
        translate("History", "July"), translate("History", "August"), translate("History", "September"),
        translate("History", "October"), translate("History", "November"), translate("History", "December"),
    )[number - 1]  # fmt: skip
