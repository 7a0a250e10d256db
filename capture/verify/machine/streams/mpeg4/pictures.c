/*
 * One VOP: its head (ISO/IEC 14496-2, 6.2.5), the heads of its packets (6.2.5.2), and its macroblocks
 * in their order. What a packet's head repeats must be what the VOP's head says, bit for bit.
 */

#include "mpeg4.h"

#define QUANT_BITS 5
#define LONGEST_PAUSE 4096 /* seconds without a picture */

Layer layer;
Picture picture;
u32 seconds_since_group;
u8 left_out[MOST_MACROBLOCKS];

/* modulo_time_base and vop_time_increment, with the markers behind them. */
static u32 time_of(Bits *b)
{
    u32 seconds = 0;
    while (take(b, 1))
        if (++seconds > LONGEST_PAUSE)
            return TOO_LONG;
    if (picture.type != B_VOP)
        seconds_since_group += seconds;
    u32 marked = take(b, 1), part = take(b, layer.time_bits);
    if (part >= layer.resolution)
        return BROKEN_HEADER;
    return marked & take(b, 1) ? FINE : BROKEN_HEADER;
}

static u32 way(Bits *b)
{
    u32 bits = code(b, &tables[WAY]);
    if (bits == NO_CODE)
        return BAD_CODE;
    skip(b, bits);
    return take(b, 1) ? FINE : BROKEN_HEADER;
}

static u32 sprite_trajectory(Bits *b)
{
    u32 answer = FINE;
    picture.way = b->next;
    for (u32 at = 0; at < 2 * layer.points && !answer; at++)
        answer = way(b);
    picture.way_bits = b->next - picture.way;
    return answer;
}

/* How far vectors reach, and how coarse the picture is. */
static u32 reach_of(Bits *b)
{
    picture.quant = take(b, QUANT_BITS);
    picture.forward = picture.type == I_VOP ? 1 : take(b, 3);
    picture.backward = picture.type == B_VOP ? take(b, 3) : 1;
    if (over(b))
        return ENDS_EARLY;
    return picture.quant && picture.forward && picture.backward ? FINE : BROKEN_HEADER;
}

static u32 vop_header(Bits *b)
{
    static const u8 thresholds[8] = {32, 13, 15, 17, 19, 21, 23, 0};
    picture = (Picture){.type = take(b, 2)};
    picture.time = b->next;
    u32 answer = time_of(b);
    picture.time_bits = b->next - picture.time;
    picture.coded = take(b, 1);
    if (answer || !picture.coded)
        return answer;
    if (picture.type == S_VOP && layer.sprites != 2)
        return BROKEN_HEADER;
    if (picture.type == P_VOP || picture.type == S_VOP)
        take(b, 1); /* vop_rounding_type */
    picture.threshold = thresholds[take(b, 3)];
    if (layer.interlaced)
        take(b, 2);
    answer = picture.type == S_VOP ? sprite_trajectory(b) : FINE;
    return answer ? answer : reach_of(b);
}

static u32 zeros_of_marker(void)
{
    u32 reach = picture.forward > picture.backward ? picture.forward : picture.backward;
    if (picture.type == I_VOP)
        return 16;
    return 15 + (picture.type == B_VOP && reach < 2 ? 2 : reach);
}

/* Whether stuffing and the marker of a packet follow. Behind the end there are zeros, which are none. */
u32 at_packet(const Bits *b)
{
    if (!layer.resync || !at_stuffing(b))
        return 0;
    Bits ahead = *b;
    skip(&ahead, stuffing_bits(b));
    return peek(&ahead, zeros_of_marker() + 1) == 1;
}

static u32 number_bits(void)
{
    u32 count = layer.width * layer.height;
    return count > 2 ? 32 - (u32)__builtin_clz(count - 1) : 1;
}

/* Whether the next bits are those that stood there before. */
static u32 repeats(Bits *b, u64 from, u64 count)
{
    Bits before = {b->bytes, from, b->end};
    for (u32 some; count; count -= some) {
        some = count < 32 ? (u32)count : 32;
        if (take(&before, some) != take(b, some))
            return 0;
    }
    return 1;
}

static u32 header_extension(Bits *b)
{
    static const u8 thresholds[8] = {32, 13, 15, 17, 19, 21, 23, 0};
    u32 same = repeats(b, picture.time, picture.time_bits);
    same &= take(b, 2) == picture.type;
    same &= thresholds[take(b, 3)] == picture.threshold;
    if (picture.type == S_VOP)
        same &= repeats(b, picture.way, picture.way_bits);
    if (picture.type != I_VOP)
        same &= take(b, 3) == picture.forward;
    if (picture.type == B_VOP)
        same &= take(b, 3) == picture.backward;
    return same ? FINE : BAD_ORDER;
}

/* Takes the stuffing, the marker and the head of a packet, of which at_packet was said. */
u32 packet_header(Bits *b, u32 *number)
{
    skip(b, stuffing_bits(b));
    skip(b, zeros_of_marker() + 1);
    *number = take(b, number_bits());
    picture.quant = take(b, QUANT_BITS);
    if (!picture.quant)
        return BROKEN_HEADER;
    u32 answer = take(b, 1) ? header_extension(b) : FINE;
    return over(b) ? ENDS_EARLY : answer;
}

static u32 partitioned_vop(Bits *b, u32 count)
{
    for (u32 number = 0, said;;) {
        u32 answer = partitions(b, &number);
        if (answer || number == count)
            return answer;
        if (!at_packet(b))
            return BAD_ORDER;
        answer = packet_header(b, &said);
        if (answer || said != number)
            return answer ? answer : BAD_ORDER;
    }
}

/*
 * In a B-VOP a macroblock takes no bits where the one in the same place of the picture behind it was
 * left out. So a packet may begin with those, end with them, and hold nothing else: all the packets
 * that begin behind the last macroblock with bits, and not behind `number`, the next.
 */
static u32 packets_until(Bits *b, u32 number, u32 *start, u32 behind)
{
    while (at_packet(b)) {
        u32 said, answer = packet_header(b, &said);
        if (answer)
            return answer;
        if (said <= *start || said < behind || said > number)
            return BAD_ORDER;
        *start = said;
    }
    return FINE;
}

static u32 whole_vop(Bits *b, u32 count)
{
    u32 start = 0, behind = 0;
    for (u32 number = 0; number < count; number++) {
        if (picture.type == B_VOP && left_out[number])
            continue;
        u32 answer = packets_until(b, number, &start, behind);
        answer = answer ? answer : macroblock(b, number);
        if (answer)
            return answer;
        behind = number + 1;
    }
    return packets_until(b, count - 1, &start, behind);
}

u32 vop(Bits *b)
{
    if (!layer.known)
        return BAD_ORDER;
    u32 answer = vop_header(b);
    if (answer)
        return answer;
    u32 count = layer.width * layer.height;
    if (picture.coded && layer.partitioned && picture.type != B_VOP)
        answer = partitioned_vop(b, count);
    else if (picture.coded)
        answer = whole_vop(b, count);
    return answer ? answer : next_start_code(b);
}
