/* SPDX-License-Identifier: GPL-3.0-or-later */
/* liaisonctl new, convert, check, diff and schema where all goes well. */
#include "config.h"

#include "run.h"

#include <string.h>

static void
assert_prints (int status, const char *script, const char *wanted)
{
  g_autofree char *out = run_expect (status, script);

  g_assert_cmpstr (out, ==, wanted);
}

static void
test_help (void)
{
  static const char *const verbs[] = { "new", "show", "check", "convert", "diff", "schema",
                                       "export", "critical-path", "level", "withdraw", "report" };
  g_autofree char *all = run_expect (0, "$L --help");
  g_autofree char *manual = run_expect (0, "cat $D/liaisonctl.1");
  g_autofree char *completion = run_expect (0, "cat $D/completions/liaisonctl");

  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *script = g_strdup_printf ("$L %s --help", verbs[i]);
      g_autofree char *help = run_expect (0, script);
      g_autofree char *line = g_strdup_printf ("\n  %s ", verbs[i]);
      g_autofree char *entry = g_strdup_printf ("\n.It Cm %s\n", verbs[i]);
      g_autofree char *usage = g_strdup_printf ("liaisonctl %s [OPTION…]", verbs[i]);

      g_assert_nonnull (strstr (all, line));
      g_assert_nonnull (strstr (manual, entry));
      g_assert_nonnull (strstr (completion, verbs[i]));
      g_assert_nonnull (strstr (help, usage));
      g_assert_nonnull (strstr (help, "--json"));
    }
}

/* Every option that a verb tells of stands in the manual and is completed. */
static void
test_options (void)
{
  g_autofree char *out = run_expect (
      0, "for verb in new show check convert diff export critical-path level withdraw report schema; do $L $verb --help; done |"
         "  grep -o -e '^  -.*' | grep -o -e '--[a-z-]*' | sort -u |"
         "  while read -r option; do"
         "    [ $option = --help ] || grep -q -e \"$option\" $D/completions/liaisonctl ||"
         "      echo \"$option is not completed\";"
         "    grep -q -e \"-${option#-}\\|Fl -${option#--}\\|, -${option#--}\" $D/liaisonctl.1 ||"
         "      echo \"$option has no entry\";"
         "  done");

  g_assert_cmpstr (out, ==, "");
}

static void
test_version (void)
{
  assert_prints (0, "$L --version", "liaisonctl " LIAISON_VERSION "\n");
}

static void
test_new (void)
{
  assert_prints (0, "$L new -o new.liaison --name 'Été & <b>' --language fr", "");
  assert_prints (0, "$L show new.liaison --language fr | head -n 1", "Été & <b>\n");
  assert_prints (0, "$L new -o new.liaison --force && $L show new.liaison | head -n 1",
                 "Untitled exercise\n");
  assert_prints (0, "$L new -o - --name Name | $L show - | head -n 1", "Name\n");
  assert_prints (0, "rm new.liaison*", "");
}

/* The sample has two events that wait for each other, to be found by the review. */
static void
test_critical_path (void)
{
  g_autoptr (JsonNode) found = run_json (1, "$L critical-path $S --json");
  JsonObject *path = json_node_get_object (found);
  JsonArray *circles = json_object_get_array_member (path, "circles");
  g_autofree char *out = run_expect (1, "$L critical-path $S --zone Z");

  g_assert_cmpuint (json_array_get_length (circles), ==, 1);
  g_assert_cmpuint (json_array_get_length (json_array_get_array_element (circles, 0)), ==, 2);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (path, "chains")), >, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (path, "events")), >, 100);
  g_assert_nonnull (strstr (out, "in a circle"));
  g_assert_nonnull (strstr (out, "Critical chain 1 of"));
}

/* Everything the sample clashes over is solved but the circle, and the same comes out again. */
static void
test_level (void)
{
  g_autoptr (JsonNode) found = run_json (1, "$L level $S --json");
  JsonObject *levelling = json_node_get_object (found);
  JsonObject *conflicts = json_object_get_object_member (levelling, "conflicts");
  JsonArray *unsolved = json_object_get_array_member (levelling, "unsolved");
  g_autofree char *rest = NULL;

  g_assert_cmpint (json_object_get_int_member (conflicts, "before"), >, 0);
  g_assert_cmpint (json_object_get_int_member (conflicts, "after"), ==, 0);
  g_assert_cmpuint (json_array_get_length (unsolved), ==, 1);
  run_expect (1, "$L level $S -o one.liaison >one; $L level $S -o other.liaison >other; "
                 "cmp one other && $L diff one.liaison other.liaison && exit 1");
  rest = run_expect (1, "$L level one.liaison");
  g_free (run_expect (0, "rm one* other*"));
  g_assert_nonnull (strstr (rest, "0 events move."));
}

/* The clash that the README has a newcomer make, on the first lane in sight, is solved with the others. */
static void
test_level_tour (void)
{
  g_autofree char *told
      = run_expect (1, "sed '/\"EV-247\"/,/\"start\"/s/STARTEX+4d@10:00/STARTEX+3d@14:00/' $S >tour.liaison; "
                       "$L level tour.liaison; rm tour.liaison; exit 1");

  g_assert_nonnull (strstr (told, "both needed “Lantern cyber range” at one time."));
  g_assert_null (strstr (told, "still need"));
}

static void
test_convert (void)
{
  assert_prints (0, "$L convert $S -o same.liaison && cmp $S same.liaison", "");
  assert_prints (0, "$L convert $P -o - | cmp - $P", "");
  assert_prints (0, "$L convert - -o - <$P | cmp - $P", "");
  /* Over itself, from another layout. */
  assert_prints (0,
                 "tr -d '\\n' <$P >flat.liaison && $L convert flat.liaison -o flat.liaison &&"
                 "  cmp flat.liaison $P",
                 "");
  assert_prints (0, "rm same.liaison flat.liaison*", "");
}

/* Where the plan does not itself go to standard output, what was saved does. */
static void
test_saved_json (void)
{
  g_autoptr (JsonNode) made = run_json (0, "$L new -o new.liaison --json");
  g_autoptr (JsonNode) written =
      run_json (0, "$L convert $P -o new.liaison --json; rm new.liaison*");

  g_assert_cmpint (json_object_get_int_member (json_node_get_object (made), "records"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (written), "records"), ==, 16);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (written), "output"), ==,
                   "new.liaison");
  assert_prints (0, "$L convert $P -o - --json | cmp - $P", "");
}

static void
test_check (void)
{
  g_autoptr (JsonNode) root = run_json (1, "$L check $P --json");
  JsonArray *findings = json_node_get_array (root);
  JsonObject *finding = json_array_get_object_element (findings, 0);

  assert_prints (1, "$L check $P",
                 "Note: “Claire Montferrier” has nothing under “Nation”. [required-missing]\n"
                 "Note: “Send the drawing” was due on 31 Jan 2020 and is still open. [action-late]\n"
                 "2 findings.\n");
  g_assert_cmpuint (json_array_get_length (findings), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (finding, "rule"), ==, "required-missing");
  g_assert_cmpstr (json_object_get_string_member (finding, "severity"), ==, "note");
  g_assert_cmpstr (json_object_get_string_member (finding, "field"), ==, "nation");
  g_assert_cmpstr (json_object_get_string_member (finding, "message"), ==,
                   "“Claire Montferrier” has nothing under “Nation”.");
  g_assert_cmpstr (
      json_array_get_string_element (json_object_get_array_member (finding, "records"), 0), ==,
      "01960000-0000-7000-8000-000000000021");
}

static void
test_diff_same (void)
{
  g_autoptr (JsonNode) root = run_json (0, "$L diff $P $P --json");
  JsonObject *object = json_node_get_object (root);

  assert_prints (0, "$L diff $P $P", "The plans are the same.\n");
  g_assert_true (json_object_get_boolean_member (object, "same"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "changes")), ==,
                    0);
}

#define OTHER                                                                                      \
  "sed -e 's/\"Opening\"/\"Beginning\"/; s/\"PT1H\"/\"PT2H\"/; s/\"JP\"$/\"FR\"/;"                 \
  "        s/\"Welcome\"/\"Hello\"/; s/Great hall/Large hall/; s/\"kept\"/\"lost\"/;"              \
  "        s/000000000051/000000000052/' $P >other.liaison; "

static void
test_diff (void)
{
  assert_prints (1, OTHER "$L diff $P other.liaison",
                 "Sites\n"
                 "  * HALL Large hall\n"
                 "      Name (en): Great hall → Large hall\n"
                 "Events\n"
                 "  * EV-001 Beginning\n"
                 "      Title (en): Opening → Beginning\n"
                 "      Duration: 1 hr → 2 hrs\n"
                 "  * EV-003 Signing\n"
                 "      Nations: Japan removed\n"
                 "      Nations: France added\n"
                 "  * EV-005 橋の開通式と記念撮影\n"
                 "      Agenda, Hello, Title (en): Welcome → Hello\n"
                 "Actions\n"
                 "  - AC-002 Count the chairs\n"
                 "  + AC-002 Count the chairs\n"
                 "Parts of the files that this version of Liaison does not know differ.\n");
  assert_prints (0, "rm other.liaison", "");
}

static void
test_diff_json (void)
{
  g_autoptr (JsonNode) root = run_json (1, OTHER "$L diff $P other.liaison --json");
  JsonObject *object = json_node_get_object (root);
  JsonArray *changes = json_object_get_array_member (object, "changes");
  JsonObject *item = json_array_get_object_element (changes, 3);
  JsonObject *slot =
      json_array_get_object_element (json_object_get_array_member (item, "slots"), 0);

  g_assert_false (json_object_get_boolean_member (object, "same"));
  g_assert_true (json_object_get_boolean_member (object, "same-exercise"));
  g_assert_false (json_object_get_boolean_member (object, "same-unknown"));
  g_assert_cmpuint (json_array_get_length (changes), ==, 6);
  g_assert_cmpstr (json_object_get_string_member (item, "table"), ==, "events");
  g_assert_cmpstr (json_object_get_string_member (item, "change"), ==, "changed");
  g_assert_cmpstr (json_object_get_string_member (slot, "field"), ==, "agenda");
  g_assert_cmpstr (json_object_get_string_member (slot, "item"), ==,
                   "01960000-0000-7000-8000-000000000045");
  g_assert_cmpstr (json_object_get_string_member (slot, "item-field"), ==, "title");
  g_assert_cmpstr (json_object_get_string_member (slot, "language"), ==, "en");
  g_assert_cmpstr (json_object_get_string_member (slot, "old"), ==, "Welcome");
  g_assert_cmpstr (json_object_get_string_member (slot, "new"), ==, "Hello");
  assert_prints (0, "rm other.liaison", "");
}

/* What was frozen holds no baselines: that there is one now is no change. */
static void
test_diff_since (void)
{
  assert_prints (0,
                 "$L freeze $P First --mark 0.1 -o frozen.liaison >/dev/null; "
                 "$L diff frozen.liaison --since 0.1",
                 "The plans are the same.\n");
  assert_prints (1,
                 "sed -i 's/Great hall/Large hall/' frozen.liaison; "
                 "$L diff frozen.liaison --since First",
                 "Sites\n"
                 "  * HALL Large hall\n"
                 "      Name (en): Great hall → Large hall\n");
  assert_prints (0, "rm frozen.liaison", "");
}

static void
test_diff_hostile (void)
{
  g_autofree char *out = run_expect (
      1, "sed 's/Red.u001b/Blue\\\\u001b/' $P >other.liaison; $L diff $P other.liaison");

  g_assert_nonnull (strstr (out, "Blue\\x1b[31m"));
  run_assert_harmless (out);
  assert_prints (0, "rm other.liaison", "");
}

/* Run “liaisonctl schema >data/liaison-exercise.schema.json” and “liaisonctl schema --markdown
 * >data/file-format.md” when tables of fields have changed. */
static void
test_format_is_current (void)
{
  assert_prints (0, "$L schema | cmp - $D/liaison-exercise.schema.json", "");
  assert_prints (0, "$L schema --markdown | cmp - $D/file-format.md", "");
}

static void
test_names (void)
{
  g_autofree char *tables = run_expect (0, "$L schema --names");
  g_autofree char *columns = run_expect (0, "$L schema --names nations");

  g_assert_true (g_str_has_prefix (tables, "exercises\nstages\n"));
  g_assert_true (g_str_has_prefix (columns, "id\ntitle\ncode\nname\n"));
  g_assert_null (strstr (columns, "\ndtg\n"));
}

/* What the shell would offer. */
static const struct
{
  const char *words;
  const char *offered;
} completions[] = {
  { "'' 'co'", "convert" },
  { "'' show plan.liaison 'part'", "participants" },
  { "'' show plan.liaison events --columns 'tit'", "title" },
  { "'' show plan.liaison events -c 'dtg,tit'", "dtg,title" },
  { "'' show plan.liaison events --where 'conf'", "conference=" },
  { "'' show --li", "--limit" },
  { "'' schema --names 'briefing'", "briefings" },
  { "'' check 'plan'", "plan.liaison" },
  { "'' export plan.liaison 'even'", "events" },
  { "'' export plan.liaison events --ex", "--exact" },
  { "'' new --te", "--template" },
};

static void
test_completion (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (completions); i++)
    {
      g_autofree char *script = g_strdup_printf (
          "cp $P plan.liaison; bash -c '. $D/completions/liaisonctl;"
          "  COMP_WORDS=(\"$@\"); COMP_WORDS[0]=$L; COMP_CWORD=$(($# - 1));"
          "  _liaisonctl liaisonctl \"${COMP_WORDS[COMP_CWORD]}\" \"${COMP_WORDS[COMP_CWORD-1]}\";"
          "  echo \"${COMPREPLY[*]}\"' bash %s",
          completions[i].words);
      g_autofree char *out = run_expect (0, script);

      g_assert_cmpstr (g_strchomp (out), ==, completions[i].offered);
    }
  assert_prints (0, "rm plan.liaison", "");
}

int
main (int argc, char *argv[])
{
  run_init (&argc, &argv);
  g_test_add_func ("/cli/help", test_help);
  g_test_add_func ("/cli/options", test_options);
  g_test_add_func ("/cli/version", test_version);
  g_test_add_func ("/cli/new", test_new);
  g_test_add_func ("/cli/convert", test_convert);
  g_test_add_func ("/cli/critical-path", test_critical_path);
  g_test_add_func ("/cli/level", test_level);
  g_test_add_func ("/cli/level/tour", test_level_tour);
  g_test_add_func ("/cli/saved-json", test_saved_json);
  g_test_add_func ("/cli/check", test_check);
  g_test_add_func ("/cli/diff/same", test_diff_same);
  g_test_add_func ("/cli/diff/differences", test_diff);
  g_test_add_func ("/cli/diff/json", test_diff_json);
  g_test_add_func ("/cli/diff/since", test_diff_since);
  g_test_add_func ("/cli/diff/hostile", test_diff_hostile);
  g_test_add_func ("/cli/schema/format-is-current", test_format_is_current);
  g_test_add_func ("/cli/schema/names", test_names);
  g_test_add_func ("/cli/completion", test_completion);
  return run_finish ();
}
