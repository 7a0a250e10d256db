from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize

from ui.desktop.models.sieve import Section
from ui.desktop.widgets.grid import Grid

CELL = QSize(100, 120)
HEAD = 30
sections = st.lists(
    st.builds(Section, st.sampled_from(["", "2024-05-01"]), st.integers(1, 9)), max_size=6
)


@given(sections, st.integers(1, 4))
def test_every_row_is_found_where_its_card_stands(made: list[Section], columns: int) -> None:
    grid = Grid(made, columns, CELL, HEAD)
    places = set()
    for row in range(sum(section.count for section in made)):
        place = grid.cell_of(row)
        places.add((place.x(), place.y()))
        assert grid.near(place.x() + 50, place.y() + 60) == row
        assert row in grid.rows_between(place.y(), place.y() + 1)
        assert 0 <= place.y() <= grid.height - CELL.height()
    assert len(places) == sum(section.count for section in made)


@given(sections, st.integers(1, 4), st.integers(-500, 3000), st.integers(-500, 3000))
def test_any_point_is_near_a_row_or_there_is_none(
    made: list[Section], columns: int, x: int, y: int
) -> None:
    total = sum(section.count for section in made)
    row = Grid(made, columns, CELL, HEAD).near(x, y)
    assert row == -1 if not total else 0 <= row < total


def test_a_heading_is_found_and_a_section_without_words_has_none() -> None:
    grid = Grid([Section("2024-05-01", 3), Section("", 1)], 2, CELL, HEAD)
    assert [grid.head_at(y) for y in (0, 29, 30, 269, 270, 389, 390, -1)] == [
        0, 0, -1, -1, -1, -1, -1, -1,
    ]  # fmt: skip
    assert grid.height == HEAD + 2 * 120 + 120
    assert list(grid.heads_between(0, 10)) == [0]
    assert list(grid.rows_between(0, 60)) == [0, 1]
