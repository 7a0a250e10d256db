"""What a timeline looks like: ruler, pictures, loudness, tracks with their keys, alarms."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from capture.redact.film import Answer, Span, Track, Voice
from ui.desktop import theme
from ui.desktop.editor.names import kind_words
from ui.desktop.film import lanes, names
from ui.desktop.film.draft import FilmDraft
from ui.desktop.film.lanes import Window
from ui.desktop.film.wave import paint_loudness

RULER, PICTURES, SOUND, ROW = 5.0, 11.0, 8.0, 4.5
"""Heights of its parts in steps of the spacing scale."""
_APART = 20
_KEY_APART = 5.0
_TINT = 110
"""How much of a colour lies under words: with more of it they could not be read in the dark."""
_VOICE_ROLES = {Voice.MUTE: "soft", Voice.TONE: "warn", Voice.DISGUISE: "accent"}
_ANSWER_ROLES = {Answer.COVER: "accent", Answer.VISIBLE: "good", Answer.DISMISSED: "soft"}


@dataclass(slots=True)
class Scene:
    """What is painted: the draft, how it is seen, and what was fetched for it."""

    draft: FilmDraft
    window: Window
    rows: dict[int, int]
    scrolled: int = 0
    pictures: list[QImage] = field(default_factory=list)
    loudness: bytes = b""

    @property
    def lanes_top(self) -> float:
        """Return where the first row of tracks begins."""
        return top_of_sound() + theme.space(SOUND)

    def row_top(self, row: int) -> float:
        """Return where a row of tracks begins, as it is scrolled."""
        return self.lanes_top + row * theme.space(ROW) - self.scrolled


def top_of_sound() -> float:
    """Return where the loudness begins."""
    return theme.space(RULER) + theme.space(PICTURES)


def paint(painter: QPainter, scene: Scene, size: QRectF) -> None:
    """Paint everything that stays while time passes."""
    colours = theme.current()
    painter.fillRect(size, QColor(colours.sunken))
    _tracks(painter, scene, size)
    painter.fillRect(QRectF(0, 0, size.width(), scene.lanes_top), QColor(colours.surface))
    _pictures(painter, scene)
    _sound(painter, scene)
    _stretches(painter, scene, size)
    _ruler(painter, scene)
    _alarms(painter, scene)
    _range(painter, scene)


def paint_now(painter: QPainter, scene: Scene, size: QRectF) -> None:
    """Paint the line at the present moment."""
    x = scene.window.x(scene.draft.at)
    painter.setPen(QPen(QColor(theme.current().danger), 2))
    painter.drawLine(QPointF(x, 0), QPointF(x, size.height()))


def _ruler(painter: QPainter, scene: Scene) -> None:
    colours = theme.current()
    painter.setPen(QColor(colours.soft))
    font = painter.font()
    font.setPointSizeF(font.pointSizeF() * 0.8)
    painter.setFont(font)
    high = theme.space(RULER)
    for at in lanes.ruling(scene.window, theme.space(_APART)):
        x = scene.window.x(at)
        painter.drawLine(QPointF(x, high * 0.6), QPointF(x, high))
        painter.drawText(QPointF(x + theme.space(1), high * 0.75), names.moment(at))


def _pictures(painter: QPainter, scene: Scene) -> None:
    if not scene.pictures:
        return
    top, high = theme.space(RULER), float(theme.space(PICTURES))
    one = scene.pictures[0]
    wide = max(high * one.width() / max(one.height(), 1), 8.0)
    left = 0.0
    while left < scene.window.width:
        at = scene.window.at(left + wide / 2)
        number = at * len(scene.pictures) // max(scene.draft.length, 1)
        if 0 <= number < len(scene.pictures):
            painter.drawImage(QRectF(left, top, wide, high), scene.pictures[number])
        left += wide


def _sound(painter: QPainter, scene: Scene) -> None:
    colours = theme.current()
    field_ = QRectF(0, top_of_sound(), scene.window.width, theme.space(SOUND))
    painter.fillRect(field_, QColor(colours.sunken))
    length = max(scene.draft.length, 1)
    low = scene.window.begins / length
    high = (scene.window.begins + scene.window.lasts) / length
    if scene.loudness:
        paint_loudness(painter, field_, scene.loudness, QColor(colours.edge), (low, high))
    for one in scene.draft.work.sound:
        place = _across(one.span, scene.window, field_.top(), field_.height())
        colour = QColor(getattr(colours, _VOICE_ROLES[one.voice]))
        tint = QColor(colour)
        tint.setAlpha(_TINT)
        painter.fillRect(place, tint)
        _words_on_waves(painter, place, names.voice_words(one.voice))


def _words_on_waves(painter: QPainter, place: QRectF, words: str) -> None:
    """Write on a ground of its own: over the loudness it could not be read."""
    colours = theme.current()
    ground = painter.boundingRect(place, Qt.AlignmentFlag.AlignCenter, words) & place
    painter.fillRect(
        ground.adjusted(-theme.space(1), 0, theme.space(1), 0) & place, colours.surface
    )
    painter.setPen(QColor(colours.ink))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)


def _stretches(painter: QPainter, scene: Scene, size: QRectF) -> None:
    """Hatch what is covered whole, and darken what is left out."""
    colours = theme.current()
    top = float(theme.space(RULER))
    for span in scene.draft.work.blank:
        place = _across(span, scene.window, top, theme.space(PICTURES))
        painter.fillRect(place, QColor(24, 24, 24))
        painter.fillRect(place, Qt.BrushStyle.BDiagPattern)
        painter.setPen(QColor("#eceeef"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, names.blank_words())
    for span in scene.draft.work.cut:
        place = _across(span, scene.window, top, size.height() - top)
        shade = QColor(colours.canvas)
        shade.setAlpha(225)
        painter.fillRect(place, shade)
        painter.setPen(QPen(QColor(colours.danger), 1, Qt.PenStyle.DashLine))
        painter.drawRect(place)
        painter.setPen(QColor(colours.ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, names.cut_words())


def _across(span: Span, window: Window, top: float, high: float) -> QRectF:
    left, right = window.x(span.begins), window.x(span.ends)
    return QRectF(left, top, max(right - left, 2.0), high)


def _tracks(painter: QPainter, scene: Scene, size: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    high = theme.space(ROW)
    for key, track in scene.draft.tracks.items():
        top = scene.row_top(scene.rows.get(key, 0))
        if scene.lanes_top - high < top < size.height():
            _track(painter, scene, key, track)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # noqa: FBT003 # Qt's own shape


def bar(scene: Scene, key: int, track: Track) -> QRectF:
    """Return where a track's bar is."""
    left, right = lanes.bar_of(track, scene.window)
    top = scene.row_top(scene.rows.get(key, 0))
    return QRectF(left, top + 1, right - left, theme.space(ROW) - 2)


def _track(painter: QPainter, scene: Scene, key: int, track: Track) -> None:
    colours = theme.current()
    place = bar(scene, key, track)
    if place.right() < 0 or place.left() > scene.window.width:
        return
    chosen = scene.draft.chosen_id == key
    role = _ANSWER_ROLES[track.answer]
    painter.setPen(QPen(QColor(getattr(colours, role)), 2 if chosen else 1))
    ground = role if chosen else f"{role}_soft"
    painter.setBrush(QColor(getattr(colours, ground, colours.sunken)))
    painter.drawRoundedRect(place, 3, 3)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QColor(colours.on_accent if chosen else colours.ink))
    words = track.reason or kind_words(track.kind)
    seen = place.intersected(QRectF(0, 0, scene.window.width, 1e6)).adjusted(6, 0, -2, 0)
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(seen.width()))
    painter.drawText(seen, Qt.AlignmentFlag.AlignVCenter, shown)
    if chosen:
        _keys(painter, scene, track, place)


def _keys(painter: QPainter, scene: Scene, track: Track, place: QRectF) -> None:
    """Paint the keys of the chosen track, as far as they can be told apart."""
    colours = theme.current()
    painter.setPen(QPen(QColor(colours.surface), 1))
    painter.setBrush(QColor(colours.ink))
    last = -_KEY_APART
    half = place.height() / 4
    for key in track.keys:
        x = scene.window.x(key.at)
        if x - last < _KEY_APART or not -half < x < scene.window.width + half:
            continue
        last, y = x, place.center().y()
        corners = (QPointF(x - half, y), QPointF(x, y - half), QPointF(x + half, y))
        painter.drawPolygon(QPolygonF([*corners, QPointF(x, y + half)]))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _alarms(painter: QPainter, scene: Scene) -> None:
    colours = theme.current()
    high, half = theme.space(RULER), theme.space(1.2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for alarm in scene.draft.work.alarms:
        colour = QColor(colours.edge if alarm.answered else colours.warn)
        place = _across(alarm.span, scene.window, high - 3, 3)
        painter.fillRect(place, colour)
        x = place.left()
        corners = (QPointF(x, high), QPointF(x - half, high - 2 * half))
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([*corners, QPointF(x + half, high - 2 * half)]))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # noqa: FBT003 # Qt's own shape


def _range(painter: QPainter, scene: Scene) -> None:
    if scene.draft.range is None:
        return
    colour = QColor(theme.current().accent)
    place = _across(scene.draft.range, scene.window, 0, scene.lanes_top)
    painter.setPen(QPen(colour, 2))
    colour.setAlpha(45)
    painter.fillRect(place, colour)
    painter.drawRect(place.adjusted(1, 1, -1, -1))
