/*
 * The memory of the machine: what is read lies first, and what a reading needs behind it. It is all
 * zeros at first, and nothing is given back: each file gets a machine of its own.
 */

#include "machine.h"

#define PAGE 65536u
#define SLACK 16384u

extern u8 __heap_base;
static u32 taken;

void clear(void *what, u32 size) { __builtin_memset(what, 0, size); }

void *room(u32 size)
{
    u32 start = (taken + 15) & ~15u, pages = (u32)__builtin_wasm_memory_size(0);
    u64 end = (u64)start + size;
    if (end > (u64)pages * PAGE) {
        u64 more = (end - (u64)pages * PAGE + PAGE - 1) / PAGE;
        if (end > 0xFFFF0000u || __builtin_wasm_memory_grow(0, (u32)more) == (unsigned long)-1)
            return 0;
    }
    taken = (u32)end;
    return (void *)start;
}

/*
 * Returns room for so many bytes to be read; once, for a machine reads one file. Zeros follow them:
 * more than a unit of a picture can ever take, so that where they end is asked once for each.
 */
EXPORT(begin) u8 *begin(u32 size)
{
    taken = (u32)&__heap_base;
    return size < 0xFFFF0000u - SLACK ? room(size + SLACK) : 0;
}
