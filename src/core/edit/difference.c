/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit/difference.h"

#include "record/field-type.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Two versions of one record. */
typedef struct
{
  LiaisonEditGroup *group;
  const LiaisonKind *kind;
  const LiaisonBlock *before;
  const LiaisonBlock *after;
} Comparison;

/* Adds an edit where the slot, which is not the whole record, holds different values. */
static void
compare_slot (const Comparison *self, const LiaisonSlot *slot)
{
  LiaisonValue before, after;

  liaison_block_get_slot (self->before, slot, &before);
  liaison_block_get_slot (self->after, slot, &after);
  if (!liaison_value_equal (&before, &after))
    {
      liaison_edit_group_take (self->group, self->kind, slot, before, after);
      return;
    }
  liaison_value_clear (&before);
  liaison_value_clear (&after);
}

static void
compare_languages (const Comparison *self,
                   LiaisonSlot slot,
                   const LiaisonText *before,
                   const LiaisonText *after)
{
  for (guint i = 0; i < liaison_text_get_size (before); i++)
    {
      slot.language = liaison_text_get_language (before, i);
      compare_slot (self, &slot);
    }
  for (guint i = 0; i < liaison_text_get_size (after); i++)
    {
      slot.language = liaison_text_get_language (after, i);
      if (liaison_text_lookup (before, slot.language) == NULL)
        compare_slot (self, &slot);
    }
}

static void
compare_codes (const Comparison *self,
               LiaisonSlot slot,
               const LiaisonCodes *before,
               const LiaisonCodes *after)
{
  guint n;
  const char *const *codes = liaison_codes_get (before, &n);

  for (guint i = 0; i < n; i++)
    {
      slot.code = codes[i];
      compare_slot (self, &slot);
    }
  codes = liaison_codes_get (after, &n);
  for (guint i = 0; i < n; i++)
    {
      slot.code = codes[i];
      if (!liaison_codes_contains (before, codes[i]))
        compare_slot (self, &slot);
    }
}

static void
compare_ids (const Comparison *self,
             LiaisonSlot slot,
             const LiaisonIds *before,
             const LiaisonIds *after)
{
  guint n;
  const LiaisonId *ids = liaison_ids_get (before, &n);

  for (guint i = 0; i < n; i++)
    {
      slot.member = ids[i];
      compare_slot (self, &slot);
    }
  ids = liaison_ids_get (after, &n);
  for (guint i = 0; i < n; i++)
    {
      slot.member = ids[i];
      if (!liaison_ids_contains (before, ids[i]))
        compare_slot (self, &slot);
    }
}

/* A field of the record or, where the slot says so, of an item; both blocks are of one shape. */
static void
compare_leaf (const Comparison *self,
              const LiaisonSlot *slot,
              const LiaisonField *field,
              const LiaisonBlock *before,
              const LiaisonBlock *after)
{
  gconstpointer from = LIAISON_BLOCK_AT (before, field), to = LIAISON_BLOCK_AT (after, field);

  if (field->type == LIAISON_FIELD_TEXT)
    compare_languages (self, *slot, *(LiaisonText *const *) from, *(LiaisonText *const *) to);
  else if (field->type == LIAISON_FIELD_NATIONS)
    compare_codes (self, *slot, *(LiaisonCodes *const *) from, *(LiaisonCodes *const *) to);
  else if (field->type == LIAISON_FIELD_REFERENCES)
    compare_ids (self, *slot, *(LiaisonIds *const *) from, *(LiaisonIds *const *) to);
  else
    compare_slot (self, slot);
}

static gboolean
same_unknown (const LiaisonBlock *a, const LiaisonBlock *b)
{
  return g_strcmp0 (liaison_block_get_unknown (a), liaison_block_get_unknown (b)) == 0;
}

/* The whole of @after in the place of itself with what is not known in @before. */
static void
replace_unknown (const Comparison *self,
                 const LiaisonSlot *slot,
                 const LiaisonBlock *before,
                 const LiaisonBlock *after)
{
  LiaisonId id = before->id; /* That of an exercise may differ. */
  LiaisonBlock *from = liaison_block_copy_as (after, id);
  g_autoptr (LiaisonBlock) to = liaison_block_copy_as (after, id);

  GRefString *unknown = liaison_block_get_unknown (before);
  liaison_block_take_unknown (from, unknown != NULL ? g_ref_string_acquire (unknown) : NULL);
  liaison_edit_group_take (self->group, self->kind, slot,
                           (LiaisonValue){ LIAISON_VALUE_BLOCK, .as.block = from },
                           liaison_value_block (to));
}

static void
compare_item (const Comparison *self,
              LiaisonSlot slot,
              const LiaisonBlock *before,
              const LiaisonBlock *after)
{
  for (guint i = 0; i < before->shape->n_fields; i++)
    {
      slot.item_field = i;
      compare_leaf (self, &slot, &before->shape->fields[i], before, after);
    }
  slot.item_field = LIAISON_SLOT_WHOLE;
  if (!same_unknown (before, after))
    replace_unknown (self, &slot, before, after);
}

static void
compare_items (const Comparison *self,
               LiaisonSlot slot,
               const LiaisonItems *before,
               const LiaisonItems *after)
{
  for (guint i = 0; i < liaison_items_get_size (before); i++)
    {
      const LiaisonBlock *from = liaison_items_get (before, i);
      const LiaisonBlock *to = liaison_items_lookup (after, from->id);

      slot.item = from->id;
      if (to == NULL)
        compare_slot (self, &slot);
      else if (to != from)
        compare_item (self, slot, from, to);
    }
  for (guint i = 0; i < liaison_items_get_size (after); i++)
    {
      slot.item = liaison_items_get (after, i)->id;
      if (liaison_items_lookup (before, slot.item) == NULL)
        compare_slot (self, &slot);
    }
}

static void
compare_blocks (LiaisonEditGroup *group,
                const LiaisonKind *kind,
                const LiaisonBlock *before,
                const LiaisonBlock *after)
{
  const Comparison comparison = { group, kind, before, after };
  LiaisonSlot whole = liaison_slot_record (before->id);

  for (guint i = 0; i < kind->shape.n_fields; i++)
    {
      const LiaisonField *field = &kind->shape.fields[i];
      LiaisonSlot slot = liaison_slot_field (before->id, i);
      gconstpointer from = LIAISON_BLOCK_AT (before, field), to = LIAISON_BLOCK_AT (after, field);

      if (liaison_field_type_ops (field->type)->equal (from, to))
        continue;
      if (field->type == LIAISON_FIELD_ITEMS)
        compare_items (&comparison, slot, *(LiaisonItems *const *) from,
                       *(LiaisonItems *const *) to);
      else
        compare_leaf (&comparison, &slot, field, before, after);
    }
  if (!same_unknown (before, after))
    replace_unknown (&comparison, &whole, before, after);
}

static void
add_whole (LiaisonEditGroup *group,
           const LiaisonKind *kind,
           const LiaisonBlock *before,
           const LiaisonBlock *after)
{
  LiaisonSlot slot = liaison_slot_record (before != NULL ? before->id : after->id);

  liaison_edit_group_take (group, kind, &slot, liaison_value_block (before),
                           liaison_value_block (after));
}

/* Both lists ascend by id. With @gone only what is gone is added, else only the rest. */
static void
compare_kind (LiaisonEditGroup *group,
              const LiaisonKind *kind,
              const LiaisonSnapshot *before,
              const LiaisonSnapshot *after,
              gboolean gone)
{
  guint n_from, n_to, i = 0, j = 0;
  const LiaisonBlock *const *from = liaison_snapshot_get (before, kind->id, &n_from);
  const LiaisonBlock *const *to = liaison_snapshot_get (after, kind->id, &n_to);

  while (i < n_from || j < n_to)
    {
      int order = i == n_from ? 1 : j == n_to ? -1 : liaison_id_compare (from[i]->id, to[j]->id);

      if (order < 0 && gone)
        add_whole (group, kind, from[i], NULL);
      else if (order > 0 && !gone)
        add_whole (group, kind, NULL, to[j]);
      else if (order == 0 && !gone && from[i] != to[j])
        compare_blocks (group, kind, from[i], to[j]);
      i += order <= 0;
      j += order >= 0;
    }
}

LiaisonEditGroup *
liaison_difference_new (const LiaisonSnapshot *before, const LiaisonSnapshot *after)
{
  LiaisonEditGroup *group =
      liaison_edit_group_new (N_ ("Take over another version"), NULL, NULL, 0);

  for (guint kind = LIAISON_KIND_EXERCISE + 1; kind < LIAISON_N_KINDS; kind++)
    compare_kind (group, liaison_kind_get (kind), before, after, TRUE);
  compare_blocks (group, liaison_kind_get (LIAISON_KIND_EXERCISE),
                  liaison_snapshot_get_exercise (before), liaison_snapshot_get_exercise (after));
  for (guint kind = LIAISON_KIND_EXERCISE + 1; kind < LIAISON_N_KINDS; kind++)
    compare_kind (group, liaison_kind_get (kind), before, after, FALSE);
  return group;
}
