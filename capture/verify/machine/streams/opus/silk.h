/* RFC 6716, 4.2: the part of a frame that is coded as speech. */

#ifndef OPUS_SILK_H
#define OPUS_SILK_H

#include "range.h"

/* The voices of a frame: 8, 12 or 16 thousand samples a second, of 10, 20, 40 or 60 ms. */
typedef struct {
    u32 channels, khz, milliseconds;
} Speech;

/* Takes what is coded as speech, which any bits are: what follows it tells. */
void silk(Range *r, const Speech *speech);

#endif
