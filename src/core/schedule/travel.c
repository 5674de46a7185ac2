/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/travel.h"

#include "record/kinds/site.h"

/* Sites around a site are not looked for further than this. */
#define MAX_DEPTH 16

typedef struct
{
  LiaisonId from, to;
  gint64 seconds;
} Leg;

struct _LiaisonTravel
{
  /* Borrowed */
  const LiaisonSnapshot *snapshot;

  /* Owned */
  GHashTable *legs; /* Leg * -> itself */
};

static guint
hash_leg (gconstpointer pointer)
{
  const Leg *leg = pointer;

  return liaison_id_hash (&leg->from) * 31 + liaison_id_hash (&leg->to);
}

static gboolean
equal_legs (gconstpointer a, gconstpointer b)
{
  const Leg *one = a, *two = b;

  return liaison_id_same (one->from, two->from) && liaison_id_same (one->to, two->to);
}

static void
add_legs (LiaisonTravel *self, const LiaisonBlock *site)
{
  const LiaisonItems *items = LIAISON_DATA (Site, site)->travel;
  guint n = liaison_items_get_size (items);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonTravelTimeData *data = LIAISON_DATA (TravelTime, liaison_items_get (items, i));
      Leg leg = { site->id, data->site, data->time };
      const Leg *known = g_hash_table_lookup (self->legs, &leg);
      if (data->time == LIAISON_DURATION_UNSET || data->time < 0
          || (known != NULL && known->seconds <= data->time))
        continue;
      Leg *added = g_memdup2 (&leg, sizeof leg);
      g_hash_table_replace (self->legs, added, added);
    }
}

LiaisonTravel *
liaison_travel_new (const LiaisonSnapshot *snapshot)
{
  LiaisonTravel *self = g_new0 (LiaisonTravel, 1);
  guint n;
  const LiaisonBlock *const *sites = liaison_snapshot_get (snapshot, LIAISON_KIND_SITE, &n);

  self->snapshot = snapshot;
  self->legs = g_hash_table_new_full (hash_leg, equal_legs, g_free, NULL);
  for (guint i = 0; i < n; i++)
    add_legs (self, sites[i]);
  return self;
}

void
liaison_travel_free (LiaisonTravel *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->legs, g_hash_table_unref);
  g_free (self);
}

gboolean
liaison_travel_is_empty (const LiaisonTravel *self)
{
  return g_hash_table_size (self->legs) == 0;
}

/* The site and those around it, the nearest first. Zero where it is no place to go to. */
static guint
get_chain (const LiaisonTravel *self, LiaisonId id, const LiaisonBlock *chain[MAX_DEPTH])
{
  guint n = 0;

  while (n < MAX_DEPTH && !liaison_id_is_zero (id))
    {
      const LiaisonBlock *site = liaison_snapshot_find (self->snapshot, id);
      if (site == NULL || site->shape != &liaison_site_kind.shape)
        break;
      const LiaisonSiteData *data = LIAISON_DATA (Site, site);
      if (data->type == LIAISON_SITE_TYPE_VIRTUAL || data->type == LIAISON_SITE_TYPE_NETWORK)
        return 0;
      chain[n++] = site;
      id = data->parent;
    }
  return n;
}

static gboolean
find_leg (const LiaisonTravel *self, LiaisonId from, LiaisonId to, gint64 *seconds)
{
  Leg there = { from, to, 0 }, back = { to, from, 0 };
  const Leg *leg = g_hash_table_lookup (self->legs, &there);

  if (leg == NULL)
    leg = g_hash_table_lookup (self->legs, &back);
  if (leg == NULL)
    return FALSE;
  *seconds = leg->seconds;
  return TRUE;
}

/* Whether both lie in one site that one walks about in. */
static gboolean
is_together (const LiaisonBlock *const *from, guint n_from, const LiaisonBlock *const *to, guint n_to)
{
  for (guint i = 0; i < n_from; i++)
    for (guint j = 0; j < n_to; j++)
      if (from[i] == to[j])
        return i == 0 || j == 0 || LIAISON_DATA (Site, from[i])->type != LIAISON_SITE_TYPE_AREA;
  return FALSE;
}

gboolean
liaison_travel_get (const LiaisonTravel *self, LiaisonId from, LiaisonId to, gint64 *seconds)
{
  const LiaisonBlock *froms[MAX_DEPTH], *tos[MAX_DEPTH];
  guint n_from = get_chain (self, from, froms), n_to = get_chain (self, to, tos);

  if (n_from == 0 || n_to == 0)
    return FALSE;
  /* Nearest first: by how many steps up both together. What lies around both is no way between. */
  for (guint steps = 0; steps < n_from + n_to - 1; steps++)
    for (guint i = 0; i <= steps && i < n_from; i++)
      if (steps - i < n_to && froms[i] != tos[steps - i]
          && find_leg (self, froms[i]->id, tos[steps - i]->id, seconds))
        return TRUE;
  *seconds = 0;
  return is_together (froms, n_from, tos, n_to);
}
