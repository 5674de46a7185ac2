/* SPDX-License-Identifier: GPL-3.0-or-later */
/* liaisonctl show. */
#include "config.h"

#include "run.h"

#include <string.h>

static void
assert_prints (const char *script, const char *wanted)
{
  g_autofree char *out = run_expect (0, script);

  g_assert_cmpstr (out, ==, wanted);
}

static void
test_summary (void)
{
  static const char *const lines[] = {
    "Bridge 27\n",
    "Type: Command post exercise (CPX)\n",
    "Host: Norway\n",
    "STARTEX: 100600ZMAY27, 10 May 2027, 08:00 (Oslo)\n",
    "ENDEX: 201400ZMAY27, 20 May 2027, 16:00 (Oslo)\n",
    "\nEvents        5\n",
    "1 open action, 1 of them late:\n  Send the drawing, late since 31 Jan 2020\n"
  };
  g_autofree char *out = run_expect (0, "$L show $P");

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    if (strstr (out, lines[i]) == NULL)
      g_error ("“%s” is not in\n%s", lines[i], out);
}

static void
test_summary_json (void)
{
  g_autoptr (JsonNode) root = run_json (0, "$L show $P --json");
  JsonObject *summary = json_node_get_object (root);

  g_assert_cmpstr (json_object_get_string_member (summary, "name"), ==, "Bridge 27");
  g_assert_cmpstr (json_object_get_string_member (summary, "type"), ==, "command-post");
  g_assert_cmpstr (json_object_get_string_member (summary, "startex"), ==, "2027-05-10T06:00Z");
  g_assert_cmpint (
      json_object_get_int_member (json_object_get_object_member (summary, "counts"), "events"), ==,
      5);
  g_assert_cmpint (json_object_get_int_member (summary, "late-actions"), ==, 1);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (summary, "open-actions")),
                    ==, 1);
}

static void
test_table (void)
{
  assert_prints ("$L show $P events --columns dtg,title,site --where nation=FR --zone Z",
                 "DTG           Title                              Site\n"
                 "100600ZMAY27  Opening                            Great hall\n"
                 "121500ZMAY27  Red\\x1b[31m\\x07\\x7f\\x9b\\u202etext\n");
  assert_prints ("$L show $P events -c title,dtg,zulu,local,start -w serial=EV-003 --zone B",
                 "Title    DTG           Zulu          Local time                 Start\n"
                 "Signing  090300BMAY27  090100ZMAY27  9 May 2027, 10:00 (Tokyo)  "
                 "9 May 2027, 03:00 (UTC+2)\n");
  assert_prints ("$L show $P events -c title,end -w serial=EV-003 --zone Asia/Tokyo",
                 "Title    End\nSigning  9 May 2027, 12:30 (Tokyo)\n");
}

/* Wide characters take two columns; numbers stand at the right; a tab or line feed is a blank. */
static void
test_widths (void)
{
  assert_prints ("$L show $P events -c title,priority,type -s priority -n 2",
                 "Title                 Priority  Type\n"
                 "Café & dîner <b>             9  Social event\n"
                 "橋の開通式と記念撮影        10  Ceremony\n");
}

static void
test_right_to_left (void)
{
  assert_prints ("$L show $P events -c title,serial -w serial=EV-003 --language ar | tail -n +2",
                 "\u2068افتتاح الجسر\u2069  EV-003\n");
}

static const struct
{
  const char *condition;
  const char *serials;
} conditions[] = {
  { "title=opening", "EV-001" },
  { "title=Ouverture", "EV-001" },
  { "title~=CAFE", "EV-004" },
  { "title~='diner <'", "EV-004" },
  { "title!=opening", "EV-003 EV-005 EV-002 EV-004" },
  { "type=ceremony", "EV-001 EV-005" },
  { "type='Social event'", "EV-004" },
  { "type~=con", "EV-003" },
  { "site=HALL", "EV-001" },
  { "site='great HALL'", "EV-001" },
  { "site~=tokyo", "EV-003" },
  { "site=01960000-0000-7000-8000-000000000031", "EV-003" },
  { "site=", "EV-005 EV-002 EV-004" },
  { "site!=", "EV-003 EV-001" },
  { "nations=NO", "EV-001" },
  { "nations=norway", "EV-001" },
  { "nation=FR", "EV-001 EV-002" },
  { "nation!=FR", "EV-003 EV-005 EV-004" },
  { "nation=france", "EV-001 EV-002" },
  { "nation=", "EV-005 EV-004" },
  { "duration=PT30M", "EV-002" },
  { "duration~='2 hrs'", "EV-003" },
  { "start=STARTEX+57h", "EV-002" },
  { "dtg=090100ZMAY27", "EV-003" },
  { "dtg~=MAY27", "EV-003 EV-001 EV-005 EV-002" },
  { "agenda=welcome", "EV-005" },
  { "priority=10", "EV-005" },
  { "participants~=montferrier", "EV-002" },
  { "locked=true", "" },
  { "locked=no", "EV-003 EV-001 EV-005 EV-002 EV-004" },
};

static void
test_condition (gconstpointer data)
{
  const typeof (*conditions) *each = data;
  g_autofree char *script =
      g_strdup_printf ("$L show $P events --zone Z --json -c serial -w %s", each->condition);
  g_autoptr (JsonNode) root = run_json (0, script);
  JsonArray *rows = json_node_get_array (root);
  g_autoptr (GString) serials = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (rows); i++)
    g_string_append_printf (
        serials, "%s%s", i > 0 ? " " : "",
        json_object_get_string_member (json_array_get_object_element (rows, i), "serial"));
  g_assert_cmpstr (serials->str, ==, each->serials);
}

static void
test_conditions_together (void)
{
  assert_prints ("$L show $P events -c serial -w type=ceremony -w nation=FR", "Serial\nEV-001\n");
  assert_prints ("$L show $P participants -c title -w nation=FR",
                 "Title\nFrench detachment\nClaire Montferrier\n");
  assert_prints ("$L show $P actions -c serial -w nation=FR", "Serial\nAC-001\n");
}

static void
test_order (void)
{
  assert_prints ("$L show $P events -c serial -s title -w nation=FR", "Serial\nEV-001\nEV-002\n");
  assert_prints ("$L show $P events -c serial -s -title -w nation=FR", "Serial\nEV-002\nEV-001\n");
  assert_prints ("$L show $P events -c serial -s priority -n 1", "Serial\nEV-004\n");
  assert_prints ("$L show $P events -c serial -s -id -n 2", "Serial\nEV-005\nEV-004\n");
  /* What has no time comes last, whichever way the others go. */
  assert_prints ("$L show $P events -c serial -s start -n 1", "Serial\nEV-003\n");
}

static void
test_json (void)
{
  g_autoptr (JsonNode) whole = run_json (0, "$L show $P events --json -w serial=EV-001");
  g_autoptr (JsonNode) part = run_json (
      0,
      "$L show $P events --json -c id,dtg,title,start,local,end,site,nations,duration,locked,title "
      "-w serial=EV-003 --zone Europe/Oslo");
  JsonObject *event = json_array_get_object_element (json_node_get_array (whole), 0);
  JsonObject *columns = json_array_get_object_element (json_node_get_array (part), 0);

  g_assert_cmpstr (json_object_get_string_member (event, "type"), ==, "ceremony");
  g_assert_cmpstr (
      json_object_get_string_member (json_object_get_object_member (event, "title"), "fr"), ==,
      "Ouverture");
  g_assert_cmpuint (json_object_get_size (columns), ==, 10);
  g_assert_cmpstr (json_object_get_string_member (columns, "title"), ==, "Signing");
  g_assert_cmpstr (json_object_get_string_member (columns, "dtg"), ==, "090300BMAY27");
  g_assert_cmpstr (json_object_get_string_member (columns, "start"), ==,
                   "2027-05-09T03:00+02:00[Europe/Oslo]");
  g_assert_cmpstr (json_object_get_string_member (columns, "end"), ==,
                   "2027-05-09T05:30+02:00[Europe/Oslo]");
  g_assert_cmpstr (json_object_get_string_member (columns, "local"), ==,
                   "2027-05-09T10:00+09:00[Asia/Tokyo]");
  g_assert_cmpstr (json_object_get_string_member (columns, "duration"), ==, "PT2H30M");
  g_assert_true (json_object_get_null_member (columns, "locked"));
}

/* Every table of the sample, in every way, without harm to a terminal. */
static void
test_every_table (void)
{
  g_autofree char *names = run_expect (0, "$L schema --names");
  g_auto (GStrv) tables = g_strsplit (g_strchomp (names), "\n", -1);

  for (guint i = 0; tables[i] != NULL; i++)
    {
      g_autofree char *all = g_strdup_printf ("$L show $S %s --all-columns 2>/dev/null", tables[i]);
      g_autofree char *json = g_strdup_printf ("$L show $S %s --json", tables[i]);
      g_autofree char *out = run_expect (0, all);
      g_autoptr (JsonNode) root = run_json (0, json);

      run_assert_harmless (out);
      g_assert_cmpint (*out != '\0', ==, json_array_get_length (json_node_get_array (root)) > 0);
    }
}

static void
test_hostile (void)
{
  g_autofree char *out = run_expect (0, "$L show $P events -a");
  g_autoptr (JsonNode) root = run_json (0, "$L show $P events --json -c title -w serial=EV-002");
  JsonObject *event = json_array_get_object_element (json_node_get_array (root), 0);

  run_assert_harmless (out);
  /* A program gets the very text. */
  g_assert_cmpstr (json_object_get_string_member (event, "title"), ==,
                   "Red\x1b[31m\x07\x7f\xc2\x9b\u202etext");
}

static void
test_language (void)
{
  g_autofree char *by_option = run_expect (0, "$L show $P nations --language fr");
  g_autofree char *by_locale = run_expect (0, "LANGUAGE=fr $L show $P nations");
  g_autofree char *neither = run_expect (0, "LANGUAGE=en_GB $L show $P nations");

  g_assert_nonnull (strstr (by_option, "Norvège"));
  g_assert_cmpstr (by_locale, ==, by_option);
  g_assert_nonnull (strstr (neither, "Norway"));
}

static void
test_standard_input (void)
{
  assert_prints ("$L show - sites -c code <$P", "Code\nHALL\nTYO\n");
}

int
main (int argc, char *argv[])
{
  run_init (&argc, &argv);
  g_test_add_func ("/cli/show/summary", test_summary);
  g_test_add_func ("/cli/show/summary-json", test_summary_json);
  g_test_add_func ("/cli/show/table", test_table);
  g_test_add_func ("/cli/show/widths", test_widths);
  g_test_add_func ("/cli/show/right-to-left", test_right_to_left);
  for (gsize i = 0; i < G_N_ELEMENTS (conditions); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cli/show/where/%s", conditions[i].condition);

      g_test_add_data_func (path, &conditions[i], test_condition);
    }
  g_test_add_func ("/cli/show/conditions-together", test_conditions_together);
  g_test_add_func ("/cli/show/order", test_order);
  g_test_add_func ("/cli/show/json", test_json);
  g_test_add_func ("/cli/show/every-table", test_every_table);
  g_test_add_func ("/cli/show/hostile", test_hostile);
  g_test_add_func ("/cli/show/language", test_language);
  g_test_add_func ("/cli/show/standard-input", test_standard_input);
  return run_finish ();
}
