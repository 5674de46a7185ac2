/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/calendar-private.h"

#include "record/instant.h"
#include "words/dates.h"
#include "words/numbers.h"

#include <string.h>

#define HOUR_HEIGHT 44.

G_DEFINE_FINAL_TYPE (LiaisonCalendarDrawing, liaison_calendar_drawing, LIAISON_TYPE_DRAWING)

static void
entry_clear (gpointer data)
{
  LiaisonCalendarEntry *entry = data;

  g_free ((char *) entry->label);
  g_free ((char *) entry->place);
  g_free ((char *) entry->reason);
}

static void
shade_clear (gpointer data)
{
  g_free (((CalendarShade *) data)->label);
}

static void
clear_frame (LiaisonCalendarDrawing *self)
{
  g_clear_pointer (&self->scale, liaison_day_scale_free);
  g_clear_pointer (&self->zone, g_free);
  g_clear_pointer (&self->sites, g_free);
  g_clear_pointer (&self->site_labels, g_strfreev);
  g_clear_pointer (&self->more, g_free);
  for (guint i = 0; self->observances != NULL && i < self->frame.n_days; i++)
    g_free (self->observances[i]);
  g_clear_pointer (&self->observances, g_free);
}

static void
liaison_calendar_drawing_finalize (GObject *object)
{
  LiaisonCalendarDrawing *self = LIAISON_CALENDAR_DRAWING (object);

  clear_frame (self);
  g_array_unref (self->entries);
  g_array_unref (self->shades);
  g_array_unref (self->segments);
  g_hash_table_unref (self->selected);
  g_free (self->draft_label);

  G_OBJECT_CLASS (liaison_calendar_drawing_parent_class)->finalize (object);
}

static void
calendar_measure (LiaisonDrawing *drawing, LiaisonCanvas *canvas, LiaisonDrawingSize *size)
{
  LiaisonCalendarDrawing *self = LIAISON_CALENDAR_DRAWING (drawing);

  self->small_height = liaison_canvas_get_line_height (canvas, LIAISON_TEXT_SMALL);
  self->line_height = liaison_canvas_get_line_height (canvas, LIAISON_TEXT_BODY);
  self->row_height = self->small_height + 5;
  if (self->frame.month)
    calendar_measure_month (self, canvas, size);
  else
    calendar_measure_days (self, canvas, size);
}

static void
calendar_draw (LiaisonDrawing *drawing,
               LiaisonCanvas *canvas,
               LiaisonDrawingPart part,
               const LiaisonBox *visible)
{
  LiaisonCalendarDrawing *self = LIAISON_CALENDAR_DRAWING (drawing);

  if (self->frame.month)
    calendar_draw_month (self, canvas, part, visible);
  else
    calendar_draw_days (self, canvas, part, visible);
}

static void
fill_hit (LiaisonCalendarDrawing *self, guint number, double y, LiaisonHit *hit)
{
  const CalendarSegment *segment = calendar_segment (self, number);
  LiaisonBox box = calendar_get_segment_box (self, segment);
  guint edge = 0;

  if (!segment->band && box.height > 3 * EDGE)
    edge = y < box.y + EDGE && !segment->before                ? 1
           : y >= box.y + box.height - EDGE && !segment->after ? 2
                                                               : 0;
  hit->part = segment->band && !self->frame.month ? LIAISON_PART_ABOVE : LIAISON_PART_BODY;
  hit->box = box;
  hit->record = calendar_entry (self, segment->entry)->record;
  hit->index = number * 4 + edge;
}

static gboolean
calendar_find (
    LiaisonDrawing *drawing, LiaisonDrawingPart part, double x, double y, LiaisonHit *hit)
{
  LiaisonCalendarDrawing *self = LIAISON_CALENDAR_DRAWING (drawing);
  LiaisonCalendarPlace place;

  for (guint i = self->segments->len; i > 0; i--)
    {
      const CalendarSegment *segment = calendar_segment (self, i - 1);
      LiaisonDrawingPart where =
          segment->band && !self->frame.month ? LIAISON_PART_ABOVE : LIAISON_PART_BODY;
      LiaisonBox box;

      if (where != part || (self->frame.month && segment->places > 0))
        continue;
      box = calendar_get_segment_box (self, segment);
      if (liaison_box_contains (&box, x, y))
        {
          fill_hit (self, i - 1, y, hit);
          return TRUE;
        }
    }
  if (self->frame.month && liaison_calendar_drawing_find_place (self, part, x, y, &place)
      && self->more[place.column] > 0)
    {
      double bottom = (place.column / 7 + 1) * self->week_height;
      if (y >= bottom - self->row_height - 2)
        {
          hit->index = HIT_MORE | place.column;
          hit->box =
              (LiaisonBox){ (place.column % 7) * self->column_width, bottom - self->row_height - 2,
                            self->column_width, self->row_height };
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
calendar_locate (LiaisonDrawing *drawing, LiaisonId record, LiaisonHit *hit)
{
  LiaisonCalendarDrawing *self = LIAISON_CALENDAR_DRAWING (drawing);

  for (guint i = 0; i < self->segments->len; i++)
    if (liaison_id_same (calendar_entry (self, calendar_segment (self, i)->entry)->record, record)
        && !(self->frame.month && calendar_segment (self, i)->places > 0))
      {
        fill_hit (self, i, -1, hit);
        hit->index &= ~3u;
        return TRUE;
      }
  return FALSE;
}

/* The next or previous part of an entry, in the order of time. */
static gboolean
calendar_step (LiaisonDrawing *drawing, const LiaisonHit *from, LiaisonStep step, LiaisonHit *to)
{
  LiaisonCalendarDrawing *self = LIAISON_CALENDAR_DRAWING (drawing);
  gboolean back = step == LIAISON_STEP_START || step == LIAISON_STEP_UP;
  guint entry, found = G_MAXUINT;
  int edge;

  if (self->entries->len == 0)
    return FALSE;
  if (step == LIAISON_STEP_FIRST || from == NULL
      || !liaison_calendar_drawing_read_hit (self, from, &entry, &edge, NULL))
    entry = 0;
  else if (step == LIAISON_STEP_LAST)
    entry = self->entries->len - 1;
  else if (back ? entry == 0 : entry + 1 >= self->entries->len)
    return FALSE;
  else
    entry += back ? -1 : 1;
  for (guint i = 0; i < self->segments->len && found == G_MAXUINT; i++)
    if (calendar_segment (self, i)->entry == entry)
      found = i;
  if (found == G_MAXUINT)
    return FALSE;
  fill_hit (self, found, -1, to);
  to->index &= ~3u;
  return TRUE;
}

char *
calendar_tell_times (const LiaisonCalendarDrawing *self,
                     LiaisonWords *words,
                     gint64 start,
                     gint64 end)
{
  g_autofree char *from = liaison_words_format_time (words, start, self->zone);
  g_autofree char *to = liaison_words_format_time (words, end, self->zone);

  return end > start ? g_strdup_printf ("%s–%s", from, to) : g_steal_pointer (&from);
}

static char *
calendar_tell (LiaisonDrawing *drawing, const LiaisonManner *manner, const LiaisonHit *hit)
{
  LiaisonCalendarDrawing *self = LIAISON_CALENDAR_DRAWING (drawing);
  const LiaisonCalendarEntry *entry;
  g_autofree char *from = NULL, *to = NULL;
  GString *text;
  guint number;
  int edge;

  if (!liaison_calendar_drawing_read_hit (self, hit, &number, &edge, NULL))
    return NULL;
  entry = calendar_entry (self, number);
  from = liaison_manner_tell_time (manner, entry->start, self->zone);
  to = liaison_manner_tell_time (manner, entry->end, self->zone);
  text = g_string_new (entry->label);
  g_string_append_printf (text, "\n%s", from);
  if (entry->end > entry->start)
    g_string_append_printf (text, " – %s", to);
  if (entry->place != NULL && *entry->place != '\0')
    g_string_append_printf (text, "\n%s", entry->place);
  if (entry->reason != NULL)
    g_string_append_printf (text, "\n\n%s", entry->reason);
  return g_string_free (text, FALSE);
}

static void
liaison_calendar_drawing_class_init (LiaisonCalendarDrawingClass *klass)
{
  LiaisonDrawingClass *drawing_class = LIAISON_DRAWING_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = liaison_calendar_drawing_finalize;
  drawing_class->measure = calendar_measure;
  drawing_class->draw = calendar_draw;
  drawing_class->find = calendar_find;
  drawing_class->locate = calendar_locate;
  drawing_class->step = calendar_step;
  drawing_class->tell = calendar_tell;
}

static void
liaison_calendar_drawing_init (LiaisonCalendarDrawing *self)
{
  self->entries = g_array_new (FALSE, TRUE, sizeof (LiaisonCalendarEntry));
  self->shades = g_array_new (FALSE, TRUE, sizeof (CalendarShade));
  self->segments = g_array_new (FALSE, TRUE, sizeof (CalendarSegment));
  self->selected = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, g_free, NULL);
  self->hour_height = HOUR_HEIGHT;
  g_array_set_clear_func (self->entries, entry_clear);
  g_array_set_clear_func (self->shades, shade_clear);
  self->scale = liaison_day_scale_new (NULL, 0, 0);
}

LiaisonCalendarDrawing *
liaison_calendar_drawing_new (void)
{
  return g_object_new (LIAISON_TYPE_CALENDAR_DRAWING, NULL);
}

void
liaison_calendar_drawing_begin (LiaisonCalendarDrawing *self, const LiaisonCalendarFrame *frame)
{
  clear_frame (self);
  g_array_set_size (self->entries, 0);
  g_array_set_size (self->shades, 0);
  g_array_set_size (self->segments, 0);
  self->frame = *frame;
  self->frame.zone = self->zone = g_strdup (frame->zone);
  self->sites = g_memdup2 (frame->sites, frame->n_sites * sizeof (LiaisonId));
  self->site_labels = g_new0 (char *, frame->n_sites + 1);
  for (guint i = 0; i < frame->n_sites; i++)
    self->site_labels[i] = g_strdup (frame->site_labels[i]);
  self->frame.sites = self->sites;
  self->frame.site_labels = (const char *const *) self->site_labels;
  self->scale = liaison_day_scale_new (self->zone, frame->first_day, frame->n_days);
  self->observances = g_new0 (char *, MAX (frame->n_days, 1));
  self->n_columns = frame->month ? 7 : frame->n_sites > 0 ? frame->n_sites : frame->n_days;
}

void
liaison_calendar_drawing_add_entry (LiaisonCalendarDrawing *self, const LiaisonCalendarEntry *entry)
{
  LiaisonCalendarEntry copy = *entry;

  copy.label = g_strdup (entry->label != NULL ? entry->label : "");
  copy.place = g_strdup (entry->place);
  copy.reason = g_strdup (entry->reason);
  g_array_append_val (self->entries, copy);
}

void
liaison_calendar_drawing_add_shade (LiaisonCalendarDrawing *self,
                                    gint64 from,
                                    gint64 until,
                                    const char *label)
{
  CalendarShade shade = { from, until, g_strdup (label) };

  g_array_append_val (self->shades, shade);
  for (guint i = 0; label != NULL && i < self->scale->days->len; i++)
    {
      const LiaisonScaleDay *day = liaison_day_scale_get_day (self->scale, i);
      char *before = self->observances[i];
      if (from >= day->end || until <= day->start)
        continue;
      if (before != NULL && strstr (before, label) != NULL)
        continue;
      self->observances[i] =
          before != NULL ? g_strdup_printf ("%s, %s", before, label) : g_strdup (label);
      g_free (before);
    }
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const LiaisonCalendarEntry *first = a, *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  if (first->end != second->end)
    return first->end > second->end ? -1 : 1;
  return liaison_id_compare (first->record, second->record);
}

void
liaison_calendar_drawing_end (LiaisonCalendarDrawing *self)
{
  g_array_sort (self->entries, compare_entries);
  if (self->frame.month)
    calendar_lay_out_month (self);
  else
    calendar_lay_out_days (self);
  liaison_drawing_changed (LIAISON_DRAWING (self), TRUE);
}

void
liaison_calendar_drawing_set_now (LiaisonCalendarDrawing *self, gint64 now)
{
  if (self->now == now)
    return;
  self->now = now;
  liaison_drawing_changed (LIAISON_DRAWING (self), FALSE);
}

void
liaison_calendar_drawing_set_room (LiaisonCalendarDrawing *self, double width, double height)
{
  if (self->room_width == width && self->room_height == height)
    return;
  self->room_width = width;
  self->room_height = height;
  liaison_drawing_changed (LIAISON_DRAWING (self), TRUE);
}

void
liaison_calendar_drawing_set_hour_height (LiaisonCalendarDrawing *self, double height)
{
  height = CLAMP (height, 14., 400.);
  if (self->hour_height == height)
    return;
  self->hour_height = height;
  liaison_drawing_changed (LIAISON_DRAWING (self), TRUE);
}

double
liaison_calendar_drawing_get_hour_height (LiaisonCalendarDrawing *self)
{
  return self->hour_height;
}

void
liaison_calendar_drawing_set_selection (LiaisonCalendarDrawing *self, const LiaisonId *ids, guint n)
{
  g_hash_table_remove_all (self->selected);
  for (guint i = 0; i < n; i++)
    g_hash_table_add (self->selected, g_memdup2 (&ids[i], sizeof ids[i]));
  liaison_drawing_changed (LIAISON_DRAWING (self), FALSE);
}

guint
liaison_calendar_drawing_count_columns (LiaisonCalendarDrawing *self)
{
  return self->frame.month ? self->frame.n_days : self->n_columns;
}

guint
liaison_calendar_drawing_count_entries (LiaisonCalendarDrawing *self)
{
  return self->entries->len;
}

const LiaisonCalendarEntry *
liaison_calendar_drawing_get_entry (LiaisonCalendarDrawing *self, guint number)
{
  g_return_val_if_fail (number < self->entries->len, NULL);
  return calendar_entry (self, number);
}

const LiaisonDayScale *
liaison_calendar_drawing_get_scale (LiaisonCalendarDrawing *self)
{
  return self->scale;
}

const LiaisonCalendarFrame *
liaison_calendar_drawing_get_frame (LiaisonCalendarDrawing *self)
{
  return &self->frame;
}

gint32
liaison_calendar_drawing_get_day (LiaisonCalendarDrawing *self, guint column)
{
  return self->frame.first_day + (gint32) calendar_day_index (self, column);
}

LiaisonId
liaison_calendar_drawing_get_site (LiaisonCalendarDrawing *self, guint column)
{
  return column < self->frame.n_sites ? self->sites[column] : (LiaisonId){ 0 };
}

gboolean
liaison_calendar_drawing_find_place (LiaisonCalendarDrawing *self,
                                     LiaisonDrawingPart part,
                                     double x,
                                     double y,
                                     LiaisonCalendarPlace *place)
{
  const LiaisonScaleDay *day;

  if (part == LIAISON_PART_START || part == LIAISON_PART_CORNER || x < 0 || y < 0
      || self->column_width <= 0 || x >= self->n_columns * self->column_width)
    return FALSE;
  *place = (LiaisonCalendarPlace){ .column = (guint) (x / self->column_width),
                                   .in_band = part == LIAISON_PART_ABOVE };
  if (self->frame.month)
    {
      if (part != LIAISON_PART_BODY)
        return FALSE;
      place->column += 7 * (guint) (y / self->week_height);
      if (place->column >= self->frame.n_days)
        return FALSE;
    }
  day = liaison_day_scale_get_day (self->scale, calendar_day_index (self, place->column));
  place->seconds = day->start;
  if (!self->frame.month && part == LIAISON_PART_BODY)
    place->seconds =
        liaison_day_scale_get_time (self->scale, calendar_day_index (self, place->column),
                                    (gint64) (y / self->hour_height * 3600));
  return TRUE;
}

gboolean
liaison_calendar_drawing_get_place_box (LiaisonCalendarDrawing *self,
                                        const LiaisonCalendarPlace *place,
                                        gint64 length,
                                        LiaisonBox *box)
{
  guint index;

  if (place->column >= liaison_calendar_drawing_count_columns (self))
    return FALSE;
  if (self->frame.month)
    {
      *box = (LiaisonBox){ (place->column % 7) * self->column_width,
                           (place->column / 7) * self->week_height, self->column_width,
                           self->week_height };
      return TRUE;
    }
  index = calendar_day_index (self, place->column);
  box->x = place->column * self->column_width;
  box->width = self->column_width;
  box->y =
      calendar_to_y (self, liaison_day_scale_get_position (self->scale, index, place->seconds));
  box->height = calendar_to_y (self, liaison_day_scale_get_position (self->scale, index,
                                                                     place->seconds + length))
                - box->y;
  return TRUE;
}

void
liaison_calendar_drawing_set_cursor (LiaisonCalendarDrawing *self,
                                     const LiaisonCalendarPlace *place,
                                     gint64 length,
                                     gboolean shown)
{
  self->has_cursor = shown;
  if (place != NULL)
    self->cursor = *place;
  self->cursor_length = length;
  liaison_drawing_changed (LIAISON_DRAWING (self), FALSE);
}

void
liaison_calendar_drawing_set_draft (
    LiaisonCalendarDrawing *self, guint column, gint64 start, gint64 end, const char *label)
{
  self->draft_column = column;
  self->draft_start = start;
  self->draft_end = end;
  g_free (self->draft_label);
  self->draft_label = g_strdup (label);
  liaison_drawing_changed (LIAISON_DRAWING (self), FALSE);
}

gboolean
liaison_calendar_drawing_read_hit (
    LiaisonCalendarDrawing *self, const LiaisonHit *hit, guint *entry, int *edge, guint *more)
{
  if (hit->index & HIT_MORE)
    {
      if (more != NULL)
        *more = hit->index & ~HIT_MORE;
      return FALSE;
    }
  if (more != NULL)
    *more = G_MAXUINT;
  if (hit->index / 4 >= self->segments->len)
    return FALSE;
  *entry = calendar_segment (self, hit->index / 4)->entry;
  *edge = hit->index % 4 == 1 ? -1 : hit->index % 4 == 2 ? 1 : 0;
  return TRUE;
}

/* The week is that of its Thursday, and the first is the one with 4 January (ISO 8601). */
guint
liaison_calendar_drawing_find_week (gint32 day)
{
  gint32 weekday = ((day + 3) % 7 + 7) % 7, thursday = day - weekday + 3, first;
  int year, month, date;

  liaison_date_from_days (thursday, &year, &month, &date);
  if (!liaison_days_from_date (year, 1, 1, &first))
    return 0;
  return (guint) (thursday - first) / 7 + 1;
}

char *
liaison_calendar_drawing_tell_week (LiaisonWords *words, gint32 day)
{
  g_autofree char *number =
      liaison_words_format_integer (words, liaison_calendar_drawing_find_week (day));
  /* Translators: The number of a week in as little room as there is: “W22” */
  GString *text = g_string_new (liaison_words_get_context (words, "week of the year", "W{number}"));

  g_string_replace (text, "{number}", number, 1);
  return g_string_free (text, FALSE);
}
