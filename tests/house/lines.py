"""The lines of the documents that need a place of their own to be run in, and who runs them.

``test_commands.py`` runs all others, page by page. Each line here stands in a document to the
letter, and each test takes its lines from here, so that none is listed without being run.
"""

SETTING_UP = (
    "sh packaging/run.sh",
    "sh packaging/test.sh",
    "sh packaging/test.sh tests/house",
)
"""Run by ``test_lines.py`` in a project of stand-ins, which fetch nothing."""
WINDOW = ("sh packaging/run.sh", "alias firsthand='sh packaging/run.sh'\nfirsthand")
"""Run there on a screen: the real window opens, and is closed."""
PHONE = ("firsthand receive evidence", "firsthand receive evidence --minutes 10")
"""Run there: curl is the phone's browser."""
OWN_TESTS = (
    ".venv/bin/pytest tests/capture/formats -q -x",
    ".venv/bin/pytest tests/house -q",
)
"""Run there in a project with one test in each folder: a suite cannot run itself."""
CHECKS = (".ci/run",)
"""Run there with stand-ins for its steps, which are the suite itself."""
RELEASE = (".venv/bin/python packaging/prepare_release.py VERSION",)
"""Run there in a project that is made for it: this one must not be changed."""
TWICE = ("packaging/build.sh twice",)
"""Run there with a stand-in for what compiles: the real one takes minutes, and the network once."""
STICK = ("tar -xzf firsthand-portable-0.1.0-x86_64.tar.gz -C /media/you/STICK",)
"""Run there with a small archive, and with the built one by ``packaging/test-packages.sh``."""
NEWSROOM = (
    "python3 firsthand-verify.pyz bundle.zip",
    "age --decrypt --identity KEYFILE bundle.age | python3 firsthand-verify.pyz -",
    "age --decrypt --identity key.txt bundle.age | python3 firsthand-verify.pyz -",
)
"""Run by ``test_pages.py``."""
CLEAN_ROOT = ("sudo apt install ./firsthand_0.1.0-1_amd64.deb",)
"""Run by ``packaging/test-packages.sh`` alone, which reads them from the page: it takes a system to
install into. The page says so."""

ALONE = frozenset(
    line
    for lines in (
        *(SETTING_UP, WINDOW, PHONE, OWN_TESTS, CHECKS, RELEASE),
        *(TWICE, STICK, NEWSROOM, CLEAN_ROOT),
    )
    for text in lines
    for line in text.splitlines()
)
