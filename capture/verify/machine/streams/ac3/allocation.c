/*
 * How finely each value of a channel is written: ATSC A/52, 7.2, exact in whole numbers. Encoder and
 * decoder both work it out of the exponents, so that it need not be sent; bits are counted by it.
 */

#include "ac3.h"
#include "ac3_numbers.h"

static i32 larger(i32 a, i32 b) { return a > b ? a : b; }
static i32 smaller(i32 a, i32 b) { return a < b ? a : b; }

/* Table 7.13: where each band begins. */
static i32 begin_of(i32 band)
{
    if (band < 28)
        return band;
    if (band < 35)
        return 28 + 3 * (band - 28);
    if (band < 41)
        return 49 + 6 * (band - 35);
    if (band < 45)
        return 85 + 12 * (band - 41);
    return 133 + 24 * (band - 45);
}

/* Table 7.12: the band of a value. */
static i32 band_of(i32 value)
{
    i32 band = 0;
    while (band < BANDS - 1 && begin_of(band + 1) <= value)
        band++;
    return band;
}

typedef struct {
    i32 first, end, first_band, end_band, gain, slow_gain, fast_decay, slow_decay;
    u32 low;
    i32 levels[MOST_VALUES], bands[BANDS + 1], excited[BANDS], mask[BANDS];
} Work;

static Work work;

/* 7.2.2.2 and 7.2.2.3 */
static void integrate(const Channel *channel)
{
    for (i32 value = work.first; value < work.end; value++)
        work.levels[value] = 3072 - 128 * channel->exponents[value];
    i32 value = work.first;
    for (i32 band = work.first_band; band < work.end_band; band++) {
        i32 last = smaller(begin_of(band + 1), work.end), sum = work.levels[value++];
        for (; value < last; value++) {
            i32 apart = sum - work.levels[value];
            i32 step = smaller((apart < 0 ? -apart : apart) >> 1, 255);
            sum = larger(sum, work.levels[value]) + LOG_ADD[step];
        }
        work.bands[band] = sum;
    }
}

/* 7.2.2.4: calc_lowcomp */
static i32 compensation(i32 now, i32 band)
{
    i32 here = work.bands[band], next = work.bands[band + 1];
    if (band >= 20)
        return larger(now - 128, 0);
    if (here + 256 == next)
        return band < 7 ? 384 : 320;
    return here > next ? larger(now - 64, 0) : now;
}

/* The bands from `band` on, where nothing is compensated for. */
static void excite_upper(i32 band, i32 fast, i32 slow)
{
    for (; band < work.end_band; band++) {
        fast = larger(fast - work.fast_decay, work.bands[band] - work.gain);
        slow = larger(slow - work.slow_decay,
                      work.bands[band] - work.slow_gain);
        work.excited[band] = larger(fast, slow);
    }
}

/* The last band of the low channel has none behind it. */
static u32 is_compared(i32 band) { return !work.low || band != 6; }

static void excite_from_zero(void)
{
    i32 low = 0, fast = 0, slow = 0, band;
    for (band = 0; band < 2; band++) {
        low = compensation(low, band);
        work.excited[band] = work.bands[band] - work.gain - low;
    }
    for (u32 falling = 1; band < 7 && falling; band++) {
        if (is_compared(band))
            low = compensation(low, band);
        fast = work.bands[band] - work.gain;
        slow = work.bands[band] - work.slow_gain;
        work.excited[band] = fast - low;
        falling = !is_compared(band) || work.bands[band] > work.bands[band + 1];
    }
    for (; band < smaller(work.end_band, 22); band++) {
        if (is_compared(band))
            low = compensation(low, band);
        fast = larger(fast - work.fast_decay, work.bands[band] - work.gain);
        slow = larger(slow - work.slow_decay,
                      work.bands[band] - work.slow_gain);
        work.excited[band] = larger(fast - low, slow);
    }
    excite_upper(band, fast, slow);
}

/* 7.2.2.5 */
static void mask_bands(void)
{
    i32 knee = KNEE[sound.knee];
    for (i32 band = work.first_band; band < work.end_band; band++) {
        i32 excited = work.excited[band];
        if (work.bands[band] < knee)
            excited += (knee - work.bands[band]) >> 2;
        work.mask[band] = larger(excited, HEARING[band >> frame.slower][frame.rate]);
    }
}

/* 7.2.2.6 */
static u32 move_mask(const Delta *delta)
{
    if (delta->kind == DELTA_NONE)
        return FINE;
    u32 band = (u32)work.first_band;
    for (u32 at = 0; at < delta->count; at++) {
        i32 by = delta->by[at] < 4 ? delta->by[at] - 4 : delta->by[at] - 3;
        band += delta->offset[at];
        if (band + delta->length[at] > BANDS)
            return TOO_MANY;
        for (u32 each = 0; each < delta->length[at]; each++)
            work.mask[band++] += 128 * by;
    }
    return FINE;
}

/* 7.2.2.7 */
static void write_fineness(Channel *channel)
{
    i32 offset = (((i32)sound.coarse - 15) * 16 + (i32)channel->fine) * 4;
    i32 floor = FLOOR[sound.floor], value = work.first;
    for (i32 band = work.first_band; band < work.end_band; band++) {
        i32 last = smaller(begin_of(band + 1), work.end);
        i32 mask = (larger(work.mask[band] - offset - floor, 0) & 0x1FE0) + floor;
        for (; value < last; value++) {
            i32 step = (work.levels[value] - mask) >> 5;
            channel->fineness[value] = FINENESS[step < 0 ? 0 : step > 63 ? 63 : step];
        }
    }
}

/* 7.2.2.1.1: where all offsets are zero, nothing is written. */
static u32 nothing_is_written(void)
{
    u32 sum = sound.coarse;
    for (u32 which = 0; which < CHANNELS; which++)
        sum |= sound.channels[which].fine;
    return !sum;
}

u32 allocate(u32 which)
{
    static const u16 gains[8] = {0x080, 0x100, 0x180, 0x200, 0x280, 0x300, 0x380, 0x400};
    Channel *channel = &sound.channels[which];
    clear(channel->fineness, sizeof channel->fineness);
    if (nothing_is_written())
        return FINE;
    work.first = (i32)channel->first;
    work.end = (i32)channel->end;
    work.first_band = band_of(work.first);
    work.end_band = band_of(work.end - 1) + 1;
    work.gain = gains[channel->gain];
    work.slow_gain = SLOW_GAIN[sound.slow_gain];
    work.fast_decay = FAST_DECAY[sound.fast_decay] >> frame.slower;
    work.slow_decay = SLOW_DECAY[sound.slow_decay] >> frame.slower;
    work.low = which == LOW;
    integrate(channel);
    if (which == COUPLING)
        excite_upper(work.first_band, (i32)(sound.fast_leak << 8) + 768,
                     (i32)(sound.slow_leak << 8) + 768);
    else
        excite_from_zero();
    mask_bands();
    u32 answer = move_mask(&channel->delta);
    if (!answer)
        write_fineness(channel);
    return answer;
}
