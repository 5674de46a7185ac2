/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"
#include "grid.h"

#include "edit/editor.h"
#include "edit/trail.h"
#include "record/kinds/event.h"
#include "record/kinds/nation.h"
#include "record/zone.h"
#include "withdraw/tell.h"
#include "withdraw/withdrawal.h"

#include <string.h>

/* What the options say; kept for the life of the process. */
static struct
{
  char *from;
  char *until;
  char *output;
  gboolean bare;
} wishes;

static const GOptionEntry entries[] = {
  { "from", 0, 0, G_OPTION_ARG_STRING, &wishes.from,
    N_ ("Not there from this time on; without it, from now on"), N_ ("TIME") },
  { "until", 0, 0, G_OPTION_ARG_STRING, &wishes.until,
    N_ ("There again from this time on: for those who join late"), N_ ("TIME") },
  { "no-substitutes", 0, 0, G_OPTION_ARG_NONE, &wishes.bare,
    N_ ("Put nobody and nothing in the place of what is missing"), NULL },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wishes.output, N_ ("Write the plan there"),
    N_ ("FILE") },
  { NULL },
};

/* A run of the verb. Borrows all. */
typedef struct
{
  LiaisonPlan *plan;
  LiaisonSnapshot *snapshot;
  LiaisonManner manner;
  LiaisonWithdrawalOptions options;
} Withdrawing;

/* A date alone means its first moment, on the clock of the exercise. */
static gboolean
read_date (const Withdrawing *self, const char *text, gint64 *seconds)
{
  const LiaisonField *field
      = &liaison_nation_kind.shape.fields[LIAISON_FIELD (Nation, withdrawn)];
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (self->snapshot);
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
  gint32 offset = 0;

  if (!liaison_manner_read_field (&self->manner, self->snapshot, field, NULL, text, &value, NULL)
      || value.form != LIAISON_VALUE_FIELD)
    return FALSE;
  *seconds = (gint64) value.as.date * 86400;
  if (liaison_zone_get_offset (liaison_times_get_zone (&self->manner.lookup, exercise), *seconds,
                               &offset))
    *seconds -= offset;
  return TRUE;
}

static gboolean
read_time (const Withdrawing *self, const char *text, gint64 *seconds)
{
  const LiaisonField *field = &liaison_event_kind.shape.fields[LIAISON_FIELD (Event, not_before)];
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (text == NULL || read_date (self, text, seconds))
    return TRUE;
  if (liaison_manner_read_field (&self->manner, self->snapshot, field, NULL, text, &value, &error)
      && value.form == LIAISON_VALUE_FIELD
      && liaison_times_resolve (&self->manner.lookup, &value.as.instant, seconds, NULL)
             == LIAISON_TIME_KNOWN)
    return TRUE;
  liaison_output_warn (error != NULL ? error->message : _ ("A time is expected."));
  return FALSE;
}

static gboolean
read_subject (Withdrawing *self, const char *text)
{
  const LiaisonField field = { .type = LIAISON_FIELD_REFERENCE,
                               .name = "record",
                               .label = N_ ("Record"),
                               .targets = LIAISON_WITHDRAWAL_TARGETS };
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
  g_autoptr (GError) error = NULL;
  const LiaisonBlock *nation = NULL;

  /* A code of a nation goes before a person or place that is called so. */
  if (strlen (text) <= 8)
    {
      g_autofree char *code = g_ascii_strup (text, -1);
      nation = liaison_lookup_find_nation (&self->manner.lookup, code);
    }
  if (nation != NULL)
    {
      self->options.record = nation->id;
      return TRUE;
    }
  if (liaison_manner_read_field (&self->manner, self->snapshot, &field, NULL, text, &value, &error)
      && value.form == LIAISON_VALUE_FIELD)
    {
      const LiaisonBlock *found = liaison_snapshot_find (self->snapshot, value.as.id);
      self->options.record = found != NULL ? found->id : value.as.id;
      return TRUE;
    }
  liaison_output_warn (error != NULL ? error->message
                                     : _ ("Say what is not there: a nation or a record."));
  return FALSE;
}

static LiaisonBreakChoice *
choose (const LiaisonWithdrawal *found)
{
  LiaisonBreakChoice *choices = g_new0 (LiaisonBreakChoice, found->breaks->len + 1);

  for (guint i = 0; i < found->breaks->len; i++)
    choices[i].substitute = wishes.bare ? LIAISON_NO_SUBSTITUTE
                                        : ((LiaisonBreak *) found->breaks->pdata[i])->preferred;
  return choices;
}

static char *
tell_when (const Withdrawing *self, const LiaisonBreak *each)
{
  const LiaisonBlock *block = liaison_snapshot_find (self->snapshot, each->record);
  const char *zone = block != NULL ? liaison_times_get_zone (&self->manner.lookup, block) : NULL;

  return each->when == LIAISON_BREAK_NO_DATE
             ? g_strdup ("")
             : liaison_manner_tell_time (&self->manner, each->when, zone);
}

static char *
tell_substitutes (const Withdrawing *self, const LiaisonBreak *each)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; !wishes.bare && i < each->substitutes->len; i++)
    {
      const LiaisonSubstitute *substitute
          = &g_array_index (each->substitutes, LiaisonSubstitute, i);
      g_autofree char *name = liaison_manner_tell_name (&self->manner, substitute->record);
      g_strv_builder_add (builder, name);
    }
  names = g_strv_builder_end (builder);
  return g_strjoinv ("; ", names);
}

static void
add_cell (LiaisonGrid *grid, char *taken)
{
  liaison_grid_add (grid, taken);
  g_free (taken);
}

static void
print_breaks (const Withdrawing *self, const LiaisonWithdrawal *found)
{
  const char *const heads[] = { N_ ("When"), N_ ("Severity"), N_ ("Type"), N_ ("What breaks"),
                                N_ ("Could step in") };
  g_autoptr (LiaisonGrid) grid = liaison_grid_new (G_N_ELEMENTS (heads));

  liaison_grid_set_role (grid, 0, LIAISON_GRID_WHOLE);
  liaison_grid_set_role (grid, 3, LIAISON_GRID_NAME);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    liaison_grid_add (grid, _ (heads[i]));
  for (guint i = 0; i < found->breaks->len; i++)
    {
      const LiaisonBreak *each = found->breaks->pdata[i];
      const char *const severities[] = { N_ ("Note"), N_ ("Warning"), N_ ("Error") };
      add_cell (grid, tell_when (self, each));
      liaison_grid_add (grid, _ (severities[each->severity]));
      liaison_grid_add (grid, _ (liaison_break_types.choices[each->type].label));
      add_cell (grid, liaison_withdrawal_tell (&self->manner, each->sentence, each->operands));
      add_cell (grid, tell_substitutes (self, each));
    }
  if (found->breaks->len > 0)
    liaison_grid_print (grid, liaison_output_get_terminal_width ());
}

static void
print_summary (const Withdrawing *self, const LiaisonWithdrawal *found)
{
  g_autofree char *name = liaison_manner_tell_name (&self->manner, self->options.record);
  g_autofree char *line = liaison_words_format (
      self->manner.words,
      N_ ("Without {name}: {errors} things cannot be as planned, {warnings} need a decision, "
          "{notes} are worth knowing."),
      liaison_operand_text ("name", name),
      liaison_operand_integer ("errors", found->counts[LIAISON_SEVERITY_ERROR]),
      liaison_operand_integer ("warnings", found->counts[LIAISON_SEVERITY_WARNING]),
      liaison_operand_integer ("notes", found->counts[LIAISON_SEVERITY_NOTE]));

  if (found->breaks->len > 0)
    liaison_output_print_line ("");
  liaison_output_print_line (line);
}

static void
write_id (LiaisonJsonWriter *writer, const char *name, LiaisonId id)
{
  char text[LIAISON_ID_TEXT_SIZE];

  liaison_id_format (id, text);
  liaison_command_write_member (writer, name, text);
}

static void
write_sentence (const Withdrawing *self,
                LiaisonJsonWriter *writer,
                const char *name,
                const char *sentence,
                const GArray *operands)
{
  g_autofree char *text = liaison_withdrawal_tell (&self->manner, sentence, operands);

  liaison_command_write_member (writer, name, text);
}

static void
write_when (LiaisonJsonWriter *writer, gint64 when)
{
  char text[LIAISON_INSTANT_TEXT_SIZE] = "";
  LiaisonInstant instant = { 0 };
  gboolean known
      = when != LIAISON_BREAK_NO_DATE && liaison_instant_from_unix (when, NULL, &instant);

  if (known)
    liaison_instant_format (&instant, text);
  liaison_command_write_member (writer, "when", known ? text : NULL);
}

static void
write_substitutes (const Withdrawing *self, const LiaisonBreak *each, LiaisonJsonWriter *writer)
{
  liaison_json_writer_name (writer, "substitutes");
  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < each->substitutes->len; i++)
    {
      const LiaisonSubstitute *substitute
          = &g_array_index (each->substitutes, LiaisonSubstitute, i);
      g_autofree char *name = liaison_manner_tell_name (&self->manner, substitute->record);
      liaison_json_writer_begin_object (writer);
      write_id (writer, "record", substitute->record);
      liaison_command_write_member (writer, "name", name);
      write_sentence (self, writer, "why", substitute->sentence, substitute->operands);
      liaison_json_writer_end_object (writer);
    }
  liaison_json_writer_end_array (writer);
}

static void
write_break (const Withdrawing *self, const LiaisonBreak *each, LiaisonJsonWriter *writer)
{
  g_autofree char *name = liaison_manner_tell_name (&self->manner, each->record);
  const LiaisonBlock *block = liaison_snapshot_find (self->snapshot, each->record);

  liaison_json_writer_begin_object (writer);
  liaison_command_write_member (writer, "type", liaison_break_types.choices[each->type].nick);
  liaison_command_write_member (writer, "severity", liaison_severity_get_nick (each->severity));
  write_when (writer, each->when);
  liaison_command_write_member (writer, "kind", block->shape->name);
  write_id (writer, "record", each->record);
  liaison_command_write_member (writer, "name", name);
  write_sentence (self, writer, "message", each->sentence, each->operands);
  liaison_json_writer_name (writer, "changes");
  liaison_json_writer_integer (writer, each->edits->len);
  liaison_json_writer_name (writer, "partly");
  liaison_json_writer_boolean (writer, each->partly);
  write_substitutes (self, each, writer);
  liaison_json_writer_end_object (writer);
}

static int
write_found (const Withdrawing *self, const LiaisonWithdrawal *found, int status)
{
  static const char *const names[] = { "notes", "warnings", "errors" };
  LiaisonJsonWriter *writer = liaison_output_begin_json ();

  liaison_json_writer_begin_object (writer);
  write_id (writer, "without", self->options.record);
  liaison_json_writer_name (writer, "breaks");
  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < found->breaks->len; i++)
    write_break (self, found->breaks->pdata[i], writer);
  liaison_json_writer_end_array (writer);
  for (int i = LIAISON_SEVERITY_ERROR; i >= 0; i--)
    {
      liaison_json_writer_name (writer, names[i]);
      liaison_json_writer_integer (writer, found->counts[i]);
    }
  liaison_json_writer_name (writer, "lost");
  liaison_json_writer_integer (writer, found->n_lost);
  liaison_json_writer_end_object (writer);
  return liaison_command_finish_json (writer, status);
}

static gint64
now_cb (gpointer data)
{
  return g_get_real_time () / 1000;
}

/* One edit, through the same door as in the window. */
static gboolean
apply (const Withdrawing *self, const LiaisonWithdrawal *found)
{
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (self->plan->document, now_cb, NULL);
  g_autoptr (LiaisonProposal) proposal = liaison_proposal_new (N_ ("Withdraw {record}"));
  g_autofree LiaisonBreakChoice *choices = choose (found);
  g_autofree char *name = liaison_manner_tell_name (&self->manner, self->options.record);
  g_autoptr (GError) error = NULL;

  liaison_proposal_take_operand (proposal, liaison_operand_text ("record", name));
  liaison_trail_follow (self->plan->trail, editor);
  liaison_withdrawal_propose (found, choices, proposal);
  if (liaison_editor_commit (editor, proposal, &error))
    return TRUE;
  liaison_command_complain (_ ("The plan could not be changed."), error);
  return FALSE;
}

static int
withdraw (const Withdrawing *self)
{
  g_autoptr (LiaisonWithdrawal) found
      = liaison_withdrawal_new (self->snapshot, &self->options);
  gboolean to_output = wishes.output != NULL && strcmp (wishes.output, "-") == 0;

  if (found == NULL)
    {
      liaison_output_warn (_ ("That can be asked of a nation, group, participant, liaison post, "
                              "site, channel or agreement, and of a time that ends after it "
                              "begins."));
      return LIAISON_EXIT_FAILED;
    }
  int status = found->counts[LIAISON_SEVERITY_ERROR] + found->counts[LIAISON_SEVERITY_WARNING] > 0
                   ? LIAISON_EXIT_FOUND
                   : LIAISON_EXIT_DONE;
  if (wishes.output != NULL
      && (!apply (self, found) || !liaison_command_save (self->plan, wishes.output, FALSE)))
    return LIAISON_EXIT_FAILED;
  if (to_output)
    return status;
  if (liaison_command_wants_json ())
    return write_found (self, found, status);
  print_breaks (self, found);
  print_summary (self, found);
  return status;
}

static int
run (int argc, char *argv[])
{
  if (!liaison_command_parse (&liaison_verb_withdraw, entries, &argc, &argv))
    return LIAISON_EXIT_FAILED;
  if (argc != 3)
    return liaison_command_usage (&liaison_verb_withdraw,
                                  _ ("say which plan, and what is not there"));

  g_autoptr (LiaisonPlan) plan = liaison_command_load (argv[1]);
  if (plan == NULL)
    return LIAISON_EXIT_FAILED;
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  Withdrawing self = { .plan = plan,
                       .snapshot = snapshot,
                       .manner = liaison_command_get_manner (snapshot) };
  self.options.from = self.manner.now - self.manner.now % 60;
  self.options.until = LIAISON_WITHDRAWAL_FOR_GOOD;
  if (!read_subject (&self, argv[2]) || !read_time (&self, wishes.from, &self.options.from)
      || !read_time (&self, wishes.until, &self.options.until))
    return LIAISON_EXIT_FAILED;
  return withdraw (&self);
}

const LiaisonVerb liaison_verb_withdraw = {
  "withdraw",
  N_ ("PLAN NATION-OR-RECORD [-o FILE]"),
  N_ ("What breaks if a nation, site or agreement is not there"),
  run,
  N_ ("The record is a nation, group, participant, liaison post, site, channel or agreement, by "
      "code, serial, name or id. What breaks is listed by date, with who or what could step in. "
      "Without --output nothing is changed; with it the first of these take the place of what is "
      "missing, and the rest is cleared, closed or cancelled, as one edit.\n\nThe status is 1 "
      "where something breaks."),
};
