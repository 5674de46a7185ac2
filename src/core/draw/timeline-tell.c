/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/timeline-private.h"

#include "record/kinds/event.h"
#include "record/times.h"

static void
append_field (GString *text, const LiaisonManner *manner, const LiaisonBlock *block, guint field)
{
  const LiaisonField *of = &block->shape->fields[field];
  g_autofree char *told = NULL;

  if (!liaison_block_field_is_set (block, of))
    return;
  told = liaison_manner_tell_field (manner, block, of);
  g_string_append_printf (text, "\n%s: %s", liaison_words_get (manner->words, of->label), told);
}

/* Start and end as the plan's reader reads times, each once; of a recurring event, those of the
 * occurrence that @bar is (NULL: its own). */
static void
append_times (GString *text,
              const LiaisonManner *manner,
              const LiaisonBlock *block,
              const LiaisonBar *bar)
{
  const char *zone = liaison_times_get_zone (&manner->lookup, block);
  gint64 start, end;
  g_autofree char *from = NULL;

  if (bar != NULL)
    start = bar->start;
  else if (liaison_times_get_start (&manner->lookup, block, &start) != LIAISON_TIME_KNOWN)
    return;
  from = liaison_manner_tell_time (manner, start, zone);
  g_string_append_printf (text, "\n%s", from);
  if (bar != NULL)
    end = bar->end;
  else if (liaison_times_get_end (&manner->lookup, block, &end) != LIAISON_TIME_KNOWN)
    return;
  if (end > start)
    {
      g_autofree char *until = liaison_manner_tell_time (manner, end, zone);
      g_string_append_printf (text, " – %s", until);
    }
}

char *
liaison_timeline_tell (LiaisonDrawing *drawing, const LiaisonManner *manner, const LiaisonHit *hit)
{
  static const guint fields[] = { LIAISON_FIELD (Event, type), LIAISON_FIELD (Event, status),
                                  LIAISON_FIELD (Event, progress), LIAISON_FIELD (Event, site), LIAISON_FIELD (Event, nations) };
  LiaisonTimeline *self = LIAISON_TIMELINE (drawing);
  guint n;
  const LiaisonLane *lanes = liaison_lanes_get (self->lanes, &n);
  const LiaisonBlock *block = liaison_lookup_find (&manner->lookup, hit->record);
  GString *text;
  g_autofree char *name = NULL;

  if (hit->part == LIAISON_PART_START)
    return LIAISON_TIMELINE_HIT_LANE (hit->index) < n
               ? g_strdup (lanes[LIAISON_TIMELINE_HIT_LANE (hit->index)].label)
               : NULL;
  if (block == NULL || block->shape != &liaison_event_kind.shape)
    return NULL;
  name = liaison_manner_tell_block_name (manner, block);
  text = g_string_new (name);
  append_times (text, manner, block, liaison_timeline_get_bar (self, hit));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    append_field (text, manner, block, fields[i]);
  return g_string_free (text, FALSE);
}
