/*
 * ITU-T H.264, 9.1.2 and 9.2: the codes of varying length.
 *
 * In every table of coeff_token a code is zeros, a one, and at most three bits: so the number of zeros and the
 * three bits behind the one say which it is.
 */

#include "avc.h"
#include "vlc_numbers.h"

/* A value and the length of its code, or 0 where no code begins so. */
typedef u16 Code;

static Code tokens[4][16 * 8], few_tokens[256];
static Code zeros_left[15][512], zeros_420[3][8], zeros_422[7][32], run_codes[6][8];

static u32 place(u32 bits)
{
    u32 zeros = (u32)__builtin_clz(bits | 1) - 16;
    return 8 * zeros + (bits << (zeros + 1) >> 13 & 7);
}

/* Enters all codes of a table of `count` by the first `width` bits. */
static void enter(Code *table, const u8 (*codes)[2], u32 count, u32 width)
{
    for (u32 value = 0; value < count; value++) {
        u32 length = codes[value][0], bits = codes[value][1];
        for (u32 rest = 0; length && rest < 1u << (width - length); rest++)
            table[bits << (width - length) | rest] = (Code)(value << 5 | length);
    }
}

/* The same where codes begin with many zeros. */
static void enter_tokens(Code *table, const u8 (*codes)[2], u32 count)
{
    for (u32 value = 0; value < count; value++) {
        u32 length = codes[value][0], bits = codes[value][1];
        for (u32 rest = 0; length && rest < 1u << (16 - length); rest++)
            table[place(bits << (16 - length) | rest)] = (Code)(value << 5 | length);
    }
}

void make_codes(void)
{
    if (run_codes[0][0])
        return;
    enter_tokens(tokens[0], token_0, 68);
    enter_tokens(tokens[1], token_2, 68);
    enter_tokens(tokens[2], token_4, 68);
    enter_tokens(tokens[3], token_dc422, 36);
    enter(few_tokens, token_dc420, 20, 8);
    for (u32 index = 0; index < 15; index++)
        enter(zeros_left[index], zeros_4x4[index], 16, 9);
    for (u32 index = 0; index < 3; index++)
        enter(zeros_420[index], zeros_dc420[index], 4, 3);
    for (u32 index = 0; index < 7; index++)
        enter(zeros_422[index], zeros_dc422[index], 8, 5);
    for (u32 index = 0; index < 6; index++)
        enter(run_codes[index], runs[index], 8, 3);
}

static inline u32 taken(Slice *s, Code code)
{
    if (!code)
        s->r.wrong = BAD_CODE;
    skip(&s->r.b, code & 31);
    return code >> 5;
}

/* 9.2.1: TotalCoeff times four, and TrailingOnes. */
static u32 token(Slice *s, i32 near)
{
    u32 bits = peek(&s->r.b, 16);
    if (near == -1)
        return taken(s, few_tokens[bits >> 8]);
    if (near < 8)
        return taken(s, bits ? tokens[near < 0 ? 3 : near < 2 ? 0 : near < 4 ? 1 : 2][place(bits)] : 0);
    skip(&s->r.b, 6);
    bits >>= 10;
    if (bits == 3)
        return 0;
    u32 ones = bits & 3, total = (bits >> 2) + 1;
    if (ones > total)
        s->r.wrong = BAD_CODE;
    return 4 * total + ones;
}

/* 9.2.2.1: a level whose code's suffix is of so many bits; returns how far from 0 it is. */
static u32 level(Slice *s, u32 size, u32 at_least_two)
{
    Bits *b = &s->r.b;
    u32 ahead = peek(b, 32), prefix = ahead ? (u32)__builtin_clz(ahead) : 32;
    if (prefix > 28) {
        s->r.wrong = BAD_CODE;
        return 0;
    }
    skip(b, prefix + 1);
    u32 code = (prefix < 15 ? prefix : 15) << size;
    u32 bits = prefix >= 15 ? prefix - 3 : prefix == 14 && !size ? 4 : size;
    if (bits)
        code += take(b, bits);
    if (prefix >= 15 && !size)
        code += 15;
    if (prefix >= 16)
        code += (1u << (prefix - 3)) - 4096;
    return (code + (at_least_two ? 2 : 0)) / 2 + 1;
}

static void levels(Slice *s, u32 total, u32 ones)
{
    u32 size = total > 10 && ones < 3;
    if (ones)
        skip(&s->r.b, ones);
    for (u32 index = ones; index < total; index++) {
        u32 far = level(s, size, index == ones && ones < 3);
        size += !size;
        size += size < 6 && far > 3u << (size - 1);
    }
}

static u32 zeros(Slice *s, u32 total, u32 most)
{
    u32 bits = peek(&s->r.b, 9);
    if (most == 4)
        return taken(s, zeros_420[total - 1][bits >> 6]);
    if (most == 8)
        return taken(s, zeros_422[total - 1][bits >> 4]);
    return taken(s, zeros_left[total - 1][bits]);
}

/* 9.2.3, Table 9-10 */
static u32 run(Slice *s, u32 left)
{
    u32 bits = peek(&s->r.b, 11);
    if (left <= 6)
        return taken(s, run_codes[left - 1][bits >> 8]);
    if (bits >> 8) {
        skip(&s->r.b, 3);
        return 7 - (bits >> 8);
    }
    u32 length = bits ? (u32)__builtin_clz(bits) - 20 : 16;
    skip(&s->r.b, length);
    return length + 3;
}

u32 vlc_block(Slice *s, i32 near, u32 most)
{
    u32 both = token(s, near), total = both >> 2, ones = both & 3;
    if (total > most || s->r.wrong || over(&s->r.b)) {
        s->r.wrong = s->r.wrong ? s->r.wrong : TOO_MANY;
        return 0;
    }
    if (!total)
        return 0;
    levels(s, total, ones);
    u32 left = total < most ? zeros(s, total, most) : 0;
    if (left + total > most)
        s->r.wrong = TOO_MANY;
    for (u32 index = 1; index < total && left && !s->r.wrong; index++) {
        u32 gap = run(s, left);
        if (gap > left)
            s->r.wrong = TOO_MANY;
        left -= gap <= left ? gap : left;
    }
    return total;
}

/* 9.1.2: me(v); above 47 where it is none. */
u32 vlc_pattern(Slice *s, u32 intra)
{
    u32 code = ue(&s->r.b), lumas = s->h.sps->chroma != 1 && s->h.sps->chroma != 2;
    if (code > (lumas ? 15 : 47))
        return 48;
    return lumas ? luma_patterns[!intra][code] : patterns[!intra][code];
}
