/* Widths of the bands of AAC in quarters of lines: ISO/IEC 14496-3, 4.5.4, by the rate in kHz. */

static const u8 LONG_96[] = {
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3,
    4, 4, 6, 7, 9, 11, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16,
};
static const u8 LONG_64[] = {
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4, 4,
    5, 6, 6, 7, 9, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10,
};
static const u8 LONG_48[] = {
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5,
    5, 6, 6, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8,
    24,
};
static const u8 LONG_32[] = {
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5,
    5, 6, 6, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8,
    8, 8, 8,
};
static const u8 LONG_24[] = {
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3,
    3, 4, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 9, 10, 11, 12, 13, 13, 16, 16, 16, 16, 16,
};
static const u8 LONG_16[] = {
    2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4,
    5, 5, 5, 6, 6, 7, 7, 8, 9, 10, 10, 11, 12, 13, 14, 15, 16, 16, 16,
};
static const u8 LONG_8[] = {
    3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5,
    6, 6, 6, 7, 7, 8, 9, 9, 10, 11, 12, 13, 14, 15, 16, 20,
};
static const u8 SHORT_96[] = {
    1, 1, 1, 1, 1, 1, 2, 2, 2, 4, 7, 9,
};
static const u8 SHORT_48[] = {
    1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4,
};
static const u8 SHORT_24[] = {
    1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5,
};
static const u8 SHORT_16[] = {
    1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 3, 4, 5, 5,
};
static const u8 SHORT_8[] = {
    1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 4, 5, 5,
};

typedef struct {
    const u8 *of_long, *of_short;
    u32 long_count, short_count;
} Widths;

/* By the index of the rate, from 96 kHz down to 7.35. */
static const Widths WIDTHS[13] = {
    {LONG_96, SHORT_96, sizeof LONG_96, sizeof SHORT_96},
    {LONG_96, SHORT_96, sizeof LONG_96, sizeof SHORT_96},
    {LONG_64, SHORT_96, sizeof LONG_64, sizeof SHORT_96},
    {LONG_48, SHORT_48, sizeof LONG_48, sizeof SHORT_48},
    {LONG_48, SHORT_48, sizeof LONG_48, sizeof SHORT_48},
    {LONG_32, SHORT_48, sizeof LONG_32, sizeof SHORT_48},
    {LONG_24, SHORT_24, sizeof LONG_24, sizeof SHORT_24},
    {LONG_24, SHORT_24, sizeof LONG_24, sizeof SHORT_24},
    {LONG_16, SHORT_16, sizeof LONG_16, sizeof SHORT_16},
    {LONG_16, SHORT_16, sizeof LONG_16, sizeof SHORT_16},
    {LONG_16, SHORT_16, sizeof LONG_16, sizeof SHORT_16},
    {LONG_8, SHORT_8, sizeof LONG_8, sizeof SHORT_8},
    {LONG_8, SHORT_8, sizeof LONG_8, sizeof SHORT_8},
};
