/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/references.h"

#include "record/field-type.h"
#include "record/shape.h"

/* The records that refer to one target. They are looked up by a hash table only once there are many: a site that ten thousand
 * events refer to must not make each edit of one of them slow. */
typedef struct
{
  LiaisonId target; /* the key */
  GArray *sources;  /* of LiaisonId, each once */
  GHashTable *places; /* LiaisonId of a source -> its place in sources; NULL until one of many is taken out */
} Uses;

struct _LiaisonReferenceIndex
{
  LiaisonReferenceScope scope;
  GHashTable *uses; /* LiaisonId of the target -> Uses */
};

#define MANY 64

static void
uses_free (gpointer data)
{
  Uses *uses = data;
  g_array_unref (uses->sources);
  g_clear_pointer (&uses->places, g_hash_table_unref);
  g_free (uses);
}

static void
remember_place (Uses *uses,
                guint place)
{
  LiaisonId *key = g_memdup2 (&g_array_index (uses->sources, LiaisonId, place), sizeof (LiaisonId));
  g_hash_table_insert (uses->places, key, GUINT_TO_POINTER (place));
}

static gboolean
find_source (Uses      *uses,
             LiaisonId  source,
             guint     *place)
{
  if (uses->places == NULL && uses->sources->len > MANY)
    {
      uses->places = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, g_free, NULL);
      for (guint i = 0; i < uses->sources->len; i++)
        remember_place (uses, i);
    }
  if (uses->places != NULL)
    {
      gpointer found;
      if (!g_hash_table_lookup_extended (uses->places, &source, NULL, &found))
        return FALSE;
      *place = GPOINTER_TO_UINT (found);
      return TRUE;
    }
  for (guint i = 0; i < uses->sources->len; i++)
    if (liaison_id_same (g_array_index (uses->sources, LiaisonId, i), source))
      {
        *place = i;
        return TRUE;
      }
  return FALSE;
}

static void
add_use (LiaisonReferenceIndex *self,
         LiaisonId              target,
         LiaisonId              source)
{
  Uses *uses = g_hash_table_lookup (self->uses, &target);

  if (uses == NULL)
    {
      uses = g_new0 (Uses, 1);
      uses->target = target;
      uses->sources = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
      g_hash_table_insert (self->uses, &uses->target, uses);
    }
  /* What a record referred to before has been taken out, so it can only be there from another field, and then as the last. */
  if (uses->sources->len > 0
      && liaison_id_same (g_array_index (uses->sources, LiaisonId, uses->sources->len - 1), source))
    return;
  g_array_append_val (uses->sources, source);
  if (uses->places != NULL)
    remember_place (uses, uses->sources->len - 1);
}

static void
remove_use (LiaisonReferenceIndex *self,
            LiaisonId              target,
            LiaisonId              source)
{
  Uses *uses = g_hash_table_lookup (self->uses, &target);
  guint place;

  if (uses == NULL || !find_source (uses, source, &place))
    return;
  if (uses->places != NULL)
    g_hash_table_remove (uses->places, &source);
  g_array_remove_index_fast (uses->sources, place);
  if (uses->places != NULL && place < uses->sources->len)
    remember_place (uses, place);
  if (uses->sources->len == 0)
    g_hash_table_remove (self->uses, &target);
}

typedef struct
{
  LiaisonReferenceIndex *index;
  LiaisonId source;
} Source;

static void
add_cb (LiaisonId           target,
        guint               field,
        const LiaisonBlock *item,
        gpointer            data)
{
  const Source *source = data;
  add_use (source->index, target, source->source);
}

static void
remove_cb (LiaisonId           target,
           guint               field,
           const LiaisonBlock *item,
           gpointer            data)
{
  const Source *source = data;
  remove_use (source->index, target, source->source);
}

LiaisonReferenceIndex *
liaison_reference_index_new (LiaisonReferenceScope scope)
{
  LiaisonReferenceIndex *self = g_new (LiaisonReferenceIndex, 1);
  self->scope = scope;
  self->uses = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, NULL, uses_free);
  return self;
}

void
liaison_reference_index_free (LiaisonReferenceIndex *self)
{
  g_hash_table_unref (self->uses);
  g_free (self);
}

/* Most edits change no reference: then there is nothing to look up. */
static gboolean
refer_alike (LiaisonReferenceIndex *self,
             const LiaisonBlock    *before,
             const LiaisonBlock    *after)
{
  const LiaisonShapeLore *lore = liaison_shape_get_lore (before->shape);
  const LiaisonFieldList *fields = self->scope == LIAISON_REFERENCES_ANCHORS ? &lore->anchoring : &lore->referring;

  if (before->shape != after->shape)
    return FALSE;
  for (guint i = 0; i < fields->n; i++)
    {
      const LiaisonField *field = fields->fields[i];
      if (!liaison_field_type_ops (field->type)->equal (LIAISON_BLOCK_AT (before, field), LIAISON_BLOCK_AT (after, field)))
        return FALSE;
    }
  return TRUE;
}

void
liaison_reference_index_update (LiaisonReferenceIndex *self,
                                const LiaisonBlock    *before,
                                const LiaisonBlock    *after)
{
  Source source = { self, before != NULL ? before->id : after->id };

  if (before != NULL && after != NULL && refer_alike (self, before, after))
    return;
  if (before != NULL)
    liaison_block_foreach_reference (before, self->scope, remove_cb, &source);
  if (after != NULL)
    liaison_block_foreach_reference (after, self->scope, add_cb, &source);
}

const LiaisonId *
liaison_reference_index_lookup (LiaisonReferenceIndex *self,
                                LiaisonId              target,
                                guint                 *n)
{
  const Uses *uses = g_hash_table_lookup (self->uses, &target);

  *n = uses != NULL ? uses->sources->len : 0;
  return uses != NULL ? (const LiaisonId *) uses->sources->data : NULL;
}
