/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is left, and for each of it a set of constraints that cannot be kept together, though
 * without any one of them they can: found by leaving out more and more (R. Bakker and others, AAAI
 * 1993; in halves, as in U. Junker's QuickXplain, AAAI 2004), each time asking the exact search. */
#include "config.h"

#include "schedule/levelling-private.h"
#include "schedule/solver/feasible.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the exact search may take for one answer, and for all of one conflict. */
#define NODES 1500
#define ANSWERS 600
/* Conflicts beyond these are listed without reasons: nobody reads so many. */
#define MAX_EXPLAINED 60
/* Events looked at around a conflict. */
#define MAX_FREE 14
#define MAX_EVENTS 300

/* The neighbourhood of one conflict. */
typedef struct
{
  const LevelModel *model;
  GArray *events;    /* of guint, as they were added */
  guint8 *in;        /* each event */
  guint n_free;      /* of those in it, not held */
  guint answers;     /* asked for so far */
  gboolean unsure;   /* an answer was not given */
} Around;

static gboolean
is_held (const Around *self, guint event)
{
  return self->model->held[event] > 0;
}

static void
add_event (Around *self, guint event)
{
  if (event == LIAISON_NO_PLACE || self->in[event] || self->events->len >= MAX_EVENTS
      || (!is_held (self, event) && self->n_free >= MAX_FREE))
    return;
  self->in[event] = TRUE;
  self->n_free += !is_held (self, event);
  g_array_append_val (self->events, event);
}

/* The constraints of the events in it, those first that were added first. */
static GArray *
list_elements (const Around *self)
{
  const LevelModel *model = self->model;
  GArray *elements = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint k = 0; k < self->events->len; k++)
    {
      guint event = g_array_index (self->events, guint, k);
      for (guint i = model->first[event]; i < model->first[event + 1]; i++)
        {
          guint other = level_element (model, i)->other;
          if (other == LIAISON_NO_PLACE || self->in[other])
            g_array_append_val (elements, i);
        }
    }
  return elements;
}

static LiaisonSolverAnswer
ask (Around *self, const guint *elements, guint n)
{
  LevelProblem problem;
  LiaisonSolverAnswer answer;

  if (self->answers++ >= ANSWERS)
    return LIAISON_SOLVER_UNKNOWN;
  level_problem_init_part (&problem, self->model, elements, n);
  answer = liaison_solver_find_feasible (problem.problem, NODES, NULL);
  level_problem_clear (&problem);
  return answer;
}

/* Between which times the event may be, as far as it says so itself. */
static void
get_window (const LevelModel *model, guint event, gint64 *start, gint64 *end)
{
  *start = G_MININT64;
  *end = G_MAXINT64;
  for (guint i = model->first[event]; i < model->first[event + 1]; i++)
    {
      const LevelElement *element = level_element (model, i);
      if (element->kind == LEVEL_NOT_BEFORE)
        *start = MAX (*start, element->time);
      if (element->kind == LEVEL_DEADLINE)
        *end = MIN (*end, element->time);
    }
}

/* Others that use the pool while the event could: those that are held, or the rest. */
static void
grow_over_pool (Around *self, guint event, guint pool, gboolean held)
{
  const LevelModel *model = self->model;
  gint64 start, end;
  guint n;
  const LiaisonUse *uses = liaison_bookings_get_pool (model->bookings, pool, &n);

  get_window (model, event, &start, &end);
  for (guint i = 0; i < n; i++)
    if (is_held (self, uses[i].event) == held && uses[i].end > start && uses[i].start < end)
      add_event (self, uses[i].event);
}

/* Adds what touches it; FALSE: nothing more does. */
static gboolean
grow (Around *self)
{
  const LevelModel *model = self->model;
  guint n = self->events->len;

  for (guint stage = 0; stage < 3 && self->events->len == n; stage++)
    for (guint k = 0; k < n; k++)
      {
        guint event = g_array_index (self->events, guint, k);
        if (is_held (self, event))
          continue;
        for (guint i = model->first[event]; i < model->first[event + 1]; i++)
          {
            const LevelElement *element = level_element (model, i);
            if (element->kind == LEVEL_USE && stage != 1)
              grow_over_pool (self, event, element->pool, stage == 0);
            if ((element->kind == LEVEL_TIE || element->kind == LEVEL_TRAVEL) && stage == 1)
              add_event (self, element->other);
          }
        for (guint i = 0; stage == 1 && i < model->elements->len; i++)
          if (level_element (model, i)->kind == LEVEL_TIE
              && level_element (model, i)->other == event)
            add_event (self, level_element (model, i)->event);
      }
  return self->events->len > n;
}

/* Leaves out what is not needed for it to be impossible, in shrinking portions from the end. */
static void
shrink (Around *self, GArray *elements)
{
  g_autofree guint *rest = g_new (guint, elements->len + 1);

  for (guint portion = MAX (elements->len / 2, 1); portion > 0; portion /= 2)
    for (guint end = elements->len; end > 0;)
      {
        guint from = end > portion ? end - portion : 0;
        const guint *all = (const guint *) (gconstpointer) elements->data;
        guint n = elements->len - (end - from);

        memcpy (rest, all, from * sizeof *rest);
        memcpy (rest + from, all + end, (elements->len - end) * sizeof *rest);
        LiaisonSolverAnswer answer
            = n > 0 ? ask (self, rest, n) : LIAISON_SOLVER_POSSIBLE;
        if (answer == LIAISON_SOLVER_IMPOSSIBLE)
          g_array_remove_range (elements, from, end - from);
        else if (answer == LIAISON_SOLVER_UNKNOWN && portion == 1)
          self->unsure = TRUE;
        end = from;
      }
}

/* A set of constraints (places among the elements) that cannot be kept together; empty where none
 * was found. Transfer full. */
static GArray *
find_opposition (const LevelModel *model, const LevelConflict *conflict, gboolean *minimal)
{
  Around around = { .model = model };
  GArray *elements = NULL;

  around.events = g_array_new (FALSE, FALSE, sizeof (guint));
  around.in = g_new0 (guint8, model->n + 1);
  add_event (&around, conflict->event);
  add_event (&around, conflict->other);
  for (;;)
    {
      elements = list_elements (&around);
      LiaisonSolverAnswer answer
          = ask (&around, (const guint *) (gconstpointer) elements->data, elements->len);
      if (answer == LIAISON_SOLVER_IMPOSSIBLE)
        {
          shrink (&around, elements);
          break;
        }
      g_array_set_size (elements, 0);
      if (answer == LIAISON_SOLVER_UNKNOWN || !grow (&around))
        break;
      g_array_unref (elements);
    }
  *minimal = elements->len > 0 && !around.unsure;
  g_array_unref (around.events);
  g_free (around.in);
  return elements;
}

static void
take (GArray *operands, LiaisonOperand operand)
{
  g_array_append_val (operands, operand);
}

static const char *
tell_fixed (LevelBecause because)
{
  switch (because)
    {
    case LEVEL_BECAUSE_LOCKED:
      return N_("“{event}” is locked, from {time}.");
    case LEVEL_BECAUSE_DONE:
      return N_("“{event}” is under way or done, from {time}.");
    case LEVEL_BECAUSE_EARLY:
      return N_("“{event}” begins, at {time}, before anything is to be moved.");
    case LEVEL_BECAUSE_PARTS:
      return N_("“{event}” stays at {time} while its parts are fitted in.");
    case LEVEL_BECAUSE_SCOPE:
    default:
      return N_("“{event}” is not among those that may be moved, from {time}.");
    }
}

static const char *
tell_bound (const LevelElement *element)
{
  gboolean late = element->kind == LEVEL_DEADLINE;

  switch ((LevelBecause) element->because)
    {
    case LEVEL_BECAUSE_CONDUCT:
      return late ? N_("“{event}” belongs to the exercise, which ends at {time}.")
                  : N_("“{event}” belongs to the exercise, which starts at {time}.");
    case LEVEL_BECAUSE_STAGE:
      return late ? N_("“{event}” belongs to a planning stage that ends at {time}.")
                  : N_("“{event}” belongs to a planning stage that begins at {time}.");
    case LEVEL_BECAUSE_NOW:
      return N_("“{event}” is not to be moved into the past, before {time}.");
    case LEVEL_BECAUSE_FIELD:
    default:
      return late ? N_("“{event}” must have ended by {time}.")
                  : N_("“{event}” may not begin before {time}.");
    }
}

static const char *
tell_tie (const LevelElement *tie)
{
  if (tie->because == LEVEL_BECAUSE_PARENT)
    return N_("“{event}” and “{other}” are part and whole, and stay together.");
  if (tie->anchor)
    return N_("“{event}” hangs on “{other}” and comes no sooner after it.");
  switch ((LiaisonDependencyType) tie->type)
    {
    case LIAISON_DEPENDENCY_TYPE_START_START:
      return N_("“{event}” begins no earlier than {duration} after the beginning of “{other}”.");
    case LIAISON_DEPENDENCY_TYPE_FINISH_FINISH:
      return N_("“{event}” ends no earlier than {duration} after the end of “{other}”.");
    case LIAISON_DEPENDENCY_TYPE_START_FINISH:
      return N_("“{event}” ends no earlier than {duration} after the beginning of “{other}”.");
    case LIAISON_DEPENDENCY_TYPE_UNSET:
    case LIAISON_DEPENDENCY_TYPE_FINISH_START:
    default:
      return tie->said == 0 ? N_("“{event}” waits for the end of “{other}”.")
             : tie->said > 0
                 ? N_("“{event}” begins no earlier than {duration} after the end of “{other}”.")
                 : N_("“{event}” begins at most {duration} before the end of “{other}”.");
    }
}

static void
add_constraint (GArray *constraints, const LevelModel *model, const LevelElement *element)
{
  static const char *const codes[] = { "fixed", "not-before", "deadline", "calendar",
                                       "tie",   "use",        "travel" };
  LiaisonConstraint constraint = { .operands = liaison_operands_new (),
                                   .event = model->events[element->event].block->id,
                                   .code = codes[element->kind] };
  GArray *operands = constraint.operands;

  take (operands, liaison_operand_record ("event", constraint.event));
  if (element->other != LIAISON_NO_PLACE)
    {
      constraint.other = model->events[element->other].block->id;
      take (operands, liaison_operand_record ("other", constraint.other));
    }
  switch ((LevelElementKind) element->kind)
    {
    case LEVEL_FIXED:
      constraint.sentence = tell_fixed (element->because);
      take (operands, liaison_operand_seconds_at ("time", element->time));
      break;
    case LEVEL_NOT_BEFORE:
    case LEVEL_DEADLINE:
      constraint.sentence = tell_bound (element);
      take (operands, liaison_operand_seconds_at ("time", element->time));
      break;
    case LEVEL_CALENDAR:
      constraint.sentence = N_("“{event}” needs its site open and working time of those who take part.");
      break;
    case LEVEL_TIE:
      constraint.sentence = tell_tie (element);
      take (operands, liaison_operand_duration ("duration", ABS (element->said)));
      break;
    case LEVEL_TRAVEL:
      constraint.sentence
          = N_("The way between “{event}” and “{other}” takes {duration}.");
      take (operands, liaison_operand_duration ("duration", element->lag));
      break;
    case LEVEL_USE:
    default:
      {
        guint resource = liaison_bookings_get_pool_resource (model->bookings, element->pool);
        guint capacity = liaison_bookings_get_capacity (model->bookings, resource);
        constraint.other = liaison_bookings_get_resource (model->bookings, resource)->id;
        constraint.sentence = capacity == 1 && element->amount == 1
                                  ? N_("“{event}” needs “{resource}” for {duration}.")
                                  : N_("“{event}” needs {amount} of “{resource}”, which has "
                                       "{capacity}, for {duration}.");
        take (operands, liaison_operand_record ("resource", constraint.other));
        take (operands, liaison_operand_integer ("amount", element->amount));
        take (operands, liaison_operand_integer ("capacity", capacity));
        take (operands, liaison_operand_duration ("duration", element->until - element->from));
        break;
      }
    }
  g_array_append_val (constraints, constraint);
}

static const char *
tell_conflict (const LevelConflict *conflict, const LevelElement *element)
{
  switch ((LevelElementKind) element->kind)
    {
    case LEVEL_USE:
      return conflict->other == LIAISON_NO_PLACE
                 ? N_("“{event}” asks for more of “{resource}” than there is.")
                 : N_("“{event}” and “{other}” still need “{resource}” at one time.");
    case LEVEL_TRAVEL:
      return N_("There is still too little time for the way between “{event}” and “{other}”.");
    case LEVEL_TIE:
      return element->because == LEVEL_BECAUSE_PARENT
                 ? N_("“{event}” and “{other}” are still not within one another.")
                 : N_("“{event}” still stands {duration} too early after “{other}”.");
    case LEVEL_CALENDAR:
      return N_("“{event}” still stands outside working time.");
    case LEVEL_DEADLINE:
      return N_("“{event}” still ends {duration} too late.");
    case LEVEL_NOT_BEFORE:
    case LEVEL_FIXED:
    default:
      return N_("“{event}” still begins {duration} too early.");
    }
}

static LiaisonUnsolved *
add_unsolved (LiaisonLevelling *levelling, LiaisonId event, const char *sentence)
{
  LiaisonUnsolved unsolved = { .event = event,
                               .sentence = sentence,
                               .operands = liaison_operands_new (),
                               .constraints = level_constraints_new () };

  g_array_append_val (levelling->unsolved, unsolved);
  return &g_array_index (levelling->unsolved, LiaisonUnsolved, levelling->unsolved->len - 1);
}

static void
tell (LiaisonLevelling *levelling,
      const LevelModel *model,
      const LevelConflict *conflict,
      const GArray *elements,
      gboolean minimal)
{
  LiaisonId event = model->events[conflict->event].block->id;
  LiaisonUnsolved *unsolved = add_unsolved (
      levelling, event, tell_conflict (conflict, level_element (model, conflict->element)));

  take (unsolved->operands, liaison_operand_record ("event", event));
  take (unsolved->operands, liaison_operand_duration ("duration", conflict->by));
  if (conflict->other != LIAISON_NO_PLACE)
    take (unsolved->operands,
          liaison_operand_record ("other", model->events[conflict->other].block->id));
  if (conflict->pool != LIAISON_NO_PLACE)
    {
      guint resource = liaison_bookings_get_pool_resource (model->bookings, conflict->pool);
      take (unsolved->operands,
            liaison_operand_record (
                "resource", liaison_bookings_get_resource (model->bookings, resource)->id));
    }
  unsolved->minimal = minimal;
  for (guint i = 0; i < elements->len; i++)
    add_constraint (unsolved->constraints, model,
                    level_element (model, g_array_index (elements, guint, i)));
}

/* Each waits for the one before it: without any one of these ties there is no circle. */
static void
tell_circles (LiaisonLevelling *levelling, const LevelModel *model)
{
  const guint *events = (const guint *) (gconstpointer) model->circles->data;

  for (guint first = 0, end; first < model->circles->len; first = end + 1)
    {
      for (end = first; events[end] != LIAISON_NO_PLACE;)
        end++;
      LiaisonUnsolved *unsolved
          = add_unsolved (levelling, model->events[events[first]].block->id,
                          N_("These wait for each other in a circle: {events}."));
      unsolved->minimal = TRUE;
      for (guint i = first; i < end; i++)
        {
          guint before = events[i > first ? i - 1 : end - 1];
          LevelElement tie = { .kind = LEVEL_TIE, .event = events[i], .other = before,
                               .pool = LIAISON_NO_PLACE };
          take (unsolved->operands,
                liaison_operand_record ("events", model->events[events[i]].block->id));
          add_constraint (unsolved->constraints, model, &tie);
          g_array_index (unsolved->constraints, LiaisonConstraint, i - first).sentence
              = N_("“{event}” waits for “{other}”.");
        }
    }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint one = *(const guint *) a, two = *(const guint *) b;

  return one < two ? -1 : one > two;
}

/* Whether the same constraints stood against each other already. */
static gboolean
is_known (const GPtrArray *known, const GArray *elements)
{
  for (guint i = 0; elements->len > 0 && i < known->len; i++)
    {
      const GArray *other = known->pdata[i];
      if (other->len == elements->len
          && memcmp (other->data, elements->data, elements->len * sizeof (guint)) == 0)
        return TRUE;
    }
  return FALSE;
}

void
level_explain_unsolved (LiaisonLevelling *levelling,
                        const LevelModel *after,
                        const GArray *conflicts)
{
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < conflicts->len; i++)
    {
      const LevelConflict *conflict = &g_array_index (conflicts, LevelConflict, i);
      gboolean minimal = FALSE;
      GArray *elements = i < MAX_EXPLAINED ? find_opposition (after, conflict, &minimal)
                                           : g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_sort (elements, compare_places);
      if (!is_known (known, elements))
        tell (levelling, after, conflict, elements, minimal);
      g_ptr_array_add (known, elements);
    }
  tell_circles (levelling, after);
}
