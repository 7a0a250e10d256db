/* What the files of the follower of JPEG XL share (ISO/IEC 18181-1:2024; its annexes are named). */

#ifndef JXL_H
#define JXL_H

#include "low.h"

#define MOST_CLUSTERS 256
#define MOST_PASSES 11

/* C.3.3: how a token becomes a number. */
typedef struct {
    u32 first, exponent, high, low;
} Hybrid;

/* C.2.6: an entry of an alias table: the symbol of its own, and one that fills what is left. */
typedef struct {
    u16 offset, own, other;
    u8 cutoff, symbol;
} Slot;

#define ROOT 8
#define LONGER 15

/* C.2.4: a prefix code: symbol << 4 | length by the first bits, and by counting for longer ones. */
typedef struct {
    u32 root[1 << ROOT];
    u16 *symbols;
    u16 first[16], count[16], offset[16];
    u32 symbol_count;
} Prefix;

typedef struct {
    Hybrid hybrid;
    Slot *slots;
    Prefix *prefix;
    u32 used, is_plain;    /* is_plain: one symbol, or all alike */
} Cluster;

/* C.2: all codes of a stream, and which of them each context has. */
typedef struct {
    u8 *map;
    Cluster *cluster;
    u32 contexts, clusters;
    u32 is_prefix, shift;  /* shift: bits of a place inside a slot */
    u32 lz_from, lz_least; /* 0xFFFFFFFF: no copies */
    Hybrid lz_length;
    Cluster *lz_distance;
} Codes;

/* A stream of numbers that is being read. */
typedef struct {
    Low *bits;
    const Codes *codes;
    u32 state;
    u32 wide;              /* C.3.3: what special distances are multiplied by, or 0 */
    u32 copies, from, done;
    u32 wrong;
} Symbols;

/* H.4.2: a decision, or a leaf (property < 0; value: the offset; more: context << 4 | predictor). */
typedef struct {
    i32 property, value;
    u32 more, less;        /* of a leaf, less is the multiplier */
} Node;

typedef struct {
    Node *nodes;
    u32 count;
    int there;
    u8 *reached;           /* of each node, whether a value came to it, where it is a leaf */
    Codes codes;
} Tree;

typedef struct {
    u32 width, height;
    i32 across, down;      /* how often it was halved; -1 of what is no picture */
    i32 *pixels;
} Channel;

#define MOST_CHANNELS 1024

typedef struct {
    u32 count, metas;
    Channel list[MOST_CHANNELS];
} Channels;

typedef struct {
    u32 x, y, width, height;
} Area;

/* D and F: what the headers say, and the sizes that follow from it. */
typedef struct {
    u32 full_width, full_height;
    u32 has_alpha, alpha_halved, is_gray, is_xyb;
    u32 is_modular, flags, is_ycc;
    u32 reduced, alpha_reduced; /* log2 of the upsampling */
    u32 group_shift, passes, shrunk, shrink[4], last_pass[4];
    u32 across[3], down[3];     /* F.2: how often each channel is halved */
    u32 width, height;
    u32 blocks_wide, blocks_high;
    u32 group, groups_wide, groups, lf_wide, lf_groups;
} Frame;

enum { NOISE = 1, NO_SMOOTHING = 128 };

/* store.c: memory that is all zeros, taken and given back in order. */
void *store(u32 size);
u32 stored(void);
void give_back(u32 mark);
int spend(u64 steps);
void begin_store(u64 budget);

/* codes.c */
u32 read_prefix(Low *b, u32 alphabet, Cluster *c);
u32 read_ans(Low *b, u32 log_alphabet, Cluster *c);

/* entropy.c */
u32 read_codes(Low *b, u32 contexts, Codes *codes);
u32 read_map(Low *b, u8 *map, u32 size, u32 *clusters);
u32 start(Symbols *s, Low *b, const Codes *codes, u32 wide);
u32 finish(const Symbols *s);
u32 finish_own(const Symbols *s);
u32 unused(const Codes *codes);
u32 copied(Symbols *s, u32 token);

/* tree.c */
u32 read_tree(Low *b, Tree *tree);
u32 unreached(const Tree *tree);
const Node *flattened(const Tree *tree, i32 channel, i32 stream, u32 *properties, int *weighted);

/* channels.c */
u32 read_transforms(Low *b, Channels *channels, u32 *count);

/* modular.c */
extern Tree shared_tree;
u32 read_stream(Low *b, Channels *channels, u32 stream, u32 largest, u32 *transforms);
u32 lf_modular(Low *b, const Frame *f, u32 index);
u32 pass_modular(Low *b, const Frame *f, u32 pass, u32 index);
u32 global_modular(Low *b, const Frame *f);

/* header.c */
u32 read_headers(Low *b, Frame *frame);

/* dct_global.c */
u32 dct_lf_global(Low *b);
u32 dct_hf_global(Low *b, const Frame *f);

/* dct_group.c */
u32 start_blocks(const Frame *f);
u32 dct_lf_group(Low *b, const Frame *f, u32 index);
u32 dct_metadata(Low *b, const Frame *f, u32 index);
u32 dct_pass(Low *b, const Frame *f, u32 pass, u32 index);
u32 dct_ended(const Frame *f);

#endif
