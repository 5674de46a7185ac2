/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema and the strict reader agree on what a plan is. */
#include "config.h"

#include "../edit/random-block.h"
#include "schema-check.h"

#include "record/kinds/event.h"
#include "store/format-page.h"

#include <string.h>

static SchemaCheck *schema;

static void
assert_accepts (const char *name, const char *json)
{
  g_autofree char *problem = NULL;

  if (!schema_check_accepts (schema, name, json, &problem))
    g_error ("refused: %s", problem);
}

static void
test_sample (void)
{
  g_autofree char *plan = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (g_getenv ("LIAISON_TEST_SAMPLE"), &plan, NULL, &error);
  g_assert_no_error (error);
  assert_accepts (NULL, plan);
}

/* Whatever the reader takes. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < 20 * LIAISON_N_KINDS; i++)
    {
      const LiaisonKind *kind = liaison_kind_get (i % LIAISON_N_KINDS);
      g_autofree char *json = NULL;
      g_autoptr (LiaisonBlock) block =
          random_block_new (&kind->shape, random_block_id (i), 60, random, &json);

      assert_accepts (kind->shape.name, json);
    }
}

static gboolean
reader_accepts (const char *json)
{
  g_autoptr (LiaisonJsonReader) reader =
      liaison_json_reader_new_for_data (json, strlen (json), "test", NULL);
  g_autoptr (LiaisonBlock) block =
      liaison_block_read (&liaison_event_kind.shape, reader, TRUE, NULL);

  return block != NULL;
}

#define ID "01960000-0000-7000-8000-000000000040"

/* A member of an event, and whether it can be. Of what a pattern cannot say, as that 30 February is
 * no day, there is nothing here. */
static const struct
{
  const char *member;
  gboolean fits;
} members[] = {
  { "'title':{'en':'Start'}", TRUE },
  { "'title':{}", TRUE },
  { "'title':'Start'", FALSE },
  { "'title':{'en':1}", FALSE },
  { "'title':{'e':'Start'}", FALSE },
  { "'title':{'en_GB':'Start'}", FALSE },
  { "'title':null", FALSE },
  { "'serial':'EV1'", TRUE },
  { "'serial':1", FALSE },
  { "'type':'conference'", TRUE },
  { "'type':'Conference'", FALSE },
  { "'type':''", FALSE },
  { "'priority':0", TRUE },
  { "'priority':1000", TRUE },
  { "'priority':1001", FALSE },
  { "'priority':-1", FALSE },
  { "'priority':'1'", FALSE },
  { "'priority':1.5", FALSE },
  { "'locked':true", TRUE },
  { "'locked':'true'", FALSE },
  { "'start':'2027-05-14T15:00+02:00[Europe/Oslo]'", TRUE },
  { "'start':'2027-05-14T13:00Z'", TRUE },
  { "'start':'2027-05-14T13:00:01Z'", TRUE },
  { "'start':'2027-05-14T13:00+05:45'", TRUE },
  { "'start':'2027-05-14T13:00'", FALSE },
  { "'start':'2027-05-14 13:00Z'", FALSE },
  { "'start':'2027-05-14T24:00Z'", FALSE },
  { "'start':'2027-13-14T13:00Z'", FALSE },
  { "'start':'1899-05-14T13:00Z'", FALSE },
  { "'start':'2027-05-14T13:00+19:00'", FALSE },
  { "'start':'2027-05-14T13:00Z[Europe/Oslo]'", FALSE },
  { "'start':'2027-05-14T13:00+02:00[Europe/\\nOslo]'", FALSE },
  { "'start':'STARTEX'", TRUE },
  { "'start':'STARTEX+57h'", TRUE },
  { "'start':'ENDEX-2d4h30m5s'", TRUE },
  { "'start':'STARTEX+2d@09:00[Europe/Oslo]'", TRUE },
  { "'start':'STARTEX@09:00Z'", TRUE },
  { "'start':'start(" ID ")+30m'", TRUE },
  { "'start':'startex'", FALSE },
  { "'start':'STARTEX+'", FALSE },
  { "'start':'STARTEX+0h'", FALSE },
  { "'start':'STARTEX+1h1d'", FALSE },
  { "'start':'STARTEX+2h@09:00Z'", FALSE },
  { "'start':'start(1)'", FALSE },
  { "'start':'STARTEX\\n'", FALSE },
  { "'duration':'PT0S'", TRUE },
  { "'duration':'P2DT3H'", TRUE },
  { "'duration':'PT90M'", TRUE },
  { "'duration':'P1W'", TRUE },
  { "'duration':'P'", FALSE },
  { "'duration':'PT'", FALSE },
  { "'duration':'P1DT'", FALSE },
  { "'duration':'P1WT1H'", FALSE },
  { "'duration':'PT0H'", FALSE },
  { "'duration':'P1Y'", FALSE },
  { "'duration':'2h'", FALSE },
  { "'duration':90", FALSE },
  { "'language':'fr 3332'", TRUE },
  { "'language':'en 3+32+2'", TRUE },
  { "'language':'ja ----'", TRUE },
  { "'language':'fr'", TRUE },
  { "'language':'fr 333'", FALSE },
  { "'language':'fr 6666'", FALSE },
  { "'language':'fr 5+555'", FALSE },
  { "'language':'fr  3332'", FALSE },
  { "'site':'" ID "'", TRUE },
  { "'site':'00000000-0000-0000-0000-000000000000'", FALSE },
  { "'site':'01960000-0000-7000-8000-00000000004A'", FALSE },
  { "'site':''", FALSE },
  { "'participants':['" ID "','" ID "']", TRUE },
  { "'participants':'" ID "'", FALSE },
  { "'nations':['FR','NATO']", TRUE },
  { "'nations':['fr']", FALSE },
  { "'nations':['F']", FALSE },
  { "'nations':['FR',null]", FALSE },
  { "'marking':{'level':'EXERCISE-UNCLASSIFIED','nations':['FR'],'groups':['" ID "']}", TRUE },
  { "'marking':{'nations':['FR']}", FALSE },
  { "'marking':{'level':'unclassified'}", FALSE },
  { "'marking':{'level':'A','later':1}", FALSE },
  { "'agenda':[{'id':'" ID "','duration':'PT5M','later':{}}]", TRUE },
  { "'agenda':[{'duration':'PT5M'}]", FALSE },
  { "'agenda':[{'id':'" ID "','duration':5}]", FALSE },
  { "'later':null", TRUE },
};

static void
test_members (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *quoted = g_strdup_printf ("{'id':'" ID "',%s}", members[i].member);
      const char *json = g_strdelimit (quoted, "'", '"');

      if (reader_accepts (json) != members[i].fits)
        g_error ("the reader is of another mind on %s", json);
      if (schema_check_accepts (schema, "event", json, NULL) != members[i].fits)
        g_error ("the schema is of another mind on %s", json);
    }
}

static void
test_root (void)
{
  static const char exercise[] = "'exercise':{'id':'" ID "'}";
  static const char *const refused[] = {
    "{'format':'other','version':1,%s}",
    "{'format':'liaison-exercise',%s}",
    "{'format':'liaison-exercise','version':0,%s}",
    "{'format':'liaison-exercise','version':1}",
    "{'format':'liaison-exercise','version':1,%s,'events':{}}",
    "{'format':'liaison-exercise','version':1,%s,'events':[{}]}"
  };
  g_autofree char *fit = g_strdup_printf (
      "{'format':'liaison-exercise','version':1,%s,'events':[],'later':[null]}", exercise);

  assert_accepts (NULL, g_strdelimit (fit, "'", '"'));
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_auto (GStrv) parts = g_strsplit (refused[i], "%s", 2);
      g_autofree char *json = g_strjoinv (exercise, parts);

      g_assert_false (schema_check_accepts (schema, NULL, g_strdelimit (json, "'", '"'), NULL));
    }
}

/* Every table, every member and every choice stands on the page, and every link leads somewhere. */
static void
test_page (void)
{
  g_autofree char *page = liaison_format_page_new ();
  g_autoptr (GRegex) links = g_regex_new ("\\]\\(#([a-z-]+)\\)", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (guint id = 0; id < LIAISON_N_KINDS; id++)
    {
      const LiaisonShape *shape = &liaison_kind_get (id)->shape;

      for (guint i = 0; i < shape->n_fields; i++)
        {
          g_autofree char *row = g_strdup_printf ("\n| `%s` | ", shape->fields[i].name);

          g_assert_nonnull (strstr (page, row));
        }
    }
  for (g_regex_match (links, page, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *target = g_match_info_fetch (match, 1);
      g_autofree char *heading = g_strdup_printf ("\n### %s\n", target);

      if (strstr (page, heading) == NULL)
        g_error ("no heading “%s”", target);
    }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  schema = schema_check_new ();
  g_test_add_func ("/store/schema/sample", test_sample);
  g_test_add_func ("/store/schema/random", test_random);
  g_test_add_func ("/store/schema/members", test_members);
  g_test_add_func ("/store/schema/root", test_root);
  g_test_add_func ("/store/format-page/complete", test_page);
  status = g_test_run ();
  schema_check_free (schema);
  return status;
}
