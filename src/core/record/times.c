/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/times.h"

#include "record/kinds/exercise.h"
#include "record/kinds/site.h"

/* Longer chains of anchors than this are taken for circles. */
#define MAX_CHAIN 64

/* One question that is being answered, and the one it came from. */
typedef struct _Step Step;
struct _Step
{
  const LiaisonLookup *lookup;
  const LiaisonBlock *block; /* whose edge is asked for; NULL at the top */
  gboolean end;
  guint depth;
  const Step *from;
  LiaisonTimeState state;
};

static LiaisonTimeState resolve (const Step *from, const LiaisonInstant *instant, gint64 *seconds, LiaisonWallState *wall);

static gboolean
is_circle (const Step         *step,
           const LiaisonBlock *block,
           gboolean            end)
{
  if (step->depth > MAX_CHAIN)
    return TRUE;
  for (; step != NULL; step = step->from)
    if (step->block != NULL && liaison_id_same (step->block->id, block->id) && step->end == end)
      return TRUE;
  return FALSE;
}

static LiaisonTimeState
resolve_flagged (const Step         *step,
                 const LiaisonBlock *block,
                 LiaisonFieldFlags   flag,
                 gint64             *seconds)
{
  const LiaisonField *field = liaison_shape_find_flagged (block->shape, flag);

  if (field == NULL || field->type != LIAISON_FIELD_INSTANT)
    return LIAISON_TIME_NONE;
  return resolve (step, LIAISON_BLOCK_AT (block, field), seconds, NULL);
}

static gboolean
has_end (const LiaisonBlock *block)
{
  const LiaisonField *field = liaison_shape_find_flagged (block->shape, LIAISON_FIELD_END);

  return field != NULL && field->type == LIAISON_FIELD_INSTANT && liaison_block_field_is_set (block, field);
}

static gint64
get_length (const LiaisonBlock *block)
{
  const LiaisonField *field = liaison_shape_find_flagged (block->shape, LIAISON_FIELD_LENGTH);

  if (field == NULL || field->type != LIAISON_FIELD_DURATION)
    return 0;
  gint64 length = *(const gint64 *) LIAISON_BLOCK_AT (block, field);
  return length != LIAISON_DURATION_UNSET ? length : 0;
}

static LiaisonTimeState
resolve_edge (const LiaisonLookup *lookup,
              const Step          *from,
              const LiaisonBlock  *block,
              gboolean             end,
              gint64              *seconds)
{
  Step step = { lookup, block, end, from != NULL ? from->depth + 1 : 0, from };
  LiaisonTimeState state;

  if (from != NULL && is_circle (from, block, end))
    return LIAISON_TIME_CIRCLE;
  if (!end)
    return resolve_flagged (&step, block, LIAISON_FIELD_START, seconds);

  /* An end that is given but has no time is none: to fall back on the start there would let a chain of such records be walked in
   * two ways at each step. */
  if (has_end (block))
    return resolve_flagged (&step, block, LIAISON_FIELD_END, seconds);
  state = resolve_flagged (&step, block, LIAISON_FIELD_START, seconds);
  if (state == LIAISON_TIME_KNOWN)
    *seconds += get_length (block);
  return state;
}

static gboolean
anchor_cb (LiaisonAnchorEdge edge,
           LiaisonId         anchor,
           gint64           *seconds,
           gpointer          data)
{
  Step *step = data;
  gboolean end = edge == LIAISON_ANCHOR_ENDEX || edge == LIAISON_ANCHOR_END;
  const LiaisonBlock *block;

  if (edge == LIAISON_ANCHOR_STARTEX || edge == LIAISON_ANCHOR_ENDEX)
    block = liaison_lookup_get_exercise (step->lookup);
  else
    block = liaison_lookup_find (step->lookup, anchor);
  if (block == NULL)
    return FALSE;
  step->state = resolve_edge (step->lookup, step, block, end, seconds);
  return step->state == LIAISON_TIME_KNOWN;
}

static LiaisonTimeState
resolve (const Step           *from,
         const LiaisonInstant *instant,
         gint64               *seconds,
         LiaisonWallState     *wall)
{
  Step step = *from;

  step.state = LIAISON_TIME_NONE;
  if (liaison_instant_resolve (instant, anchor_cb, &step, seconds, wall))
    return LIAISON_TIME_KNOWN;
  /* The anchor may have a time and the instant still none: its zone is not known here. */
  return step.state == LIAISON_TIME_CIRCLE ? LIAISON_TIME_CIRCLE : LIAISON_TIME_NONE;
}

LiaisonTimeState
liaison_times_resolve (const LiaisonLookup  *lookup,
                       const LiaisonInstant *instant,
                       gint64               *seconds,
                       LiaisonWallState     *wall)
{
  Step top = { lookup };
  return resolve (&top, instant, seconds, wall);
}

LiaisonTimeState
liaison_times_get_start (const LiaisonLookup *lookup,
                         const LiaisonBlock  *block,
                         gint64              *seconds)
{
  return resolve_edge (lookup, NULL, block, FALSE, seconds);
}

LiaisonTimeState
liaison_times_get_end (const LiaisonLookup *lookup,
                       const LiaisonBlock  *block,
                       gint64              *seconds)
{
  return resolve_edge (lookup, NULL, block, TRUE, seconds);
}

static const char *
site_zone (const LiaisonLookup *lookup,
           const LiaisonBlock  *block)
{
  const LiaisonField *field = liaison_shape_find (block->shape, "site", NULL);

  if (field == NULL || field->type != LIAISON_FIELD_REFERENCE)
    return NULL;
  LiaisonId id = *(const LiaisonId *) LIAISON_BLOCK_AT (block, field);
  /* A room has the zone of the building it lies in. */
  for (guint depth = 0; depth < MAX_CHAIN; depth++)
    {
      const LiaisonBlock *site = liaison_lookup_find (lookup, id);
      if (site == NULL || site->shape != &liaison_site_kind.shape)
        return NULL;
      if (LIAISON_DATA (Site, site)->zone != NULL)
        return LIAISON_DATA (Site, site)->zone;
      id = LIAISON_DATA (Site, site)->parent;
    }
  return NULL;
}

const char *
liaison_times_get_zone (const LiaisonLookup *lookup,
                        const LiaisonBlock  *block)
{
  const LiaisonField *start = liaison_shape_find_flagged (block->shape, LIAISON_FIELD_START);
  const char *zone = NULL;

  if (start != NULL && start->type == LIAISON_FIELD_INSTANT)
    zone = ((const LiaisonInstant *) LIAISON_BLOCK_AT (block, start))->zone;
  if (zone == NULL)
    zone = site_zone (lookup, block);
  if (zone == NULL)
    zone = LIAISON_DATA (Exercise, liaison_lookup_get_exercise (lookup))->zone;
  return zone;
}
