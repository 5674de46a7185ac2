/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample spreadsheets of tests/fixtures/import, each against what is expected of it, and what
 * becomes of a plan. With LIAISON_TEST_UPDATE set the expectations are written anew. */
#include "config.h"

#include "edit/editor.h"
#include "exchange/book.h"
#include "exchange/import-profile.h"
#include "exchange/import-preview.h"
#include "record/kinds.h"
#include "words/sentence.h"

#include <string.h>

#define NOW G_GINT64_CONSTANT (1811419200) /* 2027-05-27 */

static LiaisonWords *words;
static gint64 clock_now = NOW * 1000;

static gint64
get_now (gpointer data)
{
  return clock_now;
}

static char *
dup_path (const char *name)
{
  return g_build_filename (g_getenv ("LIAISON_TEST_FIXTURES"), "import", name, NULL);
}

static LiaisonPlan *
load_plan (void)
{
  g_autofree char *path = dup_path ("plan.liaison");
  g_autoptr (GError) error = NULL;
  LiaisonPlan *plan = liaison_plan_load (path, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return plan;
}

static LiaisonSheet *
load_sheet (const char *name)
{
  g_autofree char *path = dup_path (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonBook) book = liaison_book_open (path, NULL, NULL, &error);
  LiaisonSheet *sheet;

  g_assert_no_error (error);
  sheet =
      liaison_book_read_sheet (book, liaison_book_get_first_sheet (book), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return sheet;
}

static LiaisonSheet *
make_sheet (const char *csv)
{
  g_autoptr (GBytes) bytes = g_bytes_new (csv, strlen (csv));
  g_autoptr (GError) error = NULL;
  LiaisonSheet *sheet = liaison_csv_read (bytes, "sheet", NULL, NULL, &error);

  g_assert_no_error (error);
  return sheet;
}

static LiaisonManner
get_manner (LiaisonSnapshot *snapshot)
{
  return (LiaisonManner){ words, liaison_snapshot_get_lookup (snapshot), "Europe/Oslo",
                          LIAISON_TIME_AS_DTG, NOW };
}

static LiaisonImportPreview *
preview (LiaisonSheet *sheet,
         const LiaisonImportMapping *mapping,
         const LiaisonImportWishes *wishes,
         LiaisonPlan *plan)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  const LiaisonManner manner = get_manner (snapshot);
  g_autoptr (GError) error = NULL;
  LiaisonImportPreview *made = liaison_import_preview_new (
      sheet, mapping, wishes, snapshot, &manner, NOW * 1000, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return made;
}

static LiaisonImportMapping *
guess (LiaisonSheet *sheet, LiaisonPlan *plan, const char *table)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  const LiaisonManner manner = get_manner (snapshot);
  const LiaisonKind *kind =
      table != NULL ? liaison_kind_find (table) : liaison_import_guess_kind (sheet);

  g_assert_nonnull (kind);
  return liaison_import_guess (sheet, kind, &manner, snapshot);
}

static void
commit (LiaisonPlan *plan, const LiaisonImportPreview *made)
{
  g_autoptr (LiaisonProposal) proposal = liaison_import_preview_propose (made);
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, get_now, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (proposal);
  liaison_editor_commit (editor, proposal, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (liaison_editor_get_history (editor)->len, ==, 1);
}

/* What stands in a preview, told by an eye that knows the records of the file too. */

static const LiaisonBlock *
find_cb (gpointer data, LiaisonId id)
{
  LiaisonImportPreview *made = ((gpointer *) data)[0];
  LiaisonLookup *lookup = ((gpointer *) data)[1];

  for (guint i = 0; i < liaison_import_preview_get_n_rows (made); i++)
    {
      const LiaisonBlock *after = liaison_import_preview_get_row (made, i)->after;

      if (after != NULL && liaison_id_same (after->id, id))
        return after;
    }
  return liaison_lookup_find (lookup, id);
}

static void
tell_row (GString *told, const LiaisonManner *manner, const LiaisonImportRow *row)
{
  static const char *const types[] = { "record", "section", "created", "gone",
                                       "day",    "note",    "heading", "other" };
  static const char *const states[] = { "new", "changed", "same", "gone", "-" };
  const LiaisonBlock *block = row->after;

  g_string_append_printf (told, "%u %s %s%s%s\n", row->number, types[row->type], states[row->state],
                          row->text != NULL ? " " : "", row->text != NULL ? row->text : "");
  for (guint i = 0; block != NULL && i < block->shape->n_fields; i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *plain = NULL;

      if (!liaison_block_field_is_set (block, &block->shape->fields[i]))
        continue;
      text = liaison_manner_tell_field (manner, block, &block->shape->fields[i]);
      plain = liaison_words_dup_without_isolates (text);
      g_strdelimit (plain, "\n", ' ');
      g_string_append_printf (told, "    %s: %s\n", block->shape->fields[i].name, plain);
    }
  for (guint i = 0; row->problems != NULL && i < row->problems->len; i++)
    {
      const LiaisonImportProblem *problem = row->problems->pdata[i];
      g_autofree char *column = problem->column >= 0
                                    ? liaison_sheet_dup_column_name ((guint) problem->column)
                                    : g_strdup ("");
      g_autofree char *plain = liaison_words_dup_without_isolates (problem->message);

      g_string_append_printf (told, "  ! %s%u %s: %s\n", column, row->number,
                              liaison_severity_get_nick (problem->severity), plain);
    }
}

static char *
tell (LiaisonImportPreview *made, LiaisonPlan *plan)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  LiaisonLookup lookup = liaison_snapshot_get_lookup (snapshot);
  LiaisonManner manner = get_manner (snapshot);
  gpointer data[2] = { made, &lookup };
  GString *told = g_string_new (NULL);

  manner.lookup = (LiaisonLookup){ find_cb, data };
  for (guint i = 0; i < liaison_import_preview_get_n_rows (made); i++)
    tell_row (told, &manner, liaison_import_preview_get_row (made, i));
  return g_string_free (told, FALSE);
}

/* Samples */

static const struct
{
  const char *name;
  const char *table;
  guint n_bad; /* rows malformed on purpose: with an error or a warning */
  gboolean create;
} samples[] = {
  { "mel-mil", "injects", 4, FALSE },           { "msel", "injects", 2, TRUE },
  { "participants", "participants", 2, FALSE }, { "communications", "channels", 2, FALSE },
  { "chronogram", "events", 2, FALSE },
};

static void
check_expected (const char *name, const char *told)
{
  g_autofree char *file = g_strconcat (name, ".expected", NULL);
  g_autofree char *path = dup_path (file);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("LIAISON_TEST_UPDATE") != NULL)
    g_file_set_contents (path, told, -1, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (told, ==, expected);
}

static void
check_sample (guint index, const char *ending)
{
  g_autoptr (LiaisonPlan) plan = load_plan ();
  g_autofree char *file = g_strconcat (samples[index].name, ending, NULL);
  g_autoptr (LiaisonSheet) sheet = load_sheet (file);
  g_autoptr (LiaisonImportMapping) mapping = guess (sheet, plan, NULL);
  g_autoptr (LiaisonImportPreview) made = NULL;
  g_autofree char *told = NULL;
  LiaisonImportCounts counts;

  g_assert_cmpstr (mapping->kind->plural, ==, samples[index].table);
  mapping->create = samples[index].create;
  made = preview (sheet, mapping, NULL, plan);
  told = tell (made, plan);
  counts = liaison_import_preview_count (made);
  g_assert_cmpuint (counts.n_errors + counts.n_warnings, >=, samples[index].n_bad);
  /* A text file has lost what is merged, so only the workbook tells all. */
  if (g_str_equal (ending, ".xlsx"))
    check_expected (samples[index].name, told);
  else
    g_assert_cmpuint (counts.n_new, >, 5);
  commit (plan, made);
}

static void
test_sample (gconstpointer data)
{
  check_sample (GPOINTER_TO_UINT (data), ".xlsx");
  check_sample (GPOINTER_TO_UINT (data), ".csv");
}

/* Importing again */

static void
test_again (void)
{
  g_autoptr (LiaisonPlan) plan = load_plan ();
  g_autoptr (LiaisonSheet) sheet = load_sheet ("chronogram.xlsx");
  g_autoptr (LiaisonImportMapping) mapping = guess (sheet, plan, NULL);
  g_autoptr (LiaisonImportPreview) first = preview (sheet, mapping, NULL, plan);
  g_autoptr (LiaisonImportPreview) second = NULL;
  LiaisonImportCounts counts;

  commit (plan, first);
  second = preview (sheet, mapping, NULL, plan);
  counts = liaison_import_preview_count (second);
  /* The row without a time is known by its title alone. */
  g_assert_cmpuint (counts.n_same, ==, 7);
  g_assert_cmpuint (counts.n_changed, ==, 0);
}

static const char before_csv[] = "Serial,Title,Time,Nations\n"
                                 "E1,One,2027-10-26 09:00,NO\n"
                                 "E2,Two,2027-10-26 10:00,NO FR\n"
                                 "E3,Three,2027-10-26 11:00,PL\n";
static const char after_csv[] = "Title,Serial,Time,Nations\n"
                                "One,E1,260700ZOCT27,NO\n"
                                "Two and a half,E2,2027-10-26 10:30,\n"
                                "Four,E4,2027-10-26 12:00,FR\n";

static const LiaisonImportRow *
find_row (const LiaisonImportPreview *made, LiaisonImportState state)
{
  for (guint i = 0; i < liaison_import_preview_get_n_rows (made); i++)
    if (liaison_import_preview_get_row (made, i)->state == state)
      return liaison_import_preview_get_row (made, i);
  g_assert_not_reached ();
}

static void
test_update (void)
{
  g_autoptr (LiaisonPlan) plan = load_plan ();
  g_autoptr (LiaisonSheet) one = make_sheet (before_csv);
  g_autoptr (LiaisonSheet) other = make_sheet (after_csv);
  g_autoptr (LiaisonImportMapping) mapping = guess (one, plan, "events");
  g_autoptr (LiaisonImportMapping) again = guess (other, plan, "events");
  g_autoptr (LiaisonImportPreview) first = preview (one, mapping, NULL, plan);
  g_autoptr (LiaisonImportPreview) second = NULL;
  g_autoptr (LiaisonImportPreview) third = NULL;
  g_autoptr (LiaisonImportWishes) wishes = liaison_import_wishes_new ();
  const LiaisonImportRow *row;
  LiaisonImportCounts counts;

  commit (plan, first);
  second = preview (other, again, NULL, plan);
  counts = liaison_import_preview_count (second);
  g_assert_cmpuint (counts.n_same, ==, 1); /* the same moment in another spelling */
  g_assert_cmpuint (counts.n_changed, ==, 1);
  g_assert_cmpuint (counts.n_new, ==, 1);
  g_assert_cmpuint (counts.n_gone, ==, 1);
  row = find_row (second, LIAISON_IMPORT_CHANGED);
  g_assert_cmpstr (liaison_block_get_title (row->after, "en"), ==, "Two and a half");
  g_assert_nonnull (LIAISON_DATA (Event, row->after)->nations); /* empty cells take nothing away */
  row = find_row (second, LIAISON_IMPORT_GONE);
  g_assert_cmpstr (liaison_block_get_title (row->before, "en"), ==, "Three");
  g_assert_false (row->wanted);

  /* Only what is ticked goes. */
  liaison_import_wishes_set_gone (wishes, row->before->id, TRUE);
  again->empty_clears = TRUE;
  third = preview (other, again, wishes, plan);
  g_assert_null (LIAISON_DATA (Event, find_row (third, LIAISON_IMPORT_CHANGED)->after)->nations);
  commit (plan, third);
  {
    g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
    const LiaisonBlock *gone =
        liaison_snapshot_find (snapshot, find_row (third, LIAISON_IMPORT_GONE)->before->id);

    g_assert_cmpint (LIAISON_DATA (Event, gone)->status, ==, LIAISON_EVENT_STATUS_CANCELLED);
  }
}

static void
test_corrected (void)
{
  g_autoptr (LiaisonPlan) plan = load_plan ();
  g_autoptr (LiaisonSheet) sheet = make_sheet ("Title,Time,Location\nOne,noonish,Range 9\nTwo,"
                                               "2027-10-26 10:00,Range 3\n");
  g_autoptr (LiaisonImportMapping) mapping = guess (sheet, plan, "events");
  g_autoptr (LiaisonImportWishes) wishes = liaison_import_wishes_new ();
  g_autoptr (LiaisonImportPreview) wrong = preview (sheet, mapping, NULL, plan);
  g_autoptr (LiaisonImportPreview) right = NULL;
  const LiaisonImportRow *row = liaison_import_preview_get_row (wrong, 0);
  const LiaisonImportProblem *problem;

  g_assert_cmpuint (row->problems->len, ==, 2);
  problem = row->problems->pdata[1];
  g_assert_cmpuint (problem->offers->len, >=, 2); /* Range 3, Range 4 */
  liaison_import_wishes_set_text (wishes, row->row, 1, "26/10/2027 1200");
  liaison_import_wishes_set_text (wishes, row->row, 2, problem->offers->pdata[0]);
  liaison_import_wishes_set_left_out (wishes, 2, TRUE);
  right = preview (sheet, mapping, wishes, plan);
  g_assert_null (liaison_import_preview_get_row (right, 0)->problems);
  g_assert_cmpuint (liaison_import_preview_count (right).n_new, ==, 1);
  commit (plan, right);
}

static void
test_profile (void)
{
  g_autoptr (LiaisonPlan) plan = load_plan ();
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  const LiaisonManner manner = get_manner (snapshot);
  g_autoptr (LiaisonSheet) one = make_sheet ("A,B,C\nx,y,z\n");
  g_autoptr (LiaisonSheet) other = make_sheet ("Title row\nC,A,B,D\nx,y,z,w\n");
  g_autoptr (LiaisonSheet) neither = make_sheet ("P,Q\nx,y\n");
  g_autoptr (LiaisonImportMapping) mapping =
      liaison_import_guess_below (one, liaison_kind_find ("events"), 0, &manner, snapshot);
  g_autoptr (LiaisonImportMapping) applied = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  guint title, track;

  liaison_shape_find (&mapping->kind->shape, "title", &title);
  liaison_shape_find (&mapping->kind->shape, "track", &track);
  liaison_import_mapping_set_column (mapping, 0, LIAISON_IMPORT_FIELD, (int) title);
  liaison_import_mapping_set_column (mapping, 1, LIAISON_IMPORT_FIELD, (int) track);
  liaison_import_mapping_set_column (mapping, 2, LIAISON_IMPORT_NOTES, -1);
  liaison_import_mapping_set_zone (mapping, "Asia/Tokyo");
  mapping->month_first = mapping->create = TRUE;
  text = liaison_import_profile_write (mapping);
  g_assert_true (liaison_import_profile_get_kind (text, -1, NULL) == mapping->kind);
  applied = liaison_import_profile_apply (text, -1, other, &manner, snapshot, &error);
  g_assert_no_error (error);
  g_assert_cmpint (applied->headings, ==, 1);
  g_assert_cmpint (applied->columns[0].role, ==, LIAISON_IMPORT_NOTES);
  g_assert_cmpint (applied->columns[1].field, ==, (int) title);
  g_assert_cmpint (applied->columns[2].field, ==, (int) track);
  g_assert_cmpstr (applied->zone, ==, "Asia/Tokyo");
  g_assert_true (applied->month_first && applied->create);

  g_assert_null (liaison_import_profile_apply (text, -1, neither, &manner, snapshot, &error));
  g_assert_error (error, LIAISON_EXCHANGE_ERROR, LIAISON_EXCHANGE_ERROR_MAPPING);
}

static void
test_bad_profiles (void)
{
  static const char *const texts[] = { "",
                                       "[]",
                                       "{}",
                                       "{\"format\": \"liaison-import-profile\"}",
                                       "{\"format\": \"liaison-import-profile\", \"version\": 2, "
                                       "\"table\": \"events\"}",
                                       "{\"format\": \"liaison-import-profile\", \"version\": 1, "
                                       "\"table\": \"exercise\"}",
                                       "{\"format\": [[[[[[[[[[]]]]]]]]]]}",
                                       "\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (liaison_import_profile_get_kind (texts[i], -1, &error));
      g_assert_error (error, LIAISON_EXCHANGE_ERROR, LIAISON_EXCHANGE_ERROR_MAPPING);
    }
}

/* Headings in other languages are known, whatever their case. */
static void
test_languages (void)
{
  g_auto (GStrv) languages = liaison_words_list_languages (NULL);
  const LiaisonKind *kind = liaison_kind_find ("events");

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autoptr (LiaisonWords) other = liaison_words_new (languages[i], NULL);
      guint title;
      LiaisonImportColumn column = { 0 };

      liaison_shape_find (&kind->shape, "title", &title);
      g_assert_true (liaison_import_names_find (
          liaison_import_names_get (kind),
          liaison_words_get (other, kind->shape.fields[title].label), 0, &column, NULL));
      g_assert_cmpint (column.field, ==, (int) title);
    }
}

/* The zone of a column is said in brackets, in whatever language the file was written. */
static void
test_zulu_columns (void)
{
  const LiaisonImportNames *names = liaison_import_names_get (&liaison_event_kind);
  g_auto (GStrv) languages = liaison_words_list_languages (NULL);

  g_assert_cmpuint (g_strv_length (languages), >, 0);
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autoptr (LiaisonWords) each = liaison_words_new (languages[i], NULL);
      LiaisonImportColumn column = { 0 };
      g_autofree char *heading = g_strdup_printf ("%s (%s)", liaison_words_get (each, "Start"),
                                                  liaison_words_get (each, "Zulu"));

      g_assert_true (liaison_import_names_find (names, heading, 0, &column, NULL));
      g_assert_cmpstr (column.zone, ==, "UTC");
      g_assert_cmpstr (liaison_event_kind.shape.fields[column.field].name, ==, "start");
      column = (LiaisonImportColumn){ 0 };
      g_assert_true (
          liaison_import_names_find (names, liaison_words_get (each, "Zulu"), 0, &column, NULL));
      g_assert_cmpstr (column.zone, ==, "UTC");
      g_free (heading);
      heading = g_strdup (liaison_words_get (each, "Start (local)"));
      liaison_import_names_find (names, heading, 0, &column, NULL);
      g_assert_null (column.zone);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  words = liaison_words_new ("en", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/import/%s", samples[i].name);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_sample);
    }
  g_test_add_func ("/exchange/import/again", test_again);
  g_test_add_func ("/exchange/import/update", test_update);
  g_test_add_func ("/exchange/import/corrected", test_corrected);
  g_test_add_func ("/exchange/import/profile", test_profile);
  g_test_add_func ("/exchange/import/bad-profiles", test_bad_profiles);
  g_test_add_func ("/exchange/import/languages", test_languages);
  g_test_add_func ("/exchange/import/zulu-columns", test_zulu_columns);
  status = g_test_run ();
  liaison_words_unref (words);
  return status;
}
