/*
 * Follows a raw_data_block of AAC to its last bit: ISO/IEC 14496-3, 4.4.2.1 and 4.5.2.1.
 *
 * Each sample holds the elements of sound that the settings list, each once and with the tag that it
 * always has; and besides elements that say nothing. Behind the end stand zeros up to the next byte.
 */

#include "aac.h"

/* Of the longest ones, 23 would fill the longest sample of eight channels. */
#define MOST_SILENT 32

static u32 state, ready;

static u32 pair_element(Bits *b)
{
    static Channel one, other;
    u32 common = take(b, 1), wrong = FINE;
    if (common) {
        wrong = window_info(b, &one, 1);
        u32 sides = take(b, 2);
        if (sides == 3)
            return BROKEN_HEADER;
        if (sides == 1)
            skip(b, one.groups * one.max_band);
        other = one;
    }
    other.intensity = common;
    if (!wrong)
        wrong = channel_stream(b, &one, common);
    if (!wrong)
        wrong = channel_stream(b, &other, common);
    return wrong;
}

static u32 single_element(Bits *b)
{
    static Channel channel;
    return channel_stream(b, &channel, 0);
}

/*
 * Elements that encoders are known to write for others: one for two channels or the other way round,
 * where a sample has no other element; and a single one for the low one behind the others.
 */
static u32 fits(const Element *listed, u32 kind)
{
    if (listed->kind == kind)
        return 1;
    if (!settings.in_order || listed->tag_known)
        return 0;
    return settings.count == 1 ? kind <= PAIR : listed->kind == LOW && kind == SINGLE;
}

u32 listed_element(u32 kind, u32 tag)
{
    u32 i = 0;
    while (i < settings.count && (settings.elements[i].kind != kind || settings.elements[i].tag != tag))
        i++;
    return i < settings.count ? i : MOST_ELEMENTS;
}

/* Which of the listed elements this is, from 0 on; MOST_ELEMENTS where it is none. */
static u32 expected(u32 kind, u32 tag, u32 *next)
{
    u32 first = settings.in_order ? *next : 0, last = settings.in_order ? *next + 1 : settings.count;
    for (u32 i = first; i < last && i < settings.count; i++) {
        Element *e = &settings.elements[i];
        if (e->seen || !fits(e, kind) || (e->tag_known && e->tag != tag))
            continue;
        *e = (Element){(u8)kind, (u8)tag, 1, 1};
        *next = i + 1;
        return i;
    }
    return MOST_ELEMENTS;
}

static u32 sound_element(Bits *b, u32 kind, u32 *element, u32 *next)
{
    u32 tag = take(b, 4), found = expected(kind, tag, next);
    if (found == MOST_ELEMENTS)
        return BAD_ORDER;
    *element = kind <= PAIR ? found : MOST_ELEMENTS;
    if (kind == COUPLING)
        return coupling_element(b);
    return kind == PAIR ? pair_element(b) : single_element(b);
}

/* data_stream_element: a number of bytes that mean nothing to any decoder. */
static u32 data_element(Bits *b)
{
    if (take(b, 4))
        return BYTES_LEFT;
    u32 aligned = take(b, 1), count = take(b, 8);
    if (count == 255)
        count += take(b, 8);
    u32 padding = aligned ? (u32)(-b->next & 7) : 0;
    if (padding && take(b, padding))
        return BITS_LEFT;
    return count ? silent(b, count - 1, take(b, 8)) : FINE;
}

/* A program within a sample means nothing: it may only repeat that of the settings. */
static u32 program_element(Bits *b)
{
    static Program program;
    u32 wrong = program_config(b, &program);
    if (wrong)
        return wrong;
    if (settings.in_order || program.count != settings.program.count)
        return BYTES_LEFT;
    for (u32 i = 0; i < program.count; i++)
        if (program.fields[i] != settings.program.fields[i])
            return BYTES_LEFT;
    return FINE;
}

static u32 other_element(Bits *b, u32 kind, u32 element)
{
    if (kind == DATA)
        return data_element(b);
    return kind == PROGRAM ? program_element(b) : fill_element(b, element);
}

static u32 ending(Bits *b)
{
    if (over(b))
        return ENDS_EARLY;
    u32 left = (u32)(b->end - b->next);
    if (left > 7)
        return BYTES_LEFT;
    return left && take(b, left) ? BITS_LEFT : FINE;
}

static u32 raw_data_block(Bits *b)
{
    u32 element = MOST_ELEMENTS, next = 0, silent_ones = 0;
    forget_replication();
    for (u32 i = 0; i < settings.count; i++)
        settings.elements[i].seen = 0;
    while (!over(b)) {
        u32 kind = take(b, 3), sound = kind <= LOW;
        if (kind == END)
            return ending(b);
        if (!sound && ++silent_ones > MOST_SILENT)
            return TOO_LONG;
        u32 wrong = sound ? sound_element(b, kind, &element, &next) : other_element(b, kind, element);
        if (wrong)
            return wrong;
    }
    return ENDS_EARLY;
}

EXPORT(configure) u32 configure(u8 *at, u32 size)
{
    Bits b = bits_of(at, size);
    make_books();
    state = make_settings(&b);
    ready = 1;
    return state;
}

EXPORT(follow) u32 follow(u8 *at, u32 size)
{
    Bits b = bits_of(at, size);
    if (!ready)
        return BROKEN_HEADER;
    if (!state)
        state = raw_data_block(&b);
    return state;
}
