/* Blocks of few colours (the AV1 specification, 5.11.46, 5.11.49 and 5.11.50). */

#include "av1.h"

static u16 known[16];
static u8 map[64][64];

static u32 merged(u32 count, u16 color)
{
    if (!count || known[count - 1] != color)
        known[count++] = color;
    return count;
}

/* get_palette_cache: the colours above and beside, in their order, each once. */
static u32 cache(u32 plane)
{
    u32 tops = now.row & 15 && above ? above->palette[plane] : 0, sides = left ? left->palette[plane] : 0;
    u32 top = 0, side = 0, count = 0;
    while (top < tops || side < sides) {
        u32 from_top = side == sides || (top < tops && above->colors[plane][top] <= left->colors[plane][side]);
        if (from_top) {
            u16 color = above->colors[plane][top++];
            if (side < sides && left->colors[plane][side] == color)
                side++;
            count = merged(count, color);
        } else {
            count = merged(count, left->colors[plane][side++]);
        }
    }
    return count;
}

static void sorted(u16 *colors, u32 count)
{
    for (u32 index = 1; index < count; index++) {
        u16 color = colors[index];
        u32 to = index;
        for (; to && colors[to - 1] > color; to--)
            colors[to] = colors[to - 1];
        colors[to] = color;
    }
}

static u32 ceil_log2(u32 value) { return value < 2 ? 0 : 32 - (u32)__builtin_clz(value - 1); }

static void new_colors(u32 plane, u16 *colors, u32 have, u32 count)
{
    Coder *c = &tile.coder;
    u32 limit = (1u << sequence.depth) - 1, bits = sequence.depth - 3u, apart = plane ? 0 : 1;
    if (have < count)
        colors[have++] = (u16)number(c, sequence.depth);
    if (have < count)
        bits += number(c, 2);
    while (have < count) {
        u32 color = least(colors[have - 1] + number(c, bits) + apart, limit);
        colors[have++] = (u16)color;
        bits = least(bits, ceil_log2(limit + 1 - color - apart));
    }
}

static void colors_of(u32 plane)
{
    u16 *colors = block->colors[plane];
    u32 cached = cache(plane), have = 0, count = block->palette[plane];
    for (u32 index = 0; index < cached && have < count; index++)
        if (even(&tile.coder))
            colors[have++] = known[index];
    new_colors(plane, colors, have, count);
    sorted(colors, count);
}

/* The colours of the last plane: nothing later depends on them. */
static void last_colors(void)
{
    Coder *c = &tile.coder;
    u32 count = block->palette[1], bits = sequence.depth;
    if (even(c)) {
        bits = sequence.depth - 4u + number(c, 2);
        number(c, sequence.depth);
        for (u32 index = 1; index < count; index++)
            if (number(c, bits))
                even(c);
        return;
    }
    for (u32 index = 0; index < count; index++)
        number(c, bits);
}

void palette_mode_info(void)
{
    Coder *c = &tile.coder;
    u32 size = wide_log2[block->size] + high_log2[block->size] - 2u;
    if (block->mode == DC_PRED) {
        u32 context = (above && above->palette[0]) + (left && left->palette[0]);
        if (flag(c, tile.odds + AT_PALETTE_Y + (size * 3 + context) * LONG_PALETTE_Y)) {
            block->palette[0] =
                (u8)(symbol(c, tile.odds + AT_PALETTE_Y_SIZE + size * LONG_PALETTE_Y_SIZE, 7) + 2);
            colors_of(0);
        }
    }
    if (!now.has_chroma || now.uv_mode != DC_PRED)
        return;
    if (flag(c, tile.odds + AT_PALETTE_UV + (block->palette[0] ? LONG_PALETTE_UV : 0))) {
        block->palette[1] =
            (u8)(symbol(c, tile.odds + AT_PALETTE_UV_SIZE + size * LONG_PALETTE_UV_SIZE, 7) + 2);
        colors_of(1);
        last_colors();
    }
}

/* get_palette_color_context: the neighbours first, the more often they stand there the earlier. */
static u32 ordered(u32 y, u32 x, u8 order[8])
{
    u8 scores[8] = {0};
    u32 count = 0, seen = 0, hash;
    if (x)
        scores[map[y][x - 1]] += 2;
    if (x && y)
        scores[map[y - 1][x - 1]] += 1;
    if (y)
        scores[map[y - 1][x]] += 2;
    for (u32 round = 0; round < 3; round++) {
        u32 best = 8;
        for (u32 color = 0; color < 8; color++)
            if (scores[color] && !(seen >> color & 1) && (best == 8 || scores[color] > scores[best]))
                best = color;
        if (best == 8)
            break;
        seen |= 1u << best;
        order[count++] = (u8)best;
    }
    hash = count ? scores[order[0]] : 0;
    hash += count > 1 ? 2u * scores[order[1]] : 0;
    hash += count > 2 ? 2u * scores[order[2]] : 0;
    for (u32 color = 0; color < 8; color++)
        if (!(seen >> color & 1))
            order[count++] = (u8)color;
    return hash;
}

/* Palette_Color_Context: of the sums that there can be. */
static const u8 color_contexts[9] = {0, 0, 0, 0, 0, 4, 3, 2, 1};

static void color_map(u32 odds, u32 colors, u32 wide, u32 high)
{
    u8 order[8];
    map[0][0] = (u8)uniform(&tile.coder, colors);
    for (u32 sum = 1; sum < wide + high - 1; sum++) {
        u32 last = sum < high ? 0 : sum - high + 1;
        for (u32 x = least(sum, wide - 1) + 1; x-- > last;) {
            u32 context = color_contexts[ordered(sum - x, x, order)];
            u16 *at = tile.odds + odds + ((colors - 2) * 5 + context) * 8;
            map[sum - x][x] = order[symbol(&tile.coder, at, colors)];
        }
    }
}

void palette_tokens(void)
{
    u32 wide = now.wide_inside * 4, high = now.high_inside * 4;
    if (block->palette[0])
        color_map(AT_COLOR_Y, block->palette[0], wide, high);
    if (!block->palette[1])
        return;
    wide >>= sequence.subx;
    high >>= sequence.suby;
    if (now.wide * 4 >> sequence.subx < 4)
        wide += 2;
    if (now.high * 4 >> sequence.suby < 4)
        high += 2;
    color_map(AT_COLOR_UV, block->palette[1], wide, high);
}
