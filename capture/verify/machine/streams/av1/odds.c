/* The odds at first, and how they begin anew (the AV1 specification, 7.20, 8.3.1 and 9.3). */

#include "odds.h"
#include "odds_numbers.h"

void first(u16 *odds) { __builtin_memcpy(odds, first_odds, sizeof first_odds); }

/* init_coeff_cdfs */
void first_of_coefs(u16 *odds, u32 base_q_idx)
{
    u32 range = base_q_idx <= 20 ? 0 : base_q_idx <= 60 ? 1 : base_q_idx <= 120 ? 2 : 3;
    __builtin_memcpy(odds + COEF_ODDS, first_coef_odds[range], sizeof first_coef_odds[range]);
}

void uncounted(u16 *odds)
{
    for (u32 kind = 0; kind < sizeof counts_at / sizeof counts_at[0]; kind++)
        for (u32 index = 0; index < counts_at[kind][1]; index++)
            odds[counts_at[kind][0] + index * counts_at[kind][2]] = 0;
}
