/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Catalogues: ours are whole, bad ones are refused, what is chosen comes into the plan once. */
#include "config.h"

#include "../liaison/posts.h"

#include "interoperability/requirement-set.h"

#include <string.h>

static void
test_ours (void)
{
  static const char *const chapters[] = { "TIME", "TEXT", "AV",  "MSG", "FFT",  "SYMB",
                                          "GEO",  "NUM",  "MED", "LOG", "LANG", "PROC" };
  g_autoptr (GPtrArray) sets = liaison_requirement_set_list ();

  g_assert_cmpuint (sets->len, >=, 2);
  for (guint i = 0; i < sets->len; i++)
    {
      const LiaisonRequirementSet *set = sets->pdata[i];
      for (guint j = 0; j < G_N_ELEMENTS (chapters); j++)
        {
          guint found = 0;
          for (guint k = 0; k < set->requirements->len; k++)
            found += g_strcmp0 (LIAISON_DATA (Requirement, set->requirements->pdata[k])->serial,
                                chapters[j])
                     == 0;
          g_assert_cmpuint (found, ==, 1);
        }
      for (guint k = 0; k < set->requirements->len; k++)
        {
          const LiaisonRequirementData *data =
              LIAISON_DATA (Requirement, set->requirements->pdata[k]);
          /* A standard has a source and the day it was looked up. */
          if (data->standard != NULL)
            g_assert_true (data->source != NULL && data->source_date != LIAISON_DATE_UNSET);
          g_assert_nonnull (liaison_text_lookup (data->title, "fr"));
        }
    }
}

#define HEAD                                                                                       \
  "\"format\":\"liaison-requirement-catalogue\",\"head\":{\"name\":\"x\",\"title\":{\"en\":\"X\"}" \
  ","                                                                                              \
  "\"summary\":{\"en\":\"X\"},\"source\":\"X\",\"date\":\"2026-11-28\"}"
#define CHAPTER "{\"serial\":\"A\",\"title\":{\"en\":\"A\"},\"level\":\"chapter\"}"

static void
test_refusals (void)
{
  const struct
  {
    const char *json;
    GQuark domain;
    int code;
  } cases[] = {
    { "", LIAISON_JSON_ERROR, LIAISON_JSON_ERROR_SYNTAX },
    { "[]", LIAISON_JSON_ERROR, LIAISON_JSON_ERROR_TYPE },
    { "{}", LIAISON_REQUIREMENT_SET_ERROR, LIAISON_REQUIREMENT_SET_ERROR_FORMAT },
    { "{\"format\":\"liaison-exercise\"}", LIAISON_REQUIREMENT_SET_ERROR,
      LIAISON_REQUIREMENT_SET_ERROR_FORMAT },
    { "{" HEAD ",\"more\":1}", LIAISON_REQUIREMENT_SET_ERROR,
      LIAISON_REQUIREMENT_SET_ERROR_FORMAT },
    { "{\"head\":{\"name\":\"x\"}}", LIAISON_REQUIREMENT_SET_ERROR,
      LIAISON_REQUIREMENT_SET_ERROR_FORMAT },
    { "{" HEAD ",\"requirements\":[{\"serial\":\"A\",\"title\":{\"en\":\"A\"}}]}",
      LIAISON_REQUIREMENT_SET_ERROR, LIAISON_REQUIREMENT_SET_ERROR_FORMAT },
    { "{" HEAD ",\"requirements\":[" CHAPTER "," CHAPTER "]}", LIAISON_REQUIREMENT_SET_ERROR,
      LIAISON_REQUIREMENT_SET_ERROR_SERIAL },
    { "{" HEAD
      ",\"requirements\":[{\"serial\":\"A\",\"title\":{\"fr\":\"A\"},\"level\":\"chapter\"}]}",
      LIAISON_REQUIREMENT_SET_ERROR, LIAISON_REQUIREMENT_SET_ERROR_FORMAT },
    { "{" HEAD ",\"requirements\":[" CHAPTER
      ",{\"serial\":\"A-1\",\"title\":{\"en\":\"A\"},\"level\":\"requirement\"}]}",
      LIAISON_REQUIREMENT_SET_ERROR, LIAISON_REQUIREMENT_SET_ERROR_FORMAT },
    { "{" HEAD ",\"requirements\":[" CHAPTER "]} x", LIAISON_JSON_ERROR,
      LIAISON_JSON_ERROR_SYNTAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].json, strlen (cases[i].json));
      g_autoptr (GError) error = NULL;
      g_test_message ("%s", cases[i].json);
      g_assert_null (liaison_requirement_set_read (bytes, &error));
      g_assert_error (error, cases[i].domain, cases[i].code);
    }
}

static guint
count_used (Plan *plan)
{
  LiaisonTable *table = liaison_document_get_table (plan->document, LIAISON_KIND_REQUIREMENT);
  guint used = 0;

  for (guint i = 0; i < liaison_table_get_size (table); i++)
    {
      const LiaisonRequirementData *data =
          LIAISON_DATA (Requirement, liaison_record_get_block (liaison_table_get (table, i)));
      used += data->selected && data->level == LIAISON_REQUIREMENT_LEVEL_REQUIREMENT;
    }
  return used;
}

static LiaisonProposal *
choose (Plan *plan, const LiaisonRequirementSet *set, const gboolean *chosen)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);

  return liaison_requirement_set_choose (set, snapshot, chosen, PLAN_STARTEX * 1000);
}

/* One is chosen with its chapter; again is nothing new; another of that chapter finds it there;
 * left out it stays, unused. All of it is one step back. */
static void
test_choose (void)
{
  g_autoptr (Plan) plan = plan_new ();
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, posts_now_cb, NULL);
  g_autoptr (GPtrArray) sets = liaison_requirement_set_list ();
  const LiaisonRequirementSet *set = sets->pdata[0];
  g_autofree gboolean *chosen = g_new0 (gboolean, set->requirements->len);
  LiaisonTable *table = liaison_document_get_table (plan->document, LIAISON_KIND_REQUIREMENT);

  g_assert_null (choose (plan, set, chosen));
  chosen[1] = TRUE;
  posts_commit (editor, choose (plan, set, chosen));
  g_assert_cmpuint (liaison_table_get_size (table), ==, 2);
  g_assert_null (choose (plan, set, chosen));
  chosen[2] = TRUE;
  posts_commit (editor, choose (plan, set, chosen));
  g_assert_cmpuint (liaison_table_get_size (table), ==, 3);
  g_assert_cmpuint (count_used (plan), ==, 2);
  {
    g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
    g_autoptr (GPtrArray) own = liaison_requirement_set_list_own (snapshot);
    g_assert_cmpuint (own->len, ==, 3);
    g_assert_cmpint (LIAISON_DATA (Requirement, own->pdata[0])->level, ==,
                     LIAISON_REQUIREMENT_LEVEL_CHAPTER);
    g_assert_true (liaison_id_same (LIAISON_DATA (Requirement, own->pdata[2])->parent,
                                    ((LiaisonBlock *) own->pdata[0])->id));
  }
  chosen[1] = chosen[2] = FALSE;
  posts_commit (editor, choose (plan, set, chosen));
  g_assert_cmpuint (liaison_table_get_size (table), ==, 3);
  g_assert_cmpuint (count_used (plan), ==, 0);
  g_assert_true (liaison_editor_undo (editor, NULL));
  g_assert_cmpuint (count_used (plan), ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interoperability/requirement-set/ours", test_ours);
  g_test_add_func ("/interoperability/requirement-set/refusals", test_refusals);
  g_test_add_func ("/interoperability/requirement-set/choose", test_choose);
  return g_test_run ();
}
