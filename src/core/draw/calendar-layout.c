/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/calendar-private.h"
#include "draw/side-by-side.h"

/* On the screen nothing is lower than a line, so what is nearer than this stands beside each other.
 */
#define LEAST (20 * 60)

static gboolean
is_in_column (const LiaisonCalendarDrawing *self, const LiaisonCalendarEntry *entry, guint column)
{
  if (self->frame.n_sites == 0 || liaison_id_same (self->sites[column], entry->site))
    return TRUE;
  if (!liaison_id_is_zero (self->sites[column]))
    return FALSE;
  for (guint i = 0; i < self->frame.n_sites; i++)
    if (liaison_id_same (self->sites[i], entry->site))
      return FALSE;
  return TRUE;
}

/* Whether any of it is in the day. What lasts no time is in the day it begins on. */
static gboolean
is_in_day (const LiaisonCalendarEntry *entry, const LiaisonScaleDay *day)
{
  return entry->start < day->end
         && (entry->end > entry->start ? entry->end > day->start : entry->start >= day->start);
}

static gboolean
is_for_band (const LiaisonCalendarEntry *entry)
{
  return entry->end - entry->start >= DAY_SECONDS - 3600;
}

static void
add_hours (LiaisonCalendarDrawing *self, guint column, GArray *numbers)
{
  guint index = calendar_day_index (self, column);
  const LiaisonScaleDay *day = liaison_day_scale_get_day (self->scale, index);
  g_autofree LiaisonPlacedSpan *spans = g_new0 (LiaisonPlacedSpan, MAX (numbers->len, 1));

  for (guint i = 0; i < numbers->len; i++)
    {
      const LiaisonCalendarEntry *entry = calendar_entry (self, g_array_index (numbers, guint, i));
      spans[i].start = liaison_day_scale_get_position (self->scale, index, entry->start);
      spans[i].end = liaison_day_scale_get_position (self->scale, index, entry->end);
      spans[i].tag = g_array_index (numbers, guint, i);
    }
  liaison_place_side_by_side (spans, numbers->len, LEAST);
  for (guint i = 0; i < numbers->len; i++)
    {
      const LiaisonCalendarEntry *entry = calendar_entry (self, spans[i].tag);
      CalendarSegment segment = {
        .entry = spans[i].tag,
        .column = column,
        .last_column = column,
        .top = spans[i].start,
        .bottom = spans[i].end,
        .before = entry->start<day->start, .after = entry->end> day->end,
        .place = spans[i].place,
        .width = spans[i].width,
        .places = spans[i].places,
      };
      g_array_append_val (self->segments, segment);
    }
}

/* Rows of the band: what overlaps in days stands below each other. */
static void
add_band (LiaisonCalendarDrawing *self, GArray *spans)
{
  liaison_place_side_by_side ((LiaisonPlacedSpan *) spans->data, spans->len, 1);
  for (guint i = 0; i < spans->len; i++)
    {
      const LiaisonPlacedSpan *span = &g_array_index (spans, LiaisonPlacedSpan, i);
      const LiaisonCalendarEntry *entry = calendar_entry (self, span->tag);
      CalendarSegment segment = {
        .entry = span->tag,
        .column = (guint) span->start,
        .last_column = (guint) span->end - 1,
        .band = TRUE,
        .place = span->place,
      };
      segment.before = entry->start < liaison_day_scale_get_day (
                                          self->scale, calendar_day_index (self, segment.column))
                                          ->start;
      segment.after = entry->end > liaison_day_scale_get_day (
                                       self->scale, calendar_day_index (self, segment.last_column))
                                       ->end;
      self->n_band_rows = MAX (self->n_band_rows, span->place + 1);
      g_array_append_val (self->segments, segment);
    }
}

/* From which to which of the days shown (the end after the last). */
static gboolean
find_days (const LiaisonCalendarDrawing *self,
           const LiaisonCalendarEntry *entry,
           guint *first,
           guint *end)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->scale->days->len; i++)
    if (is_in_day (entry, liaison_day_scale_get_day (self->scale, i)))
      {
        if (!found)
          *first = i;
        *end = i + 1;
        found = TRUE;
      }
  return found;
}

void
calendar_lay_out_days (LiaisonCalendarDrawing *self)
{
  g_autoptr (GArray) band = g_array_new (FALSE, TRUE, sizeof (LiaisonPlacedSpan));
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  self->n_band_rows = 0;
  for (guint i = 0; i < self->entries->len; i++)
    {
      const LiaisonCalendarEntry *entry = calendar_entry (self, i);
      LiaisonPlacedSpan span = { .tag = i };
      guint first, end;

      if (!is_for_band (entry) || !find_days (self, entry, &first, &end))
        continue;
      for (guint column = 0; column < self->n_columns; column++)
        if (self->frame.n_sites > 0 && is_in_column (self, entry, column))
          {
            first = column;
            end = column + 1;
          }
      span.start = first;
      span.end = end;
      g_array_append_val (band, span);
    }
  add_band (self, band);
  for (guint column = 0; column < self->n_columns; column++)
    {
      const LiaisonScaleDay *day =
          liaison_day_scale_get_day (self->scale, calendar_day_index (self, column));
      g_array_set_size (numbers, 0);
      for (guint i = 0; i < self->entries->len; i++)
        {
          const LiaisonCalendarEntry *entry = calendar_entry (self, i);
          if (!is_for_band (entry) && is_in_day (entry, day) && is_in_column (self, entry, column))
            g_array_append_val (numbers, i);
        }
      add_hours (self, column, numbers);
    }
}

static void
lay_out_week (LiaisonCalendarDrawing *self, guint week)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, TRUE, sizeof (LiaisonPlacedSpan));

  for (guint i = 0; i < self->entries->len; i++)
    {
      LiaisonPlacedSpan span = { .tag = i };
      guint first, end;

      if (!find_days (self, calendar_entry (self, i), &first, &end) || end <= week * 7
          || first >= week * 7 + 7)
        continue;
      span.start = MAX (first, week * 7);
      span.end = MIN (end, week * 7 + 7);
      g_array_append_val (spans, span);
    }
  liaison_place_side_by_side ((LiaisonPlacedSpan *) spans->data, spans->len, 1);
  for (guint i = 0; i < spans->len; i++)
    {
      const LiaisonPlacedSpan *span = &g_array_index (spans, LiaisonPlacedSpan, i);
      const LiaisonCalendarEntry *entry = calendar_entry (self, span->tag);
      CalendarSegment segment = {
        .entry = span->tag,
        .week = week,
        .column = (guint) span->start - week * 7,
        .last_column = (guint) span->end - 1 - week * 7,
        .place = span->place,
        .band = TRUE,
      };
      segment.before =
          entry->start < liaison_day_scale_get_day (self->scale, (guint) span->start)->start;
      segment.after =
          entry->end > liaison_day_scale_get_day (self->scale, (guint) span->end - 1)->end;
      g_array_append_val (self->segments, segment);
    }
}

void
calendar_lay_out_month (LiaisonCalendarDrawing *self)
{
  for (guint week = 0; week * 7 < self->frame.n_days; week++)
    lay_out_week (self, week);
}

void
calendar_count_more (LiaisonCalendarDrawing *self)
{
  g_autofree guint *deepest = g_new0 (guint, self->frame.n_days);

  g_free (self->more);
  self->more = g_new0 (guint, self->frame.n_days);
  for (guint i = 0; i < self->segments->len; i++)
    {
      const CalendarSegment *segment = calendar_segment (self, i);
      for (guint day = segment->column; day <= segment->last_column; day++)
        deepest[segment->week * 7 + day] =
            MAX (deepest[segment->week * 7 + day], segment->place + 1);
    }
  /* The last row says how many more there are, where not all have room. */
  for (guint i = 0; i < self->segments->len; i++)
    {
      CalendarSegment *segment = calendar_segment (self, i);
      segment->places = 0;
      for (guint day = segment->column; day <= segment->last_column; day++)
        if (deepest[segment->week * 7 + day] > self->rows_shown
            && segment->place + 1 >= self->rows_shown)
          segment->places = 1;
      for (guint day = segment->column; segment->places > 0 && day <= segment->last_column; day++)
        self->more[segment->week * 7 + day]++;
    }
}
