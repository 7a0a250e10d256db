/* The odds that a slice begins with: ITU-T H.265, 9.3.2.2. */

#include "unit.h"
#include "odds_numbers.h"

void odds_first(u8 *odds, const Slice *slice)
{
    u32 kind = slice->type == I_SLICE ? 0 : (slice->type == P_SLICE) != slice->choice ? 1 : 2;
    i32 quality = slice->quality < 0 ? 0 : slice->quality;
    for (u32 index = 0; index < CONTEXTS; index++) {
        i32 slope = (first_odds[kind][index] >> 4) * 5 - 45;
        i32 state = (slope * quality >> 4) + ((first_odds[kind][index] & 15) << 3) - 16;
        state = state < 1 ? 1 : state > 126 ? 126 : state;
        odds[index] = (u8)(state > 63 ? (state - 64) << 1 | 1 : (63 - state) << 1);
    }
    clear(odds + STATISTICS, ODDS - STATISTICS);
}
