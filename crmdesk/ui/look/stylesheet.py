"""The stylesheet: shapes and spacing of Qt's own widgets, in the colours of the palette."""

from __future__ import annotations

from string import Template

from crmdesk.system.paths import resources
from crmdesk.ui.look.tokens import GRID, HALF, Tokens, mixed

_SHEET = Template("""
QToolTip { background: $raised; color: $text; border: 1px solid $hairline; padding: ${half}px ${grid}px; }
QMainWindow::separator, QSplitter::handle { background: $hairline; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }

QMenuBar { background: $panel; color: $text; padding: 2px ${half}px; }
QMenuBar::item { background: transparent; padding: ${half}px ${grid}px; border-radius: 5px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $pressed; }
QMenu { background: $raised; color: $text; border: 1px solid $hairline; padding: ${half}px; }
QMenu::item { padding: 6px 24px 6px 8px; border-radius: 5px; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::item:disabled { color: $disabled; background: transparent; }
QMenu::separator { height: 1px; background: $hairline; margin: ${half}px ${grid}px; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: 12px; height: 12px; margin-left: 6px; }

QPushButton, QToolButton { border: 1px solid $outline; border-radius: 6px; background: $raised; color: $text;
    padding: 5px 12px; min-height: 16px; }
QToolButton { padding: 5px ${grid}px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed, QToolButton:open { background: $pressed; }
QPushButton:focus, QToolButton:focus { border-color: $accent; }
QPushButton:disabled, QToolButton:disabled { color: $disabled; border-color: $hairline; background: transparent; }
QPushButton:default, QPushButton[look="primary"], QToolButton[look="primary"] {
    background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:default:hover, QPushButton[look="primary"]:hover, QToolButton[look="primary"]:hover {
    background: $accent_hover; border-color: $accent_hover; }
QPushButton:default:focus, QPushButton[look="primary"]:focus, QToolButton[look="primary"]:focus {
    border: 2px solid $text; padding: 4px 11px; }
QPushButton:default:disabled, QPushButton[look="primary"]:disabled, QToolButton[look="primary"]:disabled {
    background: $hairline; color: $secondary; border-color: $hairline; }
QPushButton[look="quiet"], QToolButton[look="quiet"] { background: transparent; border-color: transparent; }
QPushButton[look="quiet"]:hover, QToolButton[look="quiet"]:hover { background: $hover; }
QPushButton[look="quiet"]:pressed, QToolButton[look="quiet"]:pressed, QToolButton[look="quiet"]:checked {
    background: $pressed; }
QPushButton[look="quiet"]:checked { background: $selection; }
QPushButton[look="quiet"]:focus, QToolButton[look="quiet"]:focus { border-color: $accent; }
QToolButton[look="chip"] { background: $selection; color: $text; border: 1px solid transparent;
    border-radius: 11px; padding: 2px 18px 2px 10px; }
QToolButton[look="chip"]:hover, QToolButton[look="chip"]:focus { border-color: $accent; }
QPushButton[look="link"] { background: transparent; border: 1px solid transparent; color: $accent;
    padding: 2px ${half}px; text-align: left; }
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="link"]:focus { border-color: $accent; }
QPushButton[look="calm"] { background: transparent; border: 1px solid transparent; color: $secondary;
    padding: 2px ${half}px; }
QPushButton[look="calm"]:hover { color: $text; }
QPushButton[look="calm"]:focus { border-color: $accent; }
QPushButton[look="danger"] { background: transparent; color: $red; border-color: $red; }
QPushButton[look="danger"]:hover, QPushButton[look="danger"]:focus { background: $red_ground; }
QPushButton[look="amber"], QToolButton[look="amber"] { background: $amber_ground; color: $amber;
    border-color: transparent; }
QPushButton[look="amber"]:focus, QToolButton[look="amber"]:focus { border-color: $amber; }
QLabel[tone="amber"] { color: $amber; }
QLabel[tone="red"] { color: $red; }
QToolButton::menu-indicator { image: none; }
QToolButton[popupMode="1"] { padding-right: 22px; }
QToolButton::menu-button { width: 20px; border: none; border-left: 1px solid $hairline;
    border-top-right-radius: 6px; border-bottom-right-radius: 6px; }
QToolButton::menu-button:hover { background: $pressed; }
QToolButton::menu-arrow { image: url("$arrow_down"); width: 12px; height: 12px; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QDateEdit, QTimeEdit, QSpinBox { background: $surface; color: $text;
    border: 1px solid $outline; border-radius: 6px; padding: 5px ${grid}px; selection-background-color: $accent;
    selection-color: $on_accent; min-height: 18px; }
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover { border-color: $secondary; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QDateEdit:focus, QTimeEdit:focus,
QSpinBox:focus { border: 2px solid $accent; padding: 4px 7px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: $disabled; background: $panel;
    border-color: $hairline; }
QLineEdit[look="cell"], QLineEdit[look="cell"]:focus { border: 2px solid $accent; border-radius: 4px;
    padding: 0 ${half}px; min-height: 0; }
QLineEdit > QToolButton { padding: 0; min-height: 0; border: none; background: transparent; }
QLineEdit[look="card"], QPlainTextEdit[look="card"] { background: transparent; border-color: transparent; }
QLineEdit[look="card"]:hover, QPlainTextEdit[look="card"]:hover { background: $surface; border-color: $outline; }
QLineEdit[look="card"]:focus, QPlainTextEdit[look="card"]:focus { background: $surface; border-color: $accent; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("$arrow_down"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $hairline; selection-background-color: $selection;
    selection-color: $text; padding: ${half}px; outline: none; }

QCheckBox, QRadioButton { spacing: ${grid}px; padding: 3px; border: 1px solid transparent; border-radius: 5px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox::indicator, QTableView::indicator, QMenu::indicator:non-exclusive {
    width: 14px; height: 14px; border: 1px solid $secondary;
    border-radius: 4px; background: $surface; }
QCheckBox::indicator:checked, QTableView::indicator:checked, QMenu::indicator:non-exclusive:checked {
    background: $accent; border-color: $accent;
    image: url("$check"); }
QRadioButton::indicator, QMenu::indicator:exclusive { width: 14px; height: 14px; border: 1px solid $secondary;
    border-radius: 8px; background: $surface; }
QRadioButton::indicator:checked, QMenu::indicator:exclusive:checked { border: 4px solid $accent; width: 8px;
    height: 8px; background: $on_accent; }

QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $scroll; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $secondary; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar { background: $hairline; border: none; border-radius: 3px; max-height: 6px; min-height: 6px;
    text-align: center; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollArea { background: transparent; border: none; }
QAbstractItemView { background: $surface; border: none; outline: none; selection-background-color: $selection;
    selection-color: $text; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $secondary; border: none; border-bottom: 1px solid $hairline;
    padding: 0 ${grid}px; }
QHeaderView::section:hover { background: $hover; color: $text; }
QTableCornerButton::section { background: $surface; border: none; }
QTabBar::tab { background: transparent; color: $secondary; padding: 6px 12px; border: none;
    border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:hover { color: $text; }
QTabWidget::pane { border: none; border-top: 1px solid $hairline; }
QGroupBox { border: none; margin-top: 20px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; }
QDialog { background: $raised; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QListWidget[look="popup"] { background: $raised; border: none; }
QListWidget[look="popup"]::item { padding: 5px 6px; border-radius: 5px; }
QListWidget[look="popup"]::item:hover { background: $hover; }
QListWidget[look="popup"]::item:selected { background: $selection; color: $text; }
QListWidget[look="popup"]::indicator { width: 14px; height: 14px; border: 1px solid $secondary; border-radius: 4px;
    background: $surface; }
QListWidget[look="popup"]::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QListWidget[look="popup"]::indicator:disabled { border-color: $hairline; background: $hairline; }
QListWidget[look="pages"] { background: transparent; border: 1px solid transparent; border-radius: 6px; }
QListWidget[look="pages"]:focus { border-color: $accent; }
QListWidget[look="pages"]::item { padding: 0 6px; border-radius: 6px; }
QListWidget[look="pages"]::item:hover { background: $hover; }
QListWidget[look="pages"]::item:selected { background: $selection; color: $text; }
QWidget[look="marked"] { background: $selection; border-radius: 6px; }
QPushButton[look="keys"] { background: $surface; padding: 3px ${grid}px; min-width: 72px; }
QFrame[look="popup"] { background: $raised; border: 1px solid $outline; }
QStatusBar { background: $panel; }
QStatusBar::item { border: none; }
""")


def stylesheet(shown: Tokens) -> str:
    """The stylesheet of the whole program in these colours."""
    icons = resources() / "icons"
    suffix = "dark" if shown.dark else "light"
    names: tuple[str, ...] = (
        "panel",
        "surface",
        "raised",
        "hover",
        "pressed",
        "hairline",
        "outline",
        "text",
        "secondary",
        "disabled",
    )
    names += ("accent", "on_accent", "selection", "amber", "amber_ground", "red", "red_ground")
    colours = {name: getattr(shown, name).name() for name in names}
    return _SHEET.substitute(
        colours,
        accent_hover=mixed(shown.accent, shown.text, 0.88).name(),
        scroll=mixed(shown.secondary, shown.surface, 0.45).name(),
        grid=GRID,
        half=HALF,
        arrow_down=(icons / f"sheet-arrow-{suffix}.svg").as_posix(),
        check=(icons / f"sheet-check-{suffix}.svg").as_posix(),
    )
