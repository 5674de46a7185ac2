/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact exports come back through the whole import as they were: every kind and field. */
#include "config.h"

#include "every-field.h"

#include "edit/editor.h"
#include "exchange/book.h"
#include "exchange/export.h"
#include "exchange/import-guess.h"
#include "exchange/import-preview.h"
#include "record/kinds.h"

#include <gio/gio.h>
#include <string.h>

#define NOW   G_GINT64_CONSTANT (1811419200) /* 2027-05-27 */
#define SEEDS 13

static LiaisonWords *words;

static LiaisonPlan *
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  LiaisonPlan *plan = liaison_plan_load (path, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return plan;
}

static LiaisonManner
get_manner (LiaisonSnapshot *snapshot)
{
  return (LiaisonManner){ words, liaison_snapshot_get_lookup (snapshot), "Europe/Oslo",
                          LIAISON_TIME_AS_DTG, NOW };
}

/* The file that an exact export of @blocks is, read again. */
static LiaisonSheet *
write_and_read (LiaisonSnapshot *snapshot,
                const LiaisonKind *kind,
                const LiaisonBlock *const *blocks,
                guint n,
                LiaisonExportFormat format)
{
  const LiaisonManner manner = get_manner (snapshot);
  g_autoptr (LiaisonQuery) query = liaison_query_new (kind);
  g_autoptr (LiaisonListing) listing = NULL;
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  const LiaisonExportOptions options = { format, FALSE, NOW };
  const LiaisonListing *all[1];
  g_autoptr (LiaisonBook) book = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const LiaisonColumn *columns;
  LiaisonSheet *sheet;

  liaison_query_take_every_field (query);
  columns = (const LiaisonColumn *) query->columns->data;
  listing = liaison_listing_new (&manner, LIAISON_LISTING_EXACT, columns, query->columns->len);
  liaison_listing_fill (listing, &manner, LIAISON_LISTING_EXACT, columns, blocks, NULL, n, NULL,
                        NULL);
  all[0] = listing;
  liaison_export_write (all, 1, &options, words, stream, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  book = liaison_book_new (bytes, "exact", NULL, NULL, &error);
  g_assert_no_error (error);
  sheet = liaison_book_read_sheet (book, 0, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return sheet;
}

static LiaisonImportPreview *
look (LiaisonSheet *sheet, const LiaisonKind *kind, LiaisonSnapshot *snapshot)
{
  const LiaisonManner manner = get_manner (snapshot);
  g_autoptr (LiaisonImportMapping) mapping = liaison_import_guess (sheet, kind, &manner, snapshot);
  g_autoptr (GError) error = NULL;
  LiaisonImportPreview *preview = liaison_import_preview_new (
      sheet, mapping, NULL, snapshot, &manner, NOW * 1000, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return preview;
}

static const char *const names[] = { [LIAISON_EXPORT_CSV] = "CSV", [LIAISON_EXPORT_XLSX] = "XLSX" };
static const LiaisonExportFormat formats[] = { LIAISON_EXPORT_CSV, LIAISON_EXPORT_XLSX };

/* References to what is not in @snapshot (NULL: any), or cannot stand there, do not come back: that
 * is told. */
static gboolean
can_link (LiaisonSnapshot *snapshot, const LiaisonField *field, LiaisonId id)
{
  const LiaisonBlock *block = snapshot != NULL ? liaison_snapshot_find (snapshot, id) : NULL;

  return block != NULL && (field->targets >> liaison_kind_for_shape (block->shape)->id & 1);
}

static void
assert_same (const LiaisonBlock *was,
             const LiaisonBlock *is,
             LiaisonExportFormat format,
             LiaisonSnapshot *snapshot)
{
  for (guint i = 0; i < was->shape->n_fields; i++)
    {
      const LiaisonField *field = &was->shape->fields[i];
      g_auto (LiaisonValue) one = liaison_value_field (field, LIAISON_BLOCK_AT (was, field));
      g_auto (LiaisonValue) other = liaison_value_field (field, LIAISON_BLOCK_AT (is, field));

      if (field->type == LIAISON_FIELD_REFERENCE && !can_link (snapshot, field, one.as.id))
        continue;
      if (!liaison_value_equal (&one, &other))
        g_error ("%s.%s did not come back from %s", was->shape->name, field->name, names[format]);
    }
}

/* Every field of every kind, filled with what is hard to keep. What refers to a record that is not
 * there is told of instead; the sample below has references. */
static void
test_every_field (void)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("LIAISON_TEST_FIXTURES"), "import", "plan.liaison", NULL);
  g_autoptr (LiaisonPlan) plan = load (path);
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);

  for (guint k = 0; k < LIAISON_N_KINDS * G_N_ELEMENTS (formats); k++)
    {
      const LiaisonKind *kind = liaison_kind_get (k / G_N_ELEMENTS (formats));
      const LiaisonExportFormat format = formats[k % G_N_ELEMENTS (formats)];
      g_autoptr (GPtrArray) blocks =
          g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_block_unref);
      g_autoptr (LiaisonSheet) sheet = NULL;
      g_autoptr (LiaisonImportPreview) preview = NULL;
      LiaisonImportCounts counts;

      if (!liaison_import_is_kind (kind))
        continue;
      for (guint seed = 0; seed < SEEDS; seed++)
        g_ptr_array_add (blocks, every_field_block (kind, seed));
      sheet = write_and_read (snapshot, kind, (const LiaisonBlock *const *) blocks->pdata, SEEDS,
                              format);
      preview = look (sheet, kind, snapshot);
      counts = liaison_import_preview_count (preview);
      g_assert_cmpuint (counts.n_new + counts.n_changed, ==, SEEDS);
      for (guint i = 0; i < SEEDS; i++)
        {
          const LiaisonBlock *was = blocks->pdata[i];
          const LiaisonImportRow *row = liaison_import_preview_get_row (preview, i);

          /* A nation that the plan has already is known by its code. */
          if (row->before == NULL)
            g_assert_true (liaison_id_same (was->id, row->after->id));
          assert_same (was, row->after, format, NULL);
        }
    }
}

static gint64
get_now (gpointer data)
{
  return NOW * 1000;
}

/* A plan that has everything of the sample but the records of @kind. */
static LiaisonPlan *
load_without (const LiaisonKind *kind)
{
  LiaisonPlan *plan = load (g_getenv ("LIAISON_TEST_SAMPLE"));
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, get_now, NULL);
  g_autoptr (LiaisonProposal) proposal = liaison_proposal_new ("Lose a table");
  g_autoptr (GError) error = NULL;
  guint n;
  const LiaisonBlock *const *blocks = liaison_snapshot_get (snapshot, kind->id, &n);

  for (guint i = 0; i < n; i++)
    liaison_proposal_remove_record (proposal, blocks[i]);
  liaison_editor_commit (editor, proposal, &error);
  g_assert_no_error (error);
  return plan;
}

/* Each table of the sample exercise, into a plan that has lost it: references, parents and all. */
static void
test_sample (void)
{
  g_autoptr (LiaisonPlan) plan = load (g_getenv ("LIAISON_TEST_SAMPLE"));
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);

  for (guint k = 0; k < LIAISON_N_KINDS * G_N_ELEMENTS (formats); k++)
    {
      const LiaisonKind *kind = liaison_kind_get (k / G_N_ELEMENTS (formats));
      const LiaisonExportFormat format = formats[k % G_N_ELEMENTS (formats)];
      g_autoptr (LiaisonPlan) other = NULL;
      g_autoptr (LiaisonSnapshot) rest = NULL;
      g_autoptr (LiaisonSheet) sheet = NULL;
      g_autoptr (LiaisonImportPreview) preview = NULL;
      const LiaisonBlock *const *blocks;
      guint n, n_errors;

      blocks = liaison_snapshot_get (snapshot, kind->id, &n);
      if (!liaison_import_is_kind (kind) || n == 0)
        continue;
      sheet = write_and_read (snapshot, kind, blocks, n, format);
      preview = look (sheet, kind, snapshot);
      g_assert_cmpuint (liaison_import_preview_count (preview).n_same, ==, n);
      n_errors = liaison_import_preview_count (preview).n_errors;
      g_clear_pointer (&preview, liaison_import_preview_unref);

      other = load_without (kind);
      rest = liaison_document_get_snapshot (other->document);
      preview = look (sheet, kind, rest);
      /* The sample has faults on purpose, among them a reference to nothing. */
      g_assert_cmpuint (liaison_import_preview_count (preview).n_errors, ==, n_errors);
      for (guint i = 0; i < n; i++)
        assert_same (blocks[i], liaison_import_preview_get_row (preview, i)->after, format,
                     snapshot);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  words = liaison_words_new ("en", NULL);
  g_test_add_func ("/exchange/round-trip/every-field", test_every_field);
  g_test_add_func ("/exchange/round-trip/sample", test_sample);
  return g_test_run ();
}
