/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/times.h"

#include <glib/gi18n-lib.h>

static void
look_at (LiaisonReview      *review,
         const LiaisonBlock *block)
{
  gint64 start, end;

  if (liaison_times_get_start (&review->lookup, block, &start) != LIAISON_TIME_KNOWN
      || liaison_times_get_end (&review->lookup, block, &end) != LIAISON_TIME_KNOWN || end >= start)
    return;

  const LiaisonField *field = liaison_shape_find_flagged (block->shape, LIAISON_FIELD_END);
  if (field == NULL)
    field = liaison_shape_find_flagged (block->shape, LIAISON_FIELD_LENGTH);
  LiaisonFinding *finding = liaison_review_add (review, block, field != NULL ? field->name : NULL,
                                                N_("“{record}” ends {duration} before it begins."));
  liaison_finding_take_operand (finding, liaison_operand_duration ("duration", start - end));
}

/* The first later month in which the end comes after the start, with its day and clock time. */
static gboolean
find_later (const LiaisonInstant *end, gint64 start, LiaisonInstant *later)
{
  LiaisonWall wall;

  liaison_wall_from_unix (end->seconds, end->offset, &wall);
  for (int i = 1; i <= 12; i++)
    {
      int month = wall.month + i;
      if (liaison_instant_from_wall (wall.year + (month - 1) / 12, (month - 1) % 12 + 1, wall.day, wall.hour,
                                     wall.minute, wall.second, end->zone, later, NULL)
          && later->seconds >= start)
        return TRUE;
    }
  return FALSE;
}

/* A duration below zero has lost its sense; an end was mostly typed in the wrong month. */
static void
fix (LiaisonReview *review, LiaisonFinding *finding)
{
  const LiaisonBlock *block = liaison_snapshot_find (review->snapshot, finding->records[0]);
  const LiaisonField *field = block != NULL ? liaison_shape_find_flagged (block->shape, LIAISON_FIELD_END) : NULL;
  const LiaisonInstant *end = field != NULL ? LIAISON_BLOCK_AT (block, field) : NULL;
  LiaisonInstant later;
  gint64 start;

  if (end == NULL || end->form != LIAISON_INSTANT_FIXED || (end->zone == NULL && end->offset != 0)
      || liaison_times_get_start (&review->lookup, block, &start) != LIAISON_TIME_KNOWN
      || !find_later (end, start, &later))
    return;
  LiaisonSlot slot = liaison_slot_field (block->id, (guint) (field - block->shape->fields));
  liaison_finding_take_operand (finding, liaison_operand_seconds_at ("end", later.seconds));
  liaison_finding_take_fix (finding, N_ ("Let it end at {end}"), &slot, liaison_value_field (field, &later));
}

const LiaisonRule liaison_rule_end_before_start = {
  "end-before-start", LIAISON_SEVERITY_ERROR, N_("Ends before it begins"),
  N_("The end lies before the beginning, or the duration is negative. Often a date was typed in the wrong month."), NULL,
  .look = look_at, .kinds = LIAISON_TARGET_ALL, .fix = fix
};
