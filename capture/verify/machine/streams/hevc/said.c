/* What the parameter sets of HEVC share: ITU-T H.265, 7.3.3, 7.3.4, 7.3.7 and Annex E.2. */

#include "hevc.h"

static void impossible(Bits *b) { b->next = b->end + 1; }

u32 at_most(Bits *b, u32 most)
{
    u32 value = ue(b);
    if (value <= most)
        return value;
    impossible(b);
    return 0;
}

i32 within(Bits *b, i32 least, i32 most)
{
    i32 value = se(b);
    if (value >= least && value <= most)
        return value;
    impossible(b);
    return 0;
}

void zeros(Bits *b, u32 count)
{
    while (count--)
        if (take(b, 1))
            impossible(b);
}

/*
 * The 43 bits behind the four flags, and general_inbld_flag, mean nothing but for some profiles: for
 * those from 4 on the first ten limit what is used, for profile 2 the eighth does.
 */
static void limits(Bits *b, u32 profiles)
{
    if (profiles & 0xFF0) {
        take(b, 10);
        zeros(b, 34);
    } else if (profiles & 4) {
        zeros(b, 7);
        take(b, 1);
        zeros(b, 36);
    } else {
        zeros(b, 44);
    }
}

/* What a profile is: 88 bits, in which nothing is set that means nothing. */
void one_profile(Bits *b)
{
    zeros(b, 2);
    take(b, 1);
    u32 number = take(b, 5), profiles = number < 12 ? 1u << number : 0;
    if (!profiles)
        impossible(b);
    for (u32 index = 0; index < 12; index++)
        profiles |= take(b, 1) << index;
    zeros(b, 20);
    take(b, 4);
    limits(b, profiles);
}

/* 7.3.3: profile_tier_level( 1, layers ) */
void profile(Bits *b, u32 layers)
{
    u32 present[8];
    one_profile(b);
    take(b, 8);
    for (u32 index = 0; index < layers; index++)
        present[index] = take(b, 2);
    if (layers)
        zeros(b, 2 * (8 - layers));
    for (u32 index = 0; index < layers; index++) {
        if (present[index] & 2)
            one_profile(b);
        if (present[index] & 1)
            take(b, 8);
    }
}

/* How many pictures wait, of one layer or of all. */
void layer_order(Bits *b, u32 layers)
{
    for (u32 left = take(b, 1) ? layers + 1 : 1; left; left--) {
        u32 waiting = at_most(b, 15);
        at_most(b, waiting);
        ue(b);
    }
}

/* vps_timing_info and vui_timing_info, behind the flag. */
void clock(Bits *b)
{
    take(b, 32);
    take(b, 32);
    if (take(b, 1))
        ue(b);
}

static void one_buffer(Bits *b, u32 parts)
{
    for (u32 numbers = parts ? 4 : 2; numbers; numbers--)
        ue(b);
    take(b, 1);
}

/* E.2.2: hrd_parameters( common, layers ) */
void buffers(Bits *b, u32 common, u32 layers)
{
    u32 kinds = 0, parts = 0;
    if (common) {
        kinds = take(b, 1);
        kinds += take(b, 1);
    }
    if (kinds) {
        parts = take(b, 1);
        if (parts)
            take(b, 8 + 5 + 1 + 5);
        take(b, 4 + 4);
        if (parts)
            take(b, 4);
        take(b, 5 + 5 + 5);
    }
    for (u32 index = 0; index <= layers && !over(b); index++) {
        u32 fixed = take(b, 1) || take(b, 1), low = 0;
        if (fixed)
            at_most(b, 2047);
        else
            low = take(b, 1);
        /* Of several schedules no player would look at more than one. */
        if (!low)
            at_most(b, 0);
        for (u32 kind = 0; kind < kinds; kind++)
            one_buffer(b, parts);
    }
}

/* E.2.1: vui_parameters( ) */
void shown(Bits *b, u32 layers)
{
    if (take(b, 1) && take(b, 8) == 255)
        take(b, 32);
    if (take(b, 1))
        take(b, 1);
    if (take(b, 1)) {
        take(b, 3 + 1);
        if (take(b, 1))
            take(b, 24);
    }
    if (take(b, 1)) {
        at_most(b, 5);
        at_most(b, 5);
    }
    take(b, 3);
    if (take(b, 1))
        for (u32 side = 0; side < 4; side++)
            at_most(b, MOST_WIDTH);
    if (take(b, 1)) {
        clock(b);
        if (take(b, 1))
            buffers(b, 1, layers);
    }
    if (take(b, 1)) {
        take(b, 3);
        at_most(b, 4095);
        at_most(b, 16);
        at_most(b, 16);
        at_most(b, 16);
        at_most(b, 15);
    }
}

/* 7.3.4: scaling_list_data( ) */
void scaling(Bits *b)
{
    for (u32 size = 0; size < 4; size++) {
        for (u32 matrix = 0; matrix < 6 && !over(b); matrix += size == 3 ? 3 : 1) {
            if (!take(b, 1)) {
                at_most(b, size == 3 ? matrix / 3 : matrix);
                continue;
            }
            if (size > 1)
                within(b, -7, 247);
            for (u32 left = size ? 64 : 16; left; left--)
                within(b, -128, 127);
        }
    }
}

static void add(Bits *b, References *to, i32 delta, u32 used)
{
    if (to->count == 16) {
        impossible(b);
        return;
    }
    to->deltas[to->count] = delta, to->used[to->count++] = (u8)used;
}

/* 7-61 and 7-62: what another set says, moved by `moved`, where `kept` has a bit. */
static void moved_references(Bits *b, References *to, const References *from, i32 moved, u32 kept,
                             u32 used)
{
    u32 all = from->count;
    for (i32 side = -1; side <= 1; side += 2) {
        u32 near = side < 0 ? 0 : from->before, far = side < 0 ? from->before : all;
        u32 across = side < 0 ? all : from->before, last = side < 0 ? from->before : 0;
        while (across-- > last) {
            i32 delta = from->deltas[across] + moved;
            if (delta * side > 0 && kept >> across & 1)
                add(b, to, delta, used >> across & 1);
        }
        if (moved * side > 0 && kept >> all & 1)
            add(b, to, moved, used >> all & 1);
        for (; near < far; near++) {
            i32 delta = from->deltas[near] + moved;
            if (delta * side > 0 && kept >> near & 1)
                add(b, to, delta, used >> near & 1);
        }
        if (side < 0)
            to->before = to->count;
    }
}

static void predicted(Bits *b, References *all, u32 index, u32 count)
{
    u32 back = index == count ? at_most(b, index - 1) + 1 : 1;
    i32 sign = take(b, 1) ? -1 : 1, moved = sign * (i32)(at_most(b, 32767) + 1);
    u32 kept = 0, used = 0;
    if (over(b))
        return;
    const References *from = &all[index - back];
    for (u32 at = 0; at <= from->count; at++) {
        u32 uses = take(b, 1), keeps = uses || take(b, 1);
        used |= uses << at, kept |= keeps << at;
    }
    moved_references(b, &all[index], from, moved, kept, used);
}

/* 7.3.7: st_ref_pic_set( index ), of which there are `count` in the sequence's set. */
void references(Bits *b, References *all, u32 index, u32 count)
{
    References *to = &all[index];
    to->count = to->before = 0;
    if (index && take(b, 1)) {
        predicted(b, all, index, count);
        return;
    }
    u32 before = at_most(b, 16), behind = at_most(b, 16 - before);
    i32 delta = 0;
    for (u32 at = 0; at < before + behind && !over(b); at++) {
        i32 step = (i32)at_most(b, 32767) + 1;
        delta = at == before ? step : at < before ? delta - step : delta + step;
        add(b, to, delta, take(b, 1));
    }
    to->before = before <= to->count ? before : to->count;
}
