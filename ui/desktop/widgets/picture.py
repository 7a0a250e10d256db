"""A picture that fits its place, can be zoomed and moved; by mouse and by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsPixmapItem, QGraphicsScene, QGraphicsView
from typing_extensions import override

from capture.report import Picture

_STEP = 1.25
_CLOSEST = 16.0


def to_image(picture: Picture) -> QImage:
    """Return decoded pixels as an image of its own memory; may run in any thread."""
    image = QImage(
        picture.rgb,
        picture.width,
        picture.height,
        picture.width * 3,
        QImage.Format.Format_RGB888,
    )
    return image.copy()


class PictureView(QGraphicsView):
    """Shows one picture."""

    def __init__(self) -> None:
        super().__init__()
        self._scene = QGraphicsScene(self)
        self._item = QGraphicsPixmapItem()
        self._item.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self._scene.addItem(self._item)
        self.setScene(self._scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setAccessibleName(self.tr("Picture"))
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fits = True

    def show_image(self, image: QImage | None, said: str) -> None:
        """Show an image, fitted; ``said`` is what a screen reader says of it."""
        pixmap = QPixmap() if image is None else QPixmap.fromImage(image)
        self._item.setPixmap(pixmap)
        self._scene.setSceneRect(self._item.boundingRect())
        self.setAccessibleDescription(said)
        self.fit()

    def show_next(self, image: QImage) -> None:
        """Show another picture in place of this one, as near and at the same place if it can be."""
        if image.size() != self._item.pixmap().size():
            self.show_image(image, self.accessibleDescription())
        else:
            self._item.setPixmap(QPixmap.fromImage(image))

    def fit(self) -> None:
        """Show the whole picture; small ones are not blown up."""
        self._fits = True
        self.resetTransform()
        whole = self._item.boundingRect()
        room = self.viewport().rect()
        if whole.width() > room.width() or whole.height() > room.height():
            self.fitInView(self._item, Qt.AspectRatioMode.KeepAspectRatio)

    def closer(self) -> None:
        """Zoom in one step."""
        self._zoom(_STEP)

    def further(self) -> None:
        """Zoom out one step, until the whole picture is seen."""
        self._zoom(1 / _STEP)

    @property
    def scale_now(self) -> float:
        """Screen pixels per picture pixel."""
        return self.transform().m11()

    def _zoom(self, factor: float) -> None:
        wanted = self.scale_now * factor
        whole = self._item.boundingRect().size()
        if wanted > _CLOSEST or whole.isEmpty():
            return
        smaller_than_room = (
            whole.width() * wanted < self.viewport().width()
            and whole.height() * wanted < self.viewport().height()
        )
        if factor < 1 and smaller_than_room:
            self.fit()
            return
        self._fits = False
        self.scale(factor, factor)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if turned:
            self._zoom(_STEP if turned > 0 else 1 / _STEP)
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.closer()
            case Qt.Key.Key_Minus:
                self.further()
            case Qt.Key.Key_0:
                self.fit()
            case _:
                super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits:
            self.fit()
