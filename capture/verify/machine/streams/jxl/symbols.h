/* ISO/IEC 18181-1, C.2 and C.3: the next number of a stream, of a cluster of contexts. */

#ifndef JXL_SYMBOLS_H
#define JXL_SYMBOLS_H

#include "jxl.h"

#define WINDOW (1u << 20)
#define FINAL_STATE 0x130000u

extern u32 window[WINDOW];

static inline u32 longer(Low *b, const Prefix *p)
{
    u64 bits = look(b);
    u32 code = 0;
    for (u32 length = 1; length < 16; length++) {
        code = code << 1 | (bits >> (length - 1) & 1);
        u32 place = code - p->first[length];
        if (length > ROOT && place < p->count[length]) {
            pass(b, length);
            return p->symbols[p->offset[length] + place];
        }
    }
    return 0;
}

static inline u32 prefix_token(Low *b, const Prefix *p)
{
    u32 entry = p->root[look(b) & ((1 << ROOT) - 1)];
    if ((entry & 15) == LONGER)
        return longer(b, p);
    pass(b, entry & 15);
    return entry >> 4;
}

static inline u32 ans_token(Symbols *s, const Cluster *c)
{
    u32 shift = s->codes->shift, at = s->state & 4095, within = at & ((1u << shift) - 1);
    const Slot *slot = c->slots + (at >> shift);
    u32 symbol = at >> shift, offset = within, count = slot->own;
    if (within >= slot->cutoff)
        symbol = slot->symbol, offset = slot->offset + within, count = slot->other;
    u32 state = count * (s->state >> 12) + offset;
    if (state < 1u << 16) {
        state = state << 16 | (u32)(look(s->bits) & 0xFFFF);
        pass(s->bits, 16);
    }
    s->state = state;
    return symbol;
}

static inline u32 token_of(Symbols *s, Cluster *c)
{
    c->used = 1;
    return s->codes->is_prefix ? prefix_token(s->bits, c->prefix) : ans_token(s, c);
}

static inline u32 hybrid(Symbols *s, const Hybrid *h, u32 token)
{
    if (token < h->first)
        return token;
    u32 within = h->high + h->low, count = h->exponent - within + ((token - h->first) >> within);
    if (count > 31) {
        s->wrong = BAD_CODE;
        return 0;
    }
    u32 lowest = token & ((1u << h->low) - 1);
    u32 highest = 1u << h->high | (token >> h->low & ((1u << h->high) - 1));
    u64 value = ((u64)highest << count | low(s->bits, count)) << h->low | lowest;
    if (value >> 32)
        s->wrong = BAD_CODE;
    return (u32)value;
}

/* `cluster` must be one of the stream's. */
static inline u32 number(Symbols *s, u32 cluster)
{
    const Codes *codes = s->codes;
    if (s->copies)
        return copied(s, 0);
    Cluster *c = codes->cluster + cluster;
    u32 token = token_of(s, c);
    if (token >= codes->lz_from)
        return copied(s, token);
    u32 value = hybrid(s, &c->hybrid, token);
    if (codes->lz_distance)
        window[s->done++ & (WINDOW - 1)] = value;
    return value;
}

/* The next number of a context. */
static inline u32 numbered(Symbols *s, u32 context) { return number(s, s->codes->map[context]); }

#endif
