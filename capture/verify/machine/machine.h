/* What there is in this machine: numbers, one memory that grows, and nothing else. */

typedef unsigned char u8;
typedef signed char i8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef int i32;
typedef unsigned long long u64;

#define EXPORT(name) __attribute__((export_name(#name)))

/* What a reading answers: that nothing is wrong, or what is. */
enum {
    FINE = 0,
    BROKEN_HEADER = 1,   /* a segment that makes no sense */
    BAD_CODE = 2,        /* bits that no code begins with */
    TOO_MANY = 3,        /* more coefficients than a block has */
    ENDS_EARLY = 4,      /* fewer bits than the picture needs */
    BYTES_LEFT = 5,      /* bytes behind the last block of an interval */
    BITS_LEFT = 6,       /* padding that is neither all ones nor all zeros */
    BAD_ORDER = 7,       /* a coefficient that is coded twice, or not at all */
    TOO_LONG = 8,        /* more blocks than anybody follows */
};

/* Bytes of zeros that encoders write behind the last byte that decides something. */
#define SPARE 8

/* Room for so many bytes of zeros behind what is taken already, or 0. */
void *room(u32 size);
void clear(void *what, u32 size);
