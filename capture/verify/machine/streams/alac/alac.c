/*
 * Apple Lossless: a packet is elements of one or two channels, each a header, the bytes that were
 * shifted out of its samples, and what a prediction left over, in adaptive Golomb codes. How long a
 * code is depends on the values before it alone, never on the samples, so nothing is predicted here.
 *
 * Source: the Apple Lossless Format description (ALACMagicCookieDescription.txt) and how its
 * reference reads a packet. What no encoder needs and no decoder looks at must be zeros.
 */

#include "alac.h"

static Cookie cookie;
static u32 unmixed; /* one more than what was said where channels were not mixed, or 0 */

static u32 word(const u8 *at) { return (u32)at[0] << 24 | (u32)at[1] << 16 | (u32)at[2] << 8 | at[3]; }

/*
 * The cookie of 24 bytes; before it, where they are given, the four zeros of a full box. The longest
 * packet and the mean rate must be said to be unknown: they decide nothing, nor does the longest run,
 * which Apple writes as 255 and others as 0.
 */
EXPORT(configure) u32 configure(u8 *at, u32 size)
{
    cookie = (Cookie){0};
    unmixed = 0;
    if (size == COOKIE + 4 && !word(at))
        at += 4, size -= 4;
    if (size != COOKIE || at[4] || at[10] || (at[11] && at[11] != 255))
        return BROKEN_HEADER;
    if (word(at + 12) || word(at + 16))
        return BROKEN_HEADER;
    Cookie c = {word(at), at[5], at[6], at[7], at[8], at[9]};
    if (c.depth != 16 && c.depth != 20 && c.depth != 24 && c.depth != 32)
        return BROKEN_HEADER;
    if (c.kb > 31 || !c.channels || c.channels > CHANNELS || !c.frame)
        return BROKEN_HEADER;
    if (c.frame > LONGEST)
        return TOO_LONG;
    cookie = c;
    return FINE;
}

static u32 ones_of(Bits *b)
{
    u32 ones = (u32)__builtin_clz(~peek(b, 16) << 16 | 0x8000u);
    if (ones >= MOST_ONES)
        ones = MOST_ONES;
    skip(b, ones < MOST_ONES ? ones + 1 : ones);
    return ones;
}

/* A Golomb code of modulus `m`, or, behind nine ones, a number of so many bits. */
static u32 golomb(Bits *b, u32 m, u32 k, u32 bits)
{
    u32 ones = ones_of(b);
    if (ones == MOST_ONES)
        return take(b, bits);
    if (k == 1)
        return ones * m;
    u32 rest = peek(b, k);
    skip(b, rest < 2 ? k - 1 : k);
    return ones * m + (rest < 2 ? 0 : rest - 1);
}

/* How many zeros follow, where the mean is small: counted in a code of its own. */
static u32 zeros_of(Bits *b, u32 mean)
{
    u32 k = (mean ? (u32)__builtin_clz(mean) : 32) - 24 + ((mean + 16) >> 6);
    u32 m = ((1u << k) - 1) & ((1u << cookie.kb) - 1);
    return golomb(b, m, k, 16);
}

/* What the prediction of one channel left over. `bits` is the size of the largest value. */
static u32 residuals(Bits *b, u32 samples, u32 pb, u32 bits)
{
    u32 mean = cookie.mb, zero_mode = 0;
    for (u32 at = 0; at < samples;) {
        u32 k = 31 - (u32)__builtin_clz((mean >> QB_SHIFT) + 3);
        k = k < cookie.kb ? k : cookie.kb;
        u32 value = golomb(b, (1u << k) - 1, k, bits);
        if (over(b))
            return ENDS_EARLY;
        at++;
        mean = pb * (value + zero_mode) + mean - ((pb * mean) >> QB_SHIFT);
        if (value > MEAN_CLAMP)
            mean = MEAN_CLAMP;
        zero_mode = 0;
        if (mean << 2 < QB && at < samples) {
            u32 zeros = zeros_of(b, mean);
            if (zeros > samples - at)
                return TOO_MANY;
            at += zeros;
            zero_mode = zeros < 65535;
            mean = 0;
        }
    }
    return FINE;
}

/* Where two channels are not mixed, how finely they would be is what it was the last time. */
static u32 unmixed_as_before(u32 mix_bits)
{
    u32 same = !unmixed || unmixed == mix_bits + 1;
    unmixed = mix_bits + 1;
    return same;
}

/*
 * The prediction's mode, its coefficients, and how quickly the mean follows: all of it decides, but
 * where there are fewer samples than coefficients, which no encoder would then have written.
 */
static u32 prediction(Bits *b, u32 samples, u32 *pb)
{
    u32 mode = take(b, 4), factor;
    take(b, 4);
    factor = take(b, 3);
    u32 order = take(b, 5);
    if ((mode && mode != 15) || order == 31)
        return NOT_FOLLOWED; /* other modes mean the same, and 31 coefficients are not looked at */
    if (order && order >= samples)
        return NOT_FOLLOWED;
    *pb = factor * cookie.pb / 4;
    skip(b, 16 * order);
    return FINE;
}

static u32 compressed(Bits *b, const Header *header, u32 channels)
{
    u32 mix_bits = take(b, 8), mix = take(b, 8), pb[2];
    u32 bits = cookie.depth - 8 * header->shifted + (channels - 1);
    if (!cookie.kb) /* said by who compresses nothing */
        return BROKEN_HEADER;
    if (mix_bits > 31 || (channels == 1 && (mix_bits || mix)) || bits > 32 || bits < 2)
        return BROKEN_HEADER;
    if (channels == 2 && !mix && !unmixed_as_before(mix_bits))
        return BAD_ORDER;
    for (u32 channel = 0; channel < channels; channel++) {
        u32 answer = prediction(b, header->samples, &pb[channel]);
        if (answer)
            return answer;
    }
    skip(b, (u64)header->shifted * 8 * channels * header->samples);
    for (u32 channel = 0; channel < channels; channel++) {
        u32 answer = residuals(b, header->samples, pb[channel], bits);
        if (answer)
            return answer;
    }
    return FINE;
}

/* The head of an element: whether it is shorter than a frame, and how its samples are written. */
static u32 header_of(Bits *b, Header *header)
{
    if (take(b, 12))
        return BROKEN_HEADER;
    u32 partial = take(b, 1);
    header->shifted = take(b, 2);
    header->escape = take(b, 1);
    header->samples = partial ? take(b, 32) : cookie.frame;
    if (over(b))
        return ENDS_EARLY;
    if (header->shifted == 3 || (header->escape && header->shifted))
        return BROKEN_HEADER;
    return header->samples && header->samples <= cookie.frame ? FINE : TOO_MANY;
}

static u32 element(Bits *b, Packet *packet, u32 tag)
{
    Header header;
    u32 channels = tag == CPE ? 2 : 1, instance = take(b, 4);
    if (instance && instance != packet->elements[tag])
        return BAD_ORDER;
    packet->elements[tag]++;
    u32 answer = header_of(b, &header);
    if (answer)
        return answer;
    if (packet->samples && packet->samples != header.samples)
        return BAD_ORDER;
    packet->samples = header.samples;
    packet->channels += channels;
    if (packet->channels > cookie.channels)
        return TOO_MANY;
    if (!header.escape)
        return compressed(b, &header, channels);
    skip(b, (u64)cookie.depth * channels * header.samples);
    return FINE;
}

/* Behind the end there are zeros to the end of the byte, which is the last one. */
static u32 end_of(Bits *b, const Packet *packet)
{
    if (over(b) || packet->channels != cookie.channels)
        return ENDS_EARLY;
    u64 left = b->end - b->next;
    if (left > 7)
        return BYTES_LEFT;
    return left && take(b, (u32)left) ? BITS_LEFT : FINE;
}

EXPORT(follow) u32 follow(u8 *at, u32 size)
{
    Bits b = bits_of(at, size);
    Packet packet = {0};
    u32 answer = cookie.frame ? FINE : BROKEN_HEADER;
    while (!answer && !over(&b)) {
        u32 tag = take(&b, 3);
        if (tag == END)
            return end_of(&b, &packet);
        if (tag == SCE || tag == CPE || tag == LFE)
            answer = element(&b, &packet, tag);
        else
            answer = NOT_FOLLOWED; /* data, and fillers: their mere number could say something */
    }
    return answer ? answer : ENDS_EARLY;
}
