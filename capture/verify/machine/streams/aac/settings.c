/*
 * AudioSpecificConfig, to its last bit: ISO/IEC 14496-3, 1.6.2.1, with GASpecificConfig (4.4.1) and
 * program_config_element (4.5.1.2). What stands behind it, zeros of its last byte aside, is refused.
 */

#include "aac.h"
#include "bands_numbers.h"

#define ESCAPE 15
#define SYNC_REPLICATION 0x2B7u
#define SYNC_STEREO 0x548u

Settings settings;

const u32 RATES[13] = {96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350};

/* 4.5.1.1: from which rate on each row of the tables holds. */
static const u32 FROM_RATE[11] = {92017, 75132, 55426, 46009, 37566, 27713, 23004, 18783, 13856, 11502, 9391};

/* Elements of the channel configurations, END behind the last one. */
static const u8 CONFIGURATIONS[15][6] = {
    {END},
    {SINGLE, END},
    {PAIR, END},
    {SINGLE, PAIR, END},
    {SINGLE, PAIR, SINGLE, END},
    {SINGLE, PAIR, PAIR, END},
    {SINGLE, PAIR, PAIR, LOW, END},
    {SINGLE, PAIR, PAIR, PAIR, LOW, END},
    {END},
    {END},
    {END},
    {SINGLE, PAIR, PAIR, SINGLE, LOW, END},
    {SINGLE, PAIR, PAIR, PAIR, LOW, END},
    {END},
    {SINGLE, PAIR, PAIR, LOW, PAIR, END},
};

static u32 field(Bits *b, Program *program, u32 bits)
{
    u32 value = take(b, bits);
    if (program->count < sizeof program->fields)
        program->fields[program->count++] = (u8)value;
    return value;
}

/* Elements of one kind of the list of a program, or what belongs to one. */
static void listed(Bits *b, Program *program, u32 count, u32 bits)
{
    while (count--)
        field(b, program, bits);
}

u32 program_config(Bits *b, Program *program)
{
    program->count = 0;
    field(b, program, 4), field(b, program, 2), field(b, program, 4);
    u32 sounds = field(b, program, 4) + field(b, program, 4);
    sounds += field(b, program, 4);
    u32 low = field(b, program, 2), data = field(b, program, 3), coupling = field(b, program, 4);
    static const u8 mixdown[3] = {4, 4, 3};
    for (u32 i = 0; i < 3; i++)
        if (field(b, program, 1))
            field(b, program, mixdown[i]);
    listed(b, program, sounds, 5), listed(b, program, low, 4);
    listed(b, program, data, 4), listed(b, program, coupling, 5);
    u32 padding = (u32)(-b->next & 7);
    if (padding && take(b, padding))
        return BITS_LEFT;
    if (take(b, 8))
        return BYTES_LEFT;
    return over(b) ? ENDS_EARLY : FINE;
}

static void add(u32 kind, u32 tag, u32 tag_known)
{
    if (settings.count < MOST_ELEMENTS)
        settings.elements[settings.count++] = (Element){(u8)kind, (u8)tag, (u8)tag_known, 0};
}

/* The elements that a program lists, which may come in any order. */
static void use_program(const Program *program)
{
    const u8 *at = program->fields, *end = at + program->count;
    u32 sounds = at[3] + at[4] + at[5], low = at[6], data = at[7], coupling = at[8];
    at += 9;
    for (u32 i = 0; i < 3; i++)
        at += *at ? 2 : 1;
    for (; sounds && at < end; sounds--, at++)
        add(*at >> 4 ? PAIR : SINGLE, *at & 15, 1);
    for (; low && at < end; low--, at++)
        add(LOW, *at, 1);
    at += data;
    for (; coupling && at < end; coupling--, at++)
        add(COUPLING, *at & 15, 1);
}

static u32 use_configuration(u32 configuration)
{
    if (configuration > 14 || CONFIGURATIONS[configuration][0] == END)
        return NOT_FOLLOWED;
    settings.in_order = 1;
    for (const u8 *kind = CONFIGURATIONS[configuration]; *kind != END; kind++)
        add(*kind, 0, 0);
    return FINE;
}

/* samplingFrequencyIndex, and the rate itself where that says so; 0 for none. */
static u32 rate(Bits *b)
{
    u32 index = take(b, 4);
    if (index == ESCAPE)
        return take(b, 24);
    return index < 13 ? RATES[index] : 0;
}

static u32 index_of(u32 rate)
{
    for (u32 i = 0; i < 13; i++)
        if (rate == RATES[i])
            return i;
    u32 index = 0;
    while (index < 11 && rate < FROM_RATE[index])
        index++;
    return index;
}

/* 960 lines have the bands of 1024, as far as they reach. */
static void make_edges(u32 which, const u8 *widths, u32 count, u32 lines)
{
    u32 at = 0, band = 0;
    settings.edges[which][0] = 0;
    while (band < count && at < lines) {
        at += 4u * widths[band++];
        settings.edges[which][band] = (u16)(at < lines ? at : lines);
    }
    settings.bands[which] = band;
}

static void make_bands(void)
{
    const Widths *widths = &WIDTHS[settings.rate_index];
    make_edges(0, widths->of_long, widths->long_count, settings.short_frames ? 960 : 1024);
    make_edges(1, widths->of_short, widths->short_count, settings.short_frames ? 120 : 128);
}

static u32 general(Bits *b, u32 configuration)
{
    settings.short_frames = take(b, 1);
    if (take(b, 1))
        return NOT_FOLLOWED;    /* dependsOnCoreCoder */
    if (take(b, 1))
        return NOT_FOLLOWED;    /* extensionFlag */
    if (configuration)
        return use_configuration(configuration);
    u32 wrong = program_config(b, &settings.program);
    if (!wrong)
        use_program(&settings.program);
    return wrong;
}

/* Signalling of replication and of stereo behind the rest, for decoders that do not know them. */
static u32 extension(Bits *b, u32 core)
{
    if (b->end - b->next < 16 || peek(b, 11) != SYNC_REPLICATION)
        return FINE;
    take(b, 11);
    if (take(b, 5) != REPLICATED)
        return NOT_FOLLOWED;
    settings.no_replication = !take(b, 1);
    if (settings.no_replication)
        return FINE;
    u32 other = rate(b);
    if (other != core && other != 2 * core)
        return BROKEN_HEADER;
    if (b->end - b->next >= 12 && peek(b, 11) == SYNC_STEREO)
        take(b, 12);
    return FINE;
}

u32 make_settings(Bits *b)
{
    clear(&settings, sizeof settings);
    u32 type = take(b, 5), core = rate(b), configuration = take(b, 4);
    u32 extended = type == REPLICATED || type == PARAMETRIC;
    if (extended) {
        u32 other = rate(b);
        if (other != core && other != 2 * core)
            return BROKEN_HEADER;
        type = take(b, 5);
    }
    if (type != MAIN && type != LOW_COMPLEXITY && type != LONG_TERM)
        return NOT_FOLLOWED;
    if (core < 4000 || core > 200000)
        return BROKEN_HEADER;
    settings.object_type = type, settings.rate_index = index_of(core);
    u32 wrong = general(b, configuration);
    if (!wrong && !extended)
        wrong = extension(b, core);
    if (wrong)
        return wrong;
    make_bands();
    if (over(b))
        return ENDS_EARLY;
    u32 left = (u32)(b->end - b->next);
    if (left > 7)
        return BYTES_LEFT;
    return left && take(b, left) ? BITS_LEFT : FINE;
}
