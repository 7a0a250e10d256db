/* ISO/IEC 18181-1, H.4.2: the tree of decisions by which each value of a channel is coded. */

#include "symbols.h"

#define MOST_NODES (1u << 20)
#define AT_ONCE 256
#define PREDICTORS 14
#define PROPERTIES 256
#define MOST_UNREACHED 64
#define MOST_DEPTH 2048

/* The contexts of a tree's own codes. */
enum { SPLIT, PROPERTY, PREDICTOR, OFFSET, MULTIPLIER_LOG, MULTIPLIER, TREE_CONTEXTS };

static u32 leaf(Symbols *s, Node *node, u32 context)
{
    u32 predictor = numbered(s, PREDICTOR);
    i32 offset = unpacked(numbered(s, OFFSET));
    u32 logarithm = numbered(s, MULTIPLIER_LOG);
    u32 multiplier = numbered(s, MULTIPLIER);
    if (predictor >= PREDICTORS || logarithm > 30 || multiplier >= (1u << (31 - logarithm)) - 1)
        return BAD_CODE;
    *node = (Node){-1, offset, context << 4 | predictor, (multiplier + 1) << logarithm};
    return FINE;
}

static u32 decision(Symbols *s, Node *node, u32 property, u32 next)
{
    if (property > PROPERTIES)
        return BAD_CODE;
    i32 value = unpacked(numbered(s, SPLIT));
    *node = (Node){(i32)property - 1, value, next, next + 1};
    return FINE;
}

/* Nodes follow each other in memory, as nothing else is stored between. */
static u32 read_nodes(Symbols *s, Tree *tree, u32 *leaves)
{
    u32 open = 1, wrong;
    *leaves = tree->count = 0;
    while (open) {
        if (tree->count % AT_ONCE == 0) {
            Node *more = store(AT_ONCE * (u32)sizeof *more);
            if (!more || tree->count >= MOST_NODES || !spend(AT_ONCE))
                return TOO_LONG;
            if (!tree->count)
                tree->nodes = more;
        }
        Node *node = tree->nodes + tree->count;
        u32 property = numbered(s, PROPERTY);
        open--;
        wrong = property ? decision(s, node, property, tree->count + open + 1)
                         : leaf(s, node, (*leaves)++);
        open += property ? 2 : 0;
        tree->count++;
        if (wrong || s->wrong || past(s->bits))
            return wrong ? wrong : finish(s);
    }
    return FINE;
}

u32 read_tree(Low *b, Tree *tree)
{
    Codes codes;
    Symbols s;
    u32 leaves, wrong = read_codes(b, TREE_CONTEXTS, &codes);
    if (wrong || (wrong = start(&s, b, &codes, 0)))
        return wrong;
    if ((wrong = read_nodes(&s, tree, &leaves)) || (wrong = finish_own(&s)))
        return wrong;
    tree->there = 1;
    if (!(tree->reached = store(tree->count)))
        return TOO_LONG;
    return read_codes(b, leaves, &tree->codes);
}

/* The node that decides, past all that ask for the channel or for the stream. */
static const Node *decided(const Tree *tree, u32 at, i32 channel, i32 stream)
{
    const Node *node = tree->nodes + at;
    while (node->property == 0 || node->property == 1) {
        i32 value = node->property ? stream : channel;
        node = tree->nodes + (value > node->value ? node->more : node->less);
    }
    return node;
}

/*
 * The tree of one channel of one stream, or 0: a decision's `more` is where the child for more is, and
 * the other one is behind it; a leaf's context has become its cluster, and its property -1 less its
 * place in the tree. `properties` is one more than the greatest that is asked for; `weighted`: whether
 * the weighted predictor is.
 */
const Node *flattened(const Tree *tree, i32 channel, i32 stream, u32 *properties, int *weighted)
{
    const Node **from = store(tree->count * (u32)sizeof *from);
    Node *flat = store(tree->count * (u32)sizeof *flat);
    u16 *depth = store(tree->count * (u32)sizeof *depth);
    if (!from || !flat || !depth || !spend(tree->count))
        return 0;
    u32 count = 1;
    from[0] = decided(tree, 0, channel, stream);
    *properties = *weighted = 0;
    for (u32 i = 0; i < count; i++) {
        flat[i] = *from[i];
        if (flat[i].property < 0) {
            u32 predictor = flat[i].more & 15;
            flat[i].property = -1 - (i32)(from[i] - tree->nodes);
            *weighted |= predictor == 6;
            flat[i].more = (u32)tree->codes.map[flat[i].more >> 4] << 4 | predictor;
            continue;
        }
        u32 asked = (u32)flat[i].property + 1;
        *properties = asked > *properties ? asked : *properties;
        *weighted |= asked == 16;
        from[count] = decided(tree, flat[i].more, channel, stream);
        from[count + 1] = decided(tree, flat[i].less, channel, stream);
        flat[i].more = count;
        depth[count] = depth[count + 1] = (u16)(depth[i] + 1);
        count += 2;
        if (depth[i] == MOST_DEPTH)
            return 0;
    }
    return flat;
}

/*
 * Whether the tree and its codes are of use, once all that they are for is read. Encoders have trees
 * that are always the same, of 34 leaves and more, not all of which occur.
 */
u32 unreached(const Tree *tree)
{
    u32 count = 0, all = 1;
    for (u32 i = 0; i < tree->count; i++) {
        count += tree->nodes[i].property < 0 && !tree->reached[i];
        all &= !tree->reached[i];
    }
    return all || count > MOST_UNREACHED ? NOT_FOLLOWED : unused(&tree->codes);
}
