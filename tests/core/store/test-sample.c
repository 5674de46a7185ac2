/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample exercise is in canonical form and as rich as it promises to be. */
#include "config.h"

#include "store/plan.h"

#include <string.h>

static LiaisonPlan *
load (void)
{
  g_autoptr (GError) error = NULL;
  LiaisonPlan *plan =
      liaison_plan_load (g_getenv ("LIAISON_TEST_SAMPLE"), NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return plan;
}

static void
test_round_trip (void)
{
  g_autoptr (LiaisonPlan) plan = load ();
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (liaison_plan_write (snapshot, NULL, stream, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (g_getenv ("LIAISON_TEST_SAMPLE"), &bytes, &length, &error));
  g_assert_cmpmem (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                   g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), bytes,
                   length);
}

static void
test_nothing_unknown (void)
{
  g_autoptr (LiaisonPlan) plan = load ();

  g_assert_null (liaison_document_get_unknown (plan->document));
  for (int kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      LiaisonTable *table = liaison_document_get_table (plan->document, kind);
      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (table)); i++)
        {
          g_autoptr (LiaisonRecord) record = g_list_model_get_item (G_LIST_MODEL (table), i);
          g_assert_null (liaison_block_get_unknown (liaison_record_get_block (record)));
        }
    }
}

static void
test_rich_enough (void)
{
  static const struct
  {
    LiaisonKindId kind;
    guint least;
  } promises[] = {
    { LIAISON_KIND_NATION, 12 },      { LIAISON_KIND_PARTICIPANT, 90 },
    { LIAISON_KIND_POST, 25 },        { LIAISON_KIND_SITE, 30 },
    { LIAISON_KIND_EVENT, 350 },      { LIAISON_KIND_INJECT, 290 },
    { LIAISON_KIND_CHANNEL, 40 },     { LIAISON_KIND_CHANNEL_TEST, 200 },
    { LIAISON_KIND_AGREEMENT, 25 },   { LIAISON_KIND_REQUIREMENT, 120 },
    { LIAISON_KIND_ASSESSMENT, 120 }, { LIAISON_KIND_BRIEFING, 9 },
  };
  g_autoptr (LiaisonPlan) plan = load ();

  for (guint i = 0; i < G_N_ELEMENTS (promises); i++)
    {
      LiaisonTable *table = liaison_document_get_table (plan->document, promises[i].kind);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (table)), >=, promises[i].least);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/sample/round-trip", test_round_trip);
  g_test_add_func ("/store/sample/nothing-unknown", test_nothing_unknown);
  g_test_add_func ("/store/sample/rich-enough", test_rich_enough);
  return g_test_run ();
}
