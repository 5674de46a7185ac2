/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "manner-plan.h"

#include <string.h>

/* Values of one field in the order in which a table has them; none of two neighbours sort alike. */
typedef struct
{
  const char *language;
  LiaisonKindId kind;
  const char *field;
  const char *json[8];
} Order;

static const Order orders[] = {
  { "en",
    LIAISON_KIND_EVENT,
    "title",
    { "{'en':'Ångström'}", "{'en':'Serial 9'}", "{'en':'serial 10'}", "{'en':'Zulu'}", "{}" } },
  { "fr",
    LIAISON_KIND_EVENT,
    "title",
    { "{'en':'a','fr':'cote'}", "{'en':'d'}", "{'en':'b','fr':'écran'}", "{'en':'c','fr':'zone'}",
      "{}" } },
  { "en", LIAISON_KIND_EVENT, "duration", { "'PT0S'", "'PT9M'", "'PT1H'", "'P1W'" } },
  { "en", LIAISON_KIND_SITE, "capacity", { "0", "9", "10", "1000000" } },
  { "en",
    LIAISON_KIND_EVENT,
    "start",
    { "'1969-12-31T23:59Z'", "'1970-01-01T00:00Z'", "'STARTEX-1h'", "'STARTEX'",
      "'2027-05-14T15:00+02:00[Europe/Oslo]'", "'2027-05-14T13:30Z'", "'start(#0043)'" } },
  { "en", LIAISON_KIND_NATION, "joined", { "'1969-12-31'", "'1970-01-01'", "'2027-05-14'" } },
  { "en", LIAISON_KIND_EVENT, "status", { "'draft'", "'proposed'", "'confirmed'" } },
  { "en", LIAISON_KIND_EVENT, "locked", { "false", "true" } },
  { "en", LIAISON_KIND_EVENT, "site", { "'#0022'", "'#0021'", "'#0020'", "'#0023'" } },
  { "en", LIAISON_KIND_EVENT, "order", { "'A'", "'Z'", "'a1'", "'a10'", "'a9'", "'b'" } },
  { "en", LIAISON_KIND_EVENT, "nations", { "['FR']", "['FR','NO']", "['NO']", "['PL']" } },
};

static char *
get_key (Plan *plan, const Order *order, const char *json)
{
  const LiaisonShape *shape = &liaison_kind_get (order->kind)->shape;
  g_autofree char *text = g_strdup_printf ("{'%s':%s}", order->field, json);
  g_autoptr (LiaisonBlock) block = plan_read_block (shape, text);

  return liaison_manner_get_sort_key (&plan->manner, block, plan_field (shape, order->field));
}

static void
test_order (Plan *plan, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      plan_speak (plan, orders[i].language);
      for (gsize j = 1; orders[i].json[j]; j++)
        {
          g_autofree char *before = get_key (plan, &orders[i], orders[i].json[j - 1]);
          g_autofree char *after = get_key (plan, &orders[i], orders[i].json[j]);

          g_assert_cmpint (strcmp (before, after), <, 0);
        }
    }
}

/* What has no value comes after all that have one; so does a time that hangs on itself. */
static void
test_unset_is_last (Plan *plan, gconstpointer data)
{
  const LiaisonField *start = plan_field (&liaison_event_kind.shape, "start");
  const LiaisonField *title = plan_field (&liaison_event_kind.shape, "title");
  g_autoptr (LiaisonBlock) late = plan_read_block (
      &liaison_event_kind.shape, "{'start':'2200-12-31T23:59Z','title':{'ja':'龘𪚥'}}");
  g_autoptr (LiaisonBlock) never = plan_read_block (&liaison_event_kind.shape, "{}");
  g_autofree char *late_key = liaison_manner_get_sort_key (&plan->manner, late, start);
  g_autofree char *never_key = liaison_manner_get_sort_key (&plan->manner, never, start);
  g_autofree char *circle_key =
      liaison_manner_get_sort_key (&plan->manner, plan_block (plan, "0043"), start);
  g_autofree char *named_key = liaison_manner_get_sort_key (&plan->manner, late, title);
  g_autofree char *unnamed_key = liaison_manner_get_sort_key (&plan->manner, never, title);

  g_assert_cmpint (strcmp (late_key, never_key), <, 0);
  g_assert_cmpstr (circle_key, ==, never_key);
  g_assert_cmpint (strcmp (named_key, unnamed_key), <, 0);
}

static void
test_search_text (Plan *plan, gconstpointer data)
{
  static const char *const found[] = {
    "ev-12",
    "main planning",
    "conference principale",
    "conference",
    "141300zmay27",
    "norway",
    "france",
    "fr",
    "exercise-unc",
    "vortrag",
    "french",
    "12",
  };
  static const char *const missing[] = { "oslo", "secret-key", "true" };
  g_autoptr (LiaisonBlock) block = plan_read_block (
      &liaison_event_kind.shape, "{'serial':'EV-12','title':{'en':'Main  "
                                 "Planning','fr':'Conférence principale'},'type':'conference',"
                                 "'start':'2027-05-14T15:00+02:00[Europe/"
                                 "Oslo]','site':'#0020','nations':['NO','FR'],'locked':true,"
                                 "'marking':{'level':'EXERCISE-UNCLASSIFIED'},'agenda':[{'id':'#"
                                 "a001','title':{'de':'Vortrag'}}],"
                                 "'language':'fr 3332','expected':12,'uid':'secret-key'}");
  g_autofree char *text = liaison_manner_get_search_text (&plan->manner, block);

  for (gsize i = 0; i < G_N_ELEMENTS (found); i++)
    g_assert_nonnull (strstr (text, found[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (missing); i++)
    g_assert_null (strstr (text, missing[i]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/manner/" path, Plan, NULL, plan_set_up, test, plan_tear_down)
  ADD ("sort/order", test_order);
  ADD ("sort/unset-is-last", test_unset_is_last);
  ADD ("search/text", test_search_text);
  return g_test_run ();
}
