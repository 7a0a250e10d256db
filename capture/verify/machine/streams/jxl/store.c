/*
 * Memory that is taken for a section of a picture and given back behind it, all zeros each time; and
 * how much may be done at all: codes of no bits could go on for ever.
 */

#include "jxl.h"

#define MOST (512u << 20)
#define STEP (1u << 20)

static u8 *base;
static u32 used, have;
static u64 left;

static int grow(u32 needed)
{
    u32 size = (needed + STEP - 1) / STEP * STEP;
    u8 *more = room(size);
    if (!more || (base && more != base + have))
        return 0;
    if (!base)
        base = more;
    have += size;
    return 1;
}

void *store(u32 size)
{
    if (size > MOST - 16 || used + (u64)size + 16 > MOST)
        return 0;
    u32 rounded = (size + 15) & ~15u;
    if (used + rounded > have && !grow(used + rounded - have))
        return 0;
    void *at = base + used;
    used += rounded;
    clear(at, rounded);
    return at;
}

u32 stored(void) { return used; }

void give_back(u32 mark) { used = mark; }

/* Whether so much more may be done: about as much as a step in a tree is one. */
int spend(u64 steps)
{
    if (steps > left)
        return 0;
    left -= steps;
    return 1;
}

void begin_store(u64 budget) { used = 0, left = budget; }
