/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/event-bounds.h"

#include "record/kinds/event.h"
#include "record/kinds/stage.h"
#include "record/times.h"

LiaisonBounds
liaison_bounds_of (const LiaisonLookup *lookup, const LiaisonBlock *block)
{
  LiaisonBounds bounds;

  if (liaison_times_get_start (lookup, block, &bounds.start) != LIAISON_TIME_KNOWN)
    bounds.start = G_MININT64;
  if (!liaison_block_field_is_set (block,
                                   liaison_shape_find_flagged (block->shape, LIAISON_FIELD_END))
      || liaison_times_get_end (lookup, block, &bounds.end) != LIAISON_TIME_KNOWN)
    bounds.end = G_MAXINT64;
  return bounds;
}

const LiaisonBlock *
liaison_bounds_get_stage (const LiaisonLookup *lookup, const LiaisonBlock *event)
{
  LiaisonId id = LIAISON_DATA (Event, event)->stage;
  const LiaisonBlock *stage = liaison_id_is_zero (id) ? NULL : liaison_lookup_find (lookup, id);

  return stage != NULL && stage->shape == &liaison_stage_kind.shape ? stage : NULL;
}

gboolean
liaison_bounds_is_conduct (const LiaisonLookup *lookup,
                           const LiaisonBlock *event,
                           const LiaisonBounds *exercise)
{
  const LiaisonBlock *stage = liaison_bounds_get_stage (lookup, event);

  if (stage == NULL)
    return liaison_id_is_zero (LIAISON_DATA (Event, event)->stage)
           && LIAISON_DATA (Event, event)->type == LIAISON_EVENT_TYPE_TRAINING_SERIAL;
  if (LIAISON_DATA (Stage, stage)->phase != LIAISON_STAGE_PHASE_CONDUCT)
    return FALSE;
  LiaisonBounds bounds = liaison_bounds_of (lookup, stage);
  return bounds.start >= exercise->start && bounds.end <= exercise->end;
}
