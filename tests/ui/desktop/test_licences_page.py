"""What the program is made of, shown in the window: every part, with its terms."""

from pytestqt.qtbot import QtBot

from ui.desktop.pages.licences import LicencesPage
from ui.desktop.pages.welcome import WelcomePage
from ui.words import licences


def test_every_part_is_listed_and_shows_its_terms(qtbot: QtBot) -> None:
    page = LicencesPage()
    qtbot.addWidget(page)
    parts = licences.parts()
    assert page.list.count() == len(parts)
    for row in (0, len(parts) // 2, len(parts) - 1):
        page.list.setCurrentRow(row)
        assert parts[row].licence in page.about.text()
        assert parts[row].texts[0].splitlines()[0] in page.terms.toPlainText()
        assert page.terms.isReadOnly()


def test_the_first_page_leads_there(qtbot: QtBot) -> None:
    page = WelcomePage()
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.wants_parts):
        page.parts.click()
