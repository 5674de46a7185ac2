/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks: the immutable, counted values of one record, or of one item in a list. */
#pragma once

#include "record/field.h"

G_BEGIN_DECLS

/* What every block begins with; the fields' values follow, at the offsets in the table. A block that is shared is never
 * written to. It holds no GObject, so the last reference may fall in any thread. */
typedef struct _LiaisonBlock LiaisonBlock;
struct _LiaisonBlock
{
  gatomicrefcount refs;
  guint8 is_derived; /* it has most of its values from another block, see liaison_block_derive () */
  guint8 own[3];     /* places among the counted fields, from one, of values that are a derived block's own; 0: none */
  const LiaisonShape *shape;
  LiaisonId id;
  union
  {
    GRefString *members; /* of a block that is not derived: see liaison_block_get_unknown () */
    LiaisonBlock *base;  /* owned by one that is; not derived itself */
  } rest;
};

/* Where the value of a field lies. */
#define LIAISON_BLOCK_AT(block, field) ((gpointer) ((char *) (block) + (field)->offset))

/* A block with nothing set, not yet shared: fill it in, then let go of the pointer to it that may write. */
LiaisonBlock *liaison_block_new (const LiaisonShape *shape, LiaisonId id);
/* A copy, not yet shared, with references of its own to all values. */
LiaisonBlock *liaison_block_copy (const LiaisonBlock *self);
/* A copy whose value of @field may be replaced, and only that, by one the copy then owns. The others it shares with @self,
 * which lives on with it: so of all those, which in a large plan lie far apart, none is touched. */
LiaisonBlock *liaison_block_derive (const LiaisonBlock *self, const LiaisonField *field);
/* The same values under another id (duplicate, paste). Items keep theirs: ids of items only differ within their list. */
LiaisonBlock *liaison_block_copy_as (const LiaisonBlock *self, LiaisonId id);

LiaisonBlock *liaison_block_ref (const LiaisonBlock *self);
void liaison_block_unref (LiaisonBlock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonBlock, liaison_block_unref)
/* Lets go of a block that has just become a record's. Where only the record holds it, and only it holds the one it was derived
 * from, it takes over what they share, and the other's memory is free for the next change. Main thread. */
void liaison_block_unref_settled (LiaisonBlock *self);

/* Members no field knows, as "name":value,... in validated compact bytes; NULL: none. Borrowed. */
GRefString *liaison_block_get_unknown (const LiaisonBlock *self);
/* Of a block that is not yet shared; takes @unknown. */
void liaison_block_take_unknown (LiaisonBlock *self, GRefString *unknown);

/* Same shape, id, values and unknown members. */
gboolean liaison_block_equal (const LiaisonBlock *a, const LiaisonBlock *b);
gboolean liaison_block_field_is_set (const LiaisonBlock *self, const LiaisonField *field);

/* The name of the record for a reader of @language: its title, else its code, else NULL. Borrowed. */
const char *liaison_block_get_title (const LiaisonBlock *self, const char *language);

/* Reads an object of this shape; @require_id refuses one without id. Transfer full. */
LiaisonBlock *liaison_block_read (const LiaisonShape *shape, LiaisonJsonReader *reader, gboolean require_id, GError **error);

/* Lists of items: immutable, counted, in ascending order of id. NULL is the empty list. */
LiaisonItems *liaison_items_ref (LiaisonItems *self);
void liaison_items_unref (LiaisonItems *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonItems, liaison_items_unref)

#define LIAISON_TYPE_ITEMS (liaison_items_get_type ())
GType liaison_items_get_type (void);

/* Takes the blocks and sorts them by id; of two with one id only one is kept. */
LiaisonItems *liaison_items_new_take (LiaisonBlock **blocks, guint n);
guint liaison_items_get_size (const LiaisonItems *self);
/* Borrowed. */
const LiaisonBlock *liaison_items_get (const LiaisonItems *self, guint index);
const LiaisonBlock *liaison_items_lookup (const LiaisonItems *self, LiaisonId id);
/* The same list with @block in the place of the one with @id, added, or removed (NULL). Keeps a reference. Transfer full. */
LiaisonItems *liaison_items_with (const LiaisonItems *self, LiaisonId id, const LiaisonBlock *block);
gboolean liaison_items_equal (const LiaisonItems *a, const LiaisonItems *b);

G_END_DECLS
