/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"
#include "interrupt.h"

#include "record/zone.h"
#include "store/baseline.h"
#include "store/error.h"
#include "words/language.h"

#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <string.h>
#include <unistd.h>

/* What the options say; kept for the life of the process. */
static struct
{
  gboolean json;
  char *zone;
  char *language;
  LiaisonWords *words;
} options;

static const GOptionEntry shared_entries[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_ ("Machine-readable output"), NULL },
  /* Translators: Z is a letter of the zone option, not of the language. */
  { "zone", 0, 0, G_OPTION_ARG_STRING, &options.zone,
    N_ ("Show times in this zone: Z for Zulu or another zone letter, or a name such as "
        "Europe/Oslo"),
    N_ ("ZONE") },
  { "language", 0, 0, G_OPTION_ARG_STRING, &options.language,
    N_ ("Speak this language, such as fr or pt-BR"), N_ ("TAG") },
  { NULL },
};

static const char *
translate (const char *msgid, gpointer data)
{
  return _ (msgid);
}

/* A letter stands for a zone of fixed offset; J is this machine's own. FALSE where it is none. */
static gboolean
set_zone_letter (char letter)
{
  gint32 offset;
  char sign;

  letter = g_ascii_toupper (letter);
  if (letter == 'J')
    {
      g_clear_pointer (&options.zone, g_free);
      return TRUE;
    }
  if (!liaison_zone_letter_to_offset (letter, &offset))
    return FALSE;
  g_free (options.zone);
  /* In these names the sign is that of POSIX: hours to add to reach UTC. */
  sign = offset > 0 ? '-' : '+';
  options.zone = offset == 0 ? g_strdup ("Etc/UTC")
                             : g_strdup_printf ("Etc/GMT%c%d", sign, ABS (offset) / 3600);
  return TRUE;
}

static gboolean
check_zone (void)
{
  if (options.zone == NULL || liaison_zone_is_known (options.zone)
      || (strlen (options.zone) == 1 && set_zone_letter (options.zone[0])))
    return TRUE;

  g_autofree char *problem = liaison_words_format (
      liaison_command_get_words (),
      N_ ("There is no time zone “{zone}”. Use Z or a name such as Europe/Oslo."),
      liaison_operand_text ("zone", options.zone));
  liaison_output_warn (problem);
  return FALSE;
}

/* What was said so far was in the language of the locale. */
static gboolean
check_language (void)
{
  g_autofree char *tag = NULL;

  if (options.language == NULL)
    return TRUE;
  tag = liaison_language_normalise (options.language);
  if (tag != NULL)
    {
      g_clear_pointer (&options.words, liaison_words_unref);
      options.words = liaison_words_new (tag, NULL);
      return TRUE;
    }

  g_autofree char *problem = liaison_words_format (
      liaison_command_get_words (), N_ ("“{tag}” is no language tag. Use one such as fr or pt-BR."),
      liaison_operand_text ("tag", options.language));
  liaison_output_warn (problem);
  return FALSE;
}

/* What the verb does, then its paragraphs of help. */
static char *
make_summary (const LiaisonVerb *verb)
{
  g_autofree char *text =
      g_strjoin ("\n\n", _ (verb->summary),
                 _ ("Exit status: 0 done, 1 done and something was found, 2 could not do it."),
                 verb->help != NULL ? _ (verb->help) : NULL, NULL);
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n\n", -1);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      char *paragraph = paragraphs[i];

      paragraphs[i] = liaison_output_dup_wrapped (paragraph, 79);
      g_free (paragraph);
    }
  return g_strjoinv ("\n\n", paragraphs);
}

gboolean
liaison_command_parse (const LiaisonVerb *verb,
                       const GOptionEntry *entries,
                       int *argc,
                       char ***argv)
{
  g_autofree char *program = g_strdup_printf ("liaisonctl %s", verb->name);
  g_autofree char *summary = make_summary (verb);
  g_autoptr (GOptionContext) context = g_option_context_new (_ (verb->arguments));
  g_autoptr (GError) error = NULL;

  /* It stands before the options in the line of usage. */
  g_set_prgname (program);
  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, shared_entries, NULL);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, NULL);
  g_option_group_set_translate_func (g_option_context_get_main_group (context), translate, NULL,
                                     NULL);
  if (g_option_context_parse (context, argc, argv, &error))
    return check_zone () && check_language ();
  liaison_command_usage (verb, error->message);
  return FALSE;
}

int
liaison_command_usage (const LiaisonVerb *verb, const char *problem)
{
  g_autofree char *line = g_strdup_printf ("liaisonctl %s: %s", verb->name, problem);
  g_autofree char *call = g_strdup_printf ("liaisonctl %s %s", verb->name, _ (verb->arguments));
  /* Translators: {call} is a command line such as “liaisonctl check PLAN”. */
  g_autofree char *usage = liaison_words_format (liaison_command_get_words (), N_ ("Usage: {call}"),
                                                 liaison_operand_text ("call", call));

  liaison_output_warn (line);
  liaison_output_warn (usage);
  return LIAISON_EXIT_FAILED;
}

int
liaison_command_refuse_table (const LiaisonVerb *verb, const char *name)
{
  g_autoptr (GString) tables = g_string_new (NULL);
  g_autofree char *problem = NULL;

  for (guint i = 0; i < LIAISON_N_KINDS; i++)
    g_string_append_printf (tables, "%s%s", i > 0 ? " " : "", liaison_kind_get (i)->plural);
  problem = liaison_words_format (
      liaison_command_get_words (), N_ ("There is no table “{table}”. There are: {tables}"),
      liaison_operand_text ("table", name), liaison_operand_text ("tables", tables->str));
  return liaison_command_usage (verb, problem);
}

gboolean
liaison_command_wants_json (void)
{
  return options.json;
}

LiaisonWords *
liaison_command_get_words (void)
{
  if (options.words == NULL)
    {
      g_autofree char *tag = liaison_language_from_locale (g_get_language_names ()[0]);

      options.words = liaison_words_new (tag, NULL);
    }
  return options.words;
}

const char *
liaison_command_get_asked_zone (void)
{
  return options.zone;
}

const char *
liaison_command_get_asked_language (void)
{
  return options.language;
}

static const char *
get_zone (void)
{
  static char *local;

  if (options.zone != NULL)
    return options.zone;
  if (local == NULL)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
      const char *name = g_time_zone_get_identifier (zone);

      local = g_strdup (name != NULL && liaison_zone_is_known (name) ? name : "Etc/UTC");
    }
  return local;
}

LiaisonManner
liaison_command_get_manner (const LiaisonSnapshot *snapshot)
{
  return (LiaisonManner){
    .words = liaison_command_get_words (),
    .lookup = liaison_snapshot_get_lookup (snapshot),
    .zone = get_zone (),
    .format = LIAISON_TIME_AS_DTG,
    .now = g_get_real_time () / G_USEC_PER_SEC,
  };
}

void
liaison_command_complain (const char *what, const GError *error)
{
  liaison_output_warn (what);
  if (error != NULL)
    {
      g_autofree char *detail = g_strconcat ("  ", error->message, NULL);

      liaison_output_warn (detail);
    }
}

static void
progress_cb (guint64 done, guint64 total, gpointer data)
{
  g_autofree char *percent = NULL;

  if (total == 0)
    return;
  percent = g_strdup_printf ("\r%s %u %%", _ ("Reading…"), (guint) (done * 100 / total));
  g_printerr ("%s", percent);
}

LiaisonPlan *
liaison_command_load (const char *path)
{
  LiaisonProgressFunc progress = isatty (STDERR_FILENO) ? progress_cb : NULL;
  GCancellable *cancellable = liaison_interrupt_begin ();
  g_autoptr (GError) error = NULL;
  LiaisonPlan *plan;

  if (strcmp (path, "-") == 0)
    {
      g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);

      plan = liaison_plan_read (input, "-", 0, NULL, NULL, cancellable, &error);
    }
  else
    plan = liaison_plan_load (path, progress, NULL, cancellable, &error);
  if (progress != NULL)
    g_printerr ("\r\033[K");
  liaison_interrupt_end ();
  if (plan == NULL)
    liaison_command_complain (_ ("The plan could not be read. Nothing was changed."), error);
  return plan;
}

LiaisonPlan *
liaison_command_load_to_write (const char *path)
{
  g_autoptr (LiaisonPlan) plan = liaison_command_load (path);

  if (plan != NULL && plan->newer)
    {
      liaison_command_complain (_ ("This plan was written by a newer Liaison. Writing it here "
                                   "would lose what that one knows."),
                                NULL);
      return NULL;
    }
  return g_steal_pointer (&plan);
}

LiaisonPlan *
liaison_command_load_version (const LiaisonSnapshot *plan, const char *text)
{
  const LiaisonBlock *baseline = liaison_baseline_find (plan, text);
  g_autoptr (GError) error = NULL;
  LiaisonPlan *earlier;

  if (baseline == NULL)
    return liaison_command_load (text);
  earlier = liaison_baseline_thaw (baseline, liaison_interrupt_begin (), &error);
  liaison_interrupt_end ();
  if (earlier == NULL)
    liaison_command_complain (_ ("The baseline could not be read. Nothing was changed."), error);
  return earlier;
}

static gboolean
write_plan (const LiaisonSnapshot *snapshot,
            GBytes *trail,
            const char *path,
            gboolean fresh,
            GError **error)
{
  LiaisonFileStamp nothing = { .exists = FALSE };
  GCancellable *cancellable = liaison_interrupt_begin ();
  gboolean written;

  if (strcmp (path, "-") == 0)
    {
      g_autoptr (GOutputStream) output = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

      written = liaison_plan_write (snapshot, trail, output, cancellable, error);
    }
  else
    written =
        liaison_plan_save (snapshot, trail, path, fresh ? &nothing : NULL, cancellable, error);
  liaison_interrupt_end ();
  return written;
}

gboolean
liaison_command_save (LiaisonPlan *plan, const char *path, gboolean fresh)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (GBytes) trail = liaison_trail_freeze (plan->trail);
  g_autoptr (GError) error = NULL;

  if (write_plan (snapshot, trail, path, fresh, &error))
    return TRUE;
  if (g_error_matches (error, LIAISON_STORE_ERROR, LIAISON_STORE_ERROR_NOT_DURABLE))
    liaison_command_complain (_ ("The plan was saved, but the disk does not confirm that it "
                                 "would survive a power cut."),
                              error);
  else
    liaison_command_complain (_ ("The plan was not saved. What stood there before is as it was."),
                              error);
  return FALSE;
}

int
liaison_command_save_and_tell (LiaisonPlan *plan, const char *path, gboolean fresh)
{
  LiaisonJsonWriter *writer;

  if (!liaison_command_save (plan, path, fresh))
    return LIAISON_EXIT_FAILED;
  if (!options.json || strcmp (path, "-") == 0)
    return LIAISON_EXIT_DONE;
  g_autofree char *name = g_filename_display_name (path);

  writer = liaison_output_begin_json ();
  liaison_json_writer_begin_object (writer);
  liaison_command_write_member (writer, "output", name);
  liaison_json_writer_name (writer, "records");
  liaison_json_writer_integer (writer, liaison_document_get_size (plan->document));
  liaison_json_writer_end_object (writer);
  return liaison_command_finish_json (writer, LIAISON_EXIT_DONE);
}

int
liaison_command_finish_json (LiaisonJsonWriter *writer, int status)
{
  g_autoptr (GError) error = NULL;

  if (liaison_output_finish_json (writer, &error))
    return status;
  liaison_command_complain (_ ("The output could not be written."), error);
  return LIAISON_EXIT_FAILED;
}

void
liaison_command_write_member (LiaisonJsonWriter *writer, const char *name, const char *text)
{
  g_autofree char *plain = text != NULL ? liaison_words_dup_without_isolates (text) : NULL;

  liaison_json_writer_name (writer, name);
  if (plain != NULL)
    liaison_json_writer_string (writer, plain);
  else
    liaison_json_writer_null (writer);
}
