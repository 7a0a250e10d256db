/*
 * The data of a slice segment of HEVC: ITU-T H.265, 7.3.8.1, with the order of units of 6.5.1, what is
 * carried from one stretch to the next (9.3.1, 9.3.2), and where each of them ends (9.3.2.5).
 */

#include "unit.h"

static Walk walk_state;
static u8 odds_of_row[ODDS], odds_of_segment[ODDS];

/* Where tiles begin, in units, and the tile and the unit that come next. */
static u16 tile_x[21], tile_y[23];
static u32 tile_column, tile_row, done;

/* SliceAddrRs and one, of the last unit that was read in each column; 0 for none. */
static u32 owners[MOST_WIDTH / 16 + 2];

static u32 cut(u16 *at, const u16 *sizes, u32 count, u32 whole, u32 uniform)
{
    at[0] = 0;
    for (u32 index = 0; index < count; index++) {
        u32 next = index + 1 == count ? whole : at[index] + sizes[index];
        if (uniform)
            next = (index + 1) * whole / count;
        if (next <= at[index] || next > whole)
            return BROKEN_HEADER;
        at[index + 1] = (u16)next;
    }
    return FINE;
}

u32 walk_open(const Slice *slice)
{
    Walk *w = &walk_state;
    w->picture = &pictures[slice->picture];
    w->sequence = &sequences[w->picture->sequence];
    const Sequence *s = w->sequence;
    const Picture *p = w->picture;
    u32 depth = s->block - s->block_low;
    tile_column = tile_row = done = 0;
    w->x = w->y = 0;
    clear(owners, sizeof owners);
    residual_ready();
    if (p->delta_depth > depth || p->chroma_list_depth > depth || p->most_skip > 5 ||
        (p->scaled && !s->scaled) || (p->cross && s->chroma != 3) || (p->chroma_list && !s->chroma) ||
        p->quality < -6 * (i32)(s->depth - 8))
        return BROKEN_HEADER;
    u32 wrong = cut(tile_x, p->tile_widths, p->tile_columns, s->columns, p->uniform);
    return wrong ? wrong : cut(tile_y, p->tile_heights, p->tile_rows, s->rows, p->uniform);
}

u32 walk_done(void) { return done; }

/* 6.5.1: the next unit of the tile, or of the next tile. */
static void step(Walk *w)
{
    owners[w->x] = w->slice->address + 1;
    if (++w->x < tile_x[tile_column + 1])
        return;
    if (++w->y == tile_y[tile_row + 1]) {
        if (++tile_column == w->picture->tile_columns)
            tile_column = 0, tile_row++;
        done = tile_row == w->picture->tile_rows;
        w->y = done ? 0 : tile_y[tile_row];
        clear(owners, sizeof owners);
    }
    w->x = tile_x[tile_column];
}

static u32 begins_row(const Walk *w) { return w->x == tile_x[tile_column]; }

static u32 begins_tile(const Walk *w) { return begins_row(w) && w->y == tile_y[tile_row]; }

/* 6.4.1: whether the last unit that was read in a column is one of this slice, in this tile. */
static u32 ours(const Walk *w, u32 x) { return owners[x] == w->slice->address + 1; }

static void neighbours(Walk *w)
{
    w->left = !begins_row(w) && ours(w, w->x - 1);
    w->above = w->y > tile_y[tile_row] && ours(w, w->x);
}

/* 9.3.1: what the odds are at the beginning of a segment, a tile, or a row. */
static void odds_at(Walk *w, u32 continued)
{
    const u8 *from = continued && !begins_tile(w) ? odds_of_segment : 0;
    if (w->picture->sync && begins_row(w)) {
        u32 alone = w->x + 1 == tile_x[tile_column + 1];
        if (alone)
            from = 0;
        else if (w->y > tile_y[tile_row] && ours(w, w->x + 1))
            from = odds_of_row;
    }
    if (from)
        __builtin_memcpy(w->odds, from, ODDS);
    else
        odds_first(w->odds, w->slice);
}

/* 9.3.2.5: what was read first may not be 510 or 511. */
static u32 opened(Walk *w, const u8 *unit, u32 at, u32 size)
{
    engine_at(&w->engine, unit, at, size);
    return w->engine.value >> w->engine.spare < 510 ? FINE : BAD_CODE;
}

/* Entry points count the bytes of a unit as they stand, with those that prevent start codes. */
typedef struct {
    const u8 *unit;
    u32 at, zeros;
} Count;

static u32 counted(Count *c, u32 to)
{
    u32 bytes = to - c->at;
    for (; c->at < to; c->at++) {
        u8 byte = c->unit[c->at];
        if (c->zeros >= 2 && byte <= 3)
            bytes++, c->zeros = 0;
        c->zeros = byte ? 0 : c->zeros + 1;
    }
    return bytes;
}

/* end_of_subset_one_bit and byte_alignment( ), at the place of which an entry point tells. */
static u32 subset(Walk *w, Bits *entry, u32 *entries, Count *count)
{
    u32 behind = 0, wrong;
    if (!terminates(&w->engine))
        return BAD_CODE;
    if ((wrong = engine_ends(&w->engine, &behind)))
        return wrong;
    if (!*entries)
        return BROKEN_HEADER;
    --*entries;
    if (take(entry, w->slice->entry_bits) != counted(count, behind) - 1)
        return BROKEN_HEADER;
    return opened(w, w->engine.unit, behind, w->engine.end);
}

static u32 one_unit(Walk *w)
{
    neighbours(w);
    coding_tree_unit(w);
    if (bits_read(&w->engine) > (u64)w->engine.end * 8)
        return ENDS_EARLY;
    if (w->picture->sync && w->x == tile_x[tile_column] + 1u)
        __builtin_memcpy(odds_of_row, w->odds, ODDS);
    return w->wrong;
}

static u32 units(Walk *w, Count *count)
{
    Bits entry = w->slice->entry;
    u32 entries = w->slice->entries, wrong;
    for (;;) {
        if ((wrong = one_unit(w)))
            return wrong;
        u32 last = terminates(&w->engine);
        step(w);
        if (last)
            return entries ? BROKEN_HEADER : FINE;
        if (done)
            return TOO_MANY;
        if (begins_tile(w) || (w->picture->sync && begins_row(w))) {
            if ((wrong = subset(w, &entry, &entries, count)))
                return wrong;
            odds_at(w, 0);
        }
    }
}

u32 walk(const Slice *slice, const u8 *unit, u32 at, u32 size)
{
    Walk *w = &walk_state;
    u32 wrong, behind = 0;
    w->slice = slice, w->wrong = FINE;
    if (done || slice->segment != w->y * w->sequence->columns + w->x)
        return BAD_ORDER;
    if (at >= size)
        return ENDS_EARLY;
    Count count = {unit, 0, 0};
    counted(&count, at);
    if ((wrong = opened(w, unit, at, size)))
        return wrong;
    odds_at(w, slice->is_dependent);
    if ((wrong = units(w, &count)) || (wrong = engine_ends(&w->engine, &behind)))
        return wrong;
    __builtin_memcpy(odds_of_segment, w->odds, ODDS);
    return behind == size ? FINE : BYTES_LEFT;
}
