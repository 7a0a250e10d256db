"""What the hand, the timeline and the keyboard do to a video's draft. Every step can be undone."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QRectF, Signal

from capture.redact.film import Alarm, Answer, Coding, Span, Track, Voice
from capture.redact.keys import Key
from capture.redact.plan import RegionKind, Shape, Style
from ui.desktop.editor.tools import Tool
from ui.desktop.film import spans, tracks
from ui.desktop.film.draft import FilmDraft, Work


class FilmActs(QObject):
    """Acts on one draft at a time."""

    going = Signal(int)
    """A moment to go to."""
    refused = Signal(str)
    """Why something was not done."""

    def __init__(self) -> None:
        super().__init__()
        self._draft: FilmDraft | None = None
        self._style = Style.FILL

    def take(self, draft: FilmDraft | None) -> None:
        """Act on this draft from now on."""
        self._draft = draft

    def pick(self, track: int | None) -> None:
        """Select a track, or none; one that is not there now is gone to."""
        draft = self._draft
        if draft is None:
            return
        draft.select(track)
        chosen = draft.chosen
        if chosen is not None and not tracks.there(chosen, draft.at):
            self.going.emit(chosen.begins)

    def step(self, by: int) -> None:
        """Select the next or the previous track in time, around the ends."""
        draft = self._draft
        if draft is None or not draft.tracks:
            return
        order = sorted(draft.tracks, key=lambda one: (draft.tracks[one].begins, one))
        chosen = draft.chosen_id
        at = order.index(chosen) + by if chosen is not None else (0 if by > 0 else -1)
        self.pick(order[at % len(order)])

    # places

    def draw(self, tool: Tool, box: QRectF) -> None:
        """Cover a box or an ellipse from now to the end; where it ends is said afterwards."""
        draft = self._draft
        if draft is None:
            return
        key = _key(draft.at, box)
        shape = Shape.ELLIPSE if tool is Tool.ELLIPSE else Shape.BOX
        last = max(draft.length, draft.at + 1)
        track = Track(
            (key, replace(key, at=last)), kind=RegionKind.OTHER, shape=shape, style=self._style
        )
        words = self.tr("Draw an ellipse") if tool is Tool.ELLIPSE else self.tr("Draw a box")
        for fresh in draft.add(words, (track,)):
            draft.select(fresh)

    def reshape(self, track: int, box: QRectF, *, small: bool = False) -> None:
        """Put a track at a place at this moment: that makes a key there."""
        draft = self._draft
        found = draft.tracks.get(track) if draft is not None else None
        if draft is None or found is None:
            return
        moved = tracks.with_key(found, _key(draft.at, box))
        draft.put(self.tr("Move or resize"), {track: moved}, moving=small)

    def drop_key(self) -> None:
        """Take away the key at this moment."""
        draft, chosen = self._draft, self._chosen()
        if draft is None or chosen is None:
            return
        key = tracks.nearest_key(chosen, draft.at, draft.frame - 1)
        if key is None:
            self.refused.emit(self.tr("There is no key at this moment."))
        else:
            self._change(self.tr("Take the key away"), tracks.without_key(chosen, key.at))

    def move_key(self, at: int, to: int) -> None:
        """Move a key of the selected track to another moment."""
        chosen = self._chosen()
        if chosen is not None:
            self._change(self.tr("Move a key"), tracks.moved_key(chosen, at, to))

    # where a track is

    def begin_here(self) -> None:
        """Have the selected track begin now."""
        self.begin_at(self._draft.at if self._draft is not None else 0)

    def end_here(self) -> None:
        """Have the selected track end with the frame that is seen now."""
        self.end_at(self._draft.at if self._draft is not None else 0)

    def begin_at(self, at: int) -> None:
        """Have the selected track begin at a moment."""
        chosen = self._chosen()
        if chosen is not None:
            self._change(self.tr("It begins here"), tracks.begun_at(chosen, max(at, 0)))

    def end_at(self, at: int) -> None:
        """Have the selected track end at a moment."""
        draft, chosen = self._draft, self._chosen()
        if draft is not None and chosen is not None:
            last = min(max(at, 0), max(draft.length, 1))
            self._change(self.tr("It ends here"), tracks.ended_at(chosen, last))

    def extend(self) -> None:
        """Have the selected track reach over all of the scene: to what is cut out or ends."""
        draft, chosen = self._draft, self._chosen()
        if draft is None or chosen is None:
            return
        cuts = draft.work.cut
        begins = max((span.ends for span in cuts if span.ends <= chosen.begins), default=0)
        ends = min(
            (span.begins for span in cuts if span.begins >= chosen.ends), default=draft.length
        )
        wider = tracks.ended_at(tracks.begun_at(chosen, begins), max(ends, chosen.ends))
        self._change(self.tr("Reach from cut to cut"), wider)

    def split(self) -> None:
        """Make two tracks of the selected one: before this frame, and from it on."""
        draft, chosen, key = self._draft, self._chosen(), self._key()
        parts = tracks.split(chosen, draft.at) if draft and chosen else None
        if draft is None or key is None:
            return
        if parts is None:
            self.refused.emit(self.tr("A track is split in its middle: go there first."))
            return
        before, after = parts
        fresh = draft.fresh_id()
        draft.do(self.tr("Split the track"), draft.work.having({key: before, fresh: after}))
        draft.select(fresh)

    def join(self) -> None:
        """Make one track of the selected one and the next of its kind."""
        draft, chosen, key = self._draft, self._chosen(), self._key()
        if draft is None or chosen is None or key is None:
            return
        after = [
            (other.begins, number)
            for number, other in draft.tracks.items()
            if other.begins > chosen.ends and other.kind is chosen.kind
        ]
        if not after:
            self.refused.emit(self.tr("No track of this kind begins after this one has ended."))
            return
        _, number = min(after)
        whole = tracks.joined(chosen, draft.tracks[number])
        if whole is not None:
            work = draft.work.without(number).having({key: whole})
            draft.do(self.tr("Join two tracks"), work)

    # decisions

    def answer(self, answer: Answer, reason: str = "") -> None:
        """Decide about the selected track; what stays visible needs a reason or a name."""
        chosen = self._chosen()
        if chosen is None or (answer is Answer.VISIBLE and not reason.strip()):
            return
        words = {
            Answer.COVER: self.tr("Cover"),
            Answer.VISIBLE: self.tr("Leave it visible"),
            Answer.DISMISSED: self.tr("Nothing to cover"),
        }
        kept = reason if answer is Answer.VISIBLE else chosen.reason
        self._change(words[answer], replace(chosen, answer=answer, reason=kept))

    def remove(self) -> None:
        """Take away a track that a person drew; of a found one say that nothing is there."""
        draft, chosen, key = self._draft, self._chosen(), self._key()
        if draft is None or chosen is None or key is None:
            return
        if chosen.found_by == "person":
            draft.remove(self.tr("Remove"), key)
        else:
            self.answer(Answer.DISMISSED)

    def replace_chosen(self, words: str, track: Track) -> None:
        """Put what was followed in place of the selected track."""
        self._change(words, track)

    def edit(self, words: str, track: Track) -> None:
        """Change what is said of the selected track."""
        self._style = track.style
        self._change(words, track)

    def alike(self) -> int:
        """Cover all tracks of the same kind as this one is, or dismiss them; return how many.

        That one face may be seen says nothing of others, so this is never passed on.
        """
        draft, chosen = self._draft, self._chosen()
        if draft is None or chosen is None:
            return 0
        if chosen.answer is Answer.VISIBLE:
            self.refused.emit(self.tr("That one may be seen says nothing of the others."))
            return 0
        same = {
            key: replace(track, answer=chosen.answer, style=chosen.style, shape=chosen.shape)
            for key, track in draft.tracks.items()
            if track.kind is chosen.kind and track.answer is not Answer.VISIBLE
        }
        draft.put(self.tr("The same for all alike"), same)
        return len(same)

    # stretches of time

    def mark_from(self) -> None:
        """Have the marked stretch begin now."""
        draft = self._draft
        if draft is not None:
            ends = draft.range.ends if draft.range is not None else draft.length
            draft.mark(Span(draft.at, max(ends, draft.at + draft.frame)))

    def mark_to(self) -> None:
        """Have the marked stretch end after the frame that is seen now."""
        draft = self._draft
        if draft is not None:
            begins = draft.range.begins if draft.range is not None else 0
            ends = draft.at + draft.frame
            draft.mark(Span(min(begins, draft.at), ends))

    def blank(self) -> None:
        """Cover the whole picture in the marked stretch."""
        self._over(
            self.tr("Cover the whole picture"),
            lambda work, span: replace(work, blank=spans.joined(work.blank, span)),
        )

    def cut(self) -> None:
        """Leave the marked stretch out, with its sound."""
        draft = self._draft
        whole = Span(0, max(draft.length, 1)) if draft is not None else Span(0, 1)
        if draft is not None and not spans.without((whole,), draft.range or whole):
            self.refused.emit(self.tr("Mark what is to be left out; all of it cannot be."))
            return
        self._over(
            self.tr("Leave it out"),
            lambda work, span: replace(work, cut=spans.joined(work.cut, span)),
        )

    def restore(self) -> None:
        """Have picture and sound of the marked stretch as they were; tracks stay."""
        self._over(
            self.tr("As it was"),
            lambda work, span: replace(
                work,
                blank=spans.without(work.blank, span),
                cut=spans.without(work.cut, span),
                sound=spans.hearing(work.sound, span, None),
            ),
        )

    def hear(self, voice: Voice | None) -> None:
        """Have something else heard in the marked stretch; None is the sound itself."""
        words = {
            Voice.MUTE: self.tr("Silence"),
            Voice.TONE: self.tr("A tone instead"),
            Voice.DISGUISE: self.tr("Disguise the voices"),
            None: self.tr("The sound as it is"),
        }
        self._over(
            words[voice],
            lambda work, span: replace(work, sound=spans.hearing(work.sound, span, voice)),
        )

    def _over(self, words: str, change: Callable[[Work, Span], Work]) -> None:
        """Change the marked stretch, or all of the video where none is marked."""
        draft = self._draft
        if draft is not None:
            span = draft.range or Span(0, max(draft.length, 1))
            draft.do(words, change(draft.work, span))

    # alarms

    def next_alarm(self, by: int = 1) -> None:
        """Go to the next thing that somebody has to look at, or the one before, around the ends."""
        draft = self._draft
        waiting = draft.open_alarms if draft is not None else ()
        if draft is None or not waiting:
            self.refused.emit(self.tr("Nothing waits to be looked at."))
            return
        begins = [alarm.span.begins for alarm in waiting]
        later = [at for at in begins if at > draft.at]
        earlier = [at for at in begins if at < draft.at]
        found = (later or begins)[0] if by > 0 else (earlier or begins)[-1]
        self.going.emit(found)

    def looked(self) -> None:
        """Say that somebody has looked at what is doubtful now, and go on to the next."""
        draft = self._draft
        if draft is None:
            return
        here = alarms_at(draft)
        if not here:
            self.next_alarm()
            return
        answered = tuple(
            replace(alarm, answered=True) if alarm in here else alarm for alarm in draft.work.alarms
        )
        draft.do(self.tr("Looked at"), replace(draft.work, alarms=answered))
        if draft.open_alarms:
            self.next_alarm()

    def code(self, coding: Coding) -> None:
        """Choose how the copy is coded."""
        if self._draft is not None:
            work = replace(self._draft.work, coding=coding)
            self._draft.do(self.tr("How the copy is coded"), work)

    def _chosen(self) -> Track | None:
        return None if self._draft is None else self._draft.chosen

    def _key(self) -> int | None:
        return None if self._draft is None else self._draft.chosen_id

    def _change(self, words: str, track: Track) -> None:
        key = self._key()
        if self._draft is not None and key is not None:
            self._draft.put(words, {key: track})


def alarms_at(draft: FilmDraft) -> tuple[Alarm, ...]:
    """Return what is doubtful in the frame that is seen now, and not looked at yet."""
    return tuple(
        alarm
        for alarm in draft.open_alarms
        if alarm.span.begins < draft.at + draft.frame and draft.at < alarm.span.ends
    )


def _key(at: int, box: QRectF) -> Key:
    place = box.toAlignedRect()
    return Key(at, place.left(), place.top(), max(place.width(), 1), max(place.height(), 1))
