/*
 * A follower of a stream: it is given the codec's settings once, and then each sample in its order.
 * It keeps what the standard carries from one sample to the next (parameter sets, adapted odds),
 * and counts bits alone: it computes no picture and no sound.
 *
 * Each codec is a folder beside this file and becomes a machine of its own, which exports
 *     u8 *place(u32 size)               where the next bytes are to be put, or 0
 *     u32 configure(u8 *at, u32 size)   the settings, as they stand in the sample description
 *     u32 follow(u8 *at, u32 size)      one sample, whole
 * The last two answer FINE, or what is wrong (machine.h, and below). What is wrong stays wrong.
 */

#include "../machine.h"

enum {
    NOT_FOLLOWED = 9,      /* coded in a way that this machine does not know */
};

/* Zeros that stand behind each input, so that a reading may look at them without asking. */
#define SLACK 64u
