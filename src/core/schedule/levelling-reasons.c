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

static gboolean
concerns (const LevelConflict *conflict, guint event)
{
  return conflict->event == event || conflict->other == event;
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

/* A tie to one that has moved, in either direction. */
static gboolean
say_tie (LiaisonMove *move, const LevelModel *before, const LevelModel *after, guint event)
{
  for (guint i = 0; i < before->elements->len; i++)
    {
      const LevelElement *tie = level_element (before, i);
      guint other = tie->event == event ? tie->other : tie->event;
      if (tie->kind != LEVEL_TIE || (tie->event != event && tie->other != event)
          || !has_moved (before, after, other))
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
         const GArray *concerned,
         guint event)
{
  for (guint i = 0; i < concerned->len && move->sentence == NULL; i++)
    say_conflict (move, before,
                  &g_array_index (conflicts, LevelConflict, g_array_index (concerned, guint, i)),
                  event);
  if (move->sentence != NULL || say_tie (move, before, after, event)
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
  g_autoptr (GArray) concerned = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < before->n; i++)
    g_hash_table_insert (places, (gpointer) &before->events[i].block->id, GUINT_TO_POINTER (i));
  for (guint i = 0; i < levelling->moves->len; i++)
    {
      LiaisonMove *move = &g_array_index (levelling->moves, LiaisonMove, i);
      guint event = GPOINTER_TO_UINT (g_hash_table_lookup (places, &move->record));
      if (move->form == LIAISON_MOVE_STAYS)
        continue;
      g_array_set_size (concerned, 0);
      for (guint k = 0; move->form == LIAISON_MOVE_CHANGES && k < conflicts->len; k++)
        if (concerns (&g_array_index (conflicts, LevelConflict, k), event))
          g_array_append_val (concerned, k);
      explain (move, before, after, conflicts, concerned, event);
    }
}
