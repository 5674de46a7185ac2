/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong in a plan, of the sorts that levelling knows. */
#include "config.h"

#include "schedule/conflicts.h"
#include "schedule/levelling-private.h"
#include "schedule/levelling-travel.h"

gint64
level_get_breach (const LevelModel *model, const LevelElement *element, const gint64 *starts)
{
  const LiaisonScheduledEvent *event = &model->events[element->event];
  gint64 start = starts[element->event];
  LiaisonSpan span;

  switch ((LevelElementKind) element->kind)
    {
    case LEVEL_FIXED:
      return ABS (start - element->time);
    case LEVEL_NOT_BEFORE:
      return MAX (element->time - start, 0);
    case LEVEL_DEADLINE:
      return MAX (start + event->end - event->start - element->time, 0);
    case LEVEL_TIE:
      return MAX (starts[element->other] + element->lag - start, 0);
    case LEVEL_CALENDAR:
      if (element->lenient && start == event->start)
        return 0;
      if (liaison_calendar_is_free (model->calendars->of[element->event], start,
                                    start + element->until, &span))
        return 0;
      return MAX (MIN (span.end, start + element->until) - MAX (span.start, start), 1);
    case LEVEL_USE:
    case LEVEL_TRAVEL:
    default:
      return 0;
    }
}

typedef struct
{
  const LevelModel *model;
  GArray *conflicts;
} Search;

static guint
find_use (const LevelModel *model, guint event, guint pool)
{
  for (guint i = model->first[event]; i < model->first[event + 1]; i++)
    if (level_element (model, i)->kind == LEVEL_USE && level_element (model, i)->pool == pool)
      return i;
  return LIAISON_NO_PLACE;
}

static void
overlap_cb (const LiaisonOverlap *overlap, gpointer data)
{
  Search *search = data;
  LevelConflict conflict = { .element = find_use (search->model, overlap->event, overlap->pool),
                             .event = overlap->event,
                             .other = overlap->other,
                             .pool = overlap->pool,
                             .by = overlap->end - overlap->start };

  if (conflict.element != LIAISON_NO_PLACE)
    g_array_append_val (search->conflicts, conflict);
}

static int
compare_conflicts (gconstpointer a, gconstpointer b)
{
  const LevelConflict *one = a, *two = b;

  if (one->event != two->event)
    return one->event < two->event ? -1 : 1;
  if (one->element != two->element)
    return one->element < two->element ? -1 : 1;
  return one->other < two->other ? -1 : one->other > two->other;
}

static void
find_overlaps (const LevelModel *model, GArray *conflicts)
{
  static const LiaisonKindId kinds[] = { LIAISON_KIND_SITE, LIAISON_KIND_PARTICIPANT,
                                         LIAISON_KIND_POST, LIAISON_KIND_CHANNEL };
  Search search = { model, conflicts };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    liaison_conflicts_foreach_overlap (model->bookings, kinds[i], overlap_cb, &search);
}

GArray *
level_find_conflicts (LevelModel *model)
{
  GArray *conflicts;
  g_autofree gint64 *starts = NULL;

  if (model->conflicts != NULL)
    return g_array_ref (model->conflicts);
  conflicts = g_array_new (FALSE, FALSE, sizeof (LevelConflict));
  starts = g_new (gint64, model->n + 1);

  for (guint i = 0; i < model->n; i++)
    starts[i] = model->events[i].start;
  find_overlaps (model, conflicts);
  level_find_travel (model, conflicts);
  for (guint i = 0; i < model->elements->len; i++)
    {
      const LevelElement *element = level_element (model, i);
      gint64 by = level_get_breach (model, element, starts);
      if (by <= 0)
        continue;
      LevelConflict conflict = { i, element->event, element->other, LIAISON_NO_PLACE, by };
      g_array_append_val (conflicts, conflict);
    }
  g_array_sort (conflicts, compare_conflicts);
  model->conflicts = g_array_ref (conflicts);
  return conflicts;
}

void
level_find_trouble (LevelModel *self)
{
  g_autoptr (GArray) conflicts = level_find_conflicts (self);

  for (guint i = 0; i < conflicts->len; i++)
    {
      const LevelConflict *conflict = &g_array_index (conflicts, LevelConflict, i);
      const LevelElement *element = level_element (self, conflict->element);
      /* Of a part that stands out of its whole, the whole is no trouble. */
      self->troubled[conflict->event] = TRUE;
      if (conflict->other != LIAISON_NO_PLACE && element->because != LEVEL_BECAUSE_PARENT)
        self->troubled[conflict->other] = TRUE;
    }
}
