/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/bookings-private.h"

/* Parents further up are not looked for; a circle of parents ends here too. */
#define MAX_DEPTH 64

/* A use, while those are sought that are shared. */
typedef struct
{
  LiaisonUse use;
  guint resource;
} MetUse;

/* The event that `met` is a part of and shares the resource with: the nearest one above it that
 * uses it throughout. `shared` holds what events with parts use. */
static const MetUse *
find_shared (const LiaisonBookings *self, GHashTable *shared, const MetUse *met)
{
  guint above = self->events[met->use.event].parent;

  for (guint depth = 0; above != LIAISON_NO_PLACE && depth < MAX_DEPTH; depth++)
    {
      MetUse wanted = { .use.event = above, .resource = met->resource };
      if (above == met->use.event)
        return NULL;
      const MetUse *found = g_hash_table_lookup (shared, &wanted);
      if (found != NULL && found->use.start <= met->use.start && found->use.end >= met->use.end)
        return found;
      above = self->events[above].parent;
    }
  return NULL;
}

static guint
hash_met (gconstpointer pointer)
{
  const MetUse *met = pointer;
  return met->use.event * 31 + met->resource;
}

static gboolean
equal_met (gconstpointer a, gconstpointer b)
{
  const MetUse *one = a, *two = b;
  return one->use.event == two->use.event && one->resource == two->resource;
}

/* Those of parts of events get pools of their own. @pools has the resources of the uses. */
static void
assign_pools (LiaisonBookings *bookings, const LiaisonUse *uses, guint *pools, guint n)
{
  g_autofree MetUse *all = g_new (MetUse, MAX (n, 1));
  g_autofree guint8 *is_parent = g_new0 (guint8, bookings->n_events);
  g_autoptr (GHashTable) shared = g_hash_table_new (hash_met, equal_met);
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL); /* MetUse * -> pool */
  for (guint i = 0; i < n; i++)
    all[i] = (MetUse){ uses[i], pools[i] };
  for (guint i = 0; i < bookings->n_events; i++)
    if (bookings->events[i].parent != LIAISON_NO_PLACE)
      is_parent[bookings->events[i].parent] = TRUE;
  for (guint i = 0; i < n; i++)
    if (is_parent[all[i].use.event] && !g_hash_table_contains (shared, &all[i]))
      g_hash_table_add (shared, (gpointer) &all[i]);
  for (guint i = 0; i < n; i++)
    {
      const MetUse *above = find_shared (bookings, shared, &all[i]);
      if (above == NULL)
        continue;
      guint pool = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, above));
      if (pool == 0)
        {
          g_array_append_val (bookings->pool_resources, above->resource);
          g_array_append_val (bookings->pool_owners, above->use.event);
          pool = bookings->n_resources + bookings->pool_resources->len - 1;
          g_hash_table_insert (numbers, (gpointer) above, GUINT_TO_POINTER (pool));
        }
      pools[i] = pool;
    }
}

static int
compare_uses (gconstpointer a, gconstpointer b, gpointer data)
{
  const LiaisonUse *one = a, *two = b;

  if (one->start != two->start)
    return one->start < two->start ? -1 : 1;
  return one->event < two->event ? -1 : one->event > two->event;
}

/* Plans are written roughly in order of time, so moving each into its place is quick; where it is
 * not, sort. */
static void
sort_pool (LiaisonUse *uses, guint n)
{
  gsize moves = 0;

  for (guint i = 1; i < n; i++)
    {
      LiaisonUse use = uses[i];
      guint j = i;
      for (; j > 0 && (uses[j - 1].start > use.start
                       || (uses[j - 1].start == use.start && uses[j - 1].event > use.event));
           j--, moves++)
        uses[j] = uses[j - 1];
      uses[j] = use;
      if (moves > 8 * (gsize) n)
        {
          g_qsort_with_data (uses, n, sizeof *uses, compare_uses, NULL);
          return;
        }
    }
}

void
liaison_bookings_fill_pools (LiaisonBookings *bookings, LiaisonMetUses *met)
{
  guint n = met->n, n_pools;
  guint *pools = bookings->pools = g_steal_pointer (&met->resources), *first;

  bookings->pool_resources = g_array_new (FALSE, FALSE, sizeof (guint));
  bookings->pool_owners = g_array_new (FALSE, FALSE, sizeof (guint));
  if (bookings->has_parents)
    assign_pools (bookings, met->uses, pools, n);
  n_pools = bookings->n_resources + bookings->pool_resources->len;
  first = g_new0 (guint, n_pools + 1);

  for (guint i = 0; i < n; i++)
    first[pools[i] + 1]++;
  for (guint i = 0; i < n_pools; i++)
    first[i + 1] += first[i];
  bookings->uses = g_new (LiaisonUse, MAX (n, 1));
  g_autofree guint *next = g_memdup2 (first, (n_pools + 1) * sizeof *first);
  for (guint i = 0; i < n; i++)
    bookings->uses[next[pools[i]]++] = met->uses[i];
  for (guint i = 0; i < n_pools; i++)
    sort_pool (bookings->uses + first[i], first[i + 1] - first[i]);
  bookings->n_pools = n_pools;
  bookings->pool_first = first;
}
