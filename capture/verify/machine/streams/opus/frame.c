/*
 * RFC 6716, 4: one frame of Opus. Where speech becomes music or music speech, there is a short frame
 * of music behind it (4.5.1), with a code of its own. It is refused where nothing turns: a decoder
 * may leave it out there, and then nobody would hear what it is.
 */

#include "celt.h"
#include "frame.h"
#include "silk.h"

#define MOST_ZEROS 40  /* bits that are not there at the end of a frame */

Kind kind_of(u8 first)
{
    static const u8 MUSIC_BANDWIDTHS[4] = {0, 2, 3, 4}, SPEECH_LENGTHS[4] = {4, 8, 16, 24};
    u32 config = first >> 3;
    Kind kind = {.channels = (first >> 2 & 1) + 1};
    if (config < 12) {
        kind.speech = 1, kind.bandwidth = config / 4, kind.length = SPEECH_LENGTHS[config % 4];
    } else if (config < 16) {
        kind.speech = kind.music = 1;
        kind.bandwidth = config < 14 ? 3 : 4, kind.length = config % 2 ? 8 : 4;
    } else {
        kind.music = 1, kind.bandwidth = MUSIC_BANDWIDTHS[(config - 16) / 4];
        kind.length = 1u << config % 4;
    }
    return kind;
}

static Music music_of(const Kind *kind, u32 length)
{
    static const u8 ENDS[5] = {13, 17, 17, 19, 21};
    return (Music){(i32)kind->channels, __builtin_ctz(length), 0, ENDS[kind->bandwidth]};
}

/* 4.5.1.4: of 5 ms, from the lowest band on. */
static u32 short_frame(const Kind *kind, const u8 *bytes, u32 size)
{
    if (size < 2)
        return BYTES_LEFT;
    Range r;
    range_begin(&r, bytes, size);
    Music music = music_of(kind, 2);
    u32 answer = celt(&r, &music);
    return answer ? answer : range_end(&r);
}

/* Whether it is said to be where music becomes speech, and was music, or is about to become it. */
static u32 turns_in_order(Before *before, u32 to_speech)
{
    u32 expected = !before->any || before->was_music || before->turns;
    if (to_speech ? !expected : before->turns)
        return 0;
    before->turns = !to_speech;
    return 1;
}

/* 4.5.1: takes whether there is such a frame at the end of this one, and follows it. */
static u32 turn(Range *r, Before *before, const Kind *kind)
{
    u32 size = 0, both = kind->music, turned = before->turns;
    if (told(r) + 17 + 20 * both > r->size * 8 || (both && !flag(r, 12)))
        return turned ? BYTES_LEFT : FINE;
    if (!turns_in_order(before, flag(r, 1)))
        return BYTES_LEFT;
    if (both)
        size = uniform(r, 256) + 2;
    u32 first = both ? r->size - size : (told(r) + 7) / 8;
    if (first > r->size || first * 8 < told(r))
        return BAD_CODE;
    size = r->size - first, r->size = first;
    return short_frame(kind, r->bytes + first, size);
}

/*
 * A frame of speech ends with its last byte that is not 0, or its second: what is not there is
 * zeros, as many as come by chance. Only where a short frame follows do encoders leave them.
 */
static u32 speech_end(const Range *r, u32 alone)
{
    if (told(r) > r->size * 8 + MOST_ZEROS)
        return ENDS_EARLY;
    if (alone && r->size > 2 && !r->bytes[r->size - 1])
        return BYTES_LEFT;
    return range_end(r);
}

static u32 speech_of(Range *r, Before *before, const Kind *kind)
{
    static const u8 KHZ[3] = {8, 12, 16};
    u32 khz = kind->music ? 16 : KHZ[kind->bandwidth];
    Speech speech = {kind->channels, khz, kind->length * 5 / 2};
    silk(r, &speech);
    return turn(r, before, kind);
}

static u32 music_from(Range *r, const Kind *kind, i32 start)
{
    Music music = music_of(kind, kind->length);
    music.start = start;
    u32 answer = celt(r, &music);
    return answer ? answer : range_end(r);
}

u32 frame(Before *before, const Kind *kind, const u8 *bytes, u32 size)
{
    if (nothing(size))  /* nobody looks at its byte: where there is one, encoders write 0 */
        return size && bytes[0] ? BYTES_LEFT : FINE;
    Range r;
    range_begin(&r, bytes, size);
    u32 answer = FINE;
    if (kind->speech)
        answer = speech_of(&r, before, kind);
    else
        before->turns = 0;
    before->any = 1, before->was_music = !kind->speech;
    if (answer)
        return answer;
    if (kind->music)
        return music_from(&r, kind, kind->speech ? 17 : 0);
    return speech_end(&r, r.size == size);
}
