/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The synchronisation and execution matrices of the sample exercise. */
#include "config.h"

#include "draw/sync-matrix.h"
#include "record/kinds/event.h"
#include "store/plan.h"

#include <string.h>

typedef struct
{
  LiaisonPlan *plan;
  LiaisonSnapshot *snapshot;
  LiaisonWords *words;
  LiaisonManner manner;
  LiaisonMatrix *matrix;
} Fixture;

static void
set_up (Fixture *f, gconstpointer path)
{
  g_autoptr (GError) error = NULL;

  f->plan = liaison_plan_load (path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  f->snapshot = liaison_document_get_snapshot (f->plan->document);
  f->words = liaison_words_new ("en", NULL);
  f->manner =
      (LiaisonManner){ .words = f->words, .lookup = liaison_snapshot_get_lookup (f->snapshot) };
  f->matrix = liaison_matrix_new ();
}

static void
tear_down (Fixture *f, gconstpointer path)
{
  g_object_unref (f->matrix);
  liaison_snapshot_unref (f->snapshot);
  liaison_words_unref (f->words);
  liaison_plan_free (f->plan);
}

/* The records that stand somewhere in the matrix. */
static GHashTable *
list_records (Fixture *f)
{
  GHashTable *records = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, g_free, NULL);

  for (guint row = 0; row < liaison_matrix_count_rows (f->matrix); row++)
    for (guint column = 0; column < liaison_matrix_count_columns (f->matrix); column++)
      {
        guint n, first = liaison_matrix_get_items (f->matrix, row, column, &n);
        for (guint i = first; i < first + n; i++)
          {
            LiaisonId id = liaison_matrix_get_item (f->matrix, i)->record;
            g_hash_table_add (records, g_memdup2 (&id, sizeof id));
          }
      }
  return records;
}

static gboolean
has_kind (Fixture *f, GHashTable *records, LiaisonKindId kind)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, records);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (liaison_kind_for_shape (liaison_snapshot_find (f->snapshot, *(LiaisonId *) key)->shape)->id
        == kind)
      return TRUE;
  return FALSE;
}

/* Whatever the rows and columns, everything between STARTEX and ENDEX stands somewhere. */
static void
test_complete (Fixture *f, gconstpointer path)
{
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (f->snapshot);
  gint64 from, until;

  g_assert_cmpint (liaison_times_get_start (&f->manner.lookup, exercise, &from), ==,
                   LIAISON_TIME_KNOWN);
  g_assert_cmpint (liaison_times_get_end (&f->manner.lookup, exercise, &until), ==,
                   LIAISON_TIME_KNOWN);
  for (guint rows = 0; rows <= LIAISON_SYNC_ROWS_SITES; rows++)
    for (guint columns = 0; columns <= LIAISON_SYNC_COLUMNS_HOURS; columns++)
      {
        const LiaisonSyncSetup setup = { .rows = rows, .columns = columns };
        g_autoptr (LiaisonSyncMatrix) filled =
            liaison_sync_matrix_fill (f->matrix, f->snapshot, &f->manner, &setup);
        g_autoptr (GArray) entries =
            liaison_agenda_collect (f->snapshot, from, until, NULL, NULL, 100000);
        g_autoptr (GHashTable) records = list_records (f);

        g_assert_cmpuint (liaison_matrix_count_rows (f->matrix), >, 8);
        g_assert_cmpuint (filled->columns->len, ==, liaison_matrix_count_columns (f->matrix));
        g_assert_cmpuint (filled->areas->len, ==, liaison_matrix_count_rows (f->matrix));
        for (guint i = 0; i < entries->len; i++)
          g_assert_true (g_hash_table_contains (
              records, &g_array_index (entries, LiaisonAgendaEntry, i).event->id));
        g_assert_true (has_kind (f, records, LIAISON_KIND_INJECT));
      }
}

/* Columns follow each other without a gap, from STARTEX to ENDEX, over the change of the clocks. */
static void
test_columns (Fixture *f, gconstpointer path)
{
  for (guint columns = LIAISON_SYNC_COLUMNS_DAYS; columns <= LIAISON_SYNC_COLUMNS_HOURS; columns++)
    {
      const LiaisonSyncSetup setup = { .rows = LIAISON_SYNC_ROWS_NATIONS, .columns = columns };
      g_autoptr (LiaisonSyncMatrix) filled =
          liaison_sync_matrix_fill (f->matrix, f->snapshot, &f->manner, &setup);

      for (guint i = 1; i < filled->columns->len; i++)
        g_assert_cmpint (g_array_index (filled->columns, LiaisonSyncColumn, i - 1).end, ==,
                         g_array_index (filled->columns, LiaisonSyncColumn, i).start);
    }
}

/* For players: no inject, and nothing that is hidden from them, nor those who control. */
static void
test_players (Fixture *f, gconstpointer path)
{
  const LiaisonSyncSetup setup = { .columns = LIAISON_SYNC_COLUMNS_DAYS, .players = TRUE };
  g_autoptr (LiaisonSyncMatrix) filled =
      liaison_sync_matrix_fill (f->matrix, f->snapshot, &f->manner, &setup);
  g_autoptr (GHashTable) records = list_records (f);
  GHashTableIter iter;
  gpointer key;

  g_assert_nonnull (filled);
  g_assert_false (has_kind (f, records, LIAISON_KIND_INJECT));
  g_assert_true (has_kind (f, records, LIAISON_KIND_EVENT));
  g_hash_table_iter_init (&iter, records);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_assert_false (
        LIAISON_DATA (Event, liaison_snapshot_find (f->snapshot, *(LiaisonId *) key))->hidden);
  for (guint row = 0; row < liaison_matrix_count_rows (f->matrix); row++)
    g_assert_cmpstr (liaison_matrix_get_row_label (f->matrix, row), !=, "Red team");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  g_test_add ("/draw/sync-matrix/complete", Fixture, argv[1], set_up, test_complete, tear_down);
  g_test_add ("/draw/sync-matrix/columns", Fixture, argv[1], set_up, test_columns, tear_down);
  g_test_add ("/draw/sync-matrix/players", Fixture, argv[1], set_up, test_players, tear_down);
  return g_test_run ();
}
