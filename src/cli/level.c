/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"
#include "grid.h"
#include "interrupt.h"

#include "edit/editor.h"
#include "edit/trail.h"
#include "record/kinds/event.h"
#include "review/comparison.h"
#include "schedule/levelling.h"

#include <string.h>
#include <unistd.h>

/* What the options say; kept for the life of the process. */
static struct
{
  char *goal;
  double seconds;
  gint64 schedules;
  gint64 seed;
  char **only;
  char *from;
  char *output;
} wishes = { .seed = 1 };

static const GOptionEntry entries[] = {
  { "goal", 0, 0, G_OPTION_ARG_STRING, &wishes.goal,
    N_ ("“least” (few and small moves, the default) or “shortest”"), N_ ("GOAL") },
  { "seconds", 0, 0, G_OPTION_ARG_DOUBLE, &wishes.seconds,
    N_ ("Search so long; without it, as long as such a plan needs"), N_ ("NUMBER") },
  { "schedules", 0, 0, G_OPTION_ARG_INT64, &wishes.schedules,
    N_ ("Try so many schedules at most"), N_ ("NUMBER") },
  { "seed", 0, 0, G_OPTION_ARG_INT64, &wishes.seed,
    N_ ("Another seed may lead to another schedule"), N_ ("NUMBER") },
  { "only", 0, 0, G_OPTION_ARG_STRING_ARRAY, &wishes.only,
    N_ ("Move this event, by id, serial or name; may be given several times"), N_ ("EVENT") },
  { "from", 0, 0, G_OPTION_ARG_STRING, &wishes.from,
    N_ ("Move nothing that begins before this time; “now” is one"), N_ ("TIME") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wishes.output, N_ ("Write the plan there"),
    N_ ("FILE") },
  { NULL },
};

/* A run of the verb. Borrows all but what it says. */
typedef struct
{
  LiaisonPlan *plan;
  LiaisonSnapshot *snapshot;
  LiaisonManner manner;
  LiaisonLevelOptions options;
  GArray *only; /* of LiaisonId, owned */
  gint64 told;  /* when progress was told last, of the monotonic clock */
} Levelling;

static gboolean
complain (const char *msgid, const char *text)
{
  g_autofree char *problem = liaison_words_format (liaison_command_get_words (), msgid,
                                                   liaison_operand_text ("text", text));

  liaison_output_warn (problem);
  return FALSE;
}

static gboolean
read_goal (Levelling *self)
{
  if (wishes.goal == NULL || strcmp (wishes.goal, "least") == 0)
    self->options.goal = LIAISON_LEVEL_LEAST;
  else if (strcmp (wishes.goal, "shortest") == 0)
    self->options.goal = LIAISON_LEVEL_SHORTEST;
  else
    return complain (N_ ("There is no goal “{text}”. Use “least” or “shortest”."), wishes.goal);
  if (wishes.seconds < 0 || wishes.seconds > 86400 || wishes.schedules < 0)
    return complain (N_ ("Seconds go from 0 to 86400, and schedules cannot be fewer than none."),
                     "");
  self->options.seconds = wishes.seconds;
  self->options.schedules = wishes.schedules;
  self->options.seed = (guint64) wishes.seed;
  return TRUE;
}

static gboolean
read_only (Levelling *self)
{
  const LiaisonField *field
      = &liaison_dependency_shape.fields[LIAISON_FIELD (Dependency, event)];

  for (guint i = 0; wishes.only != NULL && wishes.only[i] != NULL; i++)
    {
      g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
      g_autoptr (GError) error = NULL;
      if (!liaison_manner_read_field (&self->manner, self->snapshot, field, NULL, wishes.only[i],
                                      &value, &error)
          || value.form != LIAISON_VALUE_FIELD)
        {
          liaison_output_warn (error != NULL ? error->message : _ ("An event is expected."));
          return FALSE;
        }
      g_array_append_val (self->only, value.as.id);
    }
  if (self->only->len > 0)
    {
      self->options.only = (const LiaisonId *) (gconstpointer) self->only->data;
      self->options.n_only = self->only->len;
    }
  return TRUE;
}

static gboolean
read_from (Levelling *self)
{
  const LiaisonField *field = &liaison_event_kind.shape.fields[LIAISON_FIELD (Event, not_before)];
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  self->options.from = G_MININT64;
  self->options.now = G_MININT64;
  if (wishes.from == NULL)
    return TRUE;
  if (strcmp (wishes.from, "now") == 0)
    self->options.from = self->manner.now;
  else if (!liaison_manner_read_field (&self->manner, self->snapshot, field, NULL, wishes.from,
                                       &value, &error)
           || value.form != LIAISON_VALUE_FIELD
           || liaison_times_resolve (&self->manner.lookup, &value.as.instant, &self->options.from,
                                     NULL)
                  != LIAISON_TIME_KNOWN)
    {
      liaison_output_warn (error != NULL ? error->message : _ ("A time is expected."));
      return FALSE;
    }
  self->options.now = self->options.from;
  return TRUE;
}

static void
progress_cb (const LiaisonLevelProgress *progress, gpointer data)
{
  Levelling *self = data;
  gint64 now = g_get_monotonic_time ();

  if (now - self->told < G_USEC_PER_SEC / 10)
    return;
  self->told = now;
  g_autofree char *line = liaison_words_format_plural (
      self->manner.words, "Levelling… {n} move so far. Ctrl+C takes the best so far.",
      "Levelling… {n} moves so far. Ctrl+C takes the best so far.", progress->moved,
      liaison_operand_integer ("n", progress->moved));
  g_printerr ("\r%s\033[K", line);
}

static char *
tell_shift (const Levelling *self, const LiaisonMove *move)
{
  LiaisonOperand operand = liaison_operand_duration ("duration", move->to - move->from);

  return liaison_words_format_operand (self->manner.words, &operand, NULL);
}

static void
add_cell (LiaisonGrid *grid, char *taken)
{
  liaison_grid_add (grid, taken);
  g_free (taken);
}

static void
print_moves (const Levelling *self, const LiaisonLevelling *found)
{
  const char *const heads[] = { N_ ("Old start"), N_ ("New start"), N_ ("Moved by"), N_ ("Event"),
                                N_ ("Why") };
  g_autoptr (LiaisonGrid) grid = liaison_grid_new (G_N_ELEMENTS (heads));

  for (guint i = 0; i < 3; i++)
    liaison_grid_set_role (grid, i, LIAISON_GRID_WHOLE);
  liaison_grid_set_role (grid, 3, LIAISON_GRID_NAME);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    liaison_grid_add (grid, _ (heads[i]));
  for (guint i = 0; i < found->moves->len; i++)
    {
      const LiaisonMove *move = &g_array_index (found->moves, LiaisonMove, i);
      const LiaisonBlock *block = liaison_snapshot_find (found->before, move->record);
      if (move->form == LIAISON_MOVE_STAYS)
        continue;
      const char *zone = liaison_times_get_zone (&self->manner.lookup, block);
      add_cell (grid, liaison_manner_tell_time (&self->manner, move->from, zone));
      add_cell (grid, liaison_manner_tell_time (&self->manner, move->to, zone));
      add_cell (grid, tell_shift (self, move));
      add_cell (grid, liaison_manner_tell_block_name (&self->manner, block));
      add_cell (grid, liaison_manner_tell_sentence (&self->manner, move->sentence, move->operands));
    }
  if (found->n_moved > 0)
    liaison_grid_print (grid, liaison_output_get_terminal_width ());
}

static void
print_unsolved (const Levelling *self, const LiaisonLevelling *found)
{
  for (guint i = 0; i < found->unsolved->len; i++)
    {
      const LiaisonUnsolved *unsolved = &g_array_index (found->unsolved, LiaisonUnsolved, i);
      g_autofree char *line = liaison_manner_tell_sentence (&self->manner, unsolved->sentence,
                                                            unsolved->operands);
      liaison_output_print_line ("");
      liaison_output_print_line (line);
      if (unsolved->constraints->len > 0)
        liaison_output_print_line (_ ("These cannot all be kept; without any one of them it "
                                      "would go:"));
      else
        liaison_output_print_line (_ ("Nothing was found that forbids it; more time may help."));
      for (guint k = 0; k < unsolved->constraints->len; k++)
        {
          const LiaisonConstraint *constraint
              = &g_array_index (unsolved->constraints, LiaisonConstraint, k);
          g_autofree char *text = liaison_manner_tell_sentence (
              &self->manner, constraint->sentence, constraint->operands);
          g_autofree char *item = g_strconcat ("  – ", text, NULL);
          liaison_output_print_line (item);
        }
    }
}

static void
print_summary (const Levelling *self,
               const LiaisonLevelling *found,
               const LiaisonReviewComparison *review)
{
  g_autofree char *moved = liaison_words_format_plural (
      self->manner.words, "{n} event moves.", "{n} events move.", found->n_moved,
      liaison_operand_integer ("n", found->n_moved));
  g_autofree char *conflicts = liaison_words_format (
      self->manner.words, N_ ("Conflicts of times: {before} before, {after} afterwards."),
      liaison_operand_integer ("before", found->n_before),
      liaison_operand_integer ("after", found->n_after));

  if (found->n_moved > 0)
    liaison_output_print_line ("");
  liaison_output_print_line (moved);
  liaison_output_print_line (conflicts);
  for (guint i = 0; review != NULL && i < review->arisen->len; i++)
    {
      g_autofree char *finding
          = liaison_manner_tell_finding (&self->manner, review->arisen->pdata[i]);
      g_autofree char *line = liaison_words_format (
          self->manner.words, N_ ("New: {finding}"), liaison_operand_text ("finding", finding));
      liaison_output_print_line (line);
    }
}

static void
write_sentence (const Levelling *self, LiaisonJsonWriter *writer, const char *name,
                const char *sentence, const GArray *operands)
{
  g_autofree char *text = liaison_manner_tell_sentence (&self->manner, sentence, operands);

  liaison_command_write_member (writer, name, text);
}

static void
write_id (LiaisonJsonWriter *writer, const char *name, LiaisonId id)
{
  char text[LIAISON_ID_TEXT_SIZE];

  liaison_id_format (id, text);
  liaison_command_write_member (writer, name, text);
}

static void
write_integer (LiaisonJsonWriter *writer, const char *name, gint64 integer)
{
  liaison_json_writer_name (writer, name);
  liaison_json_writer_integer (writer, integer);
}

static void
write_time (const Levelling *self, LiaisonJsonWriter *writer, const char *name,
            const LiaisonBlock *block, gint64 seconds)
{
  const char *zone = liaison_times_get_zone (&self->manner.lookup, block);
  char text[LIAISON_INSTANT_TEXT_SIZE] = "";
  LiaisonInstant instant = { 0 };

  if (liaison_instant_from_unix (seconds, zone, &instant))
    liaison_instant_format (&instant, text);
  liaison_command_write_member (writer, name, text);
}

static void
write_moves (const Levelling *self, const LiaisonLevelling *found, LiaisonJsonWriter *writer)
{
  liaison_json_writer_name (writer, "moves");
  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < found->moves->len; i++)
    {
      const LiaisonMove *move = &g_array_index (found->moves, LiaisonMove, i);
      const LiaisonBlock *block = liaison_snapshot_find (found->before, move->record);
      g_autofree char *name = liaison_manner_tell_block_name (&self->manner, block);
      if (move->form == LIAISON_MOVE_STAYS)
        continue;
      liaison_json_writer_begin_object (writer);
      write_id (writer, "event", move->record);
      liaison_command_write_member (writer, "name", name);
      write_time (self, writer, "from", block, move->from);
      write_time (self, writer, "to", block, move->to);
      write_integer (writer, "by", move->to - move->from);
      liaison_json_writer_name (writer, "along");
      liaison_json_writer_boolean (writer, move->form == LIAISON_MOVE_ALONG);
      write_sentence (self, writer, "why", move->sentence, move->operands);
      liaison_json_writer_end_object (writer);
    }
  liaison_json_writer_end_array (writer);
}

static void
write_constraints (const Levelling *self, const LiaisonUnsolved *unsolved,
                   LiaisonJsonWriter *writer)
{
  liaison_json_writer_name (writer, "constraints");
  liaison_json_writer_begin_array (writer);
  for (guint k = 0; k < unsolved->constraints->len; k++)
    {
      const LiaisonConstraint *constraint
          = &g_array_index (unsolved->constraints, LiaisonConstraint, k);
      liaison_json_writer_begin_object (writer);
      liaison_command_write_member (writer, "kind", constraint->code);
      write_id (writer, "event", constraint->event);
      if (!liaison_id_is_zero (constraint->other))
        write_id (writer, "other", constraint->other);
      write_sentence (self, writer, "message", constraint->sentence, constraint->operands);
      liaison_json_writer_end_object (writer);
    }
  liaison_json_writer_end_array (writer);
}

static void
write_unsolved (const Levelling *self, const LiaisonLevelling *found, LiaisonJsonWriter *writer)
{
  liaison_json_writer_name (writer, "unsolved");
  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < found->unsolved->len; i++)
    {
      const LiaisonUnsolved *unsolved = &g_array_index (found->unsolved, LiaisonUnsolved, i);
      liaison_json_writer_begin_object (writer);
      write_id (writer, "event", unsolved->event);
      write_sentence (self, writer, "message", unsolved->sentence, unsolved->operands);
      liaison_json_writer_name (writer, "minimal");
      liaison_json_writer_boolean (writer, unsolved->minimal);
      write_constraints (self, unsolved, writer);
      liaison_json_writer_end_object (writer);
    }
  liaison_json_writer_end_array (writer);
}

static int
write_found (const Levelling *self,
             const LiaisonLevelling *found,
             const LiaisonReviewComparison *review,
             int status)
{
  LiaisonJsonWriter *writer = liaison_output_begin_json ();

  liaison_json_writer_begin_object (writer);
  write_moves (self, found, writer);
  write_unsolved (self, found, writer);
  liaison_json_writer_name (writer, "conflicts");
  liaison_json_writer_begin_object (writer);
  write_integer (writer, "before", found->n_before);
  write_integer (writer, "after", found->n_after);
  liaison_json_writer_end_object (writer);
  if (review != NULL)
    {
      liaison_json_writer_name (writer, "findings");
      liaison_json_writer_begin_object (writer);
      write_integer (writer, "before", review->n_before);
      write_integer (writer, "after", review->n_after);
      write_integer (writer, "new", review->arisen->len);
      liaison_json_writer_end_object (writer);
    }
  write_integer (writer, "schedules", found->schedules);
  liaison_json_writer_name (writer, "proven");
  liaison_json_writer_boolean (writer, found->proven);
  liaison_json_writer_name (writer, "cancelled");
  liaison_json_writer_boolean (writer, found->cancelled);
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
apply (const Levelling *self, const LiaisonLevelling *found)
{
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (self->plan->document, now_cb, NULL);
  g_autoptr (LiaisonProposal) proposal = liaison_proposal_new (N_ ("Resolve conflicts"));
  g_autoptr (GError) error = NULL;

  liaison_trail_follow (self->plan->trail, editor);
  liaison_moves_propose (found->moves, found->before, NULL, proposal);
  if (liaison_editor_commit (editor, proposal, &error))
    return TRUE;
  liaison_command_complain (_ ("The schedule could not be changed."), error);
  return FALSE;
}

static LiaisonLevelling *
find (Levelling *self)
{
  gboolean tells = isatty (STDERR_FILENO);
  LiaisonLevelling *found;

  self->options.cancellable = liaison_interrupt_begin ();
  if (tells)
    {
      self->options.progress = progress_cb;
      self->options.progress_data = self;
    }
  found = liaison_level (self->snapshot, &self->options);
  if (tells)
    g_printerr ("\r\033[K");
  liaison_interrupt_take ();
  return found;
}

static int
level (Levelling *self)
{
  g_autoptr (LiaisonLevelling) found = find (self);
  g_autoptr (LiaisonReviewComparison) review
      = liaison_review_compare (found->before, found->after, self->manner.now, NULL);
  gboolean to_output = wishes.output != NULL && strcmp (wishes.output, "-") == 0;
  int status = found->unsolved->len > 0 ? LIAISON_EXIT_FOUND : LIAISON_EXIT_DONE;

  if (wishes.output != NULL
      && (!apply (self, found) || !liaison_command_save (self->plan, wishes.output, FALSE)))
    return LIAISON_EXIT_FAILED;
  if (to_output)
    return status;
  if (liaison_command_wants_json ())
    return write_found (self, found, review, status);
  print_moves (self, found);
  print_unsolved (self, found);
  print_summary (self, found, review);
  return status;
}

static int
run (int argc, char *argv[])
{
  if (!liaison_command_parse (&liaison_verb_level, entries, &argc, &argv))
    return LIAISON_EXIT_FAILED;
  if (argc != 2)
    return liaison_command_usage (&liaison_verb_level, _ ("say which plan"));

  g_autoptr (LiaisonPlan) plan = liaison_command_load (argv[1]);
  if (plan == NULL)
    return LIAISON_EXIT_FAILED;
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (GArray) only = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  Levelling self = { .plan = plan,
                     .snapshot = snapshot,
                     .manner = liaison_command_get_manner (snapshot),
                     .only = only };
  if (!read_goal (&self) || !read_only (&self) || !read_from (&self))
    return LIAISON_EXIT_FAILED;
  return level (&self);
}

const LiaisonVerb liaison_verb_level = {
  "level",
  N_ ("PLAN [-o FILE]"),
  N_ ("Find times at which events do not clash"),
  run,
  N_ ("Sites, people, posts and channels are not booked beyond what they have, working hours, "
      "observances and dependencies are kept, and locked events stay. Without --output the moves "
      "are only told.\n\nThe status is 1 where something could not be solved; what opposes it is "
      "told. Without --seconds the same plan and seed give the same schedule."),
};
