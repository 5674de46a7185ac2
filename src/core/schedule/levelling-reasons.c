/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why each event was moved, in sentences. */
#include "config.h"

#include "schedule/levelling-private.h"

#include <glib/gi18n-lib.h>

static LiaisonId
id_of (const LevelModel *model, guint event)
{
  return model->events[event].block->id;
}

static void
say (LiaisonMove *move, const LevelModel *model, const char *sentence, guint other, guint pool)
{
  move->sentence = sentence;
  if (other != LIAISON_NO_PLACE)
    liaison_move_take_operand (move, liaison_operand_record ("other", id_of (model, other)));
  if (pool == LIAISON_NO_PLACE)
    return;
  guint resource = liaison_bookings_get_pool_resource (model->bookings, pool);
  liaison_move_take_operand (
      move, liaison_operand_record (
                "resource", liaison_bookings_get_resource (model->bookings, resource)->id));
}

static const char *
get_time_sentence (const LevelElement *element)
{
  gboolean late = element->kind == LEVEL_DEADLINE;

  switch ((LevelBecause) element->because)
    {
    case LEVEL_BECAUSE_CONDUCT:
      return late ? N_("It ended {duration} after ENDEX.") : N_("It began {duration} before STARTEX.");
    case LEVEL_BECAUSE_STAGE:
      return late ? N_("It ended {duration} after its planning stage.")
                  : N_("It began {duration} before its planning stage.");
    case LEVEL_BECAUSE_FIELD:
    default:
      return late ? N_("It ended {duration} after its deadline.")
                  : N_("It began {duration} before it may.");
    }
}

/* What was wrong with the event itself. */
static void
say_conflict (LiaisonMove *move,
              const LevelModel *model,
              const LevelConflict *conflict,
              guint event)
{
  const LevelElement *element = level_element (model, conflict->element);
  guint other = conflict->event == event ? conflict->other : conflict->event;

  switch ((LevelElementKind) element->kind)
    {
    case LEVEL_USE:
      if (other == LIAISON_NO_PLACE)
        return;
      say (move, model, N_("It and “{other}” both needed “{resource}” at one time."), other,
           conflict->pool);
      break;
    case LEVEL_TRAVEL:
      say (move, model, N_("The way between it and “{other}” takes longer than there was time."),
           other, LIAISON_NO_PLACE);
      break;
    case LEVEL_TIE:
      if (element->because == LEVEL_BECAUSE_PARENT)
        say (move, model, N_("It stood outside “{other}”."), other, LIAISON_NO_PLACE);
      else if (conflict->event == event)
        say (move, model, N_("It stood {duration} too early for what it depends on, “{other}”."),
             other, LIAISON_NO_PLACE);
      else
        say (move, model, N_("“{other}” depends on it and stood {duration} too early."), other,
             LIAISON_NO_PLACE);
      break;
    case LEVEL_CALENDAR:
      say (move, model,
           N_("Its site was closed then, or some of those who take part do not work."),
           LIAISON_NO_PLACE, LIAISON_NO_PLACE);
      break;
    case LEVEL_NOT_BEFORE:
    case LEVEL_DEADLINE:
    case LEVEL_FIXED:
    default:
      say (move, model, get_time_sentence (element), LIAISON_NO_PLACE, LIAISON_NO_PLACE);
      break;
    }
  if (move->sentence != NULL)
    liaison_move_take_operand (move, liaison_operand_duration ("duration", conflict->by));
}

/* One that now is where the event was, and needs what it needed. */
static gboolean
say_room (LiaisonMove *move, const LevelModel *before, const LevelModel *after, guint event)
{
  for (guint i = before->first[event]; i < before->first[event + 1]; i++)
    {
      const LevelElement *use = level_element (before, i);
      guint n;
      if (use->kind != LEVEL_USE || use->pool >= liaison_bookings_count_pools (after->bookings))
        continue;
      const LiaisonUse *uses = liaison_bookings_get_pool (after->bookings, use->pool, &n);
      gint64 start = before->events[event].start + use->from;
      gint64 end = before->events[event].start + use->until;
      for (guint k = 0; k < n && uses[k].start < end; k++)
        if (uses[k].end > start && uses[k].event != event
            && before->events[uses[k].event].start != after->events[uses[k].event].start)
          {
            say (move, before, N_("It makes room for “{other}” at “{resource}”."), uses[k].event,
                 use->pool);
            return TRUE;
          }
    }
  return FALSE;
}

static gboolean
has_moved (const LevelModel *before, const LevelModel *after, guint event)
{
  return before->events[event].start != after->events[event].start;
}

/* Numbers by the events they are about, twice where they are about two. */
typedef struct
{
  guint *first; /* of each event, and one more */
  guint *numbers;
} ByEvent;

static void
by_event_init (ByEvent *self, guint n_events, guint n, gboolean (*get) (gconstpointer data, guint number, guint pair[2]),
               gconstpointer data)
{
  guint pair[2];

  self->first = g_new0 (guint, n_events + 2);
  self->numbers = g_new (guint, 2 * n + 1);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; get (data, i, pair) && k < 2; k++)
      if (pair[k] != LIAISON_NO_PLACE)
        self->first[pair[k] + 2]++;
  for (guint i = 2; i < n_events + 2; i++)
    self->first[i] += self->first[i - 1];
  for (guint i = 0; i < n; i++)
    for (guint k = 0; get (data, i, pair) && k < 2; k++)
      if (pair[k] != LIAISON_NO_PLACE)
        self->numbers[self->first[pair[k] + 1]++] = i;
}

static void
by_event_clear (ByEvent *self)
{
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->numbers, g_free);
}

static gboolean
get_conflict_pair (gconstpointer data, guint number, guint pair[2])
{
  const LevelConflict *conflict = &g_array_index ((const GArray *) data, LevelConflict, number);

  pair[0] = conflict->event;
  pair[1] = conflict->other;
  return TRUE;
}

static gboolean
get_tie_pair (gconstpointer data, guint number, guint pair[2])
{
  const LevelElement *tie = level_element (data, number);

  pair[0] = tie->event;
  pair[1] = tie->other;
  return tie->kind == LEVEL_TIE;
}

/* A tie to one that has moved, in either direction. */
static gboolean
say_tie (LiaisonMove *move, const LevelModel *before, const LevelModel *after, const ByEvent *ties,
         guint event)
{
  for (guint k = ties->first[event]; k < ties->first[event + 1]; k++)
    {
      const LevelElement *tie = level_element (before, ties->numbers[k]);
      guint other = tie->event == event ? tie->other : tie->event;
      if (!has_moved (before, after, other))
        continue;
      say (move, before,
           tie->anchor ? N_("It hangs on “{other}”, which moves.")
           : tie->because == LEVEL_BECAUSE_PARENT
               ? N_("It moves together with “{other}”.")
               : N_("It keeps the order with “{other}”, which moves."),
           other, LIAISON_NO_PLACE);
      return TRUE;
    }
  return FALSE;
}

static void
explain (LiaisonMove *move,
         const LevelModel *before,
         const LevelModel *after,
         const GArray *conflicts,
         const ByEvent *concerned,
         const ByEvent *ties,
         guint event)
{
  for (guint k = concerned->first[event];
       move->form == LIAISON_MOVE_CHANGES && k < concerned->first[event + 1]
       && move->sentence == NULL;
       k++)
    say_conflict (move, before,
                  &g_array_index (conflicts, LevelConflict, concerned->numbers[k]), event);
  if (move->sentence != NULL || say_tie (move, before, after, ties, event)
      || say_room (move, before, after, event))
    return;
  move->sentence = before->options->goal == LIAISON_LEVEL_SHORTEST
                       ? N_("It can begin then, and the whole ends sooner.")
                       : N_("It is moved so that others fit.");
}

void
level_explain_moves (LiaisonLevelling *levelling,
                     const LevelModel *before,
                     const LevelModel *after,
                     const GArray *conflicts)
{
  g_autoptr (GHashTable) places = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  ByEvent concerned, ties;

  by_event_init (&concerned, before->n, conflicts->len, get_conflict_pair, conflicts);
  by_event_init (&ties, before->n, before->elements->len, get_tie_pair, before);
  for (guint i = 0; i < before->n; i++)
    g_hash_table_insert (places, (gpointer) &before->events[i].block->id, GUINT_TO_POINTER (i));
  for (guint i = 0; i < levelling->moves->len; i++)
    {
      LiaisonMove *move = &g_array_index (levelling->moves, LiaisonMove, i);
      guint event = GPOINTER_TO_UINT (g_hash_table_lookup (places, &move->record));
      if (move->form != LIAISON_MOVE_STAYS)
        explain (move, before, after, conflicts, &concerned, &ties, event);
    }
  by_event_clear (&concerned);
  by_event_clear (&ties);
}
