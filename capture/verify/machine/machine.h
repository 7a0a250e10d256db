/* What there is in this machine: numbers, one memory that grows, and nothing else. */

typedef unsigned char u8;
typedef signed char i8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef int i32;
typedef unsigned long long u64;

#define EXPORT(name) __attribute__((export_name(#name)))

/* Room for so many bytes of zeros behind what is taken already, or 0. */
void *room(u32 size);
void clear(void *what, u32 size);
