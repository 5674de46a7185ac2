/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/times.h"

#include <glib/gi18n-lib.h>

static const char *
sentence_for (LiaisonWallState state)
{
  switch (state)
    {
    case LIAISON_WALL_SKIPPED:
      return N_("“{record}”: clocks in {zone} jump over the time given under “{field}”.");
    case LIAISON_WALL_DOUBLED:
      return N_("“{record}”: clocks in {zone} show the time given under “{field}” twice.");
    case LIAISON_WALL_CHANGED:
      return N_("“{record}”: the clock rules of {zone} have changed since the time under “{field}” was written down.");
    case LIAISON_WALL_NO_ZONE:
      return N_("“{record}”: the time zone {zone} under “{field}” is not known here.");
    case LIAISON_WALL_PLAIN:
    default:
      return NULL;
    }
}

static LiaisonWallState
state_of (LiaisonReview        *review,
          const LiaisonInstant *instant)
{
  LiaisonWallState state = LIAISON_WALL_PLAIN;
  gint64 seconds;

  if (instant->form == LIAISON_INSTANT_FIXED)
    return liaison_instant_get_wall_state (instant);
  if (instant->form == LIAISON_INSTANT_CLOCK)
    liaison_times_resolve (&review->lookup, instant, &seconds, &state);
  return state;
}

static void
look_at (LiaisonReview      *review,
         const LiaisonBlock *block)
{
  for (guint i = 0; i < block->shape->n_fields; i++)
    {
      const LiaisonField *field = &block->shape->fields[i];
      if (field->type != LIAISON_FIELD_INSTANT)
        continue;
      const LiaisonInstant *instant = LIAISON_BLOCK_AT (block, field);
      const char *sentence = sentence_for (state_of (review, instant));
      if (sentence == NULL)
        continue;
      LiaisonFinding *finding = liaison_review_add (review, block, field->name, sentence);
      liaison_finding_take_operand (finding, liaison_operand_field ("field", field->label));
      liaison_finding_take_operand (finding, liaison_operand_text ("zone", instant->zone != NULL ? instant->zone : "UTC"));
    }
}

/* Where the rules have changed, what people wrote down is the time on the clock. */
static void
fix (LiaisonReview *review, LiaisonFinding *finding)
{
  const LiaisonBlock *block = liaison_snapshot_find (review->snapshot, finding->records[0]);
  guint place = 0;
  const LiaisonField *field = block != NULL ? liaison_shape_find (block->shape, finding->field, &place) : NULL;
  const LiaisonInstant *instant = field != NULL ? LIAISON_BLOCK_AT (block, field) : NULL;
  LiaisonInstant kept;
  LiaisonWall wall;

  if (instant == NULL || field->type != LIAISON_FIELD_INSTANT || instant->form != LIAISON_INSTANT_FIXED
      || liaison_instant_get_wall_state (instant) != LIAISON_WALL_CHANGED)
    return;
  liaison_wall_from_unix (instant->seconds, instant->offset, &wall);
  if (!liaison_instant_from_wall (wall.year, wall.month, wall.day, wall.hour, wall.minute, wall.second, instant->zone,
                                  &kept, NULL))
    return;
  LiaisonSlot slot = liaison_slot_field (block->id, place);
  liaison_finding_take_fix (finding, N_("Keep the time on the clock"), &slot, liaison_value_field (field, &kept));
}

const LiaisonRule liaison_rule_wall_time = {
  "wall-time", LIAISON_SEVERITY_WARNING, N_("Clock times that do not exist, or exist twice"),
  N_("Where clocks change, a local time can be skipped or come twice, and people will meet an hour apart."), NULL,
  .look = look_at, .kinds = LIAISON_TARGET_ALL, .fix = fix
};
