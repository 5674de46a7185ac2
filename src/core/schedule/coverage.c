/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/coverage.h"

#include "record/kinds/inject.h"
#include "record/kinds/objective.h"

#include <string.h>

#define MAX_DEPTH 64

typedef struct
{
  guint row, column;
  LiaisonId inject;
} Hit;

struct _LiaisonCoverage
{
  GArray *rows;    /* of LiaisonCoverageRow */
  GArray *columns; /* of LiaisonId */
  GArray *hits;    /* of Hit */
  guint *counts;   /* rows x columns */
};

static LiaisonId
get_parent (const LiaisonBlock *block)
{
  const LiaisonField *parent = liaison_shape_find_flagged (block->shape, LIAISON_FIELD_PARENT);
  return *(const LiaisonId *) LIAISON_BLOCK_AT (block, parent);
}

/* The topmost one above; itself where there is none. */
static const LiaisonBlock *
find_top (const LiaisonLookup *lookup, const LiaisonBlock *block)
{
  for (guint depth = 0; depth < MAX_DEPTH; depth++)
    {
      LiaisonId id = get_parent (block);
      const LiaisonBlock *parent =
          liaison_id_is_zero (id) ? NULL : liaison_lookup_find (lookup, id);

      if (parent == NULL || parent->shape != block->shape)
        break;
      block = parent;
    }
  return block;
}

static const char *
serial_of (const LiaisonBlock *block)
{
  const LiaisonField *code = liaison_shape_find_flagged (block->shape, LIAISON_FIELD_CODE);
  const char *serial = *(const char *const *) LIAISON_BLOCK_AT (block, code);
  return serial != NULL ? serial : "~";
}

static int
compare_serials (gconstpointer a, gconstpointer b)
{
  const LiaisonBlock *one = *(gpointer *) a, *other = *(gpointer *) b;
  int order = strcmp (serial_of (one), serial_of (other));
  return order != 0 ? order : liaison_id_compare (one->id, other->id);
}

static GPtrArray *
list_sorted (const LiaisonSnapshot *snapshot, LiaisonKindId kind)
{
  GPtrArray *list = g_ptr_array_new ();
  guint n;
  const LiaisonBlock *const *blocks = liaison_snapshot_get (snapshot, kind, &n);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (list, (gpointer) blocks[i]);
  g_ptr_array_sort (list, compare_serials);
  return list;
}

/* Below each objective those that are part of it; what is on a circle follows at the end. */
static void
add_rows (LiaisonCoverage *self,
          const GPtrArray *objectives,
          LiaisonId parent,
          guint depth,
          GHashTable *row_of,
          const LiaisonLookup *lookup)
{
  for (guint i = 0; i < objectives->len && depth < MAX_DEPTH; i++)
    {
      const LiaisonBlock *block = objectives->pdata[i];
      LiaisonId above = get_parent (block);
      LiaisonCoverageRow row = { block->id, depth, 0, FALSE };

      if (!liaison_id_is_zero (above) && liaison_lookup_find (lookup, above) == NULL)
        above = (LiaisonId){ 0 };
      if (!liaison_id_same (above, parent) || g_hash_table_contains (row_of, &block->id))
        continue;
      g_array_append_val (self->rows, row);
      g_hash_table_insert (row_of, (gpointer) &block->id, GUINT_TO_POINTER (self->rows->len));
      add_rows (self, objectives, block->id, depth + 1, row_of, lookup);
    }
}

static gboolean
counts (const LiaisonInjectData *inject)
{
  return inject->level != LIAISON_INJECT_LEVEL_STORYLINE
         && inject->level != LIAISON_INJECT_LEVEL_INCIDENT
         && inject->status != LIAISON_INJECT_STATUS_CANCELLED
         && inject->status != LIAISON_INJECT_STATUS_RETIRED;
}

static void
count_inject (LiaisonCoverage *self, const LiaisonBlock *block, guint column, GHashTable *row_of)
{
  guint n, found = 0;
  const LiaisonId *objectives = liaison_ids_get (LIAISON_DATA (Inject, block)->objectives, &n);

  for (guint i = 0; i <= n; i++)
    {
      guint row =
          i < n ? GPOINTER_TO_UINT (g_hash_table_lookup (row_of, &objectives[i])) : self->rows->len;
      Hit hit = { row - 1, column, block->id };

      if (row == 0 || (i == n && found > 0))
        continue;
      found++;
      self->counts[hit.row * self->columns->len + column]++;
      g_array_index (self->rows, LiaisonCoverageRow, hit.row).total++;
      g_array_append_val (self->hits, hit);
    }
}

static void
count_injects (LiaisonCoverage *self, const LiaisonSnapshot *snapshot, GHashTable *row_of)
{
  LiaisonLookup lookup = liaison_snapshot_get_lookup (snapshot);
  g_autoptr (GPtrArray) injects = list_sorted (snapshot, LIAISON_KIND_INJECT);
  g_autoptr (GHashTable) column_of = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  const LiaisonId none = { 0 };

  for (guint i = 0; i < injects->len; i++)
    {
      const LiaisonBlock *block = injects->pdata[i];
      if (find_top (&lookup, block) == block
          && LIAISON_DATA (Inject, block)->level == LIAISON_INJECT_LEVEL_STORYLINE)
        {
          g_array_append_val (self->columns, block->id);
          g_hash_table_insert (column_of, (gpointer) &block->id,
                               GUINT_TO_POINTER (self->columns->len));
        }
    }
  g_array_append_val (self->columns, none);
  self->counts = g_new0 (guint, (gsize) self->rows->len * self->columns->len);
  for (guint i = 0; i < injects->len; i++)
    {
      const LiaisonBlock *block = injects->pdata[i];
      const LiaisonBlock *top = find_top (&lookup, block);
      guint column = GPOINTER_TO_UINT (g_hash_table_lookup (column_of, &top->id));

      if (counts (LIAISON_DATA (Inject, block)))
        count_inject (self, block, column > 0 ? column - 1 : self->columns->len - 1, row_of);
    }
}

/* From the last row up: what stands below a row has been seen by then. */
static void
mark_covered (LiaisonCoverage *self)
{
  for (guint i = self->rows->len; i-- > 0;)
    {
      LiaisonCoverageRow *row = &g_array_index (self->rows, LiaisonCoverageRow, i);

      row->covered = row->total > 0;
      for (guint j = i + 1; j + 1 < self->rows->len && !row->covered; j++)
        {
          const LiaisonCoverageRow *below = &g_array_index (self->rows, LiaisonCoverageRow, j);
          if (below->depth <= row->depth)
            break;
          row->covered = below->covered;
        }
    }
}

LiaisonCoverage *
liaison_coverage_new (const LiaisonSnapshot *snapshot)
{
  LiaisonCoverage *self = g_new0 (LiaisonCoverage, 1);
  LiaisonLookup lookup = liaison_snapshot_get_lookup (snapshot);
  g_autoptr (GHashTable) row_of = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  g_autoptr (GPtrArray) objectives = list_sorted (snapshot, LIAISON_KIND_OBJECTIVE);
  const LiaisonCoverageRow none = { { 0 }, 0, 0, FALSE };

  self->rows = g_array_new (FALSE, FALSE, sizeof (LiaisonCoverageRow));
  self->columns = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  self->hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  add_rows (self, objectives, (LiaisonId){ 0 }, 0, row_of, &lookup);
  for (guint i = 0; i < objectives->len; i++)
    {
      const LiaisonBlock *block = objectives->pdata[i];
      if (!g_hash_table_contains (row_of, &block->id))
        add_rows (self, objectives, get_parent (block), 0, row_of, &lookup);
    }
  g_array_append_val (self->rows, none);
  count_injects (self, snapshot, row_of);
  mark_covered (self);
  return self;
}

void
liaison_coverage_free (LiaisonCoverage *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->columns);
  g_array_unref (self->hits);
  g_free (self->counts);
  g_free (self);
}

guint
liaison_coverage_count_rows (const LiaisonCoverage *self)
{
  return self->rows->len;
}

guint
liaison_coverage_count_columns (const LiaisonCoverage *self)
{
  return self->columns->len;
}

const LiaisonCoverageRow *
liaison_coverage_get_row (const LiaisonCoverage *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);
  return &g_array_index (self->rows, LiaisonCoverageRow, row);
}

LiaisonId
liaison_coverage_get_column (const LiaisonCoverage *self, guint column)
{
  g_return_val_if_fail (column < self->columns->len, ((LiaisonId){ 0 }));
  return g_array_index (self->columns, LiaisonId, column);
}

guint
liaison_coverage_count (const LiaisonCoverage *self, guint row, guint column)
{
  g_return_val_if_fail (row < self->rows->len && column < self->columns->len, 0);
  return self->counts[row * self->columns->len + column];
}

GArray *
liaison_coverage_list (const LiaisonCoverage *self, guint row, guint column)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));

  for (guint i = 0; i < self->hits->len; i++)
    {
      const Hit *hit = &g_array_index (self->hits, Hit, i);
      if (hit->row == row && hit->column == column)
        g_array_append_val (ids, hit->inject);
    }
  return ids;
}

guint
liaison_coverage_count_bare (const LiaisonCoverage *self)
{
  guint bare = 0;

  for (guint i = 0; i + 1 < self->rows->len; i++)
    bare += !g_array_index (self->rows, LiaisonCoverageRow, i).covered;
  return bare;
}
