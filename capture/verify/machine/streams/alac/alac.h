/* What a packet of Apple Lossless is made of, and its numbers. */

#include "../bits.h"

/* The elements of a packet. */
enum { SCE, CPE, CCE, LFE, DSE, PCE, FIL, END };

#define COOKIE 24
#define LONGEST (1u << 20)
#define CHANNELS 8

/* The quarter of a mean below which zeros are counted, and what a mean is never above. */
#define QB_SHIFT 9
#define QB (1u << QB_SHIFT)
#define MEAN_CLAMP 0xFFFFu
#define MOST_ONES 9

typedef struct {
    u32 frame, depth, pb, mb, kb, channels;
} Cookie;

typedef struct {
    u32 samples, shifted, escape;
} Header;

typedef struct {
    u32 samples, channels, elements[8];
} Packet;
