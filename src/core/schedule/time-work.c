/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/time-work.h"

#include "record/zone.h"
#include "schedule/series.h"

#include <math.h>

#define DAY          86400
#define MAX_DISTANCE (G_GINT64_CONSTANT (100) * 366 * DAY)

/* One piece of work under way. */
typedef struct
{
  const LiaisonLookup *lookup;
  GHashTable *chosen; /* LiaisonId -> itself, of those that move; borrowed from the blocks */
  LiaisonProposal *proposal;
  LiaisonTimeWork result;
} Work;

static gint64
floor_divide (gint64 a, gint64 b)
{
  return a / b - (a % b < 0);
}

/* Whole days later at the same time on the clock. */
static gboolean
shift_days (const LiaisonInstant *instant, gint64 days, LiaisonInstant *moved)
{
  LiaisonWall wall;
  gint32 day;

  liaison_wall_from_unix (instant->seconds, instant->offset, &wall);
  if (!liaison_days_from_date (wall.year, wall.month, wall.day, &day))
    return FALSE;
  liaison_date_from_days ((gint32) CLAMP (day + days, -G_MAXINT32 / 2, G_MAXINT32 / 2), &wall.year,
                          &wall.month, &wall.day);
  return liaison_instant_from_wall (wall.year, wall.month, wall.day, wall.hour, wall.minute,
                                    wall.second, instant->zone, moved, NULL);
}

static gboolean
shift_fixed (const LiaisonInstant *instant, gint64 by, LiaisonInstant *moved)
{
  LiaisonInstant check;

  if (instant->zone != NULL && liaison_zone_is_known (instant->zone))
    return by % DAY == 0 ? shift_days (instant, by / DAY, moved)
                         : liaison_instant_from_unix (instant->seconds + by, instant->zone, moved);
  /* A bare offset, or a zone that is not known here: the offset stays. */
  if (!liaison_instant_from_unix (instant->seconds + by, NULL, &check))
    return FALSE;
  *moved = *instant;
  moved->seconds += by;
  return TRUE;
}

static gboolean
shift_clock (const LiaisonInstant *instant, gint64 by, LiaisonInstant *moved)
{
  gint64 total = instant->days * (gint64) DAY + instant->seconds + by;

  if (ABS (total) > MAX_DISTANCE)
    return FALSE;
  *moved = *instant;
  moved->days = (gint32) floor_divide (total, DAY);
  moved->seconds = total - moved->days * (gint64) DAY;
  return TRUE;
}

gboolean
liaison_time_work_shift (const LiaisonInstant *instant, gint64 by, LiaisonInstant *moved)
{
  if (ABS (by) > MAX_DISTANCE)
    return FALSE;
  switch (instant->form)
    {
    case LIAISON_INSTANT_FIXED:
      return shift_fixed (instant, by, moved);
    case LIAISON_INSTANT_CLOCK:
      return shift_clock (instant, by, moved);
    case LIAISON_INSTANT_ELAPSED:
      if (ABS (instant->seconds + by) > MAX_DISTANCE)
        return FALSE;
      *moved = *instant;
      moved->seconds += by;
      return TRUE;
    default:
      return FALSE;
    }
}

static const LiaisonField *
find_edge (const LiaisonBlock *block, LiaisonFieldFlags flag)
{
  const LiaisonField *field = liaison_shape_find_flagged (block->shape, flag);
  return field != NULL && field->type == LIAISON_FIELD_INSTANT ? field : NULL;
}

static const LiaisonInstant *
get_edge (const LiaisonBlock *block, LiaisonFieldFlags flag)
{
  const LiaisonField *field = find_edge (block, flag);
  const LiaisonInstant *instant = field != NULL ? LIAISON_BLOCK_AT (block, field) : NULL;

  return instant != NULL && instant->form != LIAISON_INSTANT_UNSET ? instant : NULL;
}

static gboolean
is_locked (const LiaisonBlock *block)
{
  const LiaisonField *field = liaison_shape_find (block->shape, "locked", NULL);

  return field != NULL && field->type == LIAISON_FIELD_BOOLEAN
         && *(const gboolean *) LIAISON_BLOCK_AT (block, field);
}

/* Whether it hangs on one that moves: then it moves without an edit of its own. */
static gboolean
is_carried (const Work *work, const LiaisonInstant *instant)
{
  LiaisonId anchor;

  if (instant->form <= LIAISON_INSTANT_FIXED || instant->edge < LIAISON_ANCHOR_START)
    return FALSE;
  anchor = liaison_anchor_get_id (instant->anchor);
  return g_hash_table_contains (work->chosen, &anchor);
}

static gboolean
begin (Work *work, const LiaisonBlock *const *blocks, guint n, gboolean locked)
{
  work->chosen = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  for (guint i = 0; i < n; i++)
    {
      const LiaisonInstant *start = get_edge (blocks[i], LIAISON_FIELD_START);
      gint64 seconds;

      if (start == NULL)
        work->result.timeless++;
      else if (!locked && is_locked (blocks[i]))
        work->result.locked++;
      else
        {
          g_hash_table_insert (work->chosen, (gpointer) &blocks[i]->id, (gpointer) blocks[i]);
          if (liaison_times_resolve (work->lookup, start, &seconds, NULL) != LIAISON_TIME_KNOWN)
            continue;
          if (work->result.first == 0 || seconds < work->result.first)
            work->result.first = seconds;
          if (work->result.last == 0 || seconds > work->result.last)
            work->result.last = seconds;
        }
    }
  return g_hash_table_size (work->chosen) > 0;
}

static void
set (Work *work, const LiaisonBlock *block, const LiaisonField *field, gconstpointer at)
{
  if (work->proposal != NULL)
    liaison_proposal_set_field (work->proposal, block, (guint) (field - block->shape->fields), at);
}

/* Start and end move alike, each in its own form. */
static void
move_block (Work *work, const LiaisonBlock *block, gint64 by)
{
  const LiaisonFieldFlags edges[] = { LIAISON_FIELD_START, LIAISON_FIELD_END };
  LiaisonInstant moved[2];
  gboolean moves[2] = { FALSE, FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      const LiaisonInstant *instant = get_edge (block, edges[i]);

      if (instant == NULL || is_carried (work, instant))
        continue;
      moves[i] = liaison_time_work_shift (instant, by, &moved[i]);
      if (!moves[i])
        {
          work->result.refused++;
          return;
        }
    }
  if (moves[0])
    work->result.moved++;
  else
    work->result.carried++;
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    if (moves[i])
      set (work, block, find_edge (block, edges[i]), &moved[i]);
}

LiaisonTimeWork
liaison_time_work_move (const LiaisonLookup *lookup,
                        const LiaisonBlock *const *blocks,
                        guint n,
                        gint64 by,
                        gboolean locked,
                        LiaisonProposal *proposal)
{
  Work work = { .lookup = lookup, .proposal = proposal };

  if (begin (&work, blocks, n, locked) && by != 0)
    for (guint i = 0; i < n; i++)
      if (g_hash_table_contains (work.chosen, &blocks[i]->id))
        move_block (&work, blocks[i], by);
  if (proposal != NULL)
    liaison_series_follow (proposal, lookup);
  g_hash_table_unref (work.chosen);
  return work.result;
}

static void
stretch_length (Work *work, const LiaisonBlock *block, guint percent)
{
  const LiaisonField *field = liaison_shape_find_flagged (block->shape, LIAISON_FIELD_LENGTH);
  gint64 length;

  if (field == NULL || field->type != LIAISON_FIELD_DURATION
      || !liaison_block_field_is_set (block, field))
    return;
  length = *(const gint64 *) LIAISON_BLOCK_AT (block, field);
  length = (gint64) llround ((double) length * percent / 6000) * 60;
  if (length > field->maximum && field->maximum != 0)
    length = field->maximum;
  set (work, block, field, &length);
}

static void
stretch_block (Work *work, const LiaisonBlock *block, guint percent, gboolean lengths)
{
  const LiaisonInstant *start = get_edge (block, LIAISON_FIELD_START);
  gint64 seconds, by;

  if (lengths)
    stretch_length (work, block, percent);
  if (is_carried (work, start)
      || liaison_times_resolve (work->lookup, start, &seconds, NULL) != LIAISON_TIME_KNOWN)
    {
      work->result.carried++;
      return;
    }
  by =
      (gint64) llround ((double) (seconds - work->result.first) * ((double) percent / 100 - 1) / 60)
      * 60;
  if (by == 0)
    work->result.moved++;
  else
    move_block (work, block, by);
}

LiaisonTimeWork
liaison_time_work_stretch (const LiaisonLookup *lookup,
                           const LiaisonBlock *const *blocks,
                           guint n,
                           guint percent,
                           gboolean lengths,
                           gboolean locked,
                           LiaisonProposal *proposal)
{
  Work work = { .lookup = lookup, .proposal = proposal };

  g_return_val_if_fail (percent > 0 && percent <= 100000, work.result);
  if (begin (&work, blocks, n, locked))
    for (guint i = 0; i < n; i++)
      if (g_hash_table_contains (work.chosen, &blocks[i]->id))
        stretch_block (&work, blocks[i], percent, lengths);
  if (proposal != NULL)
    liaison_series_follow (proposal, lookup);
  g_hash_table_unref (work.chosen);
  return work.result;
}

/* Copies */

/* What hung on, or was part of, something that was copied now belongs to its copy. */
static void
reattach (LiaisonBlock *block, GHashTable *copies)
{
  for (guint i = 0; i < block->shape->n_fields; i++)
    {
      const LiaisonField *field = &block->shape->fields[i];
      gpointer at = LIAISON_BLOCK_AT (block, field);
      LiaisonInstant *instant = at;
      gboolean anchored = field->type == LIAISON_FIELD_INSTANT
                          && instant->form > LIAISON_INSTANT_FIXED
                          && instant->edge >= LIAISON_ANCHOR_START;
      LiaisonId id = { 0 };
      const LiaisonBlock *copy;

      if (field->type == LIAISON_FIELD_REFERENCE)
        id = *(const LiaisonId *) at;
      else if (anchored)
        id = liaison_anchor_get_id (instant->anchor);
      copy = g_hash_table_lookup (copies, &id);
      if (copy == NULL)
        continue;
      if (anchored)
        instant->anchor = liaison_anchor_for (copy->id);
      else
        *(LiaisonId *) at = copy->id;
    }
}

static void
shift_copy (Work *work, LiaisonBlock *copy, const LiaisonBlock *original, gint64 by)
{
  const LiaisonFieldFlags edges[] = { LIAISON_FIELD_START, LIAISON_FIELD_END };

  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      const LiaisonInstant *instant = get_edge (original, edges[i]);
      LiaisonInstant *at =
          instant != NULL ? LIAISON_BLOCK_AT (copy, find_edge (copy, edges[i])) : NULL;

      if (instant != NULL && !is_carried (work, instant)
          && !liaison_time_work_shift (instant, by, at))
        work->result.refused += i == 0;
    }
}

LiaisonTimeWork
liaison_time_work_copy (const LiaisonLookup *lookup,
                        const LiaisonBlock *const *blocks,
                        guint n,
                        gint64 by,
                        LiaisonCopyFunc copy,
                        gpointer data,
                        LiaisonProposal *proposal)
{
  Work work = { .lookup = lookup, .proposal = proposal };
  g_autoptr (GHashTable) copies = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, NULL,
                                                         (GDestroyNotify) liaison_block_unref);

  begin (&work, blocks, n, TRUE);
  for (guint i = 0; i < n && proposal != NULL; i++)
    g_hash_table_insert (copies, (gpointer) &blocks[i]->id, copy (blocks[i], data));
  for (guint i = 0; i < n; i++)
    {
      LiaisonBlock *made = g_hash_table_lookup (copies, &blocks[i]->id);

      if (made != NULL)
        {
          shift_copy (&work, made, blocks[i], by);
          reattach (made, copies);
          liaison_proposal_add_record (proposal, made);
        }
      work.result.moved++;
    }
  g_hash_table_unref (work.chosen);
  return work.result;
}
