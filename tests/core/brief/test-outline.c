/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brief/card.h"
#include "brief/outline.h"

#include <string.h>

#define NOW G_GINT64_CONSTANT (1800000000000)

/* Those that come with the program hold questions and say nothing about anybody. */
static void
test_shipped (void)
{
  g_autoptr (GPtrArray) outlines = liaison_outline_list ();

  g_assert_cmpuint (outlines->len, ==, 2);
  for (guint i = 0; i < outlines->len; i++)
    {
      const LiaisonOutline *outline = outlines->pdata[i];

      g_assert_cmpuint (outline->topics->len, >=, 8);
      for (guint j = 0; j < outline->topics->len; j++)
        {
          const LiaisonText *question =
              g_array_index (outline->topics, LiaisonOutlineTopic, j).question;

          g_assert_nonnull (strchr (liaison_text_pick (question, "en", NULL), '?'));
          g_assert_nonnull (liaison_text_lookup (question, "fr"));
          g_assert_nonnull (liaison_text_lookup (question, "ar"));
          g_assert_nonnull (liaison_text_lookup (question, "ja"));
        }
      for (guint j = 0; j < outline->ranks->len; j++)
        g_assert_nonnull (
            liaison_ranks_list_codes ()[liaison_rank_get_place (outline->ranks->pdata[j])]);
    }
  for (guint topic = LIAISON_BRIEFING_TOPIC_GREETING; topic < LIAISON_BRIEFING_TOPIC_OTHER; topic++)
    if (topic != LIAISON_BRIEFING_TOPIC_RANKS)
      g_assert_nonnull (liaison_outline_get_question (topic));
}

/* A new card has a place for every answer, and nothing of it is printed. */
static void
test_make (void)
{
  g_autoptr (GPtrArray) outlines = liaison_outline_list ();
  const LiaisonOutline *full = outlines->pdata[0];
  g_autoptr (LiaisonBlock) block = liaison_outline_make_card (full, "NO", "nb", NULL, NOW);
  const LiaisonBriefingData *data = LIAISON_DATA (Briefing, block);
  g_autoptr (LiaisonCard) planner = liaison_card_new (block, "en", LIAISON_CARD_WITH_REFUSED);
  g_autoptr (LiaisonCard) reader = liaison_card_new (block, "en", LIAISON_CARD_DEFAULT);

  g_assert_cmpint (data->status, ==, LIAISON_BRIEFING_STATUS_OUTLINE);
  g_assert_cmpstr (data->nation, ==, "NO");
  g_assert_cmpuint (planner->lines->len, ==, full->topics->len);
  g_assert_cmpuint (planner->phrases->len, ==, full->phrases->len);
  g_assert_cmpuint (planner->ranks->len, ==, full->ranks->len);
  g_assert_cmpuint (reader->lines->len, ==, 0);
  g_assert_cmpuint (reader->phrases->len, ==, 0);
  g_assert_cmpuint (reader->ranks->len, ==, 0);
}

static void
test_refusals (void)
{
  static const char *const bad[] = {
    "",
    "[]",
    "{}",
    "{\"name\":1}",
    "{\"name\":\"a\",\"title\":{\"fr\":\"x\"}}",
    "{\"name\":\"a\",\"title\":{\"en\":\"x\"},\"summary\":{\"en\":\"x\"},\"topics\":[{\"topic\":"
    "\"nothing\",\"question\":{\"en\":\"?\"}}],\"ranks\":[],\"phrases\":[]}",
    "{\"name\":\"a\",\"title\":{\"en\":\"x\"},\"summary\":{\"en\":\"x\"},\"topics\":[1],\"ranks\":"
    "[],\"phrases\":[]}",
    "{\"name\":\"a\",\"title\":{\"en\":\"x\"},\"summary\":{\"en\":\"x\"},\"topics\":[],\"ranks\":"
    "[{}],\"phrases\":[]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (bad[i], strlen (bad[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (liaison_outline_read (bytes, &error));
      g_assert_nonnull (error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/brief/outline/shipped", test_shipped);
  g_test_add_func ("/brief/outline/make", test_make);
  g_test_add_func ("/brief/outline/refusals", test_refusals);
  return g_test_run ();
}
