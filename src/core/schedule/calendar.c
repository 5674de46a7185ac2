/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/calendar.h"

#include <stdlib.h>
#include <string.h>

struct _LiaisonCalendar
{
  gatomicrefcount refs;
  gint64 from, until;
  guint n;
  LiaisonSpan off[];
};

LiaisonCalendar *
liaison_calendar_ref (LiaisonCalendar *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
liaison_calendar_unref (LiaisonCalendar *self)
{
  if (g_atomic_ref_count_dec (&self->refs))
    g_free (self);
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const LiaisonSpan *one = a, *two = b;

  return one->start < two->start ? -1 : one->start > two->start;
}

LiaisonCalendar *
liaison_calendar_new (const LiaisonSpan *off, guint n, gint64 from, gint64 until)
{
  LiaisonCalendar *self = g_malloc (sizeof *self + n * sizeof *off);
  guint kept = 0;

  g_atomic_ref_count_init (&self->refs);
  self->from = from;
  self->until = until;
  for (guint i = 0; i < n; i++)
    if (off[i].start < off[i].end && off[i].end > from && off[i].start < until)
      self->off[kept++]
          = (LiaisonSpan){ MAX (off[i].start, from), MIN (off[i].end, until) };
  qsort (self->off, kept, sizeof *off, compare_spans);
  self->n = 0;
  for (guint i = 0; i < kept; i++)
    if (self->n > 0 && self->off[i].start <= self->off[self->n - 1].end)
      self->off[self->n - 1].end = MAX (self->off[self->n - 1].end, self->off[i].end);
    else
      self->off[self->n++] = self->off[i];
  return self;
}

LiaisonCalendar *
liaison_calendar_new_union (LiaisonCalendar *const *calendars, guint n)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (LiaisonSpan));
  gint64 from = G_MAXINT64, until = G_MININT64;

  for (guint i = 0; i < n; i++)
    {
      g_array_append_vals (all, calendars[i]->off, calendars[i]->n);
      from = MIN (from, calendars[i]->from);
      until = MAX (until, calendars[i]->until);
    }
  return liaison_calendar_new ((const LiaisonSpan *) (gconstpointer) all->data, all->len, from,
                               until);
}

const LiaisonSpan *
liaison_calendar_get_off (const LiaisonCalendar *self, guint *n)
{
  *n = self->n;
  return self->off;
}

/* The first span that ends after @time. */
static guint
find_after (const LiaisonCalendar *self, gint64 time)
{
  guint low = 0, high = self->n;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (self->off[middle].end <= time)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

gboolean
liaison_calendar_is_free (const LiaisonCalendar *self, gint64 start, gint64 end, LiaisonSpan *in_way)
{
  guint i = find_after (self, start);

  if (i == self->n || self->off[i].start >= MAX (end, start + 1))
    return TRUE;
  if (in_way != NULL)
    *in_way = self->off[i];
  return FALSE;
}

gboolean
liaison_calendar_find_free (const LiaisonCalendar *self,
                            gint64 start,
                            gint64 length,
                            gint64 *free_start)
{
  for (guint i = find_after (self, start); i < self->n; i++)
    {
      if (self->off[i].start >= start + MAX (length, 1))
        break;
      start = self->off[i].end;
    }
  if (start + length > self->until)
    return FALSE;
  *free_start = start;
  return TRUE;
}
