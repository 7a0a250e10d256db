/*
 * MPEG-4 Visual, ISO/IEC 14496-2: what its headers decide for those who read on, and the macroblocks
 * of the picture that is being read.
 */

#ifndef MPEG4_H
#define MPEG4_H

#include "../bits.h"

enum { I_VOP, P_VOP, B_VOP, S_VOP };

/* 6.3.3: widths and heights have 13 bits. */
#define MOST_MACROBLOCKS (512 * 512)

/* A video object layer. `time_bits` is the size of a time; width and height are in macroblocks. */
typedef struct {
    u32 known, interlaced, sprites, points, resync, partitioned, reversible, time_bits, resolution, width, height;
} Layer;

/* What a picture's head says. `time` and `way` are where bits stand that its packets repeat. */
typedef struct {
    u32 type, threshold, forward, backward, quant, coded;
    u64 time, time_bits, way, way_bits;
} Picture;

/* A table of codes, looked up by so many next bits: what they mean, and 4 bits of how many they are. */
typedef struct {
    const u16 *entries;
    u32 bits;
} Table;

/* An entry of a table of coefficients: the length, 5 bits of the level, 6 of the run, and "last". */
typedef struct {
    Table table;
    const u8 *most_levels[2];
    u8 most_runs[2][32];
} Coefficients;

enum { INTRA_BLOCK, INTER_BLOCK, REVERSIBLE_INTRA_BLOCK, REVERSIBLE_INTER_BLOCK };
enum { MCBPC_I, MCBPC_P, CBPY_ANY, MVD, DC_LUMA, DC_CHROMA, WAY };

extern Coefficients coefficients[4];
extern Table tables[7];
extern Layer layer;
extern Picture picture;

/* Seconds that pictures have counted since a group began, or the stream. */
extern u32 seconds_since_group;

/* For each macroblock of the last I-, P- or S-VOP, whether it was left out. */
extern u8 left_out[MOST_MACROBLOCKS];

void make_tables(void);

/* Takes a code. Returns what it means, or NO_CODE. */
#define NO_CODE 0xFFFFFFFFu
static inline u32 code(Bits *b, const Table *table)
{
    u32 entry = table->entries[peek(b, table->bits)];
    skip(b, entry & 15);
    return entry ? entry >> 4 : NO_CODE;
}

/* 5.2.4: a zero and ones to the end of the byte; it takes a whole byte where one has ended. */
static inline u32 stuffing_bits(const Bits *b) { return 8 - (u32)(b->next & 7); }
static inline int at_stuffing(const Bits *b)
{
    u32 count = stuffing_bits(b);
    return b->next < b->end && peek(b, count) == (1u << (count - 1)) - 1;
}

/* headers.c: each takes what stands behind a start code, and the stuffing. */
u32 sequence_header(Bits *b);
u32 object_header(Bits *b);
u32 layer_header(Bits *b);
u32 group_header(Bits *b);
u32 next_start_code(Bits *b);

/* pictures.c: a VOP, whole. */
u32 vop(Bits *b);
u32 at_packet(const Bits *b);
u32 packet_header(Bits *b, u32 *number);

/* macroblocks.c and blocks.c */
typedef struct {
    u8 type, coded, dc_apart;
} Macroblock;
u32 macroblock(Bits *b, u32 number);
u32 blocks(Bits *b, const Macroblock *m, u32 partitioned);
u32 vectors(Bits *b, u32 count, u32 size);
u32 dc(Bits *b, u32 index);
void new_quant(u32 change);

/* partitions.c: a packet whose parts are kept apart, from `number` on. Says where it ends. */
u32 partitions(Bits *b, u32 *number);

/* short.c: a picture of H.263, whole, and whether there is one. */
int is_short(const Bits *b);
u32 short_picture(Bits *b);

#endif
