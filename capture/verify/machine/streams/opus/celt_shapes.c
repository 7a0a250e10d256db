/*
 * RFC 6716, 4.3.4: the shapes of the bands: how many pulses there are in each, in halves as long as
 * there are too many to be counted, and which of all the ways there are to place them it is.
 */

#include "celt.h"

#define MOST_SIZE 176   /* coefficients of the widest band */
#define MOST_PULSES 128
#define UNCOUNTED 0xFFFFFFFFu

static u32 ways[MOST_SIZE + 1][MOST_PULSES + 1];

/* What is known while the shape of one band is taken. */
typedef struct {
    Celt *c;
    Range *r;
    i32 band, left;    /* 8ths of bits that are left for shapes */
    u32 answer;
} Shape;

/* A half of a band or a side of it, and what it may cost. */
typedef struct {
    i32 size, bits, blocks, scale;
} Piece;

/* 4.3.4.4: how what a piece may cost is parted. */
typedef struct {
    i32 angle, delta, cost;
} Split;

void count_ways(void)
{
    if (ways[0][0])
        return;
    for (u32 n = 0; n <= MOST_SIZE; n++)
        for (u32 k = 0; k <= MOST_PULSES; k++) {
            u64 sum = k ? 0 : 1;
            if (n && k)
                sum = (u64)ways[n - 1][k] + ways[n][k - 1] + ways[n - 1][k - 1];
            ways[n][k] = sum < UNCOUNTED ? (u32)sum : UNCOUNTED;
        }
}

static i32 log_of(u32 number) { return 32 - __builtin_clz(number); }

/* The product of two fractions of 15 bits, rounded. */
static i32 product(i32 a, i32 b) { return (16384 + (short)a * (short)b) >> 15; }

/* 4.3.4.4: the cosine of a quarter turn's part, to the bit. */
static i32 cosine(i32 angle)
{
    i32 square = (4096 + angle * angle) >> 13;
    i32 curve = product(square, -7651 + product(square, 8277 + product(-626, square)));
    return 1 + (short)(32767 - square + curve);
}

static i32 log_part(i32 number)
{
    return product(number, product(number, -2597) + 7932);
}

/* The logarithm of a tangent, to the bit. */
static i32 log_tangent(i32 sine, i32 cosine)
{
    i32 sines = log_of((u32)sine), cosines = log_of((u32)cosine);
    return (sines - cosines) * 2048 + log_part(sine << (15 - sines))
        - log_part(cosine << (15 - cosines));
}

static u32 square_root(u32 number)
{
    u32 root = 0;
    for (u32 bit = 1u << 15; bit; bit >>= 1)
        if ((root | bit) * (root | bit) <= number)
            root |= bit;
    return root;
}

/* 4.3.4.4: how finely an angle is told: in so many steps. */
static i32 steps_of(const Shape *s, const Piece *p, i32 stereo)
{
    static const short ROOTS[8] = {16384, 17866, 19483, 21247, 23170, 25267, 27554, 30048};
    i32 two = stereo && p->size == 2, freedom = 2 * p->size - 1 - two;
    i32 most_pulses = LOG_WIDTH[s->band] + p->scale * 8;
    i32 offset = (most_pulses >> 1) - (two ? 16 : 4);
    i32 bits = (p->bits + freedom * offset) / freedom;
    bits = least(64, least(bits, p->bits - most_pulses - 32));
    if (bits < 4 || (stereo && s->band >= s->c->intensity))
        return 1;
    return ((ROOTS[bits & 7] >> (14 - (bits >> 3))) + 1) >> 1 << 1;
}

/* An angle of a stereo band: those below the half are three times as likely. */
static u32 stepped_angle(Range *r, u32 steps)
{
    u32 half = steps / 2, thick = 3 * (half + 1), here = found(r, thick + half);
    u32 angle = here < thick ? here / 3 : half + 1 + here - thick;
    if (angle <= half)
        taken(r, 3 * angle, 3 * angle + 3, thick + half);
    else
        taken(r, thick + angle - 1 - half, thick + angle - half, thick + half);
    return angle;
}

/* An angle of a band in halves: those in the middle are the likeliest. */
static u32 peaked_angle(Range *r, u32 steps)
{
    u32 half = steps / 2, total = (half + 1) * (half + 1), here = found(r, total), angle, low, many;
    if (here < half * (half + 1) / 2) {
        angle = (square_root(8 * here + 1) - 1) / 2;
        many = angle + 1;
        low = angle * (angle + 1) / 2;
    } else {
        angle = (2 * (steps + 1) - square_root(8 * (total - here - 1) + 1)) / 2;
        many = steps + 1 - angle;
        low = total - many * (many + 1) / 2;
    }
    taken(r, low, low + many, total);
    return angle;
}

/* 4.3.4.4: takes the angle between two halves or sides, and parts by it what they may cost. */
static Split angle_of(Shape *s, Piece *p, i32 blocks_before, i32 stereo)
{
    i32 steps = steps_of(s, p, stereo), before = (i32)told_8ths(s->r);
    u32 angle = 0;
    if (steps == 1 && stereo && p->bits > 16 && s->left > 16)
        flag(s->r, 2);
    else if (steps > 1 && stereo && p->size > 2)
        angle = stepped_angle(s->r, (u32)steps);
    else if (steps > 1 && (stereo || blocks_before > 1))
        angle = uniform(s->r, (u32)steps + 1);
    else if (steps > 1)
        angle = peaked_angle(s->r, (u32)steps);
    Split split = {(i32)(angle * 16384 / (u32)steps), 0, (i32)told_8ths(s->r) - before};
    p->bits -= split.cost;
    if (split.angle == 0 || split.angle == 16384)
        split.delta = split.angle ? 16384 : -16384;
    else
        split.delta = product((p->size - 1) << 7,
                              log_tangent(cosine(16384 - split.angle), cosine(split.angle)));
    return split;
}

/* 4.3.4.1: how many steps of pulses cost as near as can be to what there is. */
static i32 nearest(const u8 *costs, i32 bits)
{
    i32 low = 0, high = costs[0];
    bits--;
    for (i32 i = 0; i < 6; i++) {
        i32 middle = (low + high + 1) >> 1;
        if (costs[middle] >= bits)
            high = middle;
        else
            low = middle;
    }
    return bits - (low ? costs[low] : -1) <= costs[high] - bits ? low : high;
}

/* 4.3.4.2: which way it is to place pulses. */
static void place(Shape *s, const Piece *p, const u8 *costs)
{
    i32 step = nearest(costs, p->bits), cost = step ? costs[step] + 1 : 0;
    while (step > 0 && cost > s->left)
        cost = --step ? costs[step] + 1 : 0;
    s->left -= cost;
    if (!step)
        return;
    i32 pulses = step < 8 ? step : (8 + (step & 7)) << ((step >> 3) - 1);
    u32 count = pulses <= MOST_PULSES ? ways[p->size][pulses] : UNCOUNTED;
    if (count == UNCOUNTED)
        s->answer = BAD_CODE;
    else
        uniform(s->r, count);
}

static void half(Shape *s, Piece p);

/* Takes two pieces, the dearer one first, which leaves to the other what it does not use. */
static void both(Shape *s, Piece first, Piece second, i32 angle, void (*take)(Shape *, Piece))
{
    i32 swapped = first.bits < second.bits, before = s->left;
    Piece *dear = swapped ? &second : &first, *cheap = swapped ? &first : &second;
    take(s, *dear);
    i32 unused = dear->bits - (before - s->left);
    if (unused > 24 && angle != (swapped ? 16384 : 0))
        cheap->bits += unused - 24;
    take(s, *cheap);
}

/* 4.3.4.4: a piece that is too dear to be counted in one, in halves. */
static void halves(Shape *s, Piece p)
{
    i32 before = p.blocks;
    p.size >>= 1, p.scale--, p.blocks = (p.blocks + 1) >> 1;
    Split split = angle_of(s, &p, before, 0);
    i32 delta = split.delta;
    if (before > 1 && split.angle & 0x3FFF) {
        if (split.angle > 8192)
            delta -= delta >> (4 - p.scale);
        else
            delta = least(0, delta + (p.size << 3 >> (5 - p.scale)));
    }
    s->left -= split.cost;
    Piece first = p, second = p;
    first.bits = most(0, least(p.bits, (p.bits - delta) / 2));
    second.bits = p.bits - first.bits;
    both(s, first, second, split.angle, half);
}

static void half(Shape *s, Piece p)
{
    i32 at = CACHE_OF[p.scale + 1][s->band];
    if (at < 0 || p.size < 2) {
        s->answer = BAD_CODE;
        return;
    }
    const u8 *costs = CACHE + at;
    if (p.scale != -1 && p.bits > costs[costs[0]] + 12 && p.size > 2)
        halves(s, p);
    else
        place(s, &p, costs);
}

/* A band of one coefficient has a sign. */
static void lone(Shape *s)
{
    if (s->left < 8)
        return;
    plain(s->r, 1);
    s->left -= 8;
}

/* 4.3.4.5: one side of a band: what its blocks are depends on the change of resolution. */
static void side(Shape *s, Piece p)
{
    i32 change = s->c->resolution[s->band], each = p.size / p.blocks;
    if (p.size == 1) {
        lone(s);
        return;
    }
    if (change > 0)
        p.blocks >>= change;
    for (; change < 0 && !(each & 1); change++)
        p.blocks <<= 1, each >>= 1;
    half(s, p);
}

/* 4.3.4.4: the middle and the side of a band. */
static void middle_and_side(Shape *s, Piece p)
{
    if (p.size == 1) {
        lone(s);
        lone(s);
        return;
    }
    Split split = angle_of(s, &p, p.blocks, 1);
    s->left -= split.cost;
    if (p.size == 2) {
        if (split.angle && split.angle != 16384) {
            p.bits -= 8, s->left -= 8;
            plain(s->r, 1);
        }
        side(s, p);
        return;
    }
    Piece first = p, second = p;
    first.bits = most(0, least(p.bits, (p.bits - split.delta) / 2));
    second.bits = p.bits - first.bits;
    both(s, first, second, split.angle, side);
}

/* What a band may cost: its own, and a third of what the earlier ones did not use. */
static i32 budget(const Celt *c, i32 band, i32 balance, i32 left)
{
    if (band >= c->coded)
        return 0;
    i32 share = balance / least(3, c->coded - band);
    return most(0, least(16383, least(left + 1, c->pulses[band] + share)));
}

u32 shapes(Celt *c)
{
    Shape s = {.c = c, .r = c->r};
    i32 total = (i32)(c->r->size * 64) - c->reserved, balance = c->balance;
    for (i32 i = c->start; i < c->end; i++) {
        i32 used = (i32)told_8ths(c->r);
        if (i != c->start)
            balance -= used;
        s.band = i, s.left = total - used - 1;
        Piece p = {breadth(i) << c->scale, budget(c, i, balance, s.left), 1, c->scale};
        if (c->transient)
            p.blocks = 1 << c->scale;
        if (c->dual && i < c->intensity) {
            p.bits /= 2;
            side(&s, p);
            side(&s, p);
        } else if (c->channels == 2) {
            middle_and_side(&s, p);
        } else {
            side(&s, p);
        }
        balance += c->pulses[i] + used;
    }
    return s.answer;
}
