"""Filters as chips and saved views: made from what is shown, changed, saved, and found in the sidebar again."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from crmdesk.domain.query.views import View
from crmdesk.ui.look.labels import Label
from crmdesk.ui.many.views.filter_form import FilterForm
from crmdesk.ui.window.places import Place, What
from tests.patience import until
from tests.ui.stage import Stage, play


def _rows(stage: Stage, number: int) -> bool:
    return stage.window.table.model.rowCount() == number


def _chips(stage: Stage) -> list[str]:
    return [chip.text() for chip in stage.window.views.bar.chips]


def test_a_filter_is_put_together_in_a_form_shown_as_a_chip_and_turned_around(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def story(stage: Stage) -> None:
        window = stage.window
        window.actions_["filter"].trigger()
        (form,) = window.findChildren(FilterForm)
        form.field.setCurrentIndex(form.field.findText("Company"))
        form.way.setCurrentIndex(form.way.findText("is empty"))
        form.add.click()
        await until(partial(_rows, stage, 6))
        assert _chips(stage) == ["Company is empty"]
        assert window.search.text() == "no:company"
        window.views.bar.chips[0].menu().actions()[0].trigger()
        await until(partial(_rows, stage, 18))
        assert _chips(stage) == ["not: Company is empty"]
        window.views.bar.clear.click()
        await until(partial(_rows, stage, 24))
        assert not window.views.bar.isVisible()

    play(qapp, tmp_path, story, contacts=24)


def test_an_empty_result_names_the_filter_that_emptied_it(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        stage.window.search.setText("no:company no:email")
        await until(partial(_rows, stage, 0))
        await until(lambda: stage.window.views.bar.culprit.whole() == "Without “Email is empty” there are 6")

    play(qapp, tmp_path, story, contacts=24)


def test_a_view_is_saved_opened_changed_and_reverted(qapp: QApplication, tmp_path: Path) -> None:
    async def story(stage: Stage) -> None:
        window, desk = stage.window, stage.desk
        made = await desk.save_view(View("Firmless", query="no:company"))
        place = Place(What.VIEW, made.id, made.kind)
        await until(lambda: place in dict(window.sidebar.places()))
        await until(lambda: dict(window.sidebar.figures()).get(place) == 6)
        window.sidebar.go(place)
        await until(partial(_rows, stage, 6))
        bar = window.views.bar
        assert (bar.name.whole(), bar.save.isVisible()) == ("Firmless", False)
        window.search.setText("no:company ada")
        await until(lambda: bar.name.whole() == "Firmless (changed)")
        bar.revert.click()
        await until(lambda: bar.name.whole() == "Firmless")
        assert window.search.text() == "no:company"
        window.search.setText("has:company")
        await until(partial(_rows, stage, 18))
        bar.save.click()
        await until(lambda: desk.view("Firmless").query == "has:company")
        window.views.delete(made.id)
        await until(lambda: place not in dict(window.sidebar.places()))
        await until(lambda: any("is deleted" in label.whole() for label in window.messages.findChildren(Label)))
        window.messages.act()
        await until(lambda: place in dict(window.sidebar.places()))

    play(qapp, tmp_path, story, contacts=24)
