/*
 * ISO/IEC 18181-1, G.1.3, G.2.3 and G.4.2: the channels of a frame, small ones in its first section, the others
 * cut into groups.
 */

#include "jxl.h"

#define NEVER 1000

static Channels whole, part;

static u32 up(u32 value, u32 halvings) { return (value + (1u << halvings) - 1) >> halvings; }

static void add(Channels *c, u32 width, u32 height, i32 across, i32 down)
{
    c->list[c->count++] = (Channel){width, height, across, down, 0};
}

static void list(const Frame *f, Channels *c)
{
    u32 colours = !f->is_modular ? 0 : f->is_gray && !f->is_xyb && !f->is_ycc ? 1 : 3;
    c->count = c->metas = 0;
    for (u32 i = 0; i < colours; i++)
        add(c, up(f->width, f->across[i]), up(f->height, f->down[i]), (i32)f->across[i],
            (i32)f->down[i]);
    if (f->has_alpha) {
        i32 halved = (i32)(f->alpha_reduced + f->alpha_halved) - (i32)f->reduced;
        u32 reduced = f->alpha_reduced + f->alpha_halved;
        add(c, up(f->full_width, reduced), up(f->full_height, reduced), halved, halved);
    }
}

u32 global_modular(Low *b, const Frame *f)
{
    u32 wrong, transforms, there = low(b, 1);
    clear(&shared_tree, sizeof shared_tree);
    if (there && (wrong = read_tree(b, &shared_tree)))
        return wrong;
    list(f, &whole);
    if (f->has_alpha && whole.list[whole.count - 1].across < 0)
        return NOT_FOLLOWED;
    u32 mark = stored();
    wrong = read_stream(b, &whole, 0, f->group, &transforms);
    give_back(mark);
    return wrong;
}

/* The part of a side that lies in a group: where it begins and how much of it there is. */
static u32 within(u32 start, u32 length, u32 whole_length)
{
    return start >= whole_length ? 0 : length < whole_length - start ? length : whole_length - start;
}

/* Of each channel that was too large, and is halved so often, what lies in the group. */
static u32 cut(Low *b, const Frame *f, Area area, i32 least, i32 most, u32 stream)
{
    u32 first = whole.metas, transforms;
    while (first < whole.count && whole.list[first].width <= f->group &&
           whole.list[first].height <= f->group)
        first++;
    part.count = part.metas = 0;
    for (u32 i = first; i < whole.count; i++) {
        const Channel *c = whole.list + i;
        i32 halved = c->across < c->down ? c->across : c->down;
        if (halved < least || halved > most)
            continue;
        u32 width = within(area.x >> c->across, area.width >> c->across, c->width);
        u32 height = within(area.y >> c->down, area.height >> c->down, c->height);
        if (width && height)
            add(&part, width, height, c->across, c->down);
    }
    u32 mark = stored(), wrong = read_stream(b, &part, stream, 0xFFFFFFFFu, &transforms);
    give_back(mark);
    return wrong;
}

u32 lf_modular(Low *b, const Frame *f, u32 index)
{
    u32 side = f->group * 8;
    Area area = {index % f->lf_wide * side, index / f->lf_wide * side, side, side};
    return cut(b, f, area, 3, NEVER, 1 + f->lf_groups + index);
}

/* F.4: how often channels of a pass are halved, at the least and at the most. */
static void bracket(const Frame *f, u32 pass, i32 *least, i32 *most)
{
    *least = 3, *most = 2;
    for (u32 i = 0; i <= pass; i++) {
        if (i)
            *most = *least - 1;
        for (u32 j = 0; j < f->shrunk; j++)
            if (f->last_pass[j] == i)
                *least = (i32)f->shrink[j];
        if (i == f->passes - 1)
            *least = 0;
    }
}

u32 pass_modular(Low *b, const Frame *f, u32 pass, u32 index)
{
    i32 least, most;
    Area area = {index % f->groups_wide * f->group, index / f->groups_wide * f->group, f->group,
                 f->group};
    bracket(f, pass, &least, &most);
    return cut(b, f, area, least, most, 1 + 3 * f->lf_groups + 17 + f->groups * pass + index);
}
