"""The first sync of a new account, seen in the window: what has come is counted, and nothing else is said."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtWidgets import QApplication

from crmdesk.demo.server import DemoCrms
from crmdesk.domain.accounts import Direction
from crmdesk.domain.fields import Kind
from crmdesk.ui.look.labels import Label
from crmdesk.ui.sync_panel.account_row import FigureButton
from tests.patience import until
from tests.ui.stage import Stage, play


def test_the_sync_panel_says_what_has_come_so_far(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        demo, vault = crms.account("mri_vault"), crms.sites["mri_vault"]
        settings, kinds = {**demo.settings, "base_url": demo.base_url}, [Kind.CONTACT, Kind.PROPERTY]
        account = await stage.desk.add_account(
            "mri_vault", "Vault", settings, json.loads(demo.secret), Direction.PULL, kinds
        )
        vault.weather.set("silent", path="/api/v1.3/properties")  # they come after the contacts
        stage.desk.start()
        table, panel = stage.window.table, stage.window.panes.panel()
        await until(lambda: account.id in panel.account_rows and table.model.rowCount() > 20)
        row, people = panel.account_rows[account.id], f"{table.model.rowCount()} contacts"
        await until(lambda: row.findChildren(FigureButton)[0].text() == people)
        assert "never" not in row.times.text()
        await until(lambda: panel.activity.area.isVisible())
        said = [label.whole() for label in panel.activity.area.findChildren(Label)]
        assert "syncing…" in said
        assert "nothing pulled" not in said
        stage.desk.cancel()
        await until(lambda: stage.desk.accounts()[0].run is None)

    with DemoCrms(contacts=30) as crms:
        play(qapp, tmp_path, story, contacts=0, accounts=())
