/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/lane-index.h"

#include <string.h>

struct _LiaisonLaneIndex
{
  gatomicrefcount refs;
  LiaisonBar *bars; /* row by row, each by start */
  guint *firsts;    /* for each row the place of its first bar, and one more */
  guint *order;     /* the places of the bars in the order in which they are stacked */
  guint n_rows;
  gint64 least;
};

static int
compare (gconstpointer a, gconstpointer b)
{
  const LiaisonBar *of_a = a, *of_b = b;

  if (of_a->start != of_b->start)
    return of_a->start < of_b->start ? -1 : 1;
  if (of_a->end != of_b->end)
    return of_a->end > of_b->end ? -1 : 1;
  if (of_a->block == of_b->block)
    return 0;
  /* Ids ascend with age, so that the order stays when the plan is changed elsewhere. */
  if (of_a->block == NULL || of_b->block == NULL)
    return of_a->block == NULL ? -1 : 1;
  return liaison_id_compare (of_a->block->id, of_b->block->id);
}

/* The ends of rows, in a tree in which each node is the least of those below: so the lowest row
 * with room is found in log n. */
typedef struct
{
  gint64 *least; /* from 1; children of i are 2i and 2i+1 */
  guint leaves;
} Rows;

static void
rows_grow (Rows *self)
{
  guint leaves = self->leaves * 2;
  gint64 *grown = g_new (gint64, 2 * leaves);

  for (guint i = 0; i < leaves; i++)
    grown[leaves + i] = i < self->leaves ? self->least[self->leaves + i] : G_MININT64;
  for (guint i = leaves - 1; i > 0; i--)
    grown[i] = MIN (grown[2 * i], grown[2 * i + 1]);
  g_free (self->least);
  self->least = grown;
  self->leaves = leaves;
}

static guint
rows_take (Rows *self, gint64 start, gint64 end)
{
  guint at = 1, row;

  if (self->least[1] > start)
    rows_grow (self);
  while (at < self->leaves)
    at = self->least[2 * at] <= start ? 2 * at : 2 * at + 1;
  row = at - self->leaves;
  self->least[at] = end;
  for (at /= 2; at > 0; at /= 2)
    self->least[at] = MIN (self->least[2 * at], self->least[2 * at + 1]);
  return row;
}

static gint64
seeming_end (const LiaisonLaneIndex *self, const LiaisonBar *bar)
{
  return MAX (bar->end, bar->start + self->least);
}

static void
stack (LiaisonLaneIndex *self, LiaisonBar *bars, guint n)
{
  Rows rows = { g_new (gint64, 2), 1 };

  rows.least[0] = rows.least[1] = G_MININT64;
  for (guint i = 0; i < n; i++)
    {
      bars[i].row = rows_take (&rows, bars[i].start, seeming_end (self, &bars[i]));
      self->n_rows = MAX (self->n_rows, bars[i].row + 1);
    }
  g_free (rows.least);
}

/* A counting sort: bars stay in order within their row. */
static void
sort_into_rows (LiaisonLaneIndex *self, const LiaisonBar *bars, guint n)
{
  g_autofree guint *next = g_new0 (guint, self->n_rows + 1);

  self->firsts = g_new0 (guint, self->n_rows + 1);
  self->bars = g_new (LiaisonBar, MAX (n, 1));
  self->order = g_new (guint, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    self->firsts[bars[i].row + 1]++;
  for (guint row = 0; row < self->n_rows; row++)
    self->firsts[row + 1] += self->firsts[row];
  memcpy (next, self->firsts, (self->n_rows + 1) * sizeof (guint));
  for (guint i = 0; i < n; i++)
    {
      self->order[i] = next[bars[i].row]++;
      self->bars[self->order[i]] = bars[i];
    }
}

static gboolean
is_same (const LiaisonBar *a, const LiaisonBar *b)
{
  return a->block != NULL && a->block == b->block && a->start == b->start;
}

/* Of bars in order, which it may change. */
static LiaisonLaneIndex *
index_new (LiaisonBar *sorted, guint n, gint64 least)
{
  LiaisonLaneIndex *self = g_new0 (LiaisonLaneIndex, 1);
  guint kept = 0;

  g_atomic_ref_count_init (&self->refs);
  self->least = least;
  for (guint i = 0; i < n; i++)
    if (kept == 0 || !is_same (&sorted[i], &sorted[kept - 1]))
      sorted[kept++] = sorted[i];
  stack (self, sorted, kept);
  sort_into_rows (self, sorted, kept);
  return self;
}

static LiaisonBar *
sort (const LiaisonBar *bars, guint n)
{
  LiaisonBar *sorted = g_new (LiaisonBar, MAX (n, 1));

  if (n == 0)
    return sorted;
  memcpy (sorted, bars, n * sizeof (LiaisonBar));
  qsort (sorted, n, sizeof (LiaisonBar), compare);
  return sorted;
}

LiaisonLaneIndex *
liaison_lane_index_new (const LiaisonBar *bars, guint n, gint64 least)
{
  g_autofree LiaisonBar *sorted = sort (bars, n);

  return index_new (sorted, n, least);
}

LiaisonLaneIndex *
liaison_lane_index_with_changes (const LiaisonLaneIndex *self,
                                 GHashTable *gone,
                                 const LiaisonBar *bars,
                                 guint n)
{
  guint size = liaison_lane_index_get_size (self), merged = 0, taken = 0;
  g_autofree LiaisonBar *added = sort (bars, n), *all = g_new (LiaisonBar, size + n + 1);

  for (guint i = 0; i < size; i++)
    {
      const LiaisonBar *bar = &self->bars[self->order[i]];
      if (g_hash_table_contains (gone, bar->block))
        continue;
      while (taken < n && compare (&added[taken], bar) < 0)
        all[merged++] = added[taken++];
      all[merged++] = *bar;
    }
  while (taken < n)
    all[merged++] = added[taken++];
  return index_new (all, merged, self->least);
}

LiaisonLaneIndex *
liaison_lane_index_ref (LiaisonLaneIndex *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
liaison_lane_index_unref (LiaisonLaneIndex *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->bars);
  g_free (self->firsts);
  g_free (self->order);
  g_free (self);
}

guint
liaison_lane_index_get_size (const LiaisonLaneIndex *self)
{
  return self->firsts[self->n_rows];
}

guint
liaison_lane_index_count_rows (const LiaisonLaneIndex *self)
{
  return self->n_rows;
}

const LiaisonBar *
liaison_lane_index_get_row (const LiaisonLaneIndex *self, guint row, guint *n)
{
  if (row >= self->n_rows)
    {
      *n = 0;
      return NULL;
    }
  *n = self->firsts[row + 1] - self->firsts[row];
  return self->bars + self->firsts[row];
}

guint
liaison_lane_index_find (const LiaisonLaneIndex *self, guint row, gint64 from)
{
  guint n, low = 0, high;
  const LiaisonBar *bars = liaison_lane_index_get_row (self, row, &n);

  high = n;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (seeming_end (self, &bars[middle]) > from)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

const LiaisonBar *
liaison_lane_index_locate (const LiaisonLaneIndex *self, const LiaisonBlock *block)
{
  guint n = liaison_lane_index_get_size (self);
  const LiaisonBar *found = NULL;

  for (guint i = 0; i < n; i++)
    if (self->bars[i].block == block && (found == NULL || self->bars[i].start < found->start))
      found = &self->bars[i];
  return found;
}

const LiaisonBar *
liaison_lane_index_locate_at (const LiaisonLaneIndex *self, const LiaisonBlock *block, gint64 start)
{
  guint n = liaison_lane_index_get_size (self), low = 0;

  for (guint high = n; low < high;)
    {
      guint middle = low + (high - low) / 2;
      if (self->bars[self->order[middle]].start < start)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < n && self->bars[self->order[low]].start == start; low++)
    if (self->bars[self->order[low]].block == block)
      return &self->bars[self->order[low]];
  return NULL;
}
