/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/process.h"

#include "record/times.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* Nearer than this a stage is where its lead times say: they count in weeks. */
#define TOLERANCE 4
#define REACH     14

gboolean
liaison_working_days_check (const LiaisonWorkingDays *self, gint32 day)
{
  if (self != NULL && self->is_working != NULL)
    return self->is_working (day, self->data);
  /* 1970-01-01 was a Thursday. */
  return ((day + 3) % 7 + 7) % 7 < 5;
}

static gboolean
are_all_worked (const LiaisonWorkingDays *self, gint32 day, guint n)
{
  for (guint i = 0; i < n; i++)
    if (!liaison_working_days_check (self, day + (gint32) i))
      return FALSE;
  return TRUE;
}

gint32
liaison_working_days_fit (const LiaisonWorkingDays *self, gint32 day, guint n)
{
  for (gint32 off = 0; off <= REACH; off++)
    {
      if (are_all_worked (self, day - off, n))
        return day - off;
      if (are_all_worked (self, day + off, n))
        return day + off;
    }
  return day;
}

gint32
liaison_working_days_before (const LiaisonWorkingDays *self, gint32 day)
{
  for (gint32 off = 0; off <= REACH; off++)
    if (liaison_working_days_check (self, day - off))
      return day - off;
  return day;
}

static void
add_move (GArray *moves,
          LiaisonProcessMoveKind kind,
          LiaisonProcessHold hold,
          LiaisonId record,
          LiaisonId item,
          gint32 from,
          gint32 to)
{
  LiaisonProcessMove move = { kind, hold, record, item, from, to };

  if (from != to && hold != LIAISON_PROCESS_HANGS)
    g_array_append_val (moves, move);
}

static gboolean
is_off (gint32 from, gint32 to)
{
  return from != LIAISON_DATE_UNSET && to != LIAISON_DATE_UNSET && abs (from - to) >= TOLERANCE;
}

static LiaisonProcessHold
find_hold (const LiaisonInstant *instant, gboolean over)
{
  if (over)
    return LIAISON_PROCESS_OVER;
  return instant->form == LIAISON_INSTANT_FIXED ? LIAISON_PROCESS_FREE : LIAISON_PROCESS_HANGS;
}

static void
find_product_moves (const LiaisonProcess *self,
                    const LiaisonProcessStage *stage,
                    const LiaisonWorkingDays *days,
                    GArray *moves)
{
  for (guint i = 0; i < stage->products->len; i++)
    {
      const LiaisonProcessProduct *product =
          &g_array_index (stage->products, LiaisonProcessProduct, i);
      gint32 due = ((const LiaisonStageProductData *) product->item)->due;
      gboolean over =
          product->state == LIAISON_PROCESS_DONE || product->state == LIAISON_PROCESS_DROPPED;

      if (is_off (due, product->planned))
        add_move (moves, LIAISON_PROCESS_MOVE_PRODUCT,
                  over ? LIAISON_PROCESS_OVER : LIAISON_PROCESS_FREE, stage->stage->id,
                  product->item->id, due, liaison_working_days_before (days, product->planned));
    }
}

static void
find_conference_moves (const LiaisonProcess *self,
                       const LiaisonProcessStage *stage,
                       gint32 distance,
                       const LiaisonWorkingDays *days,
                       GArray *moves)
{
  for (guint i = 0; i < stage->conferences->len; i++)
    {
      const LiaisonProcessConference *conference =
          &g_array_index (stage->conferences, LiaisonProcessConference, i);
      const LiaisonEventData *data = LIAISON_DATA (Event, conference->event);
      LiaisonProcessHold hold;
      gint32 from, length;

      if (!conference->timed)
        continue;
      from = liaison_process_find_day (self->zone, conference->start);
      length = liaison_process_find_day (self->zone, MAX (conference->start, conference->end - 1))
               - from + 1;
      hold = find_hold (&data->start, conference->start <= self->now
                                          || conference->state == LIAISON_PROCESS_DONE
                                          || conference->state == LIAISON_PROCESS_DROPPED);
      if (data->locked && hold == LIAISON_PROCESS_FREE)
        hold = LIAISON_PROCESS_LOCKED;
      add_move (moves, LIAISON_PROCESS_MOVE_CONFERENCE, hold, conference->event->id,
                (LiaisonId){ 0 }, from,
                liaison_working_days_fit (days, from + distance, (guint) MIN (length, 14)));
    }
}

GArray *
liaison_process_find_moves (const LiaisonProcess *self, const LiaisonWorkingDays *days)
{
  GArray *moves = g_array_new (FALSE, FALSE, sizeof (LiaisonProcessMove));

  for (guint i = 0; i < self->stages->len; i++)
    {
      const LiaisonProcessStage *stage = self->stages->pdata[i];
      const LiaisonStageData *data = LIAISON_DATA (Stage, stage->stage);
      gboolean over =
          stage->state == LIAISON_PROCESS_DONE || stage->state == LIAISON_PROCESS_DROPPED;
      gint32 distance = 0;

      if (is_off (stage->start, stage->planned_start))
        {
          distance = stage->planned_start - stage->start;
          add_move (moves, LIAISON_PROCESS_MOVE_STAGE_START, find_hold (&data->start, over),
                    stage->stage->id, (LiaisonId){ 0 }, stage->start, stage->planned_start);
        }
      if (is_off (stage->end, stage->planned_end))
        add_move (moves, LIAISON_PROCESS_MOVE_STAGE_END, find_hold (&data->end, over),
                  stage->stage->id, (LiaisonId){ 0 }, stage->end, stage->planned_end);
      if (distance != 0 && !over)
        find_conference_moves (self, stage, distance, days, moves);
      find_product_moves (self, stage, days, moves);
    }
  return moves;
}

/* The same clock time in its own zone, so many days later; bare offsets keep theirs. */
static LiaisonInstant
shift (const LiaisonInstant *instant, gint32 days)
{
  LiaisonInstant moved = *instant;
  LiaisonWall wall;
  gint32 day;
  int year, month, date;

  moved.seconds += (gint64) days * 86400;
  liaison_wall_from_unix (instant->seconds, instant->offset, &wall);
  if (instant->zone == NULL || !liaison_days_from_date (wall.year, wall.month, wall.day, &day))
    return moved;
  liaison_date_from_days (day + days, &year, &month, &date);
  liaison_instant_from_wall (year, month, date, wall.hour, wall.minute, wall.second, instant->zone,
                             &moved, NULL);
  return moved;
}

static void
take_instant (LiaisonProposal *proposal,
              const LiaisonKind *kind,
              const LiaisonBlock *block,
              guint field,
              gint32 days)
{
  const LiaisonField *row = &kind->shape.fields[field];
  LiaisonInstant moved = shift (LIAISON_BLOCK_AT (block, row), days);
  LiaisonSlot slot = liaison_slot_field (block->id, field);

  liaison_proposal_take (proposal, kind, &slot, liaison_value_field (row, &moved));
}

static void
take_move (const LiaisonProcess *self, LiaisonProposal *proposal, const LiaisonProcessMove *move)
{
  const LiaisonBlock *block = liaison_snapshot_find (self->snapshot, move->record);
  gint32 days = move->to - move->from;

  switch (move->kind)
    {
    case LIAISON_PROCESS_MOVE_STAGE_START:
      take_instant (proposal, &liaison_stage_kind, block, LIAISON_FIELD (Stage, start), days);
      break;
    case LIAISON_PROCESS_MOVE_STAGE_END:
      take_instant (proposal, &liaison_stage_kind, block, LIAISON_FIELD (Stage, end), days);
      break;
    case LIAISON_PROCESS_MOVE_CONFERENCE:
      take_instant (proposal, &liaison_event_kind, block, LIAISON_FIELD (Event, start), days);
      break;
    case LIAISON_PROCESS_MOVE_PRODUCT:
      {
        const LiaisonField *due =
            &liaison_stage_product_shape.fields[LIAISON_FIELD (StageProduct, due)];
        LiaisonSlot slot = liaison_slot_item_field (move->record, LIAISON_FIELD (Stage, products),
                                                    move->item, LIAISON_FIELD (StageProduct, due));
        liaison_proposal_take (proposal, &liaison_stage_kind, &slot,
                               liaison_value_field (due, &move->to));
        break;
      }
    default:
      g_assert_not_reached ();
    }
}

LiaisonProposal *
liaison_process_propose_moves (const LiaisonProcess *self, const LiaisonProcessMove *moves, guint n)
{
  g_autoptr (LiaisonProposal) proposal =
      liaison_proposal_new (N_ ("Fit the planning process to STARTEX"));

  for (guint i = 0; i < n; i++)
    if (moves[i].hold == LIAISON_PROCESS_FREE)
      take_move (self, proposal, &moves[i]);
  return liaison_proposal_get_size (proposal) > 0 ? g_steal_pointer (&proposal) : NULL;
}
