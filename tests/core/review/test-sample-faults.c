/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample exercise has faults planted in it, listed in expected-sample-faults.json. The rules
 * that exist must find those listed for them and nothing else. */
#include "config.h"

#include "edit/editor.h"
#include "review/fixes.h"
#include "review/review.h"
#include "store/plan.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* 23 November 2026, 08:00 Zulu: the day on which the sample is planned. */
#define NOW G_GINT64_CONSTANT (1795420800)

/* All rules of these are there. */
static const char *const since_known[] = { "foundation", "schedule", "working-together",
                                           "briefings", NULL };

typedef struct
{
  LiaisonPlan *plan;
  JsonParser *parser;
  JsonArray *faults; /* borrowed from the parser */
} Fixture;

static const char *faults_path;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->plan = liaison_plan_load (g_getenv ("LIAISON_TEST_SAMPLE"), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->parser = json_parser_new ();
  json_parser_load_from_file (fixture->parser, faults_path, &error);
  g_assert_no_error (error);
  fixture->faults = json_node_get_array (json_parser_get_root (fixture->parser));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  liaison_plan_free (fixture->plan);
  g_object_unref (fixture->parser);
}

static gboolean
is_looked_for (JsonObject *fault)
{
  return liaison_review_find_rule (json_object_get_string_member (fault, "rule")) != NULL;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* One sorted line a finding, so that a failing test shows what is missing and what is too much. */
static char *
join_sorted (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static char *
describe_expected (JsonArray *faults)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < json_array_get_length (faults); i++)
    {
      JsonObject *fault = json_array_get_object_element (faults, i);
      JsonArray *records = json_object_get_array_member (fault, "records");

      if (!is_looked_for (fault))
        continue;
      for (guint j = 0; j < json_array_get_length (records); j++)
        g_ptr_array_add (lines,
                         g_strdup_printf ("%s %s", json_object_get_string_member (fault, "rule"),
                                          json_array_get_string_element (records, j)));
    }
  return join_sorted (lines);
}

/* Each rule with each record that a finding of it is about. */
static char *
describe_found (GPtrArray *findings)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < findings->len; i++)
    {
      const LiaisonFinding *finding = g_ptr_array_index (findings, i);

      g_assert_cmpuint (finding->n_records, >, 0);
      for (guint j = 0; j < finding->n_records; j++)
        {
          char id[LIAISON_ID_TEXT_SIZE];

          liaison_id_format (finding->records[j], id);
          g_ptr_array_add (lines, g_strdup_printf ("%s %s", finding->rule, id));
        }
    }
  return join_sorted (lines);
}

static void
test_found_and_no_others (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (fixture->plan->document);
  g_autoptr (GPtrArray) findings = liaison_review_run (snapshot, NOW, NULL);
  g_autofree char *expected = describe_expected (fixture->faults);
  g_autofree char *found = describe_found (findings);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_rules_exist (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < json_array_get_length (fixture->faults); i++)
    {
      JsonObject *fault = json_array_get_object_element (fixture->faults, i);
      if (g_strv_contains (since_known, json_object_get_string_member (fault, "since")))
        g_assert_nonnull (liaison_review_find_rule (json_object_get_string_member (fault, "rule")));
    }
}

static void
test_records_exist (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < json_array_get_length (fixture->faults); i++)
    {
      JsonObject *fault = json_array_get_object_element (fixture->faults, i);
      JsonArray *records = json_object_get_array_member (fault, "records");

      g_assert_cmpuint (json_array_get_length (records), >, 0);
      for (guint j = 0; j < json_array_get_length (records); j++)
        {
          const char *text = json_array_get_string_element (records, j);
          LiaisonId id;

          g_assert_true (liaison_id_parse (text, strlen (text), &id));
          if (liaison_document_find (fixture->plan->document, id) == NULL)
            g_error ("%s: no record %s in the sample", json_object_get_string_member (fault, "id"),
                     text);
        }
    }
}

/* The promise of the sample: at least 25 kinds of fault, each described once. */
static void
test_many_kinds (Fixture *fixture, gconstpointer data)
{
  static const char *const known_since[] = { "foundation", "schedule", "working-together",
                                             "briefings", NULL };
  g_autoptr (GHashTable) kinds = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < json_array_get_length (fixture->faults); i++)
    {
      JsonObject *fault = json_array_get_object_element (fixture->faults, i);

      g_assert_true (
          g_hash_table_add (ids, (gpointer) json_object_get_string_member (fault, "id")));
      g_hash_table_add (kinds, (gpointer) json_object_get_string_member (fault, "kind"));
      g_assert_true (g_strv_contains (known_since, json_object_get_string_member (fault, "since")));
      g_assert_true (g_str_has_suffix (json_object_get_string_member (fault, "why"), "."));
    }
  g_assert_cmpuint (g_hash_table_size (kinds), >=, 25);
}

static gint64
get_now (gpointer data)
{
  return NOW * 1000;
}

static GPtrArray *
look (LiaisonPlan *plan)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);

  return liaison_review_run (snapshot, NOW, NULL);
}

static void
take_edit (LiaisonPlan *plan, LiaisonProposal *proposal, const LiaisonFixEdit *edit)
{
  LiaisonRecord *record = liaison_document_find (plan->document, edit->slot.record);
  LiaisonValue value;

  liaison_value_copy (&value, &edit->value);
  liaison_proposal_take (proposal,
                         record != NULL ? liaison_record_get_kind (record)
                                        : liaison_kind_for_shape (value.as.block->shape),
                         &edit->slot, value);
}

/* Makes what mends the finding, if anything does. */
static gboolean
mend (LiaisonPlan *plan, LiaisonEditor *editor, LiaisonFinding *finding)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonFixes) fixes = liaison_fixes_new (snapshot, NOW);
  LiaisonFinding *mended = liaison_fixes_look_up (fixes, finding);
  LiaisonProposal *proposal;
  gboolean made;

  if (mended->fix == NULL)
    return FALSE;
  proposal = liaison_proposal_new (mended->fix_label);
  for (guint i = 0; i < mended->fix->len; i++)
    take_edit (plan, proposal, &g_array_index (mended->fix, LiaisonFixEdit, i));
  made = liaison_editor_commit (editor, proposal, NULL);
  liaison_proposal_free (proposal);
  return made;
}

static gboolean
is_found (const GPtrArray *findings, const LiaisonFinding *finding)
{
  for (guint i = 0; i < findings->len; i++)
    if (liaison_finding_equal (findings->pdata[i], finding))
      return TRUE;
  return FALSE;
}

/* Whatever is offered for one of the faults takes it away, and brings no error that was not there.
 */
static void
test_fixes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) before = look (fixture->plan);
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (fixture->plan->document, get_now, NULL);
  guint n_offered = 0;

  for (guint i = 0; i < before->len; i++)
    {
      LiaisonFinding *finding = before->pdata[i];
      if (!mend (fixture->plan, editor, finding))
        continue;
      g_autoptr (GPtrArray) after = look (fixture->plan);
      n_offered++;
      if (is_found (after, finding))
        g_error ("%s is still found after its fix “%s”", finding->rule, finding->sentence);
      for (guint j = 0; j < after->len; j++)
        if (!is_found (before, after->pdata[j])
            && ((LiaisonFinding *) after->pdata[j])->severity == LIAISON_SEVERITY_ERROR)
          g_error ("the fix of %s brings %s", finding->rule,
                   ((LiaisonFinding *) after->pdata[j])->rule);
      liaison_editor_undo (editor, NULL);
    }
  g_test_message ("%u of %u faults have a fix", n_offered, before->len);
  g_assert_cmpuint (n_offered, >=, 25);
}

/* Removes what the finding is about; what refers to it is found, and mended, in the next round. */
static void
remove_first (LiaisonPlan *plan, LiaisonEditor *editor, const LiaisonFinding *finding)
{
  LiaisonRecord *record = liaison_document_find (plan->document, finding->records[0]);
  LiaisonProposal *proposal;

  if (record == NULL)
    return;
  proposal = liaison_proposal_new ("Test");
  liaison_proposal_remove_record (proposal, liaison_record_get_block (record));
  g_assert_true (liaison_editor_commit (editor, proposal, NULL));
  liaison_proposal_free (proposal);
}

/* The sample with its faults mended or taken out is a plan of its size without one: nothing at all
 * is found in it. */
static void
test_clean (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (fixture->plan->document, get_now, NULL);
  guint n_removed = 0;

  for (guint round = 0; round < 10; round++)
    {
      g_autoptr (GPtrArray) findings = look (fixture->plan);
      if (findings->len == 0)
        break;
      for (guint i = 0; i < findings->len; i++)
        if (!mend (fixture->plan, editor, findings->pdata[i]))
          {
            remove_first (fixture->plan, editor, findings->pdata[i]);
            n_removed++;
          }
    }
  g_autoptr (GPtrArray) left = look (fixture->plan);
  g_autofree char *found = describe_found (left);
  g_assert_cmpstr (found, ==, "");
  g_test_message ("%u records were removed", n_removed);
  g_assert_cmpuint (n_removed, <, 60);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  faults_path = argv[1];

#define ADD(path, func)                                                                            \
  g_test_add ("/review/sample-faults/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("found-and-no-others", test_found_and_no_others);
  ADD ("rules-exist", test_rules_exist);
  ADD ("records-exist", test_records_exist);
  ADD ("many-kinds", test_many_kinds);
  ADD ("fixes", test_fixes);
  ADD ("clean", test_clean);
#undef ADD
  return g_test_run ();
}
