"""The head of the card: who it is, and how the item stands in each account."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from crmdesk.domain.fields import FIELDS, Kind
from crmdesk.ui.card.field_editors import make_editor
from crmdesk.ui.card.field_editors.flow_layout import FlowLayout
from crmdesk.ui.card.field_editors.line import LineEditor
from crmdesk.ui.card.field_editors.title import TitleEditor
from crmdesk.ui.card.field_editors.tool_button import IconButton
from crmdesk.ui.card.field_row.origin_badges import BadgeStrip, Face
from crmdesk.ui.card.field_row.remarks import Remark, Tone
from crmdesk.ui.card.field_row.row import BareField
from crmdesk.ui.look.badges import Disc, Sign
from crmdesk.ui.look.icons import Tint
from crmdesk.ui.look.labels import Label
from crmdesk.ui.look.theme import FontSize, font
from crmdesk.ui.wording.kinds import SIGNS
from crmdesk.ui.wording.phrases import field_title, listed, tooltip

DISC = 56
HEAD_FIELDS = ("name", "job_title", "company")


@dataclass(frozen=True, slots=True)
class Standing:
    """How the item stands in some accounts: a word, a sign and a tone; `more` goes into the tooltip."""

    faces: tuple[Face, ...]
    text: str
    sign: str
    tone: Tone = Tone.QUIET
    more: str = ""


class Avatar(Disc):
    """The initials of a name, or a picture where one was loaded."""

    def __init__(self, size: int, parent: QWidget | None = None) -> None:
        super().__init__(size, parent)
        self._picture: QPixmap | None = None

    @property
    def has_image(self) -> bool:
        """Whether a picture is shown instead of the initials."""
        return self._picture is not None

    def show_image(self, image: QImage | None) -> None:
        """Show a picture, cut to a disc; None shows the initials again."""
        self._picture = None
        if image is not None and not image.isNull():
            side = round(self.width() * self.devicePixelRatioF())
            fill = Qt.AspectRatioMode.KeepAspectRatioByExpanding
            scaled = image.scaled(side, side, fill, Qt.TransformationMode.SmoothTransformation)
            left, top = (scaled.width() - side) // 2, (scaled.height() - side) // 2
            self._picture = QPixmap.fromImage(scaled.copy(left, top, side, side))
            self._picture.setDevicePixelRatio(self.devicePixelRatioF())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QPainterPath()
        disc.addEllipse(self.rect())
        painter.setClipPath(disc)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()


class StandingChip(QWidget):
    """The badges of the accounts of which the same is to be said, a sign and a word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(4)
        self._badges = BadgeStrip(self)
        row.addWidget(self._badges)
        self._sign = Sign(parent=self, size=self.fontMetrics().height() - 3)
        row.addWidget(self._sign)
        self._text = Label(size=FontSize.SMALL, secondary=True, parent=self)
        row.addWidget(self._text)

    def show_standing(self, standing: Standing) -> None:
        """Show how the item stands there."""
        self._badges.show_faces(standing.faces)
        self._badges.setToolTip("")
        self._sign.show_sign(standing.sign, standing.tone.value)
        self._sign.setVisible(bool(standing.sign))
        self._text.setText(standing.text)
        names = listed([face.name for face in standing.faces])
        said = f"{names}: {standing.text}"
        self.setToolTip(tooltip("\n".join(part for part in (said, standing.more) if part)))
        self.setAccessibleName(said)


class Header(QWidget):
    """Avatar, name, job title and company, the accounts, and the buttons of the card."""

    starred = Signal(bool)
    asked_menu = Signal()
    asked_close = Signal()

    def __init__(self, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        fields = FIELDS[kind]
        self.fields = {
            key: BareField(fields[key], field_title(kind, key), self, TitleEditor if key == "name" else make_editor)
            for key in HEAD_FIELDS
            if key in fields
        }
        self.avatar = Avatar(DISC, self)
        self.star = IconButton("star", self.tr("Star"), self)
        self.star.setCheckable(True)
        self.menu = IconButton("more", self.tr("More actions"), self)
        self.close_card = IconButton("close", self.tr("Close"), self)
        self.star.clicked.connect(self.starred)
        self.menu.clicked.connect(self.asked_menu)
        self.close_card.clicked.connect(self.asked_close)
        self._chips: list[StandingChip] = []
        self._lay_out()
        self._dress()

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignTop)
        top.addSpacing(4)
        names = QVBoxLayout()
        names.setSpacing(0)
        for field in self.fields.values():
            names.addWidget(field)
        top.addLayout(names, 1)
        for button in (self.star, self.menu, self.close_card):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(top)
        self.cancelled = Remark("calendar", Tone.QUIET, self)
        self.cancelled.setContentsMargins(DISC + 8, 0, 0, 0)
        outer.addWidget(self.cancelled)
        self._standings = QWidget(self)
        self._flow = FlowLayout(self._standings, gap=4)
        self._flow.setContentsMargins(DISC + 16, 0, 0, 0)
        outer.addWidget(self._standings)

    def _dress(self) -> None:
        for key, field in self.fields.items():
            editor = field.editor
            assert isinstance(editor, LineEditor)
            editor.line.setPlaceholderText(field.title)
            if key == "name":
                editor.line.setFont(font(FontSize.TITLE, strong=True))
            editor.line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_name(self, name: str, placeholder: str) -> None:
        """Show the initials of a name; `placeholder` stands where no name is written."""
        self.avatar.set_name(name, "" if self._kind is Kind.CONTACT else SIGNS[self._kind])
        editor = self.fields["name"].editor
        assert isinstance(editor, LineEditor)
        editor.line.setPlaceholderText(placeholder)

    def show_cancelled(self, cancelled: bool) -> None:
        """Strike the name through and say why, where the event does not take place."""
        editor = self.fields["name"].editor
        assert isinstance(editor, LineEditor)
        if editor.line.font().strikeOut() is not cancelled:
            made = font(FontSize.TITLE, strong=True)
            made.setStrikeOut(cancelled)
            editor.line.setFont(made)
        self.cancelled.say(self.tr("Cancelled") if cancelled else "")

    def show_star(self, starred: bool | None) -> None:
        """Show whether the item is starred; None for kinds without a star."""
        self.star.setVisible(starred is not None)
        self.star.setChecked(bool(starred))
        says = self.tr("Remove the star") if starred else self.tr("Star")
        self.star.show_as("star-filled" if starred else "star", says, Tint.ACCENT if starred else Tint.SECONDARY)

    def show_standings(self, standings: Sequence[Standing]) -> None:
        """Show how the item stands in each account."""
        while len(self._chips) > len(standings):
            chip = self._chips.pop()
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        while len(self._chips) < len(standings):
            chip = StandingChip(self._standings)
            self._chips.append(chip)
            self._flow.addWidget(chip)
            chip.show()
        for chip, standing in zip(self._chips, standings, strict=True):
            chip.show_standing(standing)
        self._standings.setVisible(bool(standings))
        self._standings.updateGeometry()
