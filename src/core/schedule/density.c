/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/density.h"

#include "record/kinds/inject.h"
#include "record/kinds/participant.h"
#include "record/kinds/post.h"
#include "record/times.h"
#include "record/zone.h"

#include <string.h>

#define MAX_DEPTH 64
#define DAY       86400

/* An inject that counts, where it counts. */
typedef struct
{
  LiaisonId id;
  gint64 time;
  guint row, column;
  guint workload;
} Hit;

struct _LiaisonDensity
{
  GArray *rows;   /* of LiaisonDensityRow */
  GArray *hits;   /* of Hit, by row, column and time */
  gint64 *starts; /* of columns, one more than there are */
  guint n_columns;
  LiaisonDensityCell *cells; /* rows x columns */
  guint most;
  guint timeless;
};

/* While it is made. */
typedef struct
{
  LiaisonDensity *self;
  const LiaisonSnapshot *snapshot;
  LiaisonLookup lookup;
  const LiaisonDensityScale *scale;
  GHashTable *row_of; /* LiaisonId of a participant -> row + 1 */
} Making;

static gboolean
is_audience (const LiaisonBlock *participant)
{
  int role = LIAISON_DATA (Participant, participant)->role;
  return role == LIAISON_PARTICIPANT_ROLE_TRAINING_AUDIENCE
         || role == LIAISON_PARTICIPANT_ROLE_SECONDARY_AUDIENCE;
}

static const LiaisonBlock *
find_participant (const Making *making, LiaisonId id)
{
  const LiaisonBlock *block =
      liaison_id_is_zero (id) ? NULL : liaison_lookup_find (&making->lookup, id);
  return block != NULL && block->shape == &liaison_participant_kind.shape ? block : NULL;
}

static const LiaisonBlock *
get_parent (const Making *making, const LiaisonBlock *block)
{
  return find_participant (making, LIAISON_DATA (Participant, block)->parent);
}

/* Whether it trains, itself or as a part of one that does. Persons are not rows of their own. */
static gboolean
trains (const Making *making, const LiaisonBlock *block)
{
  guint depth = 0;

  if (LIAISON_DATA (Participant, block)->type == LIAISON_PARTICIPANT_TYPE_PERSON)
    return FALSE;
  for (; block != NULL && depth < MAX_DEPTH; block = get_parent (making, block), depth++)
    if (is_audience (block))
      return TRUE;
    else if (LIAISON_DATA (Participant, block)->role != LIAISON_PARTICIPANT_ROLE_UNSET)
      return FALSE;
  return FALSE;
}

static const char *
order_of (const LiaisonBlock *block)
{
  const char *order = LIAISON_DATA (Participant, block)->order;
  return order != NULL ? order : "~";
}

static int
compare_blocks (gconstpointer a, gconstpointer b)
{
  const LiaisonBlock *one = *(gpointer *) a, *other = *(gpointer *) b;
  int order = strcmp (order_of (one), order_of (other));
  return order != 0 ? order : liaison_id_compare (one->id, other->id);
}

static void
add_rows_below (Making *making, GHashTable *children, LiaisonId parent, guint depth)
{
  GPtrArray *blocks = g_hash_table_lookup (children, &parent);

  for (guint i = 0; blocks != NULL && i < blocks->len && depth < MAX_DEPTH; i++)
    {
      const LiaisonBlock *block = blocks->pdata[i];
      LiaisonDensityRow row = { block->id, depth, 0 };

      if (g_hash_table_contains (making->row_of, &block->id))
        continue;
      g_array_append_val (making->self->rows, row);
      g_hash_table_insert (making->row_of, (gpointer) &block->id,
                           GUINT_TO_POINTER (making->self->rows->len));
      add_rows_below (making, children, block->id, depth + 1);
    }
}

/* The audiences as a tree; what hangs under nobody who trains is at the root. */
static void
add_rows (Making *making)
{
  g_autoptr (GHashTable) children = g_hash_table_new_full (
      liaison_id_hash, liaison_id_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  const LiaisonDensityRow nobody = { { 0 }, 0, 0 };
  const LiaisonBlock *const *blocks;
  GHashTableIter iter;
  gpointer list;
  guint n;

  blocks = liaison_snapshot_get (making->snapshot, LIAISON_KIND_PARTICIPANT, &n);
  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *parent;
      LiaisonId key = { 0 };

      if (!trains (making, blocks[i]))
        continue;
      parent = get_parent (making, blocks[i]);
      if (parent != NULL && trains (making, parent))
        key = parent->id;
      list = g_hash_table_lookup (children, &key);
      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (children, g_memdup2 (&key, sizeof key), list);
        }
      g_ptr_array_add (list, (gpointer) blocks[i]);
    }
  g_hash_table_iter_init (&iter, children);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    g_ptr_array_sort (list, compare_blocks);
  add_rows_below (making, children, (LiaisonId){ 0 }, 0);
  g_array_append_val (making->self->rows, nobody);
}

static gboolean
counts (const Making *making, const LiaisonInjectData *inject)
{
  if (inject->level == LIAISON_INJECT_LEVEL_STORYLINE
      || inject->level == LIAISON_INJECT_LEVEL_INCIDENT
      || inject->status == LIAISON_INJECT_STATUS_CANCELLED
      || inject->status == LIAISON_INJECT_STATUS_RETIRED)
    return FALSE;
  return making->scale->contingencies || inject->type != LIAISON_INJECT_TYPE_CONTINGENCY;
}

static gint32
get_offset (const LiaisonDensityScale *scale, gint64 seconds)
{
  gint32 offset = 0;

  if (scale->zone != NULL)
    liaison_zone_get_offset (scale->zone, seconds, &offset);
  return offset;
}

/* Where a column begins that holds @seconds: the clocks may have changed since. */
static gint64
floor_to_column (const LiaisonDensityScale *scale, gint64 seconds)
{
  gint32 offset = get_offset (scale, seconds);
  gint64 wall = seconds + offset;
  gint64 start = wall - ((wall % scale->step) + scale->step) % scale->step;

  return scale->step < DAY ? start - offset : start - get_offset (scale, start - offset);
}

/* Days are as long as the clocks make them: columns of a day begin at midnight there. */
static gint64
find_next (const LiaisonDensityScale *scale, gint64 start)
{
  if (scale->step < DAY || scale->zone == NULL)
    return start + scale->step;
  return floor_to_column (scale, start + scale->step + DAY / 4);
}

static void
make_columns (Making *making, gint64 first, gint64 last)
{
  LiaisonDensity *self = making->self;
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 start = floor_to_column (making->scale, first);

  g_array_append_val (starts, start);
  while (start <= last && starts->len <= LIAISON_DENSITY_MAX_COLUMNS)
    {
      start = find_next (making->scale, start);
      g_array_append_val (starts, start);
    }
  self->n_columns = starts->len - 1;
  self->starts = (gint64 *) g_array_free (starts, FALSE);
  self->cells = g_new0 (LiaisonDensityCell, (gsize) self->rows->len * self->n_columns);
}

/* The column of a time; G_MAXUINT outside. */
static guint
find_column (const LiaisonDensity *self, gint64 time)
{
  guint low = 0, high = self->n_columns;

  if (self->n_columns == 0 || time < self->starts[0] || time >= self->starts[self->n_columns])
    return G_MAXUINT;
  while (high - low > 1)
    {
      guint middle = (low + high) / 2;
      if (self->starts[middle] <= time)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/* Marks the audience and those above it. */
static void
mark_row (Making *making, LiaisonId id, GHashTable *rows)
{
  const LiaisonBlock *block = liaison_lookup_find (&making->lookup, id);

  if (block != NULL && block->shape == &liaison_post_kind.shape)
    block = find_participant (making, LIAISON_DATA (Post, block)->to);
  for (guint depth = 0; block != NULL && depth < MAX_DEPTH; depth++)
    {
      gpointer row;

      if (block->shape != &liaison_participant_kind.shape)
        return;
      row = g_hash_table_lookup (making->row_of, &block->id);
      if (row != NULL)
        g_hash_table_add (rows, row);
      block = get_parent (making, block);
    }
}

static void
count_inject (Making *making, const LiaisonBlock *block, gint64 time)
{
  LiaisonDensity *self = making->self;
  const LiaisonInjectData *inject = LIAISON_DATA (Inject, block);
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);
  guint n, column = find_column (self, time);
  const LiaisonId *to = liaison_ids_get (inject->to, &n);
  GHashTableIter iter;
  gpointer row;

  if (column == G_MAXUINT)
    return;
  for (guint i = 0; i < n; i++)
    mark_row (making, to[i], rows);
  if (g_hash_table_size (rows) == 0)
    g_hash_table_add (rows, GUINT_TO_POINTER (self->rows->len));
  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, &row, NULL))
    {
      Hit hit = { block->id, time, GPOINTER_TO_UINT (row) - 1, column,
                  inject->workload != LIAISON_INTEGER_UNSET ? (guint) inject->workload : 1 };
      LiaisonDensityCell *cell = &self->cells[(gsize) hit.row * self->n_columns + column];

      cell->n++;
      cell->workload += hit.workload;
      self->most = MAX (self->most, cell->n);
      g_array_index (self->rows, LiaisonDensityRow, hit.row).total++;
      g_array_append_val (self->hits, hit);
    }
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const Hit *one = a, *other = b;

  if (one->row != other->row)
    return one->row < other->row ? -1 : 1;
  if (one->column != other->column)
    return one->column < other->column ? -1 : 1;
  if (one->time != other->time)
    return one->time < other->time ? -1 : 1;
  return liaison_id_compare (one->id, other->id);
}

typedef struct
{
  const LiaisonBlock *block;
  gint64 time;
} Timed;

/* The injects that count and have a time, and from when to when they go. */
static GArray *
list_timed (Making *making, gint64 *first, gint64 *last)
{
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (making->snapshot);
  GArray *timed = g_array_new (FALSE, FALSE, sizeof (Timed));
  const LiaisonBlock *const *blocks;
  gint64 edge;
  guint n;

  *first = G_MAXINT64;
  *last = G_MININT64;
  blocks = liaison_snapshot_get (making->snapshot, LIAISON_KIND_INJECT, &n);
  for (guint i = 0; i < n; i++)
    {
      Timed one = { blocks[i], 0 };

      if (!counts (making, LIAISON_DATA (Inject, blocks[i])))
        continue;
      if (liaison_times_get_start (&making->lookup, blocks[i], &one.time) != LIAISON_TIME_KNOWN)
        {
          making->self->timeless++;
          continue;
        }
      *first = MIN (*first, one.time);
      *last = MAX (*last, one.time);
      g_array_append_val (timed, one);
    }
  if (timed->len > 0
      && liaison_times_get_start (&making->lookup, exercise, &edge) == LIAISON_TIME_KNOWN)
    *first = MIN (*first, edge);
  if (timed->len > 0
      && liaison_times_get_end (&making->lookup, exercise, &edge) == LIAISON_TIME_KNOWN)
    *last = MAX (*last, edge);
  return timed;
}

LiaisonDensity *
liaison_density_new (const LiaisonSnapshot *snapshot, const LiaisonDensityScale *scale)
{
  LiaisonDensity *self = g_new0 (LiaisonDensity, 1);
  g_autoptr (GHashTable) row_of = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  Making making = { self, snapshot, liaison_snapshot_get_lookup (snapshot), scale, row_of };
  g_autoptr (GArray) timed = NULL;
  gint64 first, last;

  g_return_val_if_fail (scale->step > 0, self);
  self->rows = g_array_new (FALSE, FALSE, sizeof (LiaisonDensityRow));
  self->hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  add_rows (&making);
  timed = list_timed (&making, &first, &last);
  if (timed->len > 0)
    make_columns (&making, first, last);
  for (guint i = 0; i < timed->len; i++)
    count_inject (&making, g_array_index (timed, Timed, i).block,
                  g_array_index (timed, Timed, i).time);
  g_array_sort (self->hits, compare_hits);
  return self;
}

void
liaison_density_free (LiaisonDensity *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->hits);
  g_free (self->starts);
  g_free (self->cells);
  g_free (self);
}

guint
liaison_density_count_rows (const LiaisonDensity *self)
{
  return self->rows->len;
}

guint
liaison_density_count_columns (const LiaisonDensity *self)
{
  return self->n_columns;
}

const LiaisonDensityRow *
liaison_density_get_row (const LiaisonDensity *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);
  return &g_array_index (self->rows, LiaisonDensityRow, row);
}

gint64
liaison_density_get_start (const LiaisonDensity *self, guint column)
{
  g_return_val_if_fail (self->n_columns > 0 && column <= self->n_columns, 0);
  return self->starts[column];
}

LiaisonDensityCell
liaison_density_get_cell (const LiaisonDensity *self, guint row, guint column)
{
  g_return_val_if_fail (row < self->rows->len && column < self->n_columns,
                        ((LiaisonDensityCell){ 0, 0 }));
  return self->cells[(gsize) row * self->n_columns + column];
}

GArray *
liaison_density_list (const LiaisonDensity *self, guint row, guint column)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));

  for (guint i = 0; i < self->hits->len; i++)
    {
      const Hit *hit = &g_array_index (self->hits, Hit, i);
      if (hit->row == row && hit->column == column)
        g_array_append_val (ids, hit->id);
    }
  return ids;
}

gboolean
liaison_density_is_gap (const LiaisonDensity *self, guint row, guint column, guint columns)
{
  guint before = column, after = column;

  if (liaison_density_get_cell (self, row, column).n > 0)
    return FALSE;
  while (before > 0 && liaison_density_get_cell (self, row, before - 1).n == 0)
    before--;
  while (after + 1 < self->n_columns && liaison_density_get_cell (self, row, after + 1).n == 0)
    after++;
  return before > 0 && after + 1 < self->n_columns && after - before + 1 >= columns;
}

guint
liaison_density_count_timeless (const LiaisonDensity *self)
{
  return self->timeless;
}
