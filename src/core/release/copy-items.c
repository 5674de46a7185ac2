/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "release/copy.h"

#include "record/kinds/column-value.h"
#include "record/kinds/exercise.h"
#include "release/fault.h"

#include <string.h>

/* An item of the plan and what becomes of it. */
typedef struct
{
  const LiaisonBlock *from;
  LiaisonBlock *to;
} Pair;

/* What the item is about is withheld, or is not there. */
static gboolean
is_about_withheld (LiaisonCopying *self, const LiaisonBlock *item, LiaisonId *about)
{
  for (guint i = 0; i < item->shape->n_fields; i++)
    {
      const LiaisonField *field = &item->shape->fields[i];
      LiaisonId target;

      if (!field->subject || field->type != LIAISON_FIELD_REFERENCE)
        continue;
      target = *(const LiaisonId *) LIAISON_BLOCK_AT (item, field);
      if (liaison_id_is_zero (target) || liaison_view_find (self->view, target) != NULL)
        continue;
      *about = liaison_lookup_find (&self->lookup, target) != NULL ? target : (LiaisonId){ 0 };
      return TRUE;
    }
  return FALSE;
}

/* Of own columns: the declaration of one, or a value in one. */
static gboolean
is_of_control_column (LiaisonCopying *self, const LiaisonBlock *item)
{
  if (item->shape == &liaison_column_value_shape)
    return !LIAISON_HAS_FAULT (COLUMN_VALUES_KEPT)
           && !liaison_view_may_see_column (self->view, self->kind,
                                            LIAISON_DATA (ColumnValue, item)->column);
  if (item->shape == &liaison_own_column_shape)
    return !LIAISON_HAS_FAULT (COLUMNS_KEPT) && !LIAISON_DATA (OwnColumn, item)->players
           && !liaison_view_get_audience (self->view)->control;
  return FALSE;
}

static gboolean
is_withheld (LiaisonCopying *self, const LiaisonBlock *item)
{
  LiaisonId about;

  if (is_of_control_column (self, item))
    liaison_copying_report (self, LIAISON_WITHHELD_CONTROL, (LiaisonId){ 0 });
  else if (is_about_withheld (self, item, &about) && !LIAISON_HAS_FAULT (SUBJECT_KEPT))
    liaison_copying_report (self, LIAISON_WITHHELD_ITEM, about);
  else
    return FALSE;
  return TRUE;
}

static gboolean
is_empty (const LiaisonBlock *item)
{
  for (guint i = 0; i < item->shape->n_fields; i++)
    if (liaison_block_field_is_set (item, &item->shape->fields[i])
        && !(item->shape->fields[i].flags & LIAISON_FIELD_ORDER))
      return FALSE;
  return TRUE;
}

static LiaisonBlock *
copy_item (LiaisonCopying *self, const LiaisonBlock *item, guint place)
{
  LiaisonBlock *copy =
      liaison_block_new (item->shape, liaison_fresh_make_item_id (self->fresh, place, item->id));
  GRefString *unknown = liaison_block_get_unknown (item);

  liaison_copying_copy_fields (self, item, copy);
  if (unknown != NULL && LIAISON_HAS_FAULT (UNKNOWN_OF_ITEMS_KEPT))
    liaison_block_take_unknown (copy, g_ref_string_acquire (unknown));
  return copy;
}

static const char *
get_order (const LiaisonBlock *item)
{
  const LiaisonField *order = liaison_shape_find_flagged (item->shape, LIAISON_FIELD_ORDER);

  return order != NULL ? *(GRefString *const *) LIAISON_BLOCK_AT (item, order) : NULL;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Pair *one = a, *other = b;
  int order = strcmp (get_order (one->from), get_order (other->from));

  return order != 0 ? order : liaison_id_compare (one->from->id, other->from->id);
}

/* Keys for those that had one, evenly spread. */
static void
order_anew (GArray *pairs)
{
  g_autoptr (GArray) ordered = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (guint i = 0; i < pairs->len; i++)
    if (get_order (g_array_index (pairs, Pair, i).from) != NULL)
      g_array_append_val (ordered, g_array_index (pairs, Pair, i));
  g_array_sort (ordered, compare_places);
  for (guint i = 0; i < ordered->len; i++)
    {
      LiaisonBlock *item = g_array_index (ordered, Pair, i).to;
      const LiaisonField *order = liaison_shape_find_flagged (item->shape, LIAISON_FIELD_ORDER);
      g_autofree char *key = liaison_fresh_make_order (i, ordered->len);

      *(GRefString **) LIAISON_BLOCK_AT (item, order) = g_ref_string_new (key);
    }
}

/* In the order of their ids, which the copies keep. */
static void
copy_all (LiaisonCopying *self, const LiaisonItems *items, GArray *pairs)
{
  for (guint i = 0; i < liaison_items_get_size (items); i++)
    {
      Pair pair = { .from = liaison_items_get (items, i) };

      if (is_withheld (self, pair.from))
        continue;
      pair.to = copy_item (self, pair.from, pairs->len);
      if (is_empty (pair.to))
        liaison_block_unref (pair.to);
      else
        g_array_append_val (pairs, pair);
    }
}

LiaisonItems *
liaison_copying_copy_items (LiaisonCopying *self,
                            const LiaisonField *field,
                            const LiaisonItems *items)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();

  copy_all (self, items, pairs);
  if (!LIAISON_HAS_FAULT (ORDER_KEPT))
    order_anew (pairs);
  for (guint i = 0; i < pairs->len; i++)
    g_ptr_array_add (blocks, g_array_index (pairs, Pair, i).to);
  return blocks->len > 0 ? liaison_items_new_take ((LiaisonBlock **) blocks->pdata, blocks->len)
                         : NULL;
}
