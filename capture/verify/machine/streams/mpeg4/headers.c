/*
 * The headers before the pictures: ISO/IEC 14496-2, 6.2.2 to 6.2.4. What they say must be what this
 * machine follows: rectangular pictures of 8 bits in one layer, whole, without counts of how complex
 * they are.
 */

#include "mpeg4.h"

#define VIDEO 1
#define RECTANGLE 0
#define EXTENDED_ASPECT 15
#define CHROMA_420 1
#define SIMPLE 1
#define LAST_FOLLOWED_TYPE 17 /* advanced simple; behind it come the studio and fine grain types */

static u32 object_version;

/* 5.2.4 */
u32 next_start_code(Bits *b)
{
    if (b->next >= b->end)
        return ENDS_EARLY;
    if (!at_stuffing(b))
        return BITS_LEFT;
    skip(b, stuffing_bits(b));
    return FINE;
}

/* 6.2.2: the profile and level; 0 is reserved. */
u32 sequence_header(Bits *b)
{
    take(b, 8);
    return over(b) ? ENDS_EARLY : FINE;
}

static void signal_type(Bits *b)
{
    if (!take(b, 1))
        return;
    take(b, 4);
    if (take(b, 1))
        skip(b, 24);
}

u32 object_header(Bits *b)
{
    object_version = 1;
    if (take(b, 1)) {
        object_version = take(b, 4);
        take(b, 3);
    }
    if (take(b, 4) != VIDEO)
        return NOT_FOLLOWED;
    signal_type(b);
    return next_start_code(b);
}

static u32 markers_of(Bits *b, u32 first, u32 second)
{
    skip(b, first);
    u32 marker = take(b, 1);
    skip(b, second);
    return marker & take(b, 1);
}

/* 6.2.3: vol_control_parameters, with what is said of the rate and its buffer. */
static u32 control(Bits *b)
{
    if (take(b, 2) != CHROMA_420)
        return NOT_FOLLOWED;
    take(b, 1);
    if (!take(b, 1))
        return FINE;
    u32 marked = markers_of(b, 15, 15);
    marked &= markers_of(b, 15, 14);
    skip(b, 15);
    return marked & take(b, 1) ? FINE : BROKEN_HEADER;
}

static u32 time_and_size(Bits *b, Layer *l)
{
    u32 marked = take(b, 1), resolution = take(b, 16);
    if (!resolution)
        return BROKEN_HEADER;
    l->resolution = resolution;
    l->time_bits = resolution > 2 ? 32 - (u32)__builtin_clz(resolution - 1) : 1;
    marked &= take(b, 1);
    if (take(b, 1))
        skip(b, l->time_bits);
    marked &= take(b, 1);
    u32 width = take(b, 13);
    marked &= take(b, 1);
    u32 height = take(b, 13);
    marked &= take(b, 1);
    l->width = (width + 15) / 16;
    l->height = (height + 15) / 16;
    return marked && width && height ? FINE : BROKEN_HEADER;
}

static u32 sprites(Bits *b, Layer *l, u32 version)
{
    l->sprites = version == 1 ? take(b, 1) : take(b, 2);
    if (!l->sprites)
        return FINE;
    if (l->sprites != 2)
        return NOT_FOLLOWED;
    l->points = take(b, 6);
    take(b, 2);
    if (take(b, 1))
        return NOT_FOLLOWED;
    return l->points <= 3 ? FINE : BROKEN_HEADER;
}

/* A matrix of 64 weights, of which the last ones may be left out, behind a zero. */
static void matrix(Bits *b)
{
    if (take(b, 1))
        for (u32 at = 0; at < 64 && take(b, 8); at++)
            ;
}

static u32 tools(Bits *b, Layer *l, u32 version)
{
    if (take(b, 1))
        return NOT_FOLLOWED; /* not_8_bit */
    if (take(b, 1)) {
        matrix(b);
        matrix(b);
    }
    if (version != 1)
        take(b, 1); /* quarter_sample */
    if (!take(b, 1))
        return NOT_FOLLOWED; /* complexity_estimation_disable */
    l->resync = !take(b, 1);
    l->partitioned = take(b, 1);
    l->reversible = l->partitioned ? take(b, 1) : 0;
    if (version != 1 && take(b, 2))
        return NOT_FOLLOWED; /* newpred_enable, reduced_resolution_vop_enable */
    if (take(b, 1) || (l->partitioned && l->interlaced))
        return NOT_FOLLOWED; /* scalability */
    return FINE;
}

static u32 layer_body(Bits *b, Layer *l, u32 version)
{
    u32 answer = time_and_size(b, l);
    if (answer)
        return answer;
    l->interlaced = take(b, 1);
    if (!take(b, 1))
        return NOT_FOLLOWED; /* obmc_disable */
    answer = sprites(b, l, version);
    return answer ? answer : tools(b, l, version);
}

u32 layer_header(Bits *b)
{
    Layer l = {.known = 1};
    take(b, 1);
    u32 type = take(b, 8), version = object_version ? object_version : 1;
    if (type < SIMPLE || type > LAST_FOLLOWED_TYPE)
        return NOT_FOLLOWED;
    if (take(b, 1)) {
        version = take(b, 4);
        take(b, 3);
    }
    if (take(b, 4) == EXTENDED_ASPECT)
        skip(b, 16);
    u32 answer = take(b, 1) ? control(b) : FINE;
    if (!answer && take(b, 2) != RECTANGLE)
        answer = NOT_FOLLOWED;
    answer = answer ? answer : layer_body(b, &l, version);
    answer = answer ? answer : next_start_code(b);
    if (!answer)
        layer = l;
    return answer;
}

/* Seconds that the first group may begin after the beginning of the stream. */
#define LATEST_GROUP 60
/* Seconds from the last picture before a group to the group, at most. */
#define LONGEST_STEP 2

static u32 any_group, last_group, group_closed;

/* A group's time goes on from the pictures before it. */
static u32 time_goes_on(u32 time)
{
    u32 before = any_group ? last_group + seconds_since_group : 0;
    u32 most = any_group ? before + LONGEST_STEP : LATEST_GROUP;
    seconds_since_group = 0;
    last_group = time;
    return time >= before && time <= most;
}

/*
 * 6.2.4: a time, and two flags. It is to count from the beginning; a camera that writes the time of
 * day there is not followed. Groups are all closed or all open, and no link is broken.
 */
u32 group_header(Bits *b)
{
    u32 hours = take(b, 5), minutes = take(b, 6), marked = take(b, 1), seconds = take(b, 6);
    u32 time = 3600 * hours + 60 * minutes + seconds;
    u32 closed = take(b, 1), broken = take(b, 1);
    if (hours > 23 || minutes > 59 || seconds > 59 || !marked)
        return BROKEN_HEADER;
    if (broken || (any_group && closed != group_closed) || !time_goes_on(time))
        return NOT_FOLLOWED;
    any_group = 1, group_closed = closed;
    return next_start_code(b);
}
