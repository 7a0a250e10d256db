/*
 * ISO/IEC 18181-1, H: streams of channels, each value of which is coded as what a prediction from its
 * neighbours missed. The values are kept as long as the stream is read, for the next ones depend on
 * them; what the picture looks like is not computed.
 */

#include "symbols.h"
#include "weighted.h"

#define OWN_PROPERTIES 16
#define ALL_PROPERTIES 256
#define OTHERS 60
#define STEPS_A_VALUE 8

#define OWN_LEAF_BITS 48
#define GRADIENT_LEAF 0x092150a94492ull
#define WEIGHTED_LEAF 0x092160b14492ull

/* What stands around a place: H.3. */
typedef struct {
    i32 left, top, top_left, top_right, left_left, top_top, far_right;
} Around;

/* How one channel is read. */
typedef struct {
    Symbols *symbols;
    const Channel *channel;
    const Node *tree;
    u8 *reached;
    Weighted *weighted;         /* or 0 */
    const Channel *other[OTHERS];
    u32 others;
    u64 steps;
    i32 asked[ALL_PROPERTIES];
} Reading;

Tree shared_tree;

static inline Around around(const i32 *row, u32 width, u32 x, u32 y)
{
    const i32 *above = row - width;
    Around a;
    a.left = x ? row[x - 1] : y ? above[x] : 0;
    a.top = y ? above[x] : a.left;
    a.top_left = x && y ? above[x - 1] : a.left;
    a.top_right = x + 1 < width && y ? above[x + 1] : a.top;
    a.left_left = x > 1 ? row[x - 2] : a.left;
    a.top_top = y > 1 ? above[(i32)x - (i32)width] : a.top;
    a.far_right = x + 2 < width && y ? above[x + 2] : a.top_right;
    return a;
}

static inline i32 sum(i32 a, i32 b) { return (i32)((u32)a + (u32)b); }

static inline i32 difference(i32 a, i32 b) { return (i32)((u32)a - (u32)b); }

static inline i32 without_sign(i32 value) { return value < 0 ? difference(0, value) : value; }

/* left + top - top_left, between the two. */
static inline i64 gradient(i64 left, i64 top, i64 top_left)
{
    i64 least = left < top ? left : top, most = left < top ? top : left;
    return top_left < least ? most : top_left > most ? least : left + top - top_left;
}

static inline i64 nearer(i64 left, i64 top, i64 top_left)
{
    i64 to_left = top - top_left, to_top = left - top_left;
    return (to_left < 0 ? -to_left : to_left) < (to_top < 0 ? -to_top : to_top) ? left : top;
}

static inline i64 predicted(u32 predictor, const Around *a, i64 weighted)
{
    i64 left = a->left, top = a->top, top_left = a->top_left, top_right = a->top_right;
    switch (predictor) {
    case 1: return left;
    case 2: return top;
    case 3: return (left + top) / 2;
    case 4: return nearer(left, top, top_left);
    case 5: return gradient(left, top, top_left);
    case 6: return weighted;
    case 7: return top_right;
    case 8: return top_left;
    case 9: return a->left_left;
    case 10: return (left + top_left) / 2;
    case 11: return (top_left + top) / 2;
    case 12: return (top + top_right) / 2;
    case 13:
        return (6 * top - 2 * (i64)a->top_top + 7 * left + a->left_left + a->far_right +
                3 * top_right + 8) / 16;
    default: return 0;
    }
}

static inline void ask(i32 *asked, const Around *a, u32 x)
{
    asked[3] = (i32)x;
    asked[4] = without_sign(a->top), asked[5] = without_sign(a->left);
    asked[6] = a->top, asked[7] = a->left;
    asked[8] = difference(a->left, asked[9]);
    asked[9] = difference(sum(a->left, a->top), a->top_left);
    asked[10] = difference(a->left, a->top_left);
    asked[11] = difference(a->top_left, a->top);
    asked[12] = difference(a->top, a->top_right);
    asked[13] = difference(a->top, a->top_top);
    asked[14] = difference(a->left, a->left_left);
}

/* H.4.1: four properties of each channel before this one that is of its size. */
static void ask_others(Reading *r, u32 x, u32 y)
{
    u32 width = r->channel->width;
    for (u32 i = 0; i < r->others; i++) {
        const i32 *at = r->other[i]->pixels + y * width + x;
        i32 *asked = r->asked + OWN_PROPERTIES + 4 * i;
        i32 left = x ? at[-1] : 0, top = y ? at[-(i32)width] : left;
        i32 top_left = x && y ? at[-(i32)width - 1] : left;
        i32 missed = difference(*at, (i32)gradient(left, top, top_left));
        asked[0] = without_sign(*at), asked[1] = *at;
        asked[2] = without_sign(missed), asked[3] = missed;
    }
}

static inline void read_value(Reading *r, i32 *row, u32 x, u32 y)
{
    Around a = around(row, r->channel->width, x, y);
    const Node *node = r->tree;
    i64 weighted = 0;
    if (r->weighted) {
        const i32 near[5] = {a.top, a.left, a.top_right, a.top_left, a.top_top};
        weighted = weigh(r->weighted, x, y, near, r->asked + 15);
    }
    if (node->property >= 0) {
        ask(r->asked, &a, x);
        if (r->others)
            ask_others(r, x, y);
        do {
            node = r->tree + node->more + (r->asked[node->property] <= node->value);
            r->steps++;
        } while (node->property >= 0);
    }
    r->reached[-1 - node->property] = 1;
    i64 value = (i64)unpacked(number(r->symbols, node->more >> 4)) * node->less + node->value +
                predicted(node->more & 15, &a, weighted);
    if (value != (i32)value)
        r->symbols->wrong = BAD_CODE;
    row[x] = (i32)value;
    if (r->weighted)
        learn(r->weighted, x, y, row[x]);
}

static u32 read_rows(Reading *r)
{
    const Channel *c = r->channel;
    for (u32 y = 0; y < c->height; y++) {
        r->asked[2] = (i32)y, r->asked[9] = 0, r->steps = 0;
        for (u32 x = 0; x < c->width; x++)
            read_value(r, c->pixels + y * c->width, x, y);
        if (r->symbols->wrong)
            return r->symbols->wrong;
        if (past(r->symbols->bits))
            return ENDS_EARLY;
        if (!spend(r->steps))
            return TOO_LONG;
    }
    return FINE;
}

static void find_others(Reading *r, const Channels *all, u32 index, u32 properties)
{
    const Channel *c = r->channel;
    r->others = 0;
    for (u32 i = index; i-- && OWN_PROPERTIES + 4 * r->others < properties;) {
        const Channel *other = all->list + i;
        if (other->width == c->width && other->height == c->height && other->across == c->across &&
            other->down == c->down)
            r->other[r->others++] = other;
    }
}

static u32 read_channel(Symbols *s, Channels *all, u32 index, i32 stream, const Tree *tree, Weighted *w)
{
    static Reading r;
    u32 properties, wrong;
    int weighted;
    Channel *c = all->list + index;
    u64 values = (u64)c->width * c->height;
    if (values >> 27 || !(c->pixels = store((u32)values * 4)))
        return TOO_LONG;
    u32 mark = stored();
    clear(&r, sizeof r);
    r.symbols = s, r.channel = c, r.reached = tree->reached;
    r.tree = flattened(tree, (i32)index, stream, &properties, &weighted);
    if (!r.tree)
        return TOO_LONG;
    if (weighted) {
        r.weighted = w;
        if (!start_weighted(w, c->width))
            return TOO_LONG;
    }
    find_others(&r, all, index, properties);
    wrong = spend(values * (STEPS_A_VALUE + r.others)) ? read_rows(&r) : TOO_LONG;
    give_back(mark);
    return wrong;
}

/* Which of the channels are in this stream: up to the first that is too large, but for empty ones. */
static int is_read(const Channel *c) { return c->width && c->height; }

static u32 last_read(const Channels *all, u32 largest, u32 *widest)
{
    u32 last = 0;
    *widest = 0;
    for (u32 i = 0; i < all->count; i++) {
        const Channel *c = all->list + i;
        if (!is_read(c))
            continue;
        if (i >= all->metas && (c->width > largest || c->height > largest))
            break;
        last = i + 1;
        *widest = c->width > *widest ? c->width : *widest;
    }
    return last;
}

/*
 * Where no channel of a frame's first stream is small enough, decoders stop before its codes. But
 * libjxl writes what begins and ends codes of nothing: the state of shared codes, or a tree of its own
 * that is one leaf, of the gradient or the weighted predictor. These bits have no choice in them.
 */
static u32 empty(Low *b, u32 shared)
{
    const Tree *tree = &shared_tree;
    u64 bits = look(b) & ((1ull << OWN_LEAF_BITS) - 1);
    if (shared && tree->there && !tree->codes.is_prefix && (u32)bits == FINAL_STATE)
        pass(b, 32);
    else if (!shared && (bits == GRADIENT_LEAF || bits == WEIGHTED_LEAF))
        pass(b, OWN_LEAF_BITS);
    return past(b) ? ENDS_EARLY : FINE;
}

/*
 * H.2: reads all channels whose sides are `largest` at the most; of a stream of none, nothing. The
 * values are the caller's to give back. `transforms`: how many of them its channels underwent.
 */
u32 read_stream(Low *b, Channels *channels, u32 stream, u32 largest, u32 *transforms)
{
    static Tree own;
    static Weighted weighted;
    Tree *tree = &shared_tree;
    u32 widest, wrong;
    Symbols s;
    if (!channels->count)
        return FINE;
    u32 shared = low(b, 1);
    read_weighted(b, &weighted);
    if ((wrong = read_transforms(b, channels, transforms)))
        return wrong;
    u32 last = last_read(channels, largest, &widest);
    if (!last)
        return empty(b, shared);
    if (!shared) {
        tree = &own;
        if ((wrong = read_tree(b, tree)))
            return wrong;
    }
    if (!tree->there)
        return BROKEN_HEADER;
    if ((wrong = start(&s, b, &tree->codes, widest)))
        return wrong;
    for (u32 i = 0; i < last; i++)
        if (is_read(channels->list + i) &&
            (wrong = read_channel(&s, channels, i, (i32)stream, tree, &weighted)))
            return wrong;
    if (shared)
        return finish(&s);
    return (wrong = finish_own(&s)) ? wrong : unreached(tree);
}
