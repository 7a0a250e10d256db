/* The Huffman tables of a JPEG (ITU-T T.81, annexes C and F.2.2.3), made to be looked up. */

#include "jpeg.h"

u32 code_in(const Table *table, u32 sixteen)
{
    for (u32 length = 1; length <= 16; length++) {
        i32 code = (i32)(sixteen >> (16 - length));
        if (code <= table->last[length])
            return length << 8 | table->symbols[(code + table->offset[length]) & 255];
    }
    return 0;
}

/* All codes of a baseline block that stand in these bits whole, and their values behind them. */
static u32 whole_codes(const Table *table, u32 window)
{
    u32 used = 0, coefficients = 0;
    while (used < WINDOW && coefficients < 64) {
        u32 found = table->one[(window << used & ((1 << WINDOW) - 1)) >> (WINDOW - PEEK)];
        u32 length = found >> 8, symbol = found & 255, size = symbol & 15;
        if (!found || used + length > WINDOW || used + length + size > MOST_AT_ONCE)
            break;
        if (!size && symbol && symbol != 0xF0)
            break;
        used += length + size;
        if (!symbol)
            return used | (coefficients + ENDED) << ABOVE;
        coefficients += (symbol >> 4) + 1;
    }
    return used ? used | coefficients << ABOVE : SLOW << ABOVE;
}

/* The one code of a difference, and its bits: they end what is read by this table, too. */
static u32 difference(const Table *table, u32 window)
{
    u32 found = table->one[window >> (WINDOW - PEEK)];
    u32 used = (found >> 8) + (found & 255);
    if (!found || (found & 255) > MOST_DIFFERENCE || used > MOST_AT_ONCE)
        return SLOW << ABOVE;
    return used | ENDED << ABOVE;
}

static void look_ahead(Table *table, int ac)
{
    for (u32 window = 0; window < 1 << PEEK; window++) {
        u32 found = code_in(table, window << (16 - PEEK));
        table->one[window] = found >> 8 <= PEEK ? (u16)found : 0;
    }
    for (u32 window = 0; window < 1 << WINDOW; window++)
        table->many[window] = (u16)(ac ? whole_codes : difference)(table, window);
}

int huffman(Table tables[2][4], const u8 *body, u32 size)
{
    for (u32 at = 0; at < size;) {
        if (size - at < 17 || body[at] & 0xEC)
            return BROKEN_HEADER;
        Table *table = &tables[body[at] >> 4][body[at] & 3];
        u32 total = 0;
        i32 code = 0;
        for (u32 length = 1; length <= 16; length++) {
            u32 count = body[at + length];
            table->offset[length] = (i32)total - code;
            code += (i32)count;
            table->last[length] = count ? code - 1 : -1;
            total += count;
            if (code > 1 << length)
                return BROKEN_HEADER;
            code <<= 1;
        }
        if (total > 256 || size - at - 17 < total)
            return BROKEN_HEADER;
        for (u32 index = 0; index < total; index++)
            table->symbols[index] = body[at + 17 + index];
        table->there = 1;
        look_ahead(table, body[at] >> 4);
        at += 17 + total;
    }
    return FINE;
}
