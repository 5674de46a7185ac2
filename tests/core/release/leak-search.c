/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "leak-search.h"

#include "release/redact.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define NOW G_GINT64_CONSTANT (1790000000)

/* Each prints what it finds in the file $F. Line ends within words are no hiding place: they are
 * taken out. */
static const struct
{
  const char *program, *ending, *script;
} tools[] = {
  { "pdftotext", ".pdf", "pdftotext \"$F\" - | tr -d ' \\n'" },
  { "mutool", ".pdf", "mutool draw -q -F txt \"$F\" 2>/dev/null | tr -d ' \\n'" },
  { "qpdf", ".pdf", "qpdf --qdf --object-streams=disable \"$F\" -" },
  { "pdfinfo", ".pdf",
    "pdfinfo \"$F\"; pdfinfo -meta \"$F\"; pdfinfo -js \"$F\"; "
    "pdfinfo -struct-text \"$F\" | tr -d ' \\n'; pdfinfo -dests \"$F\"" },
  { "pdfdetach", ".pdf",
    "d=$(mktemp -d); pdfdetach -list \"$F\"; pdfdetach -saveall -o $d \"$F\"; cat $d/* "
    "2>/dev/null; "
    "rm -r $d" },
  { "pdfimages", ".pdf",
    "d=$(mktemp -d); pdfimages -all \"$F\" $d/i; cat $d/* 2>/dev/null; rm -r $d" },
  { "unzip", ".xlsx", "unzip -p \"$F\"" },
};

gboolean
leak_search_is_possible (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      g_autofree char *path = g_find_program_in_path (tools[i].program);

      if (path == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
search_file (const char *path, guint tool)
{
  g_autofree char *script = g_strdup_printf ("F='%s'; %s", path, tools[tool].script);
  const char *argv[] = { "sh", "-c", script, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_autoptr (GBytes) bytes = NULL;
  gsize size;
  const char *data;

  g_assert_no_error (error);
  g_subprocess_communicate (process, NULL, NULL, &bytes, NULL, &error);
  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &size);
  return size > 0 && memmem (data, size, LEAK_CANARY, strlen (LEAK_CANARY)) != NULL;
}

static char *
search_output (const LeakOutput *output, const LeakSource *source)
{
  const char *ending = output->slow ? ".pdf" : ".xlsx";
  g_autoptr (GBytes) bytes = output->make (source);
  g_autofree char *template = g_strdup_printf ("leak-XXXXXX%s", ending);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  char *found = NULL;
  int file = g_file_open_tmp (template, &path, &error);

  g_assert_no_error (error);
  g_close (file, NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  for (guint i = 0; found == NULL && i < G_N_ELEMENTS (tools); i++)
    if (strcmp (tools[i].ending, ending) == 0 && search_file (path, i))
      found = g_strdup_printf ("%s: %s finds what is withheld", output->name, tools[i].program);
  g_unlink (path);
  return found;
}

static char *
search_all (const LeakSource *source)
{
  char *found = NULL;

  for (guint i = 0; found == NULL && i < leak_n_outputs; i++)
    if (!leak_outputs[i].text)
      found = search_output (&leak_outputs[i], source);
  return found;
}

char *
leak_search (guint32 seed, LeakAudience whom)
{
  g_autoptr (LeakPlan) plan = leak_plan_new (seed, 2 * seed + 1, whom, LEAK_NOW);
  g_autoptr (LeakPlan) earlier = leak_plan_new (seed, 2 * seed + 1, whom, LEAK_THEN);
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonSnapshot) since = liaison_document_get_snapshot (earlier->document);
  g_autoptr (LiaisonRedaction) redaction = liaison_redact (snapshot, plan->audience);
  g_autoptr (LiaisonSnapshot) copy = liaison_document_get_snapshot (redaction->document);
  const LeakSource source = { snapshot, since, plan->audience, copy, seed, NOW };

  return search_all (&source);
}

gboolean
leak_search_finds (guint32 seed, LeakAudience whom)
{
  g_autoptr (LeakPlan) plan = leak_plan_new (seed, 2 * seed + 1, whom, LEAK_NOW);
  g_autoptr (LeakPlan) earlier = leak_plan_new (seed, 2 * seed + 1, whom, LEAK_THEN);
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonSnapshot) since = liaison_document_get_snapshot (earlier->document);
  g_autoptr (LiaisonAudience) planners = liaison_audience_parse (snapshot, "planners", NULL);
  const LeakSource source = { snapshot, since, planners, snapshot, seed, NOW };

  for (guint i = 0; i < leak_n_outputs; i++)
    {
      g_autofree char *found =
          leak_outputs[i].text ? g_strdup ("") : search_output (&leak_outputs[i], &source);

      if (found == NULL)
        {
          g_test_message ("no tool finds a canary in: %s", leak_outputs[i].name);
          return FALSE;
        }
    }
  return TRUE;
}
