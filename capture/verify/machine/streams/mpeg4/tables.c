/* The tables of mpeg4_numbers.h, made such that the next bits look up what they mean. */

#include "mpeg4.h"
#include "mpeg4_numbers.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))
#define ESCAPE_LEVEL 0

Coefficients coefficients[4];
Table tables[7];

static u16 intra[1 << 12], inter[1 << 12], reversible_intra[1 << 15], reversible_inter[1 << 15];
static u16 small[7][1 << 12];

static void put(u16 *entries, u32 bits, Code code, u32 meaning)
{
    u32 free = bits - code.bits, from = (u32)code.code << free;
    for (u32 at = 0; at < 1u << free; at++)
        entries[from + at] = (u16)(meaning << 4 | code.bits);
}

static void make(u32 which, u32 bits, const Code *codes, u32 count)
{
    for (u32 at = 0; at < count; at++)
        put(small[which], bits, codes[at], at);
    tables[which] = (Table){small[which], bits};
}

static void make_coefficients(u32 which, u16 *entries, u32 bits, const Code *codes, const u8 *levels,
                              const u8 *last_levels)
{
    Coefficients *made = &coefficients[which];
    made->table = (Table){entries, bits};
    made->most_levels[0] = levels;
    made->most_levels[1] = last_levels;
    for (u32 last = 0; last < 2; last++)
        for (u32 run = 0; made->most_levels[last][run]; run++)
            for (u32 level = 1; level <= made->most_levels[last][run]; level++) {
                put(entries, bits, *codes++, last << 11 | run << 5 | level);
                made->most_runs[last][level] = (u8)run;
            }
    put(entries, bits, *codes, ESCAPE_LEVEL);
}

void make_tables(void)
{
    make_coefficients(INTRA_BLOCK, intra, 12, INTRA, INTRA_LEVELS, INTRA_LAST_LEVELS);
    make_coefficients(INTER_BLOCK, inter, 12, INTER, INTER_LEVELS, INTER_LAST_LEVELS);
    make_coefficients(REVERSIBLE_INTRA_BLOCK, reversible_intra, 15, REVERSIBLE_INTRA,
                      REVERSIBLE_INTRA_LEVELS, REVERSIBLE_INTRA_LAST_LEVELS);
    make_coefficients(REVERSIBLE_INTER_BLOCK, reversible_inter, 15, REVERSIBLE_INTER,
                      REVERSIBLE_INTER_LEVELS, REVERSIBLE_INTER_LAST_LEVELS);
    make(MCBPC_I, 9, INTRA_MCBPC, COUNT(INTRA_MCBPC));
    make(MCBPC_P, 9, INTER_MCBPC, COUNT(INTER_MCBPC));
    make(CBPY_ANY, 6, CBPY, COUNT(CBPY));
    make(MVD, 12, VECTOR, COUNT(VECTOR));
    make(DC_LUMA, 8, DC_LUMINANCE, COUNT(DC_LUMINANCE));
    make(DC_CHROMA, 9, DC_CHROMINANCE, COUNT(DC_CHROMINANCE));
    make(WAY, 12, SPRITE_WAY, COUNT(SPRITE_WAY));
}
