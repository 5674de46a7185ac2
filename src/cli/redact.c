/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"

#include "exchange/export.h"
#include "exchange/visibility-listing.h"
#include "release/copy-file.h"

#include <glib/gstdio.h>
#include <string.h>

/* What the verb was asked for. */
typedef struct
{
  char *audience, *output, *table;
  gboolean sheet;
} Options;

static LiaisonAudience *
find_audience (const LiaisonSnapshot *plan, const char *text)
{
  g_autoptr (GError) error = NULL;
  LiaisonAudience *audience = liaison_audience_parse (plan, text, &error);
  g_autofree char *what = NULL;

  if (audience != NULL)
    return audience;
  if (g_error_matches (error, LIAISON_AUDIENCE_ERROR, LIAISON_AUDIENCE_ERROR_EMPTY))
    /* Translators: {audience} is as it was typed, such as “role:evaluator”. */
    what = liaison_words_format (
        liaison_command_get_words (),
        N_ ("“{audience}” has no nation in this plan, so nothing can be released to it."),
        liaison_operand_text ("audience", text));
  else
    /* Translators: {audience} is as it was typed, such as “role:evaluator”. */
    what = liaison_words_format (liaison_command_get_words (),
                                 N_ ("“{audience}” is no nation, role, liaison post, participant, "
                                     "group or event of this plan."),
                                 liaison_operand_text ("audience", text));
  liaison_command_complain (what, NULL);
  return NULL;
}

static void
write_id (LiaisonJsonWriter *writer, const char *name, LiaisonId id)
{
  char text[LIAISON_ID_TEXT_SIZE];

  if (liaison_id_is_zero (id))
    return;
  liaison_id_format (id, text);
  liaison_command_write_member (writer, name, text);
}

static void
write_withheld (const LiaisonRedaction *redaction,
                const LiaisonWithheld *withheld,
                const LiaisonManner *manner,
                LiaisonJsonWriter *writer)
{
  g_autofree char *name = liaison_manner_tell_name (manner, withheld->record);
  g_autofree char *why = liaison_withheld_tell (withheld, redaction->audience, manner);

  liaison_json_writer_begin_object (writer);
  liaison_command_write_member (writer, "table", liaison_kind_get (withheld->kind)->plural);
  write_id (writer, "id", withheld->record);
  liaison_command_write_member (writer, "name", name);
  if (withheld->field != NULL)
    liaison_command_write_member (writer, "field", withheld->field->name);
  liaison_command_write_member (writer, "reason",
                                liaison_withheld_reason_get_nick (withheld->reason));
  if (withheld->nation != NULL)
    liaison_command_write_member (writer, "nation", withheld->nation);
  write_id (writer, "other", withheld->other);
  liaison_command_write_member (writer, "message", why);
  liaison_json_writer_end_object (writer);
}

static int
write_json (const LiaisonRedaction *redaction, const char *path, const LiaisonManner *manner)
{
  LiaisonJsonWriter *writer = liaison_output_begin_json ();

  liaison_json_writer_begin_object (writer);
  liaison_command_write_member (writer, "audience", redaction->audience->name);
  liaison_command_write_member (writer, "written", path);
  liaison_json_writer_name (writer, "released");
  liaison_json_writer_integer (writer, liaison_document_get_size (redaction->document));
  liaison_json_writer_name (writer, "withheld-records");
  liaison_json_writer_integer (writer, redaction->n_records);
  liaison_json_writer_name (writer, "withheld");
  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < redaction->withheld->len; i++)
    write_withheld (redaction, &g_array_index (redaction->withheld, LiaisonWithheld, i), manner,
                    writer);
  liaison_json_writer_end_array (writer);
  liaison_json_writer_name (writer, "named");
  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < redaction->named->len; i++)
    write_withheld (redaction, &g_array_index (redaction->named, LiaisonWithheld, i), manner,
                    writer);
  liaison_json_writer_end_array (writer);
  liaison_json_writer_end_object (writer);
  return liaison_command_finish_json (writer, LIAISON_EXIT_DONE);
}

/* The copy is made; that it tells too much all the same, a planner must see to. */
static void
warn_of_names (const LiaisonRedaction *redaction, const LiaisonManner *manner)
{
  guint n = redaction->named->len;
  g_autofree char *text = liaison_words_format_plural (
      manner->words, N_ ("{n} released text names what is withheld: see --sheet."),
      N_ ("{n} released texts name what is withheld: see --sheet."), n);

  if (n > 0)
    liaison_output_warn (text);
}

/* “Events EV-145 Rehearsal: It is for exercise control, never for players.” */
static void
print_withheld (const LiaisonRedaction *redaction,
                const LiaisonWithheld *withheld,
                const LiaisonManner *manner)
{
  g_autofree char *name = liaison_manner_tell_name (manner, withheld->record);
  g_autofree char *why = liaison_withheld_tell (withheld, redaction->audience, manner);
  const char *table = _ (liaison_kind_get (withheld->kind)->plural_label);
  g_autofree char *line = NULL;

  if (withheld->field != NULL)
    /* Translators: A table, a record in it, one of its fields and why that is withheld. */
    line = liaison_words_format (manner->words, N_ ("{table}: {record}, {field}: {reason}"),
                                 liaison_operand_text ("table", table),
                                 liaison_operand_text ("record", name),
                                 liaison_operand_field ("field", withheld->field->label),
                                 liaison_operand_text ("reason", why));
  else
    /* Translators: A table, a record in it and why it is withheld. */
    line = liaison_words_format (
        manner->words, N_ ("{table}: {record}: {reason}"), liaison_operand_text ("table", table),
        liaison_operand_text ("record", name), liaison_operand_text ("reason", why));
  liaison_output_print_line (line);
}

static int
print_summary (const LiaisonRedaction *redaction, const LiaisonManner *manner, gboolean sheet)
{
  guint released = liaison_document_get_size (redaction->document);
  g_autofree char *line =
      liaison_words_format_plural (manner->words, "{n} record released, {withheld} withheld.",
                                   "{n} records released, {withheld} withheld.", released,
                                   liaison_operand_integer ("withheld", redaction->n_records));

  for (guint i = 0; sheet && i < redaction->withheld->len; i++)
    print_withheld (redaction, &g_array_index (redaction->withheld, LiaisonWithheld, i), manner);
  for (guint i = 0; sheet && i < redaction->named->len; i++)
    print_withheld (redaction, &g_array_index (redaction->named, LiaisonWithheld, i), manner);
  liaison_output_print_line (line);
  warn_of_names (redaction, manner);
  return LIAISON_EXIT_DONE;
}

/* Whether the copy would go over the plan itself. */
static gboolean
is_same_file (const char *plan, const char *output)
{
  GStatBuf one, other;

  return g_stat (plan, &one) == 0 && g_stat (output, &other) == 0 && one.st_dev == other.st_dev
         && one.st_ino == other.st_ino;
}

static gboolean
save (const LiaisonRedaction *redaction, const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonPlan) plan = NULL;

  if (strcmp (options->output, "-") != 0)
    {
      if (liaison_redaction_save (redaction, options->output, NULL, &error))
        return TRUE;
      liaison_command_complain (_ ("The copy was not written."), error);
      return FALSE;
    }
  plan = liaison_plan_new (
      liaison_record_get_id (liaison_document_get_exercise (redaction->document)));
  g_set_object (&plan->document, redaction->document);
  return liaison_command_save (plan, "-", FALSE);
}

static int
redact (LiaisonPlan *plan, const Options *options)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonAudience) audience = find_audience (snapshot, options->audience);
  g_autoptr (LiaisonRedaction) redaction =
      audience != NULL ? liaison_redact (snapshot, audience) : NULL;
  LiaisonManner manner;

  if (redaction == NULL)
    return LIAISON_EXIT_FAILED;
  if (!save (redaction, options))
    return LIAISON_EXIT_FAILED;
  manner = liaison_command_get_manner (snapshot);
  if (liaison_command_wants_json ())
    return write_json (redaction, options->output, &manner);
  /* The copy itself may be going there. */
  if (g_strcmp0 (options->output, "-") == 0)
    return LIAISON_EXIT_DONE;
  return print_summary (redaction, &manner, options->sheet);
}

static void
write_row (const LiaisonListing *listing, guint row, LiaisonJsonWriter *writer)
{
  static const char *const members[] = { "code", "record", "marking" };
  guint n = G_N_ELEMENTS (members);

  liaison_json_writer_begin_object (writer);
  for (guint i = 0; i < n; i++)
    liaison_command_write_member (writer, members[i], liaison_listing_get (listing, row, i)->text);
  liaison_json_writer_name (writer, "nations");
  liaison_json_writer_begin_object (writer);
  for (guint i = n; i < listing->n_columns; i++)
    liaison_command_write_member (writer, listing->columns[i].heading,
                                  liaison_listing_get (listing, row, i)->text);
  liaison_json_writer_end_object (writer);
  liaison_json_writer_end_object (writer);
}

/* Each record of the table against each nation, on standard output. */
static int
tell_who_sees (LiaisonPlan *plan, const LiaisonKind *kind)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  LiaisonManner manner = liaison_command_get_manner (snapshot);
  g_autoptr (LiaisonListing) listing =
      liaison_visibility_listing_new (snapshot, kind->id, FALSE, &manner);
  LiaisonJsonWriter *writer;

  if (!liaison_command_wants_json ())
    {
      g_autofree char *text =
          liaison_export_to_text (listing, LIAISON_EXPORT_TEXT, liaison_command_get_words ());

      liaison_output_print (text);
      return LIAISON_EXIT_DONE;
    }
  writer = liaison_output_begin_json ();
  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < liaison_listing_get_n_rows (listing); i++)
    write_row (listing, i, writer);
  liaison_json_writer_end_array (writer);
  return liaison_command_finish_json (writer, LIAISON_EXIT_DONE);
}

/* FALSE after a complaint. */
static gboolean
check_operands (int argc, char *argv[], const Options *options)
{
  if (options->table != NULL && argc == 2 && options->audience == NULL && options->output == NULL)
    {
      if (liaison_kind_find (options->table) != NULL)
        return TRUE;
      liaison_command_refuse_table (&liaison_verb_redact, options->table);
    }
  else if (argc != 2 || options->output == NULL || options->audience == NULL
           || options->table != NULL)
    liaison_command_usage (&liaison_verb_redact,
                           _ ("say which plan, for whom with --for AUDIENCE, and where to write "
                              "the copy with -o FILE"));
  else if (is_same_file (argv[1], options->output))
    liaison_command_usage (&liaison_verb_redact, _ ("the copy would replace the plan itself"));
  else if (liaison_command_wants_json () && strcmp (options->output, "-") == 0)
    liaison_command_usage (&liaison_verb_redact,
                           _ ("the copy and --json cannot both go to standard output"));
  else
    return TRUE;
  return FALSE;
}

static int
run (int argc, char *argv[])
{
  Options options = { NULL };
  const GOptionEntry entries[] = {
    { "for", 0, 0, G_OPTION_ARG_STRING, &options.audience,
      N_ ("For whom: a nation, “role:ROLE”, “NATION/role:ROLE”, the id or code of a liaison post, "
          "participant, group or event"),
      N_ ("AUDIENCE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("Where to write the copy; “-” for standard output"), N_ ("FILE") },
    { "sheet", 's', 0, G_OPTION_ARG_NONE, &options.sheet,
      N_ ("List what is withheld and why: for planners only"), NULL },
    { "who-sees", 'w', 0, G_OPTION_ARG_STRING, &options.table,
      N_ ("Instead: show which nation may see which record of this table"), N_ ("TABLE") },
    { NULL },
  };
  g_autoptr (LiaisonPlan) plan = NULL;
  int status = LIAISON_EXIT_FAILED;

  if (!liaison_command_parse (&liaison_verb_redact, entries, &argc, &argv))
    return LIAISON_EXIT_FAILED;
  if (check_operands (argc, argv, &options) && (plan = liaison_command_load (argv[1])) != NULL)
    status = options.table != NULL ? tell_who_sees (plan, liaison_kind_find (options.table))
                                   : redact (plan, &options);
  g_free (options.audience);
  g_free (options.output);
  g_free (options.table);
  return status;
}

const LiaisonVerb liaison_verb_redact = {
  "redact",
  N_ ("PLAN --for AUDIENCE -o OUT"),
  N_ ("Make the copy of a plan that an audience may see"),
  run,
  N_ ("Everything that may not be seen is left out of the copy: records whose release list does "
      "not have the audience, "
      "injects and whatever else is for exercise control, and what is the planning cell’s own. The "
      "copy does not tell that "
      "anything is missing: it has new ids, and numbers without gaps.\n\n"
      "What is withheld, and why, is listed for the planners with --sheet or --json. Keep that "
      "list to yourself."),
};
