/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "arrangements/support-days.h"

#include "arrangements/days.h"
#include "record/kinds/site.h"

#include <string.h>

#define MOST_PARENTS  16
#define MEALS_A_DAY   3

static void
pool_free (gpointer data)
{
  LiaisonSupportPool *self = data;

  g_array_unref (self->demands);
  g_free (self->asked);
  g_free (self->available);
  g_free (self);
}

static gboolean
is_wanted (const LiaisonSupportRequestData *request)
{
  return request->status != LIAISON_SUPPORT_STATUS_REFUSED
         && request->status != LIAISON_SUPPORT_STATUS_CANCELLED
         && request->status != LIAISON_SUPPORT_STATUS_CLOSED;
}

/* A bed is taken for the night that a day begins, not for the day of leaving. */
static gboolean
read_demand (const LiaisonLookup *lookup, const LiaisonBlock *block, LiaisonSupportDemand *demand)
{
  const LiaisonSupportRequestData *request = LIAISON_DATA (SupportRequest, block);
  const char *zone = liaison_days_get_zone (lookup);
  gint64 start, end;

  if (request->quantity == LIAISON_INTEGER_UNSET || request->class == LIAISON_SUPPORT_CLASS_UNSET
      || liaison_times_get_start (lookup, block, &start) != LIAISON_TIME_KNOWN)
    return FALSE;
  if (liaison_times_get_end (lookup, block, &end) != LIAISON_TIME_KNOWN || end < start)
    end = start;
  *demand =
      (LiaisonSupportDemand){ block, liaison_day_of (zone, start),
                              liaison_day_of (zone, MAX (start, end - 1)), request->quantity };
  if (request->class == LIAISON_SUPPORT_CLASS_ACCOMMODATION && demand->last > demand->first)
    demand->last--;
  return demand->last - demand->first < LIAISON_MOST_DAYS;
}

/* What a site gives where it names no supply of the class; LIAISON_INTEGER_UNSET: not known. */
static gint64
get_standing (const LiaisonSiteData *site, int class)
{
  switch (class)
    {
    case LIAISON_SUPPORT_CLASS_ACCOMMODATION:
      return site->beds;
    case LIAISON_SUPPORT_CLASS_WORKSPACE:
      return site->seats;
    case LIAISON_SUPPORT_CLASS_RATIONS:
      return site->meals != LIAISON_INTEGER_UNSET ? site->meals * MEALS_A_DAY
                                                  : LIAISON_INTEGER_UNSET;
    default:
      return LIAISON_INTEGER_UNSET;
    }
}

static gboolean
is_supply (const LiaisonBlock *item, int class)
{
  return LIAISON_DATA (Supply, item)->class == class
         && LIAISON_DATA (Supply, item)->quantity != LIAISON_INTEGER_UNSET;
}

static guint
count_supplies (const LiaisonSiteData *site, int class)
{
  guint n = 0;

  for (guint i = 0; i < liaison_items_get_size (site->supplies); i++)
    n += is_supply (liaison_items_get (site->supplies, i), class);
  return n;
}

static gboolean
gives (const LiaisonBlock *site, int class)
{
  return count_supplies (LIAISON_DATA (Site, site), class) > 0
         || get_standing (LIAISON_DATA (Site, site), class) != LIAISON_INTEGER_UNSET;
}

static const LiaisonBlock *
find_site (const LiaisonLookup *lookup, LiaisonId id)
{
  const LiaisonBlock *block = liaison_lookup_find (lookup, id);

  return block != NULL && block->shape == &liaison_site_kind.shape ? block : NULL;
}

/* The site itself or the nearest around it that gives anything of the class; NULL: none. */
static const LiaisonBlock *
find_giver (const LiaisonLookup *lookup, const LiaisonBlock *site, int class)
{
  for (guint i = 0; site != NULL && i < MOST_PARENTS; i++)
    {
      if (gives (site, class))
        return site;
      site = find_site (lookup, LIAISON_DATA (Site, site)->parent);
    }
  return NULL;
}

static const LiaisonBlock *
find_asked (const LiaisonLookup *lookup, const LiaisonSupportRequestData *request)
{
  const LiaisonBlock *provider = find_site (lookup, request->provider);
  const LiaisonBlock *site = find_site (lookup, request->site);
  const LiaisonBlock *giver = find_giver (lookup, provider, request->class);

  if (giver == NULL)
    giver = find_giver (lookup, site, request->class);
  return giver != NULL ? giver : provider != NULL ? provider : site;
}

static char *
fold_unit (const LiaisonText *unit)
{
  const char *text = liaison_text_pick (unit, "en", NULL);
  g_autofree char *small = text != NULL ? g_utf8_casefold (text, -1) : g_strdup ("");

  return g_strdup (g_strstrip (small));
}

/* The unit by which a pool is told apart, "" where there is but one supply of the class. */
static char *
find_unit (const LiaisonBlock *site, const LiaisonSupportRequestData *request)
{
  guint supplies = site != NULL ? count_supplies (LIAISON_DATA (Site, site), request->class) : 0;

  return supplies == 1 || (site != NULL && supplies == 0 && gives (site, request->class))
             ? g_strdup ("")
             : fold_unit (request->unit);
}

static LiaisonSupportPool *
get_pool (LiaisonSupportDays *self,
          GHashTable *pools,
          const LiaisonBlock *site,
          const LiaisonSupportRequestData *request)
{
  g_autofree char *unit = find_unit (site, request);
  char id[LIAISON_ID_TEXT_SIZE] = "";
  g_autofree char *key = NULL;
  LiaisonSupportPool *pool;

  if (site != NULL)
    liaison_id_format (site->id, id);
  key = g_strdup_printf ("%03d %s %s", request->class, id, unit);
  pool = g_hash_table_lookup (pools, key);
  if (pool != NULL)
    return pool;
  pool = g_new0 (LiaisonSupportPool, 1);
  pool->site = site;
  pool->class = request->class;
  pool->unit = request->unit;
  pool->worst = LIAISON_DATE_UNSET;
  pool->demands = g_array_new (FALSE, FALSE, sizeof (LiaisonSupportDemand));
  g_ptr_array_add (self->pools, pool);
  g_hash_table_insert (pools, g_steal_pointer (&key), pool);
  return pool;
}

static void
gather (LiaisonSupportDays *self, const LiaisonLookup *lookup)
{
  g_autoptr (GHashTable) pools = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gint32 last = G_MININT32;
  guint n;
  const LiaisonBlock *const *requests =
      liaison_snapshot_get (self->snapshot, LIAISON_KIND_SUPPORT_REQUEST, &n);

  self->first = G_MAXINT32;
  for (guint i = 0; i < n; i++)
    {
      const LiaisonSupportRequestData *request = LIAISON_DATA (SupportRequest, requests[i]);
      LiaisonSupportDemand demand;

      if (!is_wanted (request))
        continue;
      if (!read_demand (lookup, requests[i], &demand))
        {
          self->n_undated++;
          continue;
        }
      g_array_append_val (get_pool (self, pools, find_asked (lookup, request), request)->demands,
                          demand);
      self->first = MIN (self->first, demand.first);
      last = MAX (last, demand.last);
    }
  if (last < self->first)
    self->first = 0;
  else
    self->n_days = (guint) MIN ((gint64) last - self->first + 1, LIAISON_MOST_DAYS);
}

static void
add_to_days (const LiaisonSupportDays *self, gint64 *days, gint32 first, gint32 last, gint64 much)
{
  for (gint64 day = MAX (first, self->first);
       day <= last && day < (gint64) self->first + self->n_days; day++)
    days[day - self->first] += much;
}

static void
add_supply (const LiaisonSupportDays *self,
            const LiaisonLookup *lookup,
            LiaisonSupportPool *pool,
            const LiaisonBlock *item)
{
  gint32 first = liaison_days_find_start (lookup, item), last = liaison_days_find_end (lookup, item);
  const LiaisonSupplyData *supply = LIAISON_DATA (Supply, item);

  /* Without an end the end is the start: it goes on. */
  if (supply->end.form == LIAISON_INSTANT_UNSET || last == LIAISON_DATE_UNSET)
    last = G_MAXINT32;
  pool->known = TRUE;
  if (supply->unit != NULL)
    pool->unit = supply->unit;
  add_to_days (self, pool->available, first, last, supply->quantity);
}

/* With several supplies of a class those of the pool's own unit count, with one that one. */
static void
find_available (const LiaisonSupportDays *self,
                const LiaisonLookup *lookup,
                LiaisonSupportPool *pool)
{
  const LiaisonSiteData *site = LIAISON_DATA (Site, pool->site);
  guint n = site != NULL ? count_supplies (site, pool->class) : 0;
  gint64 standing = site != NULL ? get_standing (site, pool->class) : LIAISON_INTEGER_UNSET;
  g_autofree char *unit = fold_unit (pool->unit);

  pool->available = g_new0 (gint64, self->n_days);
  for (guint i = 0; site != NULL && i < liaison_items_get_size (site->supplies); i++)
    {
      const LiaisonBlock *item = liaison_items_get (site->supplies, i);
      g_autofree char *its = fold_unit (LIAISON_DATA (Supply, item)->unit);

      if (is_supply (item, pool->class) && (n == 1 || strcmp (unit, its) == 0))
        add_supply (self, lookup, pool, item);
    }
  if (n == 0 && standing != LIAISON_INTEGER_UNSET)
    {
      pool->known = TRUE;
      add_to_days (self, pool->available, G_MININT32, G_MAXINT32, standing);
    }
}

static void
count_short (const LiaisonSupportDays *self, LiaisonSupportPool *pool)
{
  gint64 most = 0;

  for (guint i = 0; pool->known && i < self->n_days; i++)
    {
      gint64 missing = pool->asked[i] - pool->available[i];

      if (missing <= 0)
        continue;
      pool->n_short++;
      if (missing > most)
        {
          most = missing;
          pool->worst = self->first + (gint32) i;
        }
    }
}

static int
compare_pools (gconstpointer a, gconstpointer b)
{
  const LiaisonSupportPool *one = *(const LiaisonSupportPool *const *) a,
                           *two = *(const LiaisonSupportPool *const *) b;

  if (one->class != two->class)
    return one->class < two->class ? -1 : 1;
  if ((one->site == NULL) != (two->site == NULL))
    return one->site == NULL ? 1 : -1;
  return one->site != NULL ? liaison_id_compare (one->site->id, two->site->id) : 0;
}

LiaisonSupportDays *
liaison_support_days_new (LiaisonSnapshot *snapshot)
{
  LiaisonSupportDays *self = g_new0 (LiaisonSupportDays, 1);
  LiaisonLookup lookup = liaison_snapshot_get_lookup (snapshot);

  self->snapshot = liaison_snapshot_ref (snapshot);
  self->pools = g_ptr_array_new_with_free_func (pool_free);
  gather (self, &lookup);
  g_ptr_array_sort (self->pools, compare_pools);
  for (guint i = 0; i < self->pools->len; i++)
    {
      LiaisonSupportPool *pool = self->pools->pdata[i];

      pool->asked = g_new0 (gint64, self->n_days);
      for (guint j = 0; j < pool->demands->len; j++)
        {
          const LiaisonSupportDemand *demand =
              &g_array_index (pool->demands, LiaisonSupportDemand, j);
          add_to_days (self, pool->asked, demand->first, demand->last, demand->quantity);
        }
      find_available (self, &lookup, pool);
      count_short (self, pool);
    }
  return self;
}

void
liaison_support_days_free (LiaisonSupportDays *self)
{
  g_ptr_array_unref (self->pools);
  liaison_snapshot_unref (self->snapshot);
  g_free (self);
}

/* The last request to come to that day. */
static const LiaisonSupportDemand *
find_last (const LiaisonSupportPool *pool, gint32 day)
{
  const LiaisonSupportDemand *last = NULL;

  for (guint i = 0; i < pool->demands->len; i++)
    {
      const LiaisonSupportDemand *demand = &g_array_index (pool->demands, LiaisonSupportDemand, i);

      if (demand->first <= day && demand->last >= day
          && (last == NULL || demand->first >= last->first))
        last = demand;
    }
  return last;
}

const LiaisonSupportDemand *
liaison_support_pool_find_shortfall (const LiaisonSupportDays *self,
                                     const LiaisonSupportPool *pool,
                                     gint32 *day,
                                     gint64 *asked,
                                     gint64 *available)
{
  for (guint i = 0; pool->n_short > 0 && i < pool->demands->len; i++)
    {
      gint32 first = g_array_index (pool->demands, LiaisonSupportDemand, i).first;
      gint64 index = (gint64) first - self->first;

      if (index >= self->n_days || pool->asked[index] <= pool->available[index])
        continue;
      *day = first;
      *asked = pool->asked[index];
      *available = pool->available[index];
      return find_last (pool, first);
    }
  /* What there is became less in the middle of a request. */
  if (pool->n_short == 0)
    return NULL;
  *day = pool->worst;
  *asked = pool->asked[pool->worst - self->first];
  *available = pool->available[pool->worst - self->first];
  return find_last (pool, pool->worst);
}

gint64
liaison_support_pool_sum (const LiaisonSupportDays *self,
                          const LiaisonSupportPool *pool,
                          const char *nation,
                          guint index)
{
  gint32 day = self->first + (gint32) index;
  gint64 sum = 0;

  if (nation == NULL)
    return pool->asked[index];
  for (guint i = 0; i < pool->demands->len; i++)
    {
      const LiaisonSupportDemand *demand = &g_array_index (pool->demands, LiaisonSupportDemand, i);
      const char *its = LIAISON_DATA (SupportRequest, demand->request)->nation;

      if (demand->first <= day && demand->last >= day
          && g_strcmp0 (its != NULL ? its : "", nation) == 0)
        sum += demand->quantity;
    }
  return sum;
}
