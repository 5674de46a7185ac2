/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/shift.h"

#include "record/kinds/event.h"
#include "record/kinds/exercise.h"
#include "record/times.h"
#include "record/zone.h"
#include "schedule/event-bounds.h"

#include <glib/gi18n-lib.h>

#define DAY 86400

/* Whose times belong to the exercise. */
static const LiaisonKindId kinds[]
    = { LIAISON_KIND_STAGE, LIAISON_KIND_EVENT,    LIAISON_KIND_INJECT,
        LIAISON_KIND_POST,  LIAISON_KIND_MOVEMENT, LIAISON_KIND_SUPPORT_REQUEST };

typedef struct
{
  const LiaisonSnapshot *snapshot;
  const LiaisonShiftOptions *options;
  LiaisonLookup lookup;
  LiaisonBounds exercise;
  gint64 exact; /* s by which STARTEX moves */
  GArray *moves;
} Shift;

/* The wall time at an instant, as s since 1970-01-01T00:00 there. */
static gint64
get_wall (const LiaisonInstant *instant)
{
  gint32 offset = instant->offset;

  if (instant->zone != NULL)
    liaison_zone_get_offset (instant->zone, instant->seconds, &offset);
  return instant->seconds + offset;
}

static gboolean
move_fixed (const LiaisonInstant *instant, gint64 days, gint64 seconds, gboolean elapsed,
            LiaisonInstant *moved)
{
  *moved = *instant;
  moved->seconds += days * DAY + seconds;
  if (instant->zone == NULL)
    return TRUE;
  if (elapsed)
    return liaison_instant_from_unix (instant->seconds + days * DAY + seconds, instant->zone,
                                      moved);
  LiaisonWall wall;
  liaison_wall_from_unix (get_wall (instant) + days * DAY + seconds, 0, &wall);
  return liaison_instant_from_wall (wall.year, wall.month, wall.day, wall.hour, wall.minute,
                                    wall.second, instant->zone, moved, NULL);
}

/* STARTEX as an instant with its zone; FALSE: it is not known or hangs on something. */
static gboolean
get_startex (const LiaisonSnapshot *snapshot, LiaisonInstant *startex)
{
  *startex = LIAISON_DATA (Exercise, liaison_snapshot_get_exercise (snapshot))->startex;
  return startex->form == LIAISON_INSTANT_FIXED;
}

gboolean
liaison_shift_measure (const LiaisonSnapshot *snapshot,
                       const LiaisonInstant *startex,
                       gint32 *days,
                       gint32 *seconds)
{
  LiaisonInstant now, there = *startex;
  gint64 difference;

  if (!get_startex (snapshot, &now) || startex->form != LIAISON_INSTANT_FIXED)
    return FALSE;
  /* On the clock of the present STARTEX. */
  if (now.zone != NULL)
    liaison_instant_from_unix (startex->seconds, now.zone, &there);
  else
    there.offset = now.offset;
  difference = get_wall (&there) - get_wall (&now);
  *days = (gint32) (difference / DAY);
  *seconds = (gint32) (difference % DAY);
  return TRUE;
}

gboolean
liaison_shift_tell (const LiaisonSnapshot *snapshot,
                    const LiaisonShiftOptions *options,
                    LiaisonInstant *startex)
{
  LiaisonInstant now;

  return get_startex (snapshot, &now)
         && move_fixed (&now, options->days, options->seconds, options->elapsed, startex);
}

/* Shifts an instant where it is fixed. */
static gboolean
shift_instant (const Shift *self, const LiaisonInstant *instant, LiaisonInstant *moved)
{
  if (instant->form != LIAISON_INSTANT_FIXED)
    return FALSE;
  if (self->options->elapsed)
    return move_fixed (instant, 0, self->exact, TRUE, moved);
  return move_fixed (instant, self->options->days, self->options->seconds, FALSE, moved);
}

static void
add_edit (GArray *edits, const LiaisonSlot *slot, const LiaisonField *field,
          const LiaisonInstant *moved)
{
  LiaisonFixEdit edit = { *slot, liaison_value_field (field, moved) };

  g_array_append_val (edits, edit);
}

static void
collect_items (const Shift *self, const LiaisonBlock *block, guint index, GArray *edits)
{
  const LiaisonField *field = &block->shape->fields[index];
  const LiaisonItems *items = *(LiaisonItems *const *) LIAISON_BLOCK_AT (block, field);
  LiaisonInstant moved;

  for (guint k = 0; k < liaison_items_get_size (items); k++)
    {
      const LiaisonBlock *item = liaison_items_get (items, k);
      for (guint i = 0; i < item->shape->n_fields; i++)
        {
          const LiaisonField *part = &item->shape->fields[i];
          if (part->type != LIAISON_FIELD_INSTANT
              || !shift_instant (self, LIAISON_BLOCK_AT (item, part), &moved))
            continue;
          LiaisonSlot slot = liaison_slot_item_field (block->id, index, item->id, i);
          add_edit (edits, &slot, part, &moved);
        }
    }
}

/* All fixed times of a record, whatever they are called. */
static void
collect_edits (const Shift *self, const LiaisonBlock *block, GArray *edits)
{
  LiaisonInstant moved;

  for (guint i = 0; i < block->shape->n_fields; i++)
    {
      const LiaisonField *field = &block->shape->fields[i];
      if (field->type == LIAISON_FIELD_ITEMS)
        collect_items (self, block, i, edits);
      if (field->type != LIAISON_FIELD_INSTANT
          || !shift_instant (self, LIAISON_BLOCK_AT (block, field), &moved))
        continue;
      LiaisonSlot slot = liaison_slot_field (block->id, i);
      add_edit (edits, &slot, field, &moved);
    }
}

/* When a record begins, as far as it says; its first fixed time where it has no beginning. */
static gboolean
get_time (const Shift *self, const LiaisonBlock *block, gint64 *time)
{
  gboolean found = FALSE;

  if (liaison_shape_find_flagged (block->shape, LIAISON_FIELD_START) != NULL
      && liaison_times_get_start (&self->lookup, block, time) == LIAISON_TIME_KNOWN)
    return TRUE;
  for (guint i = 0; i < block->shape->n_fields; i++)
    {
      const LiaisonField *field = &block->shape->fields[i];
      const LiaisonInstant *instant = LIAISON_BLOCK_AT (block, field);
      if (field->type != LIAISON_FIELD_INSTANT || instant->form != LIAISON_INSTANT_FIXED)
        continue;
      *time = found ? MIN (*time, instant->seconds) : instant->seconds;
      found = TRUE;
    }
  return found;
}

/* Why the record stays, or NULL. */
static const char *
get_stay (const Shift *self, const LiaisonBlock *block, gint64 time)
{
  if (block->shape == &liaison_event_kind.shape)
    {
      const LiaisonEventData *event = LIAISON_DATA (Event, block);
      if (event->locked)
        return N_("It is locked.");
      if (event->status == LIAISON_EVENT_STATUS_DONE || event->status == LIAISON_EVENT_STATUS_RUNNING
          || event->actual_start.form != LIAISON_INSTANT_UNSET)
        return N_("It is under way or done.");
      if (event->status == LIAISON_EVENT_STATUS_CANCELLED)
        return N_("It is cancelled.");
    }
  if (time < self->options->from)
    return N_("It begins before the time from which all is shifted.");
  if (self->options->conduct_only
      && (time < self->exercise.start || time > self->exercise.end))
    return N_("It lies outside STARTEX and ENDEX.");
  return NULL;
}

static void
take_edits (LiaisonMove *move, GArray *edits)
{
  for (guint i = 0; i < edits->len; i++)
    {
      const LiaisonFixEdit *edit = &g_array_index (edits, LiaisonFixEdit, i);
      liaison_move_take_edit (move, &edit->slot, edit->value);
    }
  g_array_set_size (edits, 0);
}

static void
look_at (Shift *self, const LiaisonBlock *block, GArray *edits)
{
  const char *stay;
  LiaisonMove *move;
  gint64 time;

  if (!get_time (self, block, &time))
    return;
  stay = get_stay (self, block, time);
  if (stay == NULL)
    collect_edits (self, block, edits);
  if (stay == NULL && edits->len == 0)
    return;
  /* Records other than events that stay have nothing that would hold them. */
  if (stay != NULL && block->shape != &liaison_event_kind.shape && self->options->conduct_only
      && (time < self->exercise.start || time > self->exercise.end))
    return;
  move = liaison_moves_add (self->moves, block,
                            stay != NULL ? LIAISON_MOVE_STAYS : LIAISON_MOVE_CHANGES, time, time);
  move->sentence = stay != NULL ? stay : N_("It has a time of its own.");
  take_edits (move, edits);
}

static void
shift_exercise (Shift *self)
{
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (self->snapshot);
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (LiaisonFixEdit));
  LiaisonMove *move = liaison_moves_add (self->moves, exercise, LIAISON_MOVE_CHANGES,
                                         self->exercise.start, self->exercise.start + self->exact);

  for (guint i = 0; i < 2; i++)
    {
      guint place = i == 0 ? LIAISON_FIELD (Exercise, startex) : LIAISON_FIELD (Exercise, endex);
      const LiaisonField *field = &exercise->shape->fields[place];
      LiaisonSlot slot = liaison_slot_field (exercise->id, place);
      LiaisonInstant moved;
      if (shift_instant (self, LIAISON_BLOCK_AT (exercise, field), &moved))
        add_edit (edits, &slot, field, &moved);
    }
  take_edits (move, edits);
  move->sentence = N_("STARTEX and ENDEX.");
}

/* What the moves come to, now that all of them are known; and what goes along with them. */
static void
look_at_result (Shift *self)
{
  g_autoptr (LiaisonSnapshot) after = liaison_moves_apply (self->moves, self->snapshot, NULL);
  g_autoptr (GHashTable) listed = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  LiaisonLookup lookup = liaison_snapshot_get_lookup (after);
  guint n, n_moves = self->moves->len;
  gint64 from, to;

  for (guint i = 1; i < n_moves; i++)
    {
      LiaisonMove *move = &g_array_index (self->moves, LiaisonMove, i);
      const LiaisonBlock *block = liaison_snapshot_find (after, move->record);
      Shift there = *self;
      there.lookup = lookup;
      get_time (&there, block, &move->to);
    }
  g_autofree LiaisonId *ids = g_new (LiaisonId, n_moves + 1);
  for (guint i = 0; i < n_moves; i++)
    {
      ids[i] = g_array_index (self->moves, LiaisonMove, i).record;
      g_hash_table_add (listed, &ids[i]);
    }
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      const LiaisonBlock *const *blocks = liaison_snapshot_get (self->snapshot, kinds[k], &n);
      for (guint i = 0; i < n; i++)
        {
          if (liaison_shape_find_flagged (blocks[i]->shape, LIAISON_FIELD_START) == NULL
              || g_hash_table_contains (listed, &blocks[i]->id)
              || liaison_times_get_start (&self->lookup, blocks[i], &from) != LIAISON_TIME_KNOWN
              || liaison_times_get_start (&lookup, liaison_snapshot_find (after, blocks[i]->id), &to)
                     != LIAISON_TIME_KNOWN
              || from == to)
            continue;
          liaison_moves_add (self->moves, blocks[i], LIAISON_MOVE_ALONG, from, to)->sentence
              = N_("It hangs on what moves.");
        }
    }
}

static int
compare_moves (gconstpointer a, gconstpointer b)
{
  const LiaisonMove *one = a, *two = b;

  if (one->from != two->from)
    return one->from < two->from ? -1 : 1;
  return liaison_id_compare (one->record, two->record);
}

/* The exercise stays at the head. */
static void
sort_moves (GArray *moves)
{
  if (moves->len > 2)
    g_qsort_with_data (&g_array_index (moves, LiaisonMove, 1), moves->len - 1, sizeof (LiaisonMove),
                       (GCompareDataFunc) (GCallback) compare_moves, NULL);
}

GArray *
liaison_shift (const LiaisonSnapshot *snapshot, const LiaisonShiftOptions *options)
{
  Shift self = { .snapshot = snapshot,
                 .options = options,
                 .lookup = liaison_snapshot_get_lookup (snapshot),
                 .moves = liaison_moves_new () };
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (LiaisonFixEdit));
  LiaisonInstant startex, moved;
  guint n;

  self.exercise = liaison_bounds_of (&self.lookup, liaison_snapshot_get_exercise (snapshot));
  if (!get_startex (snapshot, &startex)
      || !move_fixed (&startex, options->days, options->seconds, options->elapsed, &moved)
      || moved.seconds == startex.seconds)
    return self.moves;
  self.exact = moved.seconds - startex.seconds;
  shift_exercise (&self);
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      const LiaisonBlock *const *blocks = liaison_snapshot_get (snapshot, kinds[k], &n);
      for (guint i = 0; i < n; i++)
        look_at (&self, blocks[i], edits);
    }
  look_at_result (&self);
  sort_moves (self.moves);
  return self.moves;
}
