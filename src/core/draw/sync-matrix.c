/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/sync-matrix-private.h"

#include "draw/category.h"
#include "record/kinds/exercise.h"
#include "record/kinds/inject.h"
#include "words/dates.h"
#include "words/printed.h"

#define MOST_ITEMS 20000

static void
met_clear (gpointer data)
{
  g_free ((char *) ((LiaisonSyncMet *) data)->item.label);
}

static void
meet (LiaisonSyncFill *fill,
      const GArray *places,
      gint64 start,
      gint64 end,
      const LiaisonMatrixItem *item,
      const char *name)
{
  g_autofree char *time = liaison_words_format_time (fill->manner->words, start, fill->zone);
  gboolean begun = FALSE;

  for (guint column = 0; column < fill->result->columns->len; column++)
    {
      const LiaisonSyncColumn *span =
          &g_array_index (fill->result->columns, LiaisonSyncColumn, column);
      if (start >= span->end || (end > start ? end <= span->start : start < span->start))
        continue;
      for (guint i = 0; i < places->len && fill->met->len < MOST_ITEMS; i++)
        {
          LiaisonSyncMet met = { g_array_index (places, guint, i), column, *item };
          met.item.order = start;
          if (start < span->start)
            met.item.flags |= LIAISON_ITEM_CONTINUES;
          met.item.label = liaison_words_lead (fill->manner->words,
                                               begun || start < span->start ? "…" : time, name);
          g_array_append_val (fill->met, met);
        }
      begun = TRUE;
    }
}

static void
add_events (LiaisonSyncFill *fill)
{
  g_autoptr (GArray) entries = liaison_agenda_collect (
      fill->snapshot, fill->from, fill->until, fill->setup->test, fill->setup->data, MOST_ITEMS);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < entries->len; i++)
    {
      const LiaisonAgendaEntry *entry = &g_array_index (entries, LiaisonAgendaEntry, i);
      const LiaisonEventData *data = LIAISON_DATA (Event, entry->event);
      LiaisonMatrixItem item = { .record = entry->event->id,
                                 .hue = liaison_category_for_event (data->type) };
      g_autofree char *name = NULL;

      if (fill->setup->players && data->hidden)
        continue;
      if (data->status == LIAISON_EVENT_STATUS_CANCELLED)
        item.flags |= LIAISON_ITEM_FADED;
      if (data->locked)
        item.flags |= LIAISON_ITEM_LOCKED;
      liaison_sync_find_rows (fill, places, data->participants, data->nations, data->area,
                              data->chair, entry->site);
      name = liaison_manner_tell_block_name (fill->manner, entry->event);
      meet (fill, places, entry->start, entry->end, &item, name);
    }
}

static void
add_injects (LiaisonSyncFill *fill)
{
  guint n;
  const LiaisonBlock *const *blocks =
      liaison_snapshot_get (fill->snapshot, LIAISON_KIND_INJECT, &n);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n; i++)
    {
      const LiaisonInjectData *data = LIAISON_DATA (Inject, blocks[i]);
      LiaisonMatrixItem item = { .record = blocks[i]->id,
                                 .hue = LIAISON_HUE_RED,
                                 .flags = LIAISON_ITEM_SLANTED };
      g_autofree char *name = NULL;
      gint64 start;

      if (data->level == LIAISON_INJECT_LEVEL_STORYLINE
          || data->status == LIAISON_INJECT_STATUS_RETIRED
          || liaison_times_get_start (&fill->manner->lookup, blocks[i], &start)
                 != LIAISON_TIME_KNOWN
          || start < fill->from || start >= fill->until)
        continue;
      liaison_sync_find_rows (fill, places, data->to, data->nations, data->area, (LiaisonId){ 0 },
                              data->site);
      name = liaison_manner_tell_block_name (fill->manner, blocks[i]);
      meet (fill, places, start, start, &item, name);
    }
}

static gboolean
find_times (LiaisonSyncFill *fill)
{
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (fill->snapshot);

  fill->from = fill->setup->from;
  fill->until = fill->setup->until;
  if (fill->until > fill->from)
    return TRUE;
  return liaison_times_get_start (&fill->manner->lookup, exercise, &fill->from)
             == LIAISON_TIME_KNOWN
         && liaison_times_get_end (&fill->manner->lookup, exercise, &fill->until)
                == LIAISON_TIME_KNOWN
         && fill->until > fill->from;
}

static void
fill_in (LiaisonSyncFill *fill)
{
  liaison_sync_add_columns (fill);
  liaison_sync_add_rows (fill);
  add_events (fill);
  if (!fill->setup->players)
    add_injects (fill);
  liaison_sync_put_rows (fill);
  for (guint i = 0; i < fill->met->len; i++)
    {
      const LiaisonSyncMet *met = &g_array_index (fill->met, LiaisonSyncMet, i);
      liaison_matrix_add_item (fill->matrix, liaison_sync_get_row (fill, met->row)->row,
                               met->column, &met->item);
    }
}

LiaisonSyncMatrix *
liaison_sync_matrix_fill (LiaisonMatrix *matrix,
                          const LiaisonSnapshot *snapshot,
                          const LiaisonManner *manner,
                          const LiaisonSyncSetup *setup)
{
  LiaisonSyncFill fill = { .matrix = matrix,
                           .snapshot = snapshot,
                           .manner = manner,
                           .setup = setup,
                           .nobody = LIAISON_SYNC_NO_ROW };

  fill.result = g_new0 (LiaisonSyncMatrix, 1);
  fill.result->setup = *setup;
  fill.result->columns = g_array_new (FALSE, FALSE, sizeof (LiaisonSyncColumn));
  fill.result->areas = g_array_new (FALSE, FALSE, sizeof (int));
  fill.result->nations = g_ptr_array_new ();
  fill.rows = g_array_new (FALSE, TRUE, sizeof (LiaisonSyncRow));
  g_array_set_clear_func (fill.rows, liaison_sync_row_clear);
  fill.met = g_array_new (FALSE, TRUE, sizeof (LiaisonSyncMet));
  g_array_set_clear_func (fill.met, met_clear);
  fill.places = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, g_free, NULL);
  fill.zone = LIAISON_DATA (Exercise, liaison_snapshot_get_exercise (snapshot))->zone;
  liaison_matrix_begin (matrix);
  if (find_times (&fill))
    fill_in (&fill);
  liaison_matrix_end (matrix);
  g_array_unref (fill.rows);
  g_array_unref (fill.met);
  g_hash_table_unref (fill.places);
  return fill.result;
}

void
liaison_sync_matrix_free (LiaisonSyncMatrix *self)
{
  g_array_unref (self->columns);
  g_array_unref (self->areas);
  g_ptr_array_unref (self->nations);
  g_free (self);
}
