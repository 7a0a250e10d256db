/*
 * Follows a codestream of JPEG XL (ISO/IEC 18181-1) through every section of its one frame, to the
 * last bit of each: no byte of the file lies behind a section's last code, and what pads its last
 * byte is zeros.
 */

#include "jxl.h"

#define MOST_SECTIONS 65536
#define MOST_BYTES (1u << 28)
/* How much may be done for a picture: a few times what encoders that take hours give to do. */
#define STEPS_A_PIXEL 256
#define MORE_STEPS (1u << 28)

static u32 sizes[MOST_SECTIONS];

/* F.3: how long each section is, and zeros up to a byte. */
static u32 contents(Low *b, u32 count)
{
    static const Way SIZE[4] = {{10, 0}, {14, 1 << 10}, {22, 17408}, {30, 4211712}};
    u64 all = 0;
    for (u32 i = 0; i < count; i++) {
        sizes[i] = pick(b, SIZE);
        all += sizes[i];
    }
    if (past(b))
        return ENDS_EARLY;
    if (low(b, -b->next & 7))
        return BITS_LEFT;
    u64 left = (b->end - b->next) / 8;
    return all > left ? ENDS_EARLY : all < left ? BYTES_LEFT : FINE;
}

/* G.1: what is said once; of pictures of blocks and of channels. */
static u32 global(Low *b, const Frame *f)
{
    u32 wrong;
    if (f->flags & NOISE)
        for (u32 i = 0; i < 8; i++)
            low(b, 10);
    if (!low(b, 1))
        for (u32 i = 0; i < 3; i++)
            low(b, 16);
    if (!f->is_modular && ((wrong = start_blocks(f)) || (wrong = dct_lf_global(b))))
        return wrong;
    return global_modular(b, f);
}

static u32 lf_group(Low *b, const Frame *f, u32 index)
{
    u32 wrong;
    if (!f->is_modular && (wrong = dct_lf_group(b, f, index)))
        return wrong;
    if ((wrong = lf_modular(b, f, index)))
        return wrong;
    return f->is_modular ? FINE : dct_metadata(b, f, index);
}

static u32 hf_global(Low *b, const Frame *f) { return f->is_modular ? FINE : dct_hf_global(b, f); }

static u32 group(Low *b, const Frame *f, u32 index)
{
    u32 pass = index / f->groups, wrong;
    index %= f->groups;
    if (!f->is_modular && (wrong = dct_pass(b, f, pass, index)))
        return wrong;
    return pass_modular(b, f, pass, index);
}

/* The end of a section: less than a byte of zeros may be left. */
static u32 closed(Low *b)
{
    if (past(b))
        return ENDS_EARLY;
    u32 left = b->end - b->next;
    if (left > 7)
        return BYTES_LEFT;
    return low(b, left) ? BITS_LEFT : FINE;
}

/* What is said for all sections must be of use to one. */
static u32 ended(const Frame *f)
{
    u32 wrong = shared_tree.there ? unreached(&shared_tree) : FINE;
    return wrong || f->is_modular ? wrong : dct_ended(f);
}

/* All in one: nothing lies between its parts. */
static u32 only_section(Low *b, const Frame *f)
{
    u32 wrong = global(b, f);
    if (wrong || (wrong = lf_group(b, f, 0)) || (wrong = hf_global(b, f)) ||
        (wrong = group(b, f, 0)) || (wrong = closed(b)))
        return wrong;
    return ended(f);
}

static u32 section(Low *b, const Frame *f, u32 index)
{
    if (!index)
        return global(b, f);
    if (index <= f->lf_groups)
        return lf_group(b, f, index - 1);
    if (index == f->lf_groups + 1)
        return hf_global(b, f);
    return group(b, f, index - f->lf_groups - 2);
}

static u32 sections(const Low *from, const Frame *f, u32 count)
{
    Low b = *from;
    for (u32 i = 0; i < count; i++) {
        b.end = b.next + sizes[i] * 8;
        u32 wrong = section(&b, f, i);
        if (wrong || (wrong = closed(&b)))
            return wrong;
    }
    return ended(f);
}

/* There are no settings beside the codestream. */
EXPORT(configure) u32 configure(u8 *at, u32 size)
{
    (void)at;
    return size ? BYTES_LEFT : FINE;
}

EXPORT(follow) u32 follow(u8 *at, u32 size)
{
    static Frame frame;
    if (size > MOST_BYTES)
        return TOO_LONG;
    Low b = {at, 0, size * 8};
    u32 wrong = read_headers(&b, &frame);
    if (wrong)
        return wrong;
    u64 pixels = (u64)frame.full_width * frame.full_height;
    begin_store(pixels * STEPS_A_PIXEL + MORE_STEPS);
    u64 count = frame.groups * (u64)frame.passes;
    count = count == 1 ? 1 : count + 2 + frame.lf_groups;
    if (count > MOST_SECTIONS)
        return TOO_LONG;
    if ((wrong = contents(&b, (u32)count)))
        return wrong;
    return count == 1 ? only_section(&b, &frame) : sections(&b, &frame, (u32)count);
}
