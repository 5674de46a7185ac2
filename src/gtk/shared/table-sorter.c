/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/table-sorter.h"

#include <string.h>

struct _LiaisonTableSorter
{
  GtkSorter parent_instance;

  /* Owned */
  LiaisonTableCache *cache;

  LiaisonTableLevel levels[LIAISON_TABLE_MAX_LEVELS];
  guint n_levels;
};

G_DEFINE_FINAL_TYPE (LiaisonTableSorter, liaison_table_sorter, GTK_TYPE_SORTER)

static gboolean
is_unset (const char *key)
{
  return (guchar) *key == 0xff;
}

static int
compare_keys (
    guint64 head_a, const char *key_a, guint64 head_b, const char *key_b, gboolean descending)
{
  int order = head_a != head_b ? (head_a < head_b ? -1 : 1) : strcmp (key_a, key_b);
  return descending && !is_unset (key_a) && !is_unset (key_b) ? -order : order;
}

static int
compare_level (LiaisonTableSorter *self, LiaisonRecord *a, LiaisonRecord *b, guint level)
{
  guint64 head_a, head_b;
  const char *key_a = liaison_table_cache_get_key (self->cache, a, level, &head_a);
  const char *key_b = liaison_table_cache_get_key (self->cache, b, level, &head_b);

  return compare_keys (head_a, key_a, head_b, key_b, self->levels[level].descending);
}

int
liaison_table_sorter_compare_records (LiaisonTableSorter *self, LiaisonRecord *a, LiaisonRecord *b)
{
  int order = 0;

  for (guint level = 0; level < self->n_levels && order == 0; level++)
    order = compare_level (self, a, b, level);
  return order;
}

static GtkOrdering
liaison_table_sorter_compare (GtkSorter *sorter, gpointer a, gpointer b)
{
  return gtk_ordering_from_cmpfunc (
      liaison_table_sorter_compare_records (LIAISON_TABLE_SORTER (sorter), a, b));
}

static GtkSorterOrder
liaison_table_sorter_get_order (GtkSorter *sorter)
{
  return LIAISON_TABLE_SORTER (sorter)->n_levels > 0 ? GTK_SORTER_ORDER_PARTIAL
                                                     : GTK_SORTER_ORDER_NONE;
}

static void
liaison_table_sorter_finalize (GObject *object)
{
  g_clear_object (&LIAISON_TABLE_SORTER (object)->cache);

  G_OBJECT_CLASS (liaison_table_sorter_parent_class)->finalize (object);
}

static void
liaison_table_sorter_class_init (LiaisonTableSorterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = liaison_table_sorter_finalize;
  GTK_SORTER_CLASS (klass)->compare = liaison_table_sorter_compare;
  GTK_SORTER_CLASS (klass)->get_order = liaison_table_sorter_get_order;
}

static void
liaison_table_sorter_init (LiaisonTableSorter *self)
{
}

LiaisonTableSorter *
liaison_table_sorter_new (LiaisonTableCache *cache)
{
  LiaisonTableSorter *self = g_object_new (LIAISON_TYPE_TABLE_SORTER, NULL);
  self->cache = g_object_ref (cache);
  return self;
}

void
liaison_table_sorter_set_levels (LiaisonTableSorter *self, const LiaisonTableLevel *levels, guint n)
{
  const LiaisonTableColumn *columns[LIAISON_TABLE_MAX_LEVELS];

  n = MIN (n, LIAISON_TABLE_MAX_LEVELS);
  for (guint i = 0; i < n; i++)
    {
      self->levels[i] = levels[i];
      columns[i] = levels[i].column;
    }
  self->n_levels = n;
  liaison_table_cache_set_levels (self->cache, columns, n);
  gtk_sorter_changed (GTK_SORTER (self), GTK_SORTER_CHANGE_DIFFERENT);
}

const LiaisonTableLevel *
liaison_table_sorter_get_levels (LiaisonTableSorter *self, guint *n)
{
  *n = self->n_levels;
  return self->levels;
}

void
liaison_table_sorter_invalidate (LiaisonTableSorter *self)
{
  if (self->n_levels > 0)
    gtk_sorter_changed (GTK_SORTER (self), GTK_SORTER_CHANGE_DIFFERENT);
}

/* A record with its foremost key beside it, so that sorting looks nothing up. */
typedef struct
{
  guint64 head;
  const char *key;
  LiaisonRecord *record;
} Place;

static int
compare_places_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  LiaisonTableSorter *self = data;
  const Place *first = a, *second = b;
  int order =
      compare_keys (first->head, first->key, second->head, second->key, self->levels[0].descending);

  for (guint level = 1; level < self->n_levels && order == 0; level++)
    order = compare_level (self, first->record, second->record, level);
  return order;
}

void
liaison_table_sorter_sort (LiaisonTableSorter *self, LiaisonRecord **records, guint n)
{
  g_autofree Place *places = NULL;

  if (self->n_levels == 0 || n < 2)
    return;
  places = g_new (Place, n);
  for (guint i = 0; i < n; i++)
    {
      places[i].record = records[i];
      places[i].key = liaison_table_cache_get_key (self->cache, records[i], 0, &places[i].head);
    }
  g_qsort_with_data (places, (int) n, sizeof (Place), compare_places_cb, self);
  for (guint i = 0; i < n; i++)
    records[i] = places[i].record;
}
