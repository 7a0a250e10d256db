/* What the files about pictures of transformed blocks share (ISO/IEC 18181-1, I). */

#include "symbols.h"
#include "jxl_numbers.h"

#define CHANNELS 3
#define MOST_BLOCK_CONTEXTS 16
/* I.3.3: contexts of each block context: how many are not zero, and coefficients. */
#define NONZERO_CONTEXTS 37
#define COEFFICIENT_CONTEXTS 458
#define MOST_THRESHOLDS 15

/* I.2.2: which context a block has, by its values of low frequency, its quantization and order. */
typedef struct {
    i32 lf[CHANNELS][MOST_THRESHOLDS];
    u32 lf_count[CHANNELS], lf_contexts;
    u32 quant[MOST_THRESHOLDS], quant_count;
    u32 contexts;
    u8 map[3 * ORDERS * 64];
} BlockContexts;

extern BlockContexts block_contexts;

/* I.3: the codes of each pass, and how many sets of contexts they have. */
typedef struct {
    u32 sets;
    u8 used[1 << 16];  /* which sets a group has */
    Codes codes[MOST_PASSES];
} PassCodes;

extern PassCodes pass_codes;

/* Which transforms the picture has: a bit for each. */
extern u32 transforms_seen;
