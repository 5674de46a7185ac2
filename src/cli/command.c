/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"

#include "record/zone.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static char *
description (const LiaisonVerb *verb)
{
  return g_strdup_printf ("%s\n\n%s", _(verb->summary),
                          _("Exit status: 0 done, 1 done and something was found, 2 could not do it."));
}

gboolean
liaison_command_parse (const LiaisonVerb    *verb,
                       const GOptionEntry   *entries,
                       LiaisonCommonOptions *common,
                       int                  *argc,
                       char               ***argv)
{
  const GOptionEntry shared[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &common->json, N_("Machine-readable output"), NULL },
    { "zone", 0, 0, G_OPTION_ARG_STRING, &common->zone, N_("Show times in this zone (Z for Zulu, or an IANA name)"),
      N_("ZONE") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &common->language, N_("Speak this language"), N_("TAG") },
    { NULL }
  };
  g_autofree char *arguments = g_strdup_printf ("%s %s", verb->name, _(verb->arguments));
  g_autofree char *text = description (verb);
  g_autoptr (GOptionContext) context = g_option_context_new (arguments);
  g_autoptr (GError) error = NULL;

  g_option_context_set_summary (context, text);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, shared, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      g_printerr ("liaisonctl %s: %s\n", verb->name, error->message);
      return FALSE;
    }
  if (common->zone != NULL && strcmp (common->zone, "Z") != 0 && !liaison_zone_is_known (common->zone))
    {
      /* Translators: What was given for a time zone. */
      g_printerr (_("There is no time zone “%s”. Use Z or a name such as Europe/Oslo.\n"), common->zone);
      return FALSE;
    }
  return TRUE;
}

int
liaison_command_usage (const LiaisonVerb *verb,
                       const char        *problem)
{
  g_printerr ("liaisonctl %s: %s\n", verb->name, problem);
  /* Translators: A command line, then its arguments. */
  g_printerr (_("Usage: liaisonctl %s %s\n"), verb->name, _(verb->arguments));
  return LIAISON_EXIT_FAILED;
}

/* "fr_CA.UTF-8" is "fr-CA". */
static char *
locale_language (void)
{
  const char *name = g_get_language_names ()[0];
  g_autofree char *tag = g_strndup (name, strcspn (name, ".@"));

  g_strdelimit (tag, "_", '-');
  return g_strdup (strcmp (tag, "C") == 0 || *tag == '\0' ? "en" : tag);
}

LiaisonWords *
liaison_command_get_words (const LiaisonCommonOptions *common)
{
  static LiaisonWords *words;

  if (words == NULL)
    {
      g_autofree char *language = common->language != NULL ? g_strdup (common->language) : locale_language ();
      words = liaison_words_new (language, NULL);
    }
  return words;
}

static const char *
reader_zone (const LiaisonCommonOptions *common)
{
  static char *zone;

  if (common->zone != NULL)
    return strcmp (common->zone, "Z") == 0 ? "Etc/UTC" : common->zone;
  if (zone == NULL)
    {
      g_autoptr (GTimeZone) local = g_time_zone_new_local ();
      const char *name = g_time_zone_get_identifier (local);
      zone = g_strdup (name != NULL && liaison_zone_is_known (name) ? name : "Etc/UTC");
    }
  return zone;
}

LiaisonManner
liaison_command_get_manner (const LiaisonCommonOptions *common,
                            const LiaisonSnapshot      *snapshot)
{
  return (LiaisonManner) {
    .words = liaison_command_get_words (common),
    .lookup = liaison_snapshot_get_lookup (snapshot),
    .zone = reader_zone (common),
    .format = LIAISON_TIME_AS_DTG,
    .now = g_get_real_time () / G_USEC_PER_SEC,
  };
}

void
liaison_command_complain (const char   *what,
                          const GError *error)
{
  g_printerr ("%s\n", what);
  if (error != NULL)
    g_printerr ("  %s\n", error->message);
}

static void
progress_cb (guint64  done,
             guint64  total,
             gpointer data)
{
  if (total > 0)
    g_printerr ("\r%s %u %%", _("Reading…"), (guint) (done * 100 / total));
}

LiaisonPlan *
liaison_command_load (const char *path)
{
  g_autoptr (GError) error = NULL;
  gboolean terminal = isatty (STDERR_FILENO);
  LiaisonPlan *plan = liaison_plan_load (path, terminal ? progress_cb : NULL, NULL, NULL, &error);

  if (terminal)
    g_printerr ("\r\033[K");
  if (plan == NULL)
    liaison_command_complain (_("The plan could not be read. Nothing was changed."), error);
  return plan;
}

static gboolean
write_to_stdout (const LiaisonSnapshot *snapshot,
                 GBytes                *trail,
                 GError               **error)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  return liaison_plan_write (snapshot, trail, stream, NULL, error);
}

gboolean
liaison_command_save (LiaisonPlan *plan,
                      const char  *path)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (GBytes) trail = liaison_trail_freeze (plan->trail);
  g_autoptr (GError) error = NULL;
  gboolean saved = strcmp (path, "-") == 0 ? write_to_stdout (snapshot, trail, &error)
                                           : liaison_plan_save (snapshot, trail, path, NULL, NULL, &error);

  if (!saved)
    liaison_command_complain (_("The plan was not saved. What stood there before is as it was."), error);
  return saved;
}

void
liaison_command_print (const char *text)
{
  g_autoptr (GString) safe = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      if (c == '\n' || c == '\t' || !g_unichar_iscntrl (c))
        g_string_append_unichar (safe, c);
      else
        g_string_append_printf (safe, "\\x%02x", c);
    }
  g_print ("%s", safe->str);
}

LiaisonJsonWriter *
liaison_command_begin_json (void)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  return liaison_json_writer_new_for_stream (stream, NULL);
}

int
liaison_command_finish_json (LiaisonJsonWriter *writer,
                             int                status)
{
  g_autoptr (GError) error = NULL;

  if (!liaison_json_writer_finish (writer, &error))
    {
      liaison_command_complain (_("The output could not be written."), error);
      status = LIAISON_EXIT_FAILED;
    }
  liaison_json_writer_free (writer);
  return status;
}
