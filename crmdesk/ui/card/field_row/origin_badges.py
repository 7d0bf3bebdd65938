"""Where values come from: an account's face, and the strip of badges beside a value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from crmdesk.desk import Desk
from crmdesk.domain.accounts import LOCAL, LOCAL_ACCOUNT_ID
from crmdesk.domain.values import Entry
from crmdesk.frozen import dataclass
from crmdesk.ui.look.badges import Badge
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize
from crmdesk.ui.wording.phrases import count, listed, tooltip


@dataclass(frozen=True, slots=True)
class Face:
    """How an account shows itself: the provider's mark and the account's name."""

    account_id: int
    provider: str
    title: str  # of the provider; "" for this computer, which has a sign instead of a letter
    name: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an entry of a list stands: the accounts that hold it, and why it cannot be changed ("" when it can).

    `differs`: there are accounts of the item that do not hold it.
    """

    faces: tuple[Face, ...]
    fixed: str = ""
    differs: bool = True


def origin_of(origins: Mapping[Entry, Origin], entry: Entry) -> Origin | None:
    """Where an entry stands, or, while its label is being changed, where its text does."""
    return origins.get(entry) or next((one for held, one in origins.items() if held.value == entry.value), None)


def faces_of(desk: Desk) -> Mapping[int, Face]:
    """The face of each account, and of this computer, by account id."""
    titles = {info.key: info.title for info in desk.providers()}
    faces = {
        status.account.id: Face(
            status.account.id,
            status.account.provider,
            titles.get(status.account.provider, status.account.provider),
            status.account.name,
        )
        for status in desk.accounts()
    }
    here = QCoreApplication.translate("Accounts", "This computer")
    return {**faces, LOCAL_ACCOUNT_ID: Face(LOCAL_ACCOUNT_ID, LOCAL, "", here)}


class Faces:
    """The faces of all accounts, read anew only when an account came, went or was renamed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._names: Mapping[int, str] = {}
        self._faces: Mapping[int, Face] = {}

    def read(self) -> Mapping[int, Face]:
        """The face of each account, and of this computer, by account id."""
        names = self._desk.account_names()
        if names != self._names:
            self._names, self._faces = names, faces_of(self._desk)
        return self._faces


class BadgeStrip(QWidget):
    """The badges of the accounts that hold a value; says their names, and anything else to know, on hover.

    Of many the first `most` are painted, and how many more there are.
    """

    def __init__(self, parent: QWidget | None = None, most: int = 99) -> None:
        super().__init__(parent)
        self._most = most
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._layout.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self._shown: tuple[Face, ...] = ()
        self._badges: list[Badge] = []
        self._more = Label(size=FontSize.SMALL, secondary=True, parent=self)
        self._more.hide()

    def show_faces(self, faces: Sequence[Face], also: str = "") -> None:
        """Show these accounts' badges; `also` is added to the tooltip."""
        if tuple(faces) != self._shown:
            for badge in self._badges:
                self._layout.removeWidget(badge)
                badge.deleteLater()
            painted = faces if len(faces) <= self._most else faces[: self._most - 1]
            self._badges = [Badge(face.provider, face.title, face.name, self, size=16) for face in painted]
            for badge in self._badges:
                self._layout.addWidget(badge)
                badge.show()
            self._more.setText(f"+{count(len(faces) - len(painted))}")
            self._more.setVisible(len(painted) < len(faces))
            self._layout.removeWidget(self._more)
            self._layout.addWidget(self._more)
            self._shown = tuple(faces)
        held = listed([face.name for face in faces])
        self.setToolTip(tooltip("\n".join(part for part in (held, also) if part)))
        for badge in self._badges:
            badge.setToolTip("")
        self.setAccessibleName(held)
