/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns of a spreadsheet that are the exercise's own. */
#include "config.h"

#include "edit/editor.h"
#include "exchange/csv-read.h"
#include "exchange/import-guess.h"
#include "exchange/import-own.h"
#include "exchange/import-preview.h"
#include "exchange/import-profile.h"
#include "exchange/spelling.h"
#include "record/kinds.h"

#include <string.h>

#define NOW G_GINT64_CONSTANT (1811419200) /* 2027-05-27 */

static const char columns_json[] =
    "{'id':'01a05bcf-9ee4-7293-8293-6d92ff870001','columns':["
    "{'id':'01a05bcf-9ee4-7293-8293-6d92ff870011','key':'weather','table':'events','type':'text',"
    "'label':{'en':'Weather','fr':'Météo'}},"
    "{'id':'01a05bcf-9ee4-7293-8293-6d92ff870012','key':'said','table':'events','type':"
    "'translated-text','label':{'en':'Said to all'}},"
    "{'id':'01a05bcf-9ee4-7293-8293-6d92ff870013','key':'n','table':'events','type':'number',"
    "'label':{'en':'Vehicles'}},"
    "{'id':'01a05bcf-9ee4-7293-8293-6d92ff870014','key':'yn','table':'events','type':'yes-no',"
    "'label':{'en':'Filmed'}},"
    "{'id':'01a05bcf-9ee4-7293-8293-6d92ff870015','key':'c','table':'events','type':'choice',"
    "'choices':'paper\\nactors','label':{'en':'Played by'}},"
    "{'id':'01a05bcf-9ee4-7293-8293-6d92ff870016','key':'d','table':'events','type':'date',"
    "'label':{'en':'Due'}},"
    "{'id':'01a05bcf-9ee4-7293-8293-6d92ff870017','key':'i','table':'events','type':'time',"
    "'label':{'en':'Doors open'}},"
    "{'id':'01a05bcf-9ee4-7293-8293-6d92ff870018','key':'l','table':'events','type':'duration',"
    "'label':{'en':'Walk'}},"
    "{'id':'01a05bcf-9ee4-7293-8293-6d92ff870019','key':'na','table':'events','type':'nation',"
    "'label':{'en':'Lead nation'}},"
    "{'id':'01a05bcf-9ee4-7293-8293-6d92ff87001a','key':'o','table':'injects','type':'text',"
    "'label':{'en':'Elsewhere'}}]}";

static LiaisonWords *words;

static gint64
get_now (gpointer data)
{
  return NOW * 1000;
}

static LiaisonManner
get_manner (LiaisonSnapshot *snapshot)
{
  return (LiaisonManner){ words, liaison_snapshot_get_lookup (snapshot), "Europe/Oslo",
                          LIAISON_TIME_AS_DTG, NOW };
}

static void
commit (LiaisonPlan *plan, LiaisonProposal *proposal)
{
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, get_now, NULL);
  g_autoptr (GError) error = NULL;

  liaison_editor_commit (editor, proposal, &error);
  g_assert_no_error (error);
}

/* The fixture with the columns declared. */
static LiaisonPlan *
load_plan (void)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("LIAISON_TEST_FIXTURES"), "import", "plan.liaison", NULL);
  g_autofree char *json = g_strdelimit (g_strdup (columns_json), "'", '"');
  g_autoptr (GError) error = NULL;
  LiaisonPlan *plan = liaison_plan_load (path, NULL, NULL, NULL, &error);
  g_autoptr (LiaisonJsonReader) reader = liaison_json_reader_new_for_data (
      json, strlen (json), "exercise", &liaison_json_default_limits);
  g_autoptr (LiaisonBlock) declared =
      liaison_block_read (&liaison_exercise_kind.shape, reader, TRUE, &error);
  g_autoptr (LiaisonProposal) proposal = liaison_proposal_new ("Declare columns");
  const LiaisonField *field;
  guint place;

  g_assert_no_error (error);
  field = liaison_shape_find (declared->shape, "columns", &place);
  liaison_proposal_set_field (
      proposal, liaison_record_get_block (liaison_document_get_exercise (plan->document)), place,
      LIAISON_BLOCK_AT (declared, field));
  commit (plan, proposal);
  return plan;
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

static LiaisonImportPreview *
look (LiaisonPlan *plan, const char *csv, gboolean empty_clears)
{
  g_autoptr (LiaisonSheet) sheet = make_sheet (csv);
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  const LiaisonManner manner = get_manner (snapshot);
  g_autoptr (LiaisonImportMapping) mapping =
      liaison_import_guess (sheet, &liaison_event_kind, &manner, snapshot);
  g_autoptr (GError) error = NULL;
  LiaisonImportPreview *made;

  mapping->empty_clears = empty_clears;
  made = liaison_import_preview_new (sheet, mapping, NULL, snapshot, &manner, NOW * 1000, NULL,
                                     NULL, NULL, &error);
  g_assert_no_error (error);
  return made;
}

/* What the record has in the column of that key, as the file format has it; "" when nothing. */
static char *
tell (LiaisonPlan *plan, const LiaisonBlock *block, const char *key)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (GPtrArray) columns = liaison_own_columns_list (
      liaison_snapshot_get_exercise (snapshot), &liaison_event_kind, "en");

  for (guint i = 0; i < columns->len; i++)
    {
      const LiaisonOwnColumn *own = columns->pdata[i];
      g_autoptr (LiaisonBlock) value = liaison_own_column_get (own, block, NULL);

      if (g_str_equal (own->key, key))
        return liaison_spelling_write (value, &own->field);
    }
  g_assert_not_reached ();
}

static void
assert_told (LiaisonPlan *plan, const LiaisonBlock *block, const char *key, const char *wanted)
{
  g_autofree char *told = tell (plan, block, key);

  g_assert_cmpstr (told, ==, wanted);
}

static const char file[] =
    "Serial,Title,Start,météo,Said to all,VEHICLES,Filmed,Played by,Due,Doors open,Walk,"
    "Lead nation,Elsewhere\n"
    "E1,One,2027-10-26 10:00,=rain,Come early,12,x,actors,24/10/2027,26/10/2027 0930,1h30,Norway,"
    "n\n"
    "E2,Two,2027-10-26 12:00,,,,0,paper,,,,,\n"
    "E3,Three,2027-10-26 14:00,dry,,many,,robots,,soon,,Atlantis,\n";

/* Every type, by names in any language; what is not understood is said of its cell. */
static void
test_types (void)
{
  g_autoptr (LiaisonPlan) plan = load_plan ();
  g_autoptr (LiaisonImportPreview) made = look (plan, file, FALSE);
  const LiaisonImportMapping *mapping = liaison_import_preview_get_mapping (made);
  const LiaisonImportRow *row = liaison_import_preview_get_row (made, 0);

  for (guint i = 3; i < 12; i++)
    g_assert_cmpint (mapping->columns[i].role, ==, LIAISON_IMPORT_OWN);
  g_assert_cmpint (mapping->columns[12].role, ==, LIAISON_IMPORT_IGNORE);
  g_assert_null (row->problems);
  assert_told (plan, row->after, "weather", "=rain");
  assert_told (plan, row->after, "said", "{\"en\":\"Come early\"}");
  assert_told (plan, row->after, "n", "12");
  assert_told (plan, row->after, "yn", "true");
  assert_told (plan, row->after, "c", "actors");
  assert_told (plan, row->after, "d", "2027-10-24");
  assert_told (plan, row->after, "i", "2027-10-26T09:30+02:00[Europe/Oslo]");
  assert_told (plan, row->after, "l", "PT1H30M");
  assert_told (plan, row->after, "na", "NO");
  row = liaison_import_preview_get_row (made, 1);
  assert_told (plan, row->after, "weather", "");
  assert_told (plan, row->after, "yn", "false");
  row = liaison_import_preview_get_row (made, 2);
  g_assert_cmpuint (row->problems->len, ==, 4);
  assert_told (plan, row->after, "weather", "dry");
  assert_told (plan, row->after, "n", "");
}

/* A file that is imported again changes the columns it has, and takes none of the others away. */
static void
test_again (void)
{
  g_autoptr (LiaisonPlan) plan = load_plan ();
  g_autoptr (LiaisonImportPreview) first = look (plan, file, FALSE);
  g_autoptr (LiaisonProposal) proposal = liaison_import_preview_propose (first);
  g_autoptr (LiaisonImportPreview) same = NULL;
  g_autoptr (LiaisonImportPreview) other = NULL;
  g_autoptr (LiaisonImportPreview) emptied = NULL;
  const LiaisonImportRow *row;

  commit (plan, proposal);
  same = look (plan, file, FALSE);
  g_assert_cmpuint (liaison_import_preview_count (same).n_same, ==, 3);
  other = look (plan, "Serial,Weather,Vehicles\nE1,snow,\nE2,,4\n", FALSE);
  row = liaison_import_preview_get_row (other, 0);
  g_assert_cmpint (row->state, ==, LIAISON_IMPORT_CHANGED);
  assert_told (plan, row->after, "weather", "snow");
  assert_told (plan, row->after, "n", "12");
  assert_told (plan, row->after, "c", "actors");
  row = liaison_import_preview_get_row (other, 1);
  assert_told (plan, row->after, "n", "4");
  emptied = look (plan, "Serial,Weather,Vehicles\nE1,snow,\n", TRUE);
  row = liaison_import_preview_get_row (emptied, 0);
  assert_told (plan, row->after, "n", "");
  assert_told (plan, row->after, "c", "actors");
}

/* A profile names the column by its key; a plan without it goes on without it. */
static void
test_profile (void)
{
  g_autoptr (LiaisonPlan) plan = load_plan ();
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  const LiaisonManner manner = get_manner (snapshot);
  g_autoptr (LiaisonSheet) sheet = make_sheet ("Title,Clouds\nOne,many\n");
  g_autoptr (LiaisonImportMapping) mapping =
      liaison_import_guess (sheet, &liaison_event_kind, &manner, snapshot);
  g_autoptr (LiaisonImportMapping) applied = NULL;
  g_autoptr (LiaisonImportMapping) without = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mapping->columns[1].role, ==, LIAISON_IMPORT_IGNORE);
  liaison_import_mapping_set_own (
      mapping, 1, liaison_import_own_find (snapshot, &liaison_event_kind, "en", "Weather"));
  text = liaison_import_profile_write (mapping);
  applied = liaison_import_profile_apply (text, -1, sheet, &manner, snapshot, &error);
  g_assert_no_error (error);
  g_assert_cmpint (applied->columns[1].role, ==, LIAISON_IMPORT_OWN);
  g_assert_cmpstr (applied->columns[1].own->key, ==, "weather");
  without = liaison_import_profile_apply (text, -1, sheet, &manner, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (without->columns[1].role, ==, LIAISON_IMPORT_IGNORE);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  words = liaison_words_new ("en", NULL);
  g_test_add_func ("/exchange/import-own/types", test_types);
  g_test_add_func ("/exchange/import-own/again", test_again);
  g_test_add_func ("/exchange/import-own/profile", test_profile);
  status = g_test_run ();
  liaison_words_unref (words);
  return status;
}
