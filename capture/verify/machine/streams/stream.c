/* Where samples are put, one after the other in the same place, with zeros behind each. */

#include "stream.h"

#define MOST (1u << 28)

u8 *begin(u32 size);

static u8 *input;
static u32 capacity, used;

EXPORT(place) u8 *place(u32 size)
{
    if (size > MOST)
        return 0;
    if (!capacity)
        begin(0);
    if (size > capacity) {
        u32 wanted = size > 2 * capacity ? size : 2 * capacity;
        u8 *larger = room(wanted + SLACK);
        if (!larger)
            return 0;
        input = larger, capacity = wanted, used = 0;
    }
    if (size < used)
        clear(input + size, used - size);
    used = size;
    return input;
}
