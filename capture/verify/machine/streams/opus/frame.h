/* RFC 6716, 3.1 and 4.5: one frame: speech, music or both, and what is where one becomes another. */

#ifndef OPUS_FRAME_H
#define OPUS_FRAME_H

#include "range.h"

/* 3.1: what the first byte of a packet says of all of its frames. */
typedef struct {
    u32 speech, music, channels;
    u32 bandwidth;  /* 0 to 4: up to 4, 6, 8, 12 and 20 kHz */
    u32 length;     /* in 2.5 ms */
} Kind;

/* What is known of the frames of a stream that came before. */
typedef struct {
    u32 any, was_music;  /* whether there were any, and whether the last one was music alone */
    u32 turns;           /* whether it ended with a short frame of what comes next */
} Before;

Kind kind_of(u8 first);

/* Returns FINE if a frame is what an encoder writes for what it says, or what is wrong. */
u32 frame(Before *before, const Kind *kind, const u8 *bytes, u32 size);

/* Whether there is nothing in a frame: it stands for silence, or was not sent. */
static inline u32 nothing(u32 size) { return size < 2; }

#endif
