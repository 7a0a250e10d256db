/* ITU-T H.264, 7.3.5: a macroblock, but for its coefficients (residual.c). */

#include "avc.h"

static u32 coded(const Slice *s) { return s->h.pps->cabac; }

/* P_Skip and B_Skip: nothing of it is coded. */
void skipped_macroblock(Slice *s)
{
    s->unit->kind |= s->h.type == B_SLICE ? SKIPPED | DIRECT : SKIPPED;
}

/* 7.3.5: samples as they are. The code in bins ends before them, as at the end of a slice. */
static u32 plain_samples(Slice *s)
{
    const Sps *sps = s->h.sps;
    Bits *b = &s->r.b;
    if (coded(s)) {
        u32 wrong = code_ends(s);
        if (wrong)
            return wrong;
    }
    while (b->next & 7)
        if (take(b, 1))
            return BITS_LEFT;
    skip(b, 256u * sps->luma_depth);
    skip(b, 2u * 16 * s->chroma_columns * s->chroma_rows * sps->chroma_depth);
    if (over(b))
        return ENDS_EARLY;
    if (coded(s))
        open_coder(s);
    s->unit->kind |= INTRA | PCM;
    s->unit->pattern = 0x2F, s->unit->means = 7;
    __builtin_memset(s->unit->right, 16, sizeof s->unit->right);
    __builtin_memset(s->unit->low, 16, sizeof s->unit->low);
    s->last_delta = 0;
    return FINE;
}

/* 7.3.5.1: the directions of 16 blocks, or of 4 larger ones. */
static void intra_modes(Slice *s, u32 count)
{
    for (u32 index = 0; index < count; index++) {
        if (coded(s))
            coded_intra_mode(s);
        else if (!number(&s->r, 1))
            number(&s->r, 3);
    }
}

static u32 chroma_mode(Slice *s)
{
    if (s->h.sps->chroma != 1 && s->h.sps->chroma != 2)
        return FINE;
    u32 mode = coded(s) ? coded_chroma_mode(s) : ue(&s->r.b);
    s->unit->chroma_mode = (u8)mode;
    return mode > 3 ? BAD_CODE : FINE;
}

static void transform(Slice *s)
{
    if (coded(s) ? coded_transform(s) : number(&s->r, 1))
        s->unit->kind |= BLOCKS_8X8;
}

/* mb_qp_delta (7.4.5) */
static u32 delta(Slice *s)
{
    u32 value = coded(s) ? coded_delta(s) : ue(&s->r.b);
    u32 deeper = 6u * (s->h.sps->luma_depth - 8);
    s->last_delta = value != 0;
    return value > (value & 1 ? 49 : 52) + deeper ? BAD_CODE : FINE;
}

static u32 coefficients(Slice *s, u32 whole)
{
    if (!whole && !s->unit->pattern) {
        s->last_delta = 0;
        return FINE;
    }
    u32 wrong = delta(s);
    return wrong ? wrong : residual(s, whole);
}

static u32 pattern(Slice *s, u32 intra)
{
    u32 value = coded(s) ? coded_pattern(s) : vlc_pattern(s, intra);
    s->unit->pattern = (u8)(value & 0x3F);
    return value > 47 ? BAD_CODE : FINE;
}

/* `type` as in Table 7-11. */
static u32 intra(Slice *s, u32 type)
{
    if (type >= 25)
        return type == 25 ? plain_samples(s) : BAD_CODE;
    s->unit->kind |= INTRA;
    if (!type) {
        s->unit->kind |= NXN;
        if (s->h.pps->transform_8x8)
            transform(s);
        intra_modes(s, s->unit->kind & BLOCKS_8X8 ? 4 : 16);
    }
    u32 wrong = chroma_mode(s);
    if (type)
        s->unit->pattern = (u8)((type > 12 ? 15 : 0) | ((type - 1) / 4 % 3) << 4);
    else
        wrong = wrong ? wrong : pattern(s, 1);
    if (type && s->h.sps->chroma != 1 && s->h.sps->chroma != 2 && s->unit->pattern > 15)
        wrong = BAD_CODE;
    return wrong ? wrong : coefficients(s, type != 0);
}

static u32 inter(Slice *s, u32 type)
{
    u32 direct = s->h.type == B_SLICE && !type, large, wrong = FINE;
    if (direct) {
        s->unit->kind |= DIRECT;
        large = s->h.sps->direct_8x8;
    } else {
        large = inter_prediction(s, type, &wrong);
    }
    wrong = wrong ? wrong : pattern(s, 0);
    if (wrong)
        return wrong;
    if (large && s->h.pps->transform_8x8 && s->unit->pattern & 15)
        transform(s);
    return coefficients(s, 0);
}

u32 macroblock(Slice *s)
{
    u32 type = coded(s) ? coded_type(s) : ue(&s->r.b);
    u32 others = s->h.type == I_SLICE ? 0 : s->h.type == P_SLICE ? 5 : 23;
    u32 wrong = type < others ? inter(s, type) : intra(s, type - others);
    if (wrong)
        return wrong;
    return s->r.wrong ? s->r.wrong : over(&s->r.b) ? ENDS_EARLY : FINE;
}
