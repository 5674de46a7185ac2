/* SPDX-License-Identifier: GPL-3.0-or-later */
/* liaisonctl where something is wrong: it says so on standard error and leaves nothing behind. */
#include "config.h"

#include "run.h"

#include "words/words.h"

#include <gio/gio.h>
#include <signal.h>
#include <string.h>

static void
assert_complains (const char *script, const char *of)
{
  g_autofree char *err = run_complains (2, script);
  g_autofree char *list = NULL;

  if (strstr (err, of) == NULL)
    g_error ("“%s” complains not of “%s” but\n%s", script, of, err);
  list = run_list ();
  g_assert_cmpstr (list, ==, "");
}

static const struct
{
  const char *name;
  const char *script;
  const char *of;
} calls[] = {
  { "nothing", "$L", "Usage: liaisonctl VERB" },
  { "unknown-verb", "$L fly", "There is no verb “fly”." },
  { "hostile-verb", "$L \"$(printf '\\033[31m')\"", "\\x1b[31m" },
  { "unknown-option", "$L show --fly $P", "--fly" },
  { "no-plan", "$L check", "Usage: liaisonctl check PLAN" },
  { "too-many", "$L check $P $P", "Usage: liaisonctl check PLAN" },
  { "no-output", "$L convert $P", "-o FILE" },
  { "bad-zone", "$L show $P --zone Europe/Atlantis", "There is no time zone “Europe/Atlantis”." },
  { "bad-language", "$L show $P --language 'x y'", "“x y” is no language tag." },
  { "bad-limit", "$L show $P events --limit many", "many" },
  { "unknown-table", "$L show $P planets",
    "There is no table “planets”. There are: exercises stages" },
  { "unknown-column", "$L show $P events -c title,planet", "Events have no column “planet”." },
  { "unknown-sort", "$L show $P events -s planet", "Events have no column “planet”." },
  { "unknown-where", "$L show $P events -w planet=x", "Events have no column “planet”." },
  { "no-condition", "$L show $P events -w title", "A condition is a column" },
  { "no-time-column", "$L show $P nations -c dtg", "Nations have no column “dtg”." },
  { "schema-table", "$L schema --names planets", "there is no such table" },
  { "missing-file", "$L show missing.liaison", "missing.liaison" },
  { "folder", "$L show /", "The plan could not be read." },
  { "empty-file", "$L show /dev/null", "The plan could not be read." },
  { "empty-input", "$L show - </dev/null", "The plan could not be read." },
  { "no-json", "echo x | $L check -", "-:1:1" },
  { "no-plan-in-json", "echo '{}' | $L check -", "“format”" },
  { "cut-off", "head -c 700 $P | $L convert - -o out.liaison", "The plan could not be read." },
  { "place-told", "sed 's/\"ceremony\"/\"party\"/' $P | $L check -", "events[0].type" },
  { "hostile-value", "sed 's/\"ceremony\"/\"\\\\u001b[31m\\\\u009b\"/' $P | $L check -",
    "\\x1b[31m" },
  { "newer", "sed 's/\"version\": 1/\"version\": 2/' $P | $L convert - -o out.liaison",
    "by a newer Liaison" },
  { "missing-folder", "$L new -o nowhere/new.liaison", "The plan was not saved." },
  { "unwritable-folder", "$L new -o /proc/new.liaison", "The plan was not saved." },
  { "output-is-folder", "$L convert $P -o /tmp", "The plan was not saved." },
  { "diff-missing", "$L diff $P missing.liaison", "missing.liaison" },
  { "full", "$L show $P events >/dev/full", "The output could not be written." },
  { "full-json", "$L check $P --json >/dev/full", "The output could not be written." },
  { "full-plan", "$L convert $P -o - >/dev/full", "The plan was not saved." },
  { "closed", "$L show $P >&-", "The output could not be written." },
  { "closed-help", "$L --help >&-", "The output could not be written." },
  { "closed-plan", "$L convert $P -o - >&-", "The plan was not saved." },
  { "closed-input", "$L check - <&-", "The plan could not be read." },
  { "name-too-long", "$L new -o new.liaison --name \"$(head -c 501 /dev/zero | tr '\\0' x)\"",
    "too long" },
  { "name-empty", "$L new -o new.liaison --name ''", "empty" },
};

static void
test_call (gconstpointer data)
{
  const typeof (*calls) *each = data;

  assert_complains (each->script, each->of);
}

/* A plan of a newer version can be looked at. */
static void
test_newer_is_shown (void)
{
  g_autofree char *out =
      run_expect (0, "sed 's/\"version\": 1/\"version\": 2/' $P | $L show - nations -c code");

  g_assert_cmpstr (out, ==, "Code\nFR\nNO\nJP\n");
}

static void
test_new_keeps (void)
{
  g_autofree char *made = run_expect (0, "$L new -o new.liaison --name First");
  g_autofree char *err = run_complains (2, "$L new -o new.liaison --name Second");
  g_autofree char *name = run_expect (0, "$L show new.liaison | head -n 1; rm new.liaison");

  g_assert_nonnull (strstr (err, "--force"));
  g_assert_cmpstr (name, ==, "First\n");
}

/* A plan that cannot be written leaves the one that stood there. */
static void
test_convert_keeps (void)
{
  g_autofree char *err = NULL, *out = NULL;

  g_free (run_expect (0, "cp $P plan.liaison"));
  err = run_complains (2, "echo x | $L convert - -o plan.liaison");
  out = run_expect (0, "cmp plan.liaison $P && ls && rm plan.liaison");
  g_assert_cmpstr (out, ==, "plan.liaison\n");
}

/* With standard output closed the plan's file must not be given its number. */
static void
test_closed_harmless (void)
{
  g_autofree char *out = NULL;

  g_free (run_expect (0, "$L new -o new.liaison --name Name >&- 2>&- <&-"));
  out = run_expect (0, "$L show new.liaison | head -n 1; rm new.liaison");
  g_assert_cmpstr (out, ==, "Name\n");
}

/* Half a plan has come when the person presses Ctrl-C. */
static void
test_interrupted (gconstpointer data)
{
  int number = GPOINTER_TO_INT (data);
  g_autofree char *path = run_path ("out.liaison"), *list = NULL;
  g_autofree char *plan = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error,
                        g_getenv ("LIAISONCTL"), "convert", "-", "-o", path, NULL);
  gsize length;

  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (g_getenv ("LIAISON_TEST_PLAN"), &plan, &length, NULL));
  g_assert_true (g_output_stream_write_all (g_subprocess_get_stdin_pipe (child), plan, length / 2,
                                            NULL, NULL, NULL));
  /* Long enough to begin to read; sooner is as good. */
  g_usleep (100 * 1000);
  g_subprocess_send_signal (child, number);
  g_assert_true (g_subprocess_wait (child, NULL, &error));
  g_assert_true (g_subprocess_get_if_signaled (child));
  g_assert_cmpint (g_subprocess_get_term_sig (child), ==, number);
  list = run_list ();
  g_assert_cmpstr (list, ==, "");
}

/* nohup asks that this signal be ignored. */
static void
test_ignored_stays_ignored (void)
{
  g_autofree char *out = run_expect (0, "(trap '' HUP; (cat $P; sleep 0.3) | $L show - nations -c "
                                        "code >out & sleep 0.1; kill -HUP $!;"
                                        "  wait $!); cat out; rm out");

  g_assert_cmpstr (out, ==, "Code\nFR\nNO\nJP\n");
}

/* In the person's language where there is a catalogue that has the sentence. */
static void
test_language (void)
{
  g_autoptr (LiaisonWords) words = liaison_words_new ("fr", NULL);
  const char *wanted =
      liaison_words_get (words, "The plan could not be read. Nothing was changed.");
  g_autofree char *err = run_complains (2, "LANGUAGE=fr $L check missing.liaison");
  g_autofree char *by_option = run_complains (2, "$L check missing.liaison --language fr");

  g_assert_true (g_str_has_prefix (err, wanted));
  g_assert_true (g_str_has_prefix (by_option, wanted));
}

int
main (int argc, char *argv[])
{
  run_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/refuses/", calls[i].name, NULL);

      g_test_add_data_func (path, &calls[i], test_call);
    }
  g_test_add_func ("/cli/newer-is-shown", test_newer_is_shown);
  g_test_add_func ("/cli/new-keeps", test_new_keeps);
  g_test_add_func ("/cli/convert-keeps", test_convert_keeps);
  g_test_add_func ("/cli/closed-harmless", test_closed_harmless);
  g_test_add_data_func ("/cli/interrupted/sigint", GINT_TO_POINTER (SIGINT), test_interrupted);
  g_test_add_data_func ("/cli/interrupted/sigterm", GINT_TO_POINTER (SIGTERM), test_interrupted);
  g_test_add_func ("/cli/interrupted/ignored", test_ignored_stays_ignored);
  g_test_add_func ("/cli/language", test_language);
  return run_finish ();
}
