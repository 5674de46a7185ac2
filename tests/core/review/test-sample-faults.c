/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample exercise has faults planted in it, listed in expected-sample-faults.json. The rules
 * that exist must find those listed for them and nothing else. */
#include "config.h"

#include "review/review.h"
#include "store/plan.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* 23 November 2026, 08:00 Zulu: the day on which the sample is planned. */
#define NOW G_GINT64_CONSTANT (1795420800)

/* All rules of these are there. */
static const char *const since_known[] = { "foundation", "schedule", "working-together", "briefings", NULL };

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
#undef ADD
  return g_test_run ();
}
