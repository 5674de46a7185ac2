/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "run.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

static char *folder;

void
run_free (Run *self)
{
  g_free (self->out);
  g_free (self->err);
  g_free (self);
}

void
run_init (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;

  g_test_init (argc, argv, NULL);
  folder = g_dir_make_tmp ("liaison-cli-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
remove_below (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_below (child);
    }
  g_remove (path);
}

int
run_finish (void)
{
  int status = g_test_run ();

  remove_below (folder);
  g_clear_pointer (&folder, g_free);
  return status;
}

char *
run_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
run_list (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, (char *) g_intern_string (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}

Run *
run (const char *script)
{
  const char *argv[] = { "sh", "-c", script, NULL };
  g_auto (GStrv) environment = g_get_environ ();
  Run *self = g_new0 (Run, 1);
  g_autoptr (GError) error = NULL;
  int status;

  environment = g_environ_setenv (environment, "L", g_getenv ("LIAISONCTL"), TRUE);
  environment = g_environ_setenv (environment, "P", g_getenv ("LIAISON_TEST_PLAN"), TRUE);
  environment = g_environ_setenv (environment, "S", g_getenv ("LIAISON_TEST_SAMPLE"), TRUE);
  environment = g_environ_setenv (environment, "D", g_getenv ("LIAISON_DATA"), TRUE);
  g_spawn_sync (folder, (char **) argv, environment, G_SPAWN_SEARCH_PATH, NULL, NULL, &self->out,
                &self->err, &status, &error);
  g_assert_no_error (error);
  self->status = WIFEXITED (status) ? WEXITSTATUS (status) : 128 + WTERMSIG (status);
  return self;
}

static Run *
run_to (int status, const char *script)
{
  Run *self = run (script);

  if (self->status != status)
    g_error ("“%s” ended with %d\n%s%s", script, self->status, self->out, self->err);
  return self;
}

char *
run_expect (int status, const char *script)
{
  g_autoptr (Run) self = run_to (status, script);

  g_assert_cmpstr (self->err, ==, "");
  return g_steal_pointer (&self->out);
}

char *
run_complains (int status, const char *script)
{
  g_autoptr (Run) self = run_to (status, script);

  g_assert_cmpstr (self->out, ==, "");
  g_assert_cmpstr (self->err, !=, "");
  run_assert_harmless (self->err);
  return g_steal_pointer (&self->err);
}

JsonNode *
run_json (int status, const char *script)
{
  g_autofree char *out = run_expect (status, script);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  run_assert_harmless (out);
  json_parser_load_from_data (parser, out, -1, &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

void
run_assert_harmless (const char *text)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if ((g_unichar_iscntrl (c) && c != '\n') || (c >= 0x202a && c <= 0x202e))
        g_error ("U+%04X would reach the terminal", c);
    }
}
