/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/side-by-side.h"

#include <stdlib.h>

static int
compare_spans (const void *a, const void *b)
{
  const LiaisonPlacedSpan *first = a, *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  if (first->end != second->end)
    return first->end > second->end ? -1 : 1;
  return first->tag < second->tag ? -1 : first->tag > second->tag;
}

static gint64
get_end (const LiaisonPlacedSpan *span, gint64 least)
{
  return MAX (span->end, span->start + MAX (least, 1));
}

/* How many places to the right of its own are free as long as it lasts. */
static guint
find_width (const LiaisonPlacedSpan *spans, guint n, guint index, gint64 least)
{
  guint width = spans[index].places - spans[index].place;

  for (guint i = 0; i < n; i++)
    if (spans[i].place > spans[index].place && spans[i].start < get_end (&spans[index], least)
        && spans[index].start < get_end (&spans[i], least))
      width = MIN (width, spans[i].place - spans[index].place);
  return width;
}

static void
finish_group (LiaisonPlacedSpan *spans, guint n, guint places, gint64 least)
{
  for (guint i = 0; i < n; i++)
    spans[i].places = places;
  /* Of crowds each keeps to its place. */
  for (guint i = 0; i < n; i++)
    spans[i].width = n <= 200 ? find_width (spans, n, i, least) : 1;
}

void
liaison_place_side_by_side (LiaisonPlacedSpan *spans, guint n, gint64 least)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 group_end = G_MININT64;
  guint first = 0;

  qsort (spans, n, sizeof *spans, compare_spans);
  for (guint i = 0; i < n; i++)
    {
      gint64 end = get_end (&spans[i], least);
      guint place = 0;

      if (spans[i].start >= group_end)
        {
          finish_group (spans + first, i - first, ends->len, least);
          g_array_set_size (ends, 0);
          first = i;
        }
      while (place < ends->len && g_array_index (ends, gint64, place) > spans[i].start)
        place++;
      if (place == ends->len)
        g_array_append_val (ends, end);
      g_array_index (ends, gint64, place) = end;
      spans[i].place = place;
      group_end = MAX (group_end, end);
    }
  finish_group (spans + first, n - first, ends->len, least);
}
