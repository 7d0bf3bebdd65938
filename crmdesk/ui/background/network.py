"""Whether the network is metered, as far as the system tells; asked of Qt when somebody wants to spare it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


def can_tell() -> bool:
    """Whether this system says that its network is metered."""
    from PySide6.QtNetwork import QNetworkInformation  # 9 ms, and for few

    loaded = QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Metered)
    found = QNetworkInformation.instance()
    return bool(loaded) and found is not None and found.supports(QNetworkInformation.Feature.Metered)


class NetworkWatch(QObject):
    """`told(metered)` now and whenever it changes, once it is asked to `watch`."""

    told = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._watching = False

    def watch(self) -> None:
        """Begin; nothing is told where the system does not."""
        if self._watching or not can_tell():
            return
        from PySide6.QtNetwork import QNetworkInformation  # loaded by now

        self._watching = True
        found = QNetworkInformation.instance()
        found.isMeteredChanged.connect(self.told)
        self.told.emit(found.isMetered())
