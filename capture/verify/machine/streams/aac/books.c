/* Books of Huffman codes, made from the lengths of their codes, in the order of their bits. */

#include "aac.h"
#include "aac_numbers.h"
#include "sbr_numbers.h"

Book books[ALL_BOOKS];

static const struct {
    const u8 *codes;
    u32 count;
} LISTS[ALL_BOOKS] = {
    {0, 0},
    {SPECTRUM_1, sizeof SPECTRUM_1},
    {SPECTRUM_2, sizeof SPECTRUM_2},
    {SPECTRUM_3, sizeof SPECTRUM_3},
    {SPECTRUM_4, sizeof SPECTRUM_4},
    {SPECTRUM_5, sizeof SPECTRUM_5},
    {SPECTRUM_6, sizeof SPECTRUM_6},
    {SPECTRUM_7, sizeof SPECTRUM_7},
    {SPECTRUM_8, sizeof SPECTRUM_8},
    {SPECTRUM_9, sizeof SPECTRUM_9},
    {SPECTRUM_10, sizeof SPECTRUM_10},
    {SPECTRUM_11, sizeof SPECTRUM_11},
    [SCALE_BOOK] = {SCALE_FACTORS, sizeof SCALE_FACTORS},
    [T_LEVEL_1_5_BOOK] = {T_LEVEL_1_5, sizeof T_LEVEL_1_5},
    [F_LEVEL_1_5_BOOK] = {F_LEVEL_1_5, sizeof F_LEVEL_1_5},
    [T_BALANCE_1_5_BOOK] = {T_BALANCE_1_5, sizeof T_BALANCE_1_5},
    [F_BALANCE_1_5_BOOK] = {F_BALANCE_1_5, sizeof F_BALANCE_1_5},
    [T_LEVEL_3_BOOK] = {T_LEVEL_3, sizeof T_LEVEL_3},
    [F_LEVEL_3_BOOK] = {F_LEVEL_3, sizeof F_LEVEL_3},
    [T_BALANCE_3_BOOK] = {T_BALANCE_3, sizeof T_BALANCE_3},
    [F_BALANCE_3_BOOK] = {F_BALANCE_3, sizeof F_BALANCE_3},
    [T_NOISE_BOOK] = {T_NOISE, sizeof T_NOISE},
    [T_NOISE_BALANCE_BOOK] = {T_NOISE_BALANCE, sizeof T_NOISE_BALANCE},
    [F_IID_BOOK] = {F_IID, sizeof F_IID},
    [T_IID_BOOK] = {T_IID, sizeof T_IID},
    [F_IID_FINE_BOOK] = {F_IID_FINE, sizeof F_IID_FINE},
    [T_IID_FINE_BOOK] = {T_IID_FINE, sizeof T_IID_FINE},
    [F_ICC_BOOK] = {F_ICC, sizeof F_ICC},
    [T_ICC_BOOK] = {T_ICC, sizeof T_ICC},
    [F_IPD_BOOK] = {F_IPD, sizeof F_IPD},
    [T_IPD_BOOK] = {T_IPD, sizeof T_IPD},
    [F_OPD_BOOK] = {F_OPD, sizeof F_OPD},
    [T_OPD_BOOK] = {T_OPD, sizeof T_OPD},
};

static void make_book(Book *book, const u8 *codes, u32 count)
{
    u32 from = 0, seen = 0;
    book->codes = codes;
    for (u32 i = 0; i < count; i++) {
        book->from[i] = from;
        from += 1u << (LONGEST - (codes[i] & 31));
        while (seen < 1 << AT_ONCE && seen << (LONGEST - AT_ONCE) < from)
            book->first[seen++] = (u16)i;
    }
    book->from[count] = 0xFFFFFFFFu;
}

void make_books(void)
{
    for (u32 i = 1; i < ALL_BOOKS; i++)
        make_book(&books[i], LISTS[i].codes, LISTS[i].count);
}
