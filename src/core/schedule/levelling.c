/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/levelling.h"

#include "schedule/conflicts.h"
#include "schedule/levelling-private.h"
#include "schedule/solver/solve.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What cannot be on time, or would stand in the way anew, is left where it is, and all is tried
 * once more; at most so often. Each of these rounds is given a part of what may be used. */
#define MAX_ROUNDS 16
#define ROUND_SHARE 8
/* Schedules tried where nobody says how many. */
#define SCHEDULES 12000
/* Of more tasks fewer are tried, so that no plan takes much longer than others. */
#define TRIED_TASKS 1000

/* One run. */
typedef struct
{
  /* Borrowed */
  const LiaisonLevelOptions *options;
  LevelModel *model;
  const LevelProblem *problem;

  LevelCalendars *calendars;   /* owned */
  LevelModel *before, *after;  /* owned: of the plan, and of the best found; NULL: the same */

  int cancelled; /* read by the solver */
  gint64 schedules;
  gint64 end_time; /* of g_get_monotonic_time, or 0 */
  gboolean proven;
} Run;

static void
cancelled_cb (GCancellable *cancellable, gpointer data)
{
  g_atomic_int_set (&((Run *) data)->cancelled, 1);
}

static void
progress_cb (const LiaisonSolverProgress *found, gpointer data)
{
  const Run *run = data;
  const LevelProblem *problem = run->problem;
  LiaisonLevelProgress progress = { .late = found->lateness * problem->unit,
                                    .end = problem->origin + found->makespan * problem->unit,
                                    .schedules = run->schedules + found->schedules };

  for (guint task = 0; task < problem->n_tasks; task++)
    {
      gint64 start = problem->origin + found->starts[task] * problem->unit;
      progress.moved += start != problem->base[task];
      progress.shift += ABS (start - problem->base[task]);
    }
  run->options->progress (&progress, run->options->progress_data);
}

/* How many schedules may be tried now; 0: no limit but the time. */
static gint64
get_budget (const Run *run, gboolean in_full)
{
  gint64 all = run->options->schedules;

  if (all <= 0 && run->options->seconds > 0)
    return 0;
  if (all <= 0)
    all = MAX (SCHEDULES * (gint64) TRIED_TASKS / MAX (run->problem->n_tasks, TRIED_TASKS), 200);
  return in_full ? MAX (all - run->schedules, 1) : MAX (all / ROUND_SHARE, 1);
}

static double
get_seconds (const Run *run, gboolean in_full)
{
  double left;

  if (run->end_time == 0)
    return 0;
  left = (double) (run->end_time - g_get_monotonic_time ()) / G_USEC_PER_SEC;
  return MAX (in_full ? left : left / ROUND_SHARE, 0.001);
}

/* The start of each event (Unix s) in the best schedule; NULL: there is none. Transfer full. */
static gint64 *
solve (Run *run, gboolean in_full)
{
  const LevelModel *model = run->model;
  const LevelProblem *problem = run->problem;
  LiaisonSolverOptions options = { .goal = run->options->goal == LIAISON_LEVEL_SHORTEST
                                               ? LIAISON_SOLVER_SHORTEST
                                               : LIAISON_SOLVER_LEAST,
                                   .seed = run->options->seed,
                                   .schedules = get_budget (run, in_full),
                                   .seconds = get_seconds (run, in_full),
                                   .cancel = &run->cancelled,
                                   .progress = run->options->progress != NULL ? progress_cb : NULL,
                                   .progress_data = run };

  g_autoptr (LiaisonSolverResult) result
      = liaison_solver_solve (problem->problem, &options, NULL);
  if (result == NULL)
    return NULL;
  run->schedules += result->schedules;
  run->proven = result->proven;
  gint64 *starts = g_new0 (gint64, model->n + 1);
  for (guint i = 0; i < model->n; i++)
    {
      guint task = problem->task[i];
      starts[i] = model->events[i].start;
      if (task != LIAISON_NO_PLACE)
        starts[i] += problem->origin + result->starts[task] * problem->unit - problem->base[task];
    }
  return starts;
}

/* Leaves alone, from now on, what could not be brought to where it must be: better as it was than
 * somewhere else and wrong too. */
static gboolean
give_up_breaches (const LevelModel *model, const gint64 *starts, guint8 *stuck)
{
  gboolean more = FALSE;

  for (guint i = 0; i < model->elements->len; i++)
    {
      const LevelElement *element = level_element (model, i);
      guint group = model->group[element->event];
      if (element->kind == LEVEL_TIE && (model->stays[group] || stuck[group]))
        group = model->group[element->other];
      if (model->stays[group] || stuck[group] || level_get_breach (model, element, starts) <= 0)
        continue;
      stuck[group] = TRUE;
      more = TRUE;
    }
  return more;
}

/* What hangs on another event and is to stay, whether that moves or not, is listed too. */
static GArray *
list_moves (const LevelModel *model, const gint64 *starts)
{
  GArray *moves = liaison_moves_new ();

  for (guint i = 0; i < model->n; i++)
    {
      const LiaisonScheduledEvent *event = &model->events[i];
      gboolean moves_away = starts[i] != event->start;
      if (event->occurs
          && (moves_away
              || LIAISON_DATA (Event, event->block)->start.form > LIAISON_INSTANT_FIXED))
        liaison_moves_add (moves, event->block,
                           moves_away ? LIAISON_MOVE_CHANGES : LIAISON_MOVE_STAYS, event->start,
                           starts[i]);
    }
  return moves;
}

/* A conflict as it can be found again when times have changed: what stands against what. */
static guint64
identify (const LevelModel *model, const LevelConflict *conflict)
{
  guint64 low = MIN (conflict->event, conflict->other), high = MAX (conflict->event, conflict->other);
  guint64 sort = conflict->pool != LIAISON_NO_PLACE
                     ? 16 + liaison_bookings_get_pool_resource (model->bookings, conflict->pool)
                     : level_element (model, conflict->element)->kind;

  if (conflict->other == LIAISON_NO_PLACE)
    high = 0xffffff;
  return (low << 40) ^ (high << 16) ^ (sort * 0x9e3779b1);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint64 one = *(const guint64 *) a, two = *(const guint64 *) b;

  return one < two ? -1 : one > two;
}

static GArray *
identify_all (const LevelModel *model, const GArray *conflicts)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint64));

  for (guint i = 0; i < conflicts->len; i++)
    {
      guint64 number = identify (model, &g_array_index (conflicts, LevelConflict, i));
      g_array_append_val (numbers, number);
    }
  g_array_sort (numbers, compare_numbers);
  return numbers;
}

/* Looks at the whole plan as it would be. What stands in the way there and did not before is a
 * thing the problem did not know of, such as a clock change on the way: what has moved into it is
 * left alone from now on. */
static gboolean
give_up_new (Run *run, LiaisonSnapshot *after, const gint64 *starts, guint8 *stuck)
{
  LevelModel *before = run->model;
  g_autoptr (LevelModel) model = level_model_new (
      after, before->options, before->calendars, before->parts);
  g_autoptr (GArray) old = level_find_conflicts (before);
  g_autoptr (GArray) new = level_find_conflicts (model);
  g_autoptr (GArray) known = identify_all (before, old);
  gboolean more = FALSE;

  for (guint i = 0; i < new->len; i++)
    {
      const LevelConflict *conflict = &g_array_index (new, LevelConflict, i);
      guint64 number = identify (model, conflict);
      guint events[] = { conflict->event, conflict->other };
      if (bsearch (&number, known->data, known->len, sizeof number, compare_numbers) != NULL)
        continue;
      for (guint k = 0; k < 2; k++)
        {
          if (events[k] == LIAISON_NO_PLACE || starts[events[k]] == before->events[events[k]].start)
            continue;
          guint group = before->group[events[k]];
          more |= !stuck[group];
          stuck[group] = TRUE;
        }
    }
  if (!more)
    {
      g_clear_pointer (&run->after, level_model_free);
      run->after = g_steal_pointer (&model);
    }
  return more;
}

/* The plan after one search; NULL where what was found will not do: what to leave alone is then
 * noted in @stuck, if there is more of that. */
static LiaisonSnapshot *
try_once (Run *run, LiaisonSnapshot *snapshot, guint8 *stuck, gboolean in_full, gboolean *more)
{
  LevelProblem problem;

  *more = FALSE;
  level_problem_init (&problem, run->model, stuck);
  run->problem = &problem;
  g_autofree gint64 *starts = solve (run, in_full);
  run->problem = NULL;
  level_problem_clear (&problem);
  if (starts == NULL)
    return NULL;
  *more = give_up_breaches (run->model, starts, stuck);
  if (*more)
    return NULL;
  g_autoptr (GArray) moves = list_moves (run->model, starts);
  g_autoptr (LiaisonSnapshot) found = liaison_moves_apply (moves, snapshot, NULL);
  *more = give_up_new (run, found, starts, stuck);
  return *more ? NULL : g_steal_pointer (&found);
}

/* The plan after a search in rounds and then a long one; the same plan where nothing was found. */
static LiaisonSnapshot *
pass (Run *run, LiaisonSnapshot *snapshot, gboolean parts)
{
  LevelModel *model = level_model_new (snapshot, run->options, run->calendars, parts);
  g_autofree guint8 *stuck = g_new0 (guint8, model->n + 1);
  LiaisonSnapshot *found = NULL;
  gboolean more = TRUE;

  run->model = model;
  for (guint round = 0; round < MAX_ROUNDS && more && found == NULL; round++)
    found = try_once (run, snapshot, stuck, FALSE, &more);
  if (found != NULL && !run->proven && g_atomic_int_get (&run->cancelled) == 0
      && (run->options->schedules <= 0 || run->schedules < run->options->schedules))
    {
      LiaisonSnapshot *better = try_once (run, snapshot, stuck, TRUE, &more);
      if (better != NULL)
        liaison_snapshot_unref (found);
      found = better != NULL ? better : found;
    }
  run->model = NULL;
  if (!parts)
    run->before = model;
  else
    level_model_free (model);
  return found != NULL ? found : liaison_snapshot_ref (snapshot);
}

/* Whether parts of one event still stand in each other's way. */
static gboolean
has_trouble_in_parts (const Run *run)
{
  const LevelModel *model = run->after != NULL ? run->after : run->before;

  for (guint i = 0; i < model->n; i++)
    if (model->troubled[i] && model->events[i].occurs && level_shares (model, i))
      return TRUE;
  return FALSE;
}

static gint64
get_end (const LevelModel *model)
{
  gint64 end = G_MININT64;

  for (guint i = 0; i < model->n; i++)
    if (model->events[i].occurs)
      end = MAX (end, model->events[i].end);
  return end;
}

/* Everything that is elsewhere afterwards, whether by an edit of its own or along with another; and
 * what only stays because it says anew how far it is from what it hangs on. */
static void
list_all_moves (LiaisonLevelling *self, const LevelModel *before, const LevelModel *after)
{
  for (guint i = 0; i < before->n; i++)
    {
      const LiaisonScheduledEvent *from = &before->events[i], *to = &after->events[i];
      gboolean edited = !liaison_instant_equal (&LIAISON_DATA (Event, from->block)->start,
                                                &LIAISON_DATA (Event, to->block)->start);
      if (!from->occurs || !to->occurs)
        continue;
      self->n_moved += from->start != to->start;
      if (from->start != to->start)
        liaison_moves_add (self->moves, from->block,
                           edited ? LIAISON_MOVE_CHANGES : LIAISON_MOVE_ALONG, from->start,
                           to->start);
      else if (edited)
        liaison_moves_add (self->moves, from->block, LIAISON_MOVE_STAYS, from->start, to->start)
            ->sentence
            = N_("It stays, though what it hangs on moves.");
    }
}

static int
compare_moves (gconstpointer a, gconstpointer b)
{
  const LiaisonMove *one = a, *two = b;

  if (one->to != two->to)
    return one->to < two->to ? -1 : 1;
  return liaison_id_compare (one->record, two->record);
}

static void
report (LiaisonLevelling *self, const Run *run)
{
  LevelModel *before = run->before;
  LevelModel *after = run->after != NULL ? run->after : before;
  g_autoptr (GArray) old = level_find_conflicts (before);
  g_autoptr (GArray) left = level_find_conflicts (after);

  self->n_before = old->len;
  self->n_after = left->len;
  self->end_before = get_end (before);
  self->end_after = get_end (after);
  list_all_moves (self, before, after);
  level_explain_moves (self, before, after, old);
  g_array_sort (self->moves, compare_moves);
  level_explain_unsolved (self, after, left);
}

static void
clear_constraint (gpointer data)
{
  g_clear_pointer (&((LiaisonConstraint *) data)->operands, g_array_unref);
}

static void
clear_unsolved (gpointer data)
{
  LiaisonUnsolved *unsolved = data;

  g_clear_pointer (&unsolved->operands, g_array_unref);
  g_clear_pointer (&unsolved->constraints, g_array_unref);
}

static void
begin_unsolved (LiaisonLevelling *self)
{
  self->unsolved = g_array_new (FALSE, TRUE, sizeof (LiaisonUnsolved));
  g_array_set_clear_func (self->unsolved, clear_unsolved);
}

GArray *
level_constraints_new (void)
{
  GArray *constraints = g_array_new (FALSE, TRUE, sizeof (LiaisonConstraint));

  g_array_set_clear_func (constraints, clear_constraint);
  return constraints;
}

LiaisonLevelling *
liaison_level (LiaisonSnapshot *snapshot, const LiaisonLevelOptions *options)
{
  LiaisonLevelling *self = g_new0 (LiaisonLevelling, 1);
  Run run = { .options = options };
  gulong handler = 0;

  if (options->seconds > 0)
    run.end_time = g_get_monotonic_time () + (gint64) (MIN (options->seconds, 1e9) * G_USEC_PER_SEC);
  if (options->cancellable != NULL)
    handler = g_cancellable_connect (options->cancellable, G_CALLBACK (cancelled_cb), &run, NULL);
  self->before = liaison_snapshot_ref (snapshot);
  run.calendars = level_calendars_new (snapshot);
  self->moves = liaison_moves_new ();
  begin_unsolved (self);
  self->after = pass (&run, snapshot, FALSE);
  self->proven = run.proven;
  if (g_atomic_int_get (&run.cancelled) == 0 && has_trouble_in_parts (&run))
    {
      g_autoptr (LiaisonSnapshot) whole = self->after;
      self->after = pass (&run, whole, TRUE);
      /* Told as things are, not as they were while the wholes were held. */
      g_clear_pointer (&run.after, level_model_free);
      run.after = level_model_new (self->after, options, run.calendars, FALSE);
      self->proven = FALSE;
    }
  self->schedules = run.schedules;
  self->cancelled = g_atomic_int_get (&run.cancelled) != 0;
  if (options->cancellable != NULL)
    g_cancellable_disconnect (options->cancellable, handler);
  report (self, &run);
  g_clear_pointer (&run.before, level_model_free);
  g_clear_pointer (&run.after, level_model_free);
  level_calendars_free (run.calendars);
  return self;
}

void
liaison_levelling_free (LiaisonLevelling *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->before, liaison_snapshot_unref);
  g_clear_pointer (&self->after, liaison_snapshot_unref);
  g_clear_pointer (&self->moves, g_array_unref);
  g_clear_pointer (&self->unsolved, g_array_unref);
  g_free (self);
}
