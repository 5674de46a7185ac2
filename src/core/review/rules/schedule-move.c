/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules/schedule-move.h"

#include "record/kinds/exercise.h"
#include "record/times.h"

/* The start moved, still in its own zone or after its own anchor. */
static gboolean
move_instant (const LiaisonInstant *start,
              gint64                shift,
              LiaisonInstant       *moved)
{
  *moved = *start;
  if (start->form == LIAISON_INSTANT_ELAPSED)
    moved->seconds += shift;
  /* A bare offset is no zone to work in. */
  else if (start->form == LIAISON_INSTANT_FIXED && (start->zone != NULL || start->offset == 0))
    return liaison_instant_from_unix (start->seconds + shift, start->zone, moved);
  /* The clocks may change on the way to another day; within the day they stay what they are. */
  else if (start->form == LIAISON_INSTANT_CLOCK && start->seconds + shift < 86400)
    moved->seconds += shift;
  else
    return FALSE;
  return TRUE;
}

static gboolean
is_allowed (LiaisonReview               *review,
            const LiaisonScheduledEvent *event,
            gint64                       shift)
{
  const LiaisonEventData *data = LIAISON_DATA (Event, event->block);
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (review->snapshot);
  gint64 limit;

  if (data->locked)
    return FALSE;
  if (liaison_times_resolve (&review->lookup, &data->deadline, &limit, NULL) == LIAISON_TIME_KNOWN
      && event->end + shift > limit)
    return FALSE;
  return liaison_times_get_end (&review->lookup, exercise, &limit) != LIAISON_TIME_KNOWN || event->end > limit
         || event->end + shift <= limit;
}

void
liaison_schedule_offer_move (LiaisonReview               *review,
                             LiaisonFinding              *finding,
                             const LiaisonScheduledEvent *event,
                             gint64                       shift,
                             const char                  *label)
{
  const LiaisonField *field = &event->block->shape->fields[LIAISON_FIELD (Event, start)];
  LiaisonInstant moved;

  if (shift <= 0 || !is_allowed (review, event, shift)
      || !move_instant (&LIAISON_DATA (Event, event->block)->start, shift, &moved))
    return;
  LiaisonSlot slot = liaison_slot_field (event->block->id, LIAISON_FIELD (Event, start));
  liaison_finding_take_fix (finding, label, &slot, liaison_value_field (field, &moved));
}
