/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "release/redact.h"

#include "record/kinds/exercise.h"
#include "release/copy.h"
#include "release/fault.h"
#include "release/named.h"

#include <string.h>

#ifdef LIAISON_RELEASE_FAULTS
LiaisonFault liaison_release_fault;
#endif

static const char *
get_order (const LiaisonBlock *block)
{
  const LiaisonField *order = liaison_shape_find_flagged (block->shape, LIAISON_FIELD_ORDER);

  return order != NULL ? *(GRefString *const *) LIAISON_BLOCK_AT (block, order) : NULL;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const LiaisonBlock *one = *(gpointer *) a, *other = *(gpointer *) b;
  int order = strcmp (get_order (one), get_order (other));

  return order != 0 ? order : liaison_id_compare (one->id, other->id);
}

/* New keys for the records of one kind that have one. */
static void
order_kind (const LiaisonView *view, LiaisonKindId kind, GHashTable *orders)
{
  g_autoptr (GPtrArray) ordered = g_ptr_array_new ();
  guint n;
  const LiaisonBlock *const *blocks = liaison_snapshot_get (liaison_view_get_plan (view), kind, &n);

  for (guint i = 0; i < n; i++)
    if (liaison_view_find (view, blocks[i]->id) != NULL && get_order (blocks[i]) != NULL)
      g_ptr_array_add (ordered, (gpointer) blocks[i]);
  g_ptr_array_sort (ordered, compare_places);
  for (guint i = 0; i < ordered->len; i++)
    g_hash_table_insert (orders, (gpointer) & ((const LiaisonBlock *) ordered->pdata[i])->id,
                         liaison_fresh_make_order (i, ordered->len));
}

static void
report_record (LiaisonRedaction *self, const LiaisonView *view, const LiaisonBlock *block)
{
  LiaisonWithheld why;

  if (liaison_view_may_see (view, block, &why))
    return;
  g_array_append_val (self->withheld, why);
  self->n_records++;
}

/* By a seeded fault another one in each version. */
static LiaisonId
choose_id (const LiaisonCopying *copying, const LiaisonBlock *block)
{
  LiaisonId id = liaison_fresh_get_id (copying->fresh, block->id);
  GRefString *unknown = liaison_block_get_unknown (block);

  if (LIAISON_HAS_FAULT (ID_OF_CONTENT) && unknown != NULL)
    id.low ^= g_str_hash (unknown);
  return id;
}

static void
fill (LiaisonRedaction *self, LiaisonCopying *copying, const LiaisonBlock *block)
{
  LiaisonId id = choose_id (copying, block);

  g_hash_table_insert (self->origins, g_memdup2 (&id, sizeof id),
                       g_memdup2 (&block->id, sizeof block->id));
  liaison_document_fill (self->document, liaison_kind_for_shape (block->shape),
                         liaison_copying_copy (copying, block, id));
}

static void
fill_all (LiaisonRedaction *self, LiaisonCopying *copying, const LiaisonView *other)
{
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      guint n;
      const LiaisonBlock *const *blocks = liaison_snapshot_get (self->plan, kind, &n);

      order_kind (copying->view, kind, copying->orders);
      for (guint i = 0; i < n; i++)
        report_record (self, copying->view, blocks[i]);
    }
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      guint n;
      const LiaisonBlock *const *blocks = liaison_snapshot_get (self->plan, kind, &n);

      for (guint i = 0; i < n; i++)
        if (liaison_view_find (copying->view, blocks[i]->id) != NULL
            || (other != NULL && liaison_view_find (other, blocks[i]->id) != NULL))
          fill (self, copying, blocks[i]);
    }
}

static const LiaisonExerciseData *
get_seen_exercise (const LiaisonView *view)
{
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (liaison_view_get_plan (view));

  return LIAISON_DATA (Exercise, liaison_view_find (view, exercise->id));
}

/* @other: a view of another version, by a seeded fault; else NULL. */
static LiaisonRedaction *
redact (const LiaisonView *view,
        const LiaisonView *other,
        const LiaisonFresh *fresh,
        LiaisonSnapshot *plan,
        LiaisonAudience *audience)
{
  LiaisonRedaction *self = g_new0 (LiaisonRedaction, 1);
  const LiaisonExerciseData *exercise = get_seen_exercise (view);
  g_autoptr (GHashTable) orders =
      g_hash_table_new_full (liaison_id_hash, liaison_id_equal, NULL, g_free);
  LiaisonCopying copying = {
    .view = view,
    .fresh = fresh,
    .orders = orders,
    .lookup = liaison_snapshot_get_lookup (plan),
    .zone = exercise != NULL ? exercise->zone : NULL,
  };

  self->plan = liaison_snapshot_ref (plan);
  self->audience = liaison_audience_ref (audience);
  self->withheld = g_array_new (FALSE, FALSE, sizeof (LiaisonWithheld));
  self->origins = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, g_free, g_free);
  self->document = liaison_document_new (liaison_fresh_make_exercise_id (fresh));
  self->named = g_array_new (FALSE, FALSE, sizeof (LiaisonWithheld));
  copying.withheld = self->withheld;
  fill_all (self, &copying, other);
  liaison_named_find (view, self->named);
  if (LIAISON_HAS_FAULT (COUNT_TOLD) || (exercise != NULL && exercise->count_withheld))
    self->n_told = self->n_records;
  if (LIAISON_HAS_FAULT (UNKNOWN_OF_FILE_KEPT))
    liaison_document_set_unknown (self->document, liaison_snapshot_get_unknown (plan));
  return self;
}

LiaisonRedaction *
liaison_redact (LiaisonSnapshot *plan, LiaisonAudience *audience)
{
  g_autoptr (LiaisonView) view = liaison_view_new (plan, audience);
  g_autoptr (LiaisonFresh) fresh = liaison_fresh_new (view);

  return redact (view, NULL, fresh, plan, audience);
}

/* Names that the page of changes says once more: planners should know of them. */
static void
report_gone (LiaisonRedaction *after, const LiaisonView *old)
{
  for (guint i = 0; i < after->withheld->len; i++)
    {
      LiaisonWithheld gone = g_array_index (after->withheld, LiaisonWithheld, i);

      if (gone.field != NULL || liaison_view_find (old, gone.record) == NULL)
        continue;
      gone.reason = LIAISON_WITHHELD_GONE;
      g_array_append_val (after->named, gone);
    }
}

void
liaison_redact_both (LiaisonSnapshot *before,
                     LiaisonSnapshot *after,
                     LiaisonAudience *audience,
                     LiaisonRedaction **before_copy,
                     LiaisonRedaction **after_copy)
{
  g_autoptr (LiaisonView) old = liaison_view_new (before, audience);
  g_autoptr (LiaisonView) new = liaison_view_new (after, audience);
  g_autoptr (LiaisonFresh) old_fresh = NULL, new_fresh = NULL;

  liaison_fresh_new_both (old, new, &old_fresh, &new_fresh);
  *before_copy = redact (old, LIAISON_HAS_FAULT (EARLIER_UNFILTERED) ? new : NULL, old_fresh,
                         before, audience);
  *after_copy =
      redact (new, LIAISON_HAS_FAULT (GONE_KEPT) ? old : NULL, new_fresh, after, audience);
  report_gone (*after_copy, old);
}

void
liaison_redaction_free (LiaisonRedaction *self)
{
  g_clear_object (&self->document);
  liaison_audience_unref (self->audience);
  g_array_unref (self->withheld);
  g_array_unref (self->named);
  g_hash_table_unref (self->origins);
  liaison_snapshot_unref (self->plan);
  g_free (self);
}

LiaisonId
liaison_redaction_get_origin (const LiaisonRedaction *self, LiaisonId copy)
{
  const LiaisonId *origin = g_hash_table_lookup (self->origins, &copy);

  return origin != NULL ? *origin : (LiaisonId){ 0 };
}
