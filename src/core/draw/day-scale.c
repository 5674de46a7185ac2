/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/day-scale.h"

#include "record/zone.h"

#define DAY 86400

gint64
liaison_day_scale_find_midnight (const char *zone, gint32 day)
{
  gint64 local = (gint64) day * DAY;
  gint32 first = 0, last = 0;
  guint count = 0;

  liaison_zone_find_wall (zone, local, &count, &first, &last);
  return local - first;
}

static LiaisonScaleDay
make_day (const char *zone, gint32 number)
{
  LiaisonScaleDay day = {
    .day = number,
    .start = liaison_day_scale_find_midnight (zone, number),
    .end = liaison_day_scale_find_midnight (zone, number + 1),
  };
  gint32 before, after;

  liaison_zone_get_offset (zone, day.start, &day.offset);
  if (liaison_zone_next_change (zone, day.start, day.end, &day.change, &before, &after))
    day.gap = before - after;
  else
    day.change = 0;
  return day;
}

/* Where the wall stands at the change, by the clock as it was before. */
static gint64
find_change_wall (const LiaisonScaleDay *day)
{
  return day->change + day->offset - (gint64) day->day * DAY;
}

LiaisonDayScale *
liaison_day_scale_new (const char *zone, gint32 first_day, guint n_days)
{
  LiaisonDayScale *self = g_new0 (LiaisonDayScale, 1);

  self->zone = liaison_zone_is_known (zone != NULL ? zone : "UTC") ? g_strdup (zone) : NULL;
  self->days = g_array_new (FALSE, FALSE, sizeof (LiaisonScaleDay));
  self->length = DAY;
  for (guint i = 0; i < n_days; i++)
    {
      LiaisonScaleDay day = make_day (self->zone, first_day + (gint32) i);
      g_array_append_val (self->days, day);
      if (day.gap > 0 && self->strip_length == 0)
        {
          self->strip = find_change_wall (&day);
          self->strip_length = day.gap;
        }
    }
  self->length += self->strip_length;
  return self;
}

void
liaison_day_scale_free (LiaisonDayScale *self)
{
  g_free (self->zone);
  g_array_unref (self->days);
  g_free (self);
}

const LiaisonScaleDay *
liaison_day_scale_get_day (const LiaisonDayScale *self, guint index)
{
  g_return_val_if_fail (index < self->days->len, NULL);
  return &g_array_index (self->days, LiaisonScaleDay, index);
}

gboolean
liaison_day_scale_find_day (const LiaisonDayScale *self, gint64 seconds, guint *index)
{
  for (guint i = 0; i < self->days->len; i++)
    {
      const LiaisonScaleDay *day = liaison_day_scale_get_day (self, i);
      if (seconds >= day->start && seconds < day->end)
        {
          *index = i;
          return TRUE;
        }
    }
  return FALSE;
}

gint64
liaison_day_scale_get_position (const LiaisonDayScale *self, guint index, gint64 seconds)
{
  const LiaisonScaleDay *day = liaison_day_scale_get_day (self, index);
  gboolean after = day->change != 0 && seconds >= day->change;
  gint64 wall;

  if (seconds <= day->start)
    return 0;
  if (seconds >= day->end)
    return self->length;
  wall = seconds + day->offset - (gint64) day->day * DAY - (after ? day->gap : 0);
  /* The strip is the second showing of an hour: all times of other days after it, and of the day of
   * the change those after the change, stand below its start. */
  if (self->strip_length > 0 && (after && day->gap > 0 ? TRUE : wall >= self->strip))
    wall += self->strip_length;
  return CLAMP (wall, 0, self->length);
}

gint64
liaison_day_scale_get_wall (const LiaisonDayScale *self, gint64 position, gboolean *again)
{
  gboolean in_strip = position >= self->strip && position < self->strip + self->strip_length;

  if (again != NULL)
    *again = in_strip;
  return self->strip_length > 0 && position >= self->strip ? position - self->strip_length
                                                           : position;
}

gboolean
liaison_day_scale_get_gap (const LiaisonDayScale *self,
                           guint index,
                           gint64 *position,
                           gint64 *length)
{
  const LiaisonScaleDay *day = liaison_day_scale_get_day (self, index);

  if (day->gap < 0)
    {
      *position = find_change_wall (day);
      *length = -day->gap;
      if (self->strip_length > 0 && *position >= self->strip)
        *position += self->strip_length;
      return TRUE;
    }
  if (day->gap > 0 || self->strip_length == 0)
    return FALSE;
  *position = self->strip;
  *length = self->strip_length;
  return TRUE;
}

gint64
liaison_day_scale_get_time (const LiaisonDayScale *self, guint index, gint64 position)
{
  const LiaisonScaleDay *day = liaison_day_scale_get_day (self, index);
  gint64 midnight = (gint64) day->day * DAY - day->offset, wall, gap, length;

  if (liaison_day_scale_get_gap (self, index, &gap, &length) && position >= gap
      && position < gap + length)
    {
      if (day->gap < 0)
        return day->change;
      position = gap + length;
    }
  wall = liaison_day_scale_get_wall (self, position, NULL);
  if (day->gap > 0 && position >= self->strip)
    wall += day->gap;
  else if (day->gap < 0 && wall >= find_change_wall (day))
    wall += day->gap;
  return CLAMP (midnight + wall, day->start, day->end);
}
