/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "manner-plan.h"

#include "words/completion.h"

typedef struct
{
  const char *language;
  LiaisonKindId kind;
  const char *field;
  const char *typed;
  const char *texts; /* what the field becomes, the best first, with | between */
} Case;

#define EVENT LIAISON_KIND_EVENT
#define SITE  LIAISON_KIND_SITE

static const Case cases[] = {
  { "en", EVENT, "type", "cere", "Ceremony" },
  { "en", EVENT, "type", "check", "Communications check" },
  { "fr", EVENT, "type", "CONFÉR", "Conférence" },
  { "en", EVENT, "locked", "", "Yes|No" },
  { "fr", EVENT, "locked", "o", "Oui|Non" },
  { "en", EVENT, "site", "oslo", "OSL" },
  { "en", EVENT, "site", "hall", "Hall, north wing|Main hall" },
  { "fr", EVENT, "site", "gran", "Grande salle" },
  { "en", EVENT, "site", "room", "R1|R2" },
  { "en", EVENT, "site", "nothing like it", "" },
  { "en", EVENT, "participants", "landcc", "LCC" },
  { "en", EVENT, "participants", "LCC; land", "LCC; LCC" },
  { "en", EVENT, "nations", "norw", "NO" },
  { "en", EVENT, "nations", "NO, pol", "NO, PL|NO, PF" },
  { "en", EVENT, "nations", "", "NO|FR|PL|NATO" },
  { "en", SITE, "zone", "kathm", "Asia/Kathmandu" },
  { "en", EVENT, "language", "norwegian n", "Norwegian Nynorsk" },
  { "en", EVENT, "title", "Ma", "" },
  { "en", EVENT, "start", "14", "" },
};

static char *
join_texts (GPtrArray *completions)
{
  GString *texts = g_string_new (NULL);

  for (guint i = 0; i < completions->len; i++)
    {
      const LiaisonCompletion *completion = completions->pdata[i];

      g_assert_nonnull (completion->name);
      g_string_append_printf (texts, "%s%s", i > 0 ? "|" : "", completion->text);
    }
  return g_string_free (texts, FALSE);
}

static void
test_cases (Plan *plan, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      const LiaisonField *field = plan_field (&liaison_kind_get (c->kind)->shape, c->field);
      g_autoptr (GPtrArray) completions = NULL;
      g_autofree char *texts = NULL;

      plan_speak (plan, c->language);
      completions = liaison_completion_list (&plan->manner, plan->snapshot, field, c->typed, 60);
      texts = join_texts (completions);
      g_test_message ("%s %s “%s”", c->language, c->field, c->typed);
      g_assert_cmpstr (texts, ==, c->texts);
    }
}

/* What is offered is understood, and as what it was offered for. */
static void
test_understood (Plan *plan, gconstpointer data)
{
  static const char *const fields[] = { "type",  "locked",       "site",    "participants",
                                        "chair", "dependencies", "nations", "language" };

  plan_speak (plan, "en");
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const LiaisonField *field = plan_field (&liaison_event_kind.shape, fields[i]);
      g_autoptr (GPtrArray) completions =
          liaison_completion_list (&plan->manner, plan->snapshot, field, "", 60);

      for (guint j = 0; j < completions->len; j++)
        {
          const LiaisonCompletion *completion = completions->pdata[j];
          g_autoptr (GError) error = NULL;
          LiaisonValue value;

          liaison_manner_read_field (&plan->manner, plan->snapshot, field, NULL, completion->text,
                                     &value, &error);
          g_assert_no_error (error);
          liaison_value_clear (&value);
        }
    }
}

static void
test_most (Plan *plan, gconstpointer data)
{
  const LiaisonField *field = plan_field (&liaison_event_kind.shape, "type");
  g_autoptr (GPtrArray) completions =
      liaison_completion_list (&plan->manner, plan->snapshot, field, "", 3);
  g_autoptr (GPtrArray) broken =
      liaison_completion_list (&plan->manner, plan->snapshot, field, "\xff\xfe", 3);

  g_assert_cmpuint (completions->len, ==, 3);
  g_assert_cmpuint (broken->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/words/completion/cases", Plan, NULL, plan_set_up, test_cases, plan_tear_down);
  g_test_add ("/words/completion/understood", Plan, NULL, plan_set_up, test_understood,
              plan_tear_down);
  g_test_add ("/words/completion/most", Plan, NULL, plan_set_up, test_most, plan_tear_down);
  return g_test_run ();
}
