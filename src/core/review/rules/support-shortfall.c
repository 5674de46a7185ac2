/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/kinds/exercise.h"
#include "record/kinds/site.h"
#include "record/kinds/support-request.h"
#include "record/times.h"
#include "review/rules/presence.h"
#include "schedule/recurrence.h"

#include <glib/gi18n-lib.h>

#define DAY      86400
#define MAX_DAYS 3660

/* What is asked of one site in one class: requests with the days they take. */
typedef struct
{
  const LiaisonBlock *block;
  gint32 first, last; /* days */
  gint64 quantity;
} Demand;

static gboolean
is_wanted (const LiaisonSupportRequestData *request)
{
  return request->status != LIAISON_SUPPORT_STATUS_REFUSED && request->status != LIAISON_SUPPORT_STATUS_CANCELLED
         && request->status != LIAISON_SUPPORT_STATUS_CLOSED;
}

/* A bed is taken for the night that a day begins, not for the day of leaving. */
static gboolean
get_days (LiaisonReview *review, const LiaisonBlock *block, Demand *demand)
{
  const LiaisonSupportRequestData *request = LIAISON_DATA (SupportRequest, block);
  const char *zone = LIAISON_DATA (Exercise, liaison_snapshot_get_exercise (review->snapshot))->zone;
  gint64 start, end;

  if (liaison_times_get_start (&review->lookup, block, &start) != LIAISON_TIME_KNOWN)
    return FALSE;
  if (liaison_times_get_end (&review->lookup, block, &end) != LIAISON_TIME_KNOWN || end < start)
    end = start;
  demand->first = (gint32) (liaison_recurrence_to_wall (zone, start) / DAY);
  demand->last = (gint32) (liaison_recurrence_to_wall (zone, MAX (start, end - 1)) / DAY);
  if (request->class == LIAISON_SUPPORT_CLASS_ACCOMMODATION && demand->last > demand->first)
    demand->last--;
  return demand->last - demand->first < MAX_DAYS;
}

static GArray *
gather (LiaisonReview *review, LiaisonId site, int class)
{
  GArray *demands = g_array_new (FALSE, FALSE, sizeof (Demand));
  guint n;
  const LiaisonBlock *const *requests = liaison_snapshot_get (review->snapshot, LIAISON_KIND_SUPPORT_REQUEST, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonSupportRequestData *request = LIAISON_DATA (SupportRequest, requests[i]);
      Demand demand = { .block = requests[i], .quantity = request->quantity };
      if (request->class != class || !is_wanted (request) || request->quantity == LIAISON_INTEGER_UNSET
          || !(liaison_id_same (request->provider, site) || liaison_id_same (request->site, site))
          || !get_days (review, requests[i], &demand))
        continue;
      g_array_append_val (demands, demand);
    }
  return demands;
}

/* The first day on which more is asked for than there is, and the request that came last to it. */
static const Demand *
find_shortfall (const GArray *demands, gint64 capacity, gint32 *day, gint64 *asked)
{
  for (guint i = 0; i < demands->len; i++)
    {
      const Demand *last = NULL;
      gint64 sum = 0;
      *day = g_array_index (demands, Demand, i).first;
      for (guint j = 0; j < demands->len; j++)
        {
          const Demand *demand = &g_array_index (demands, Demand, j);
          if (demand->first > *day || demand->last < *day)
            continue;
          sum += demand->quantity;
          if (last == NULL || demand->first >= last->first)
            last = demand;
        }
      *asked = sum;
      if (sum > capacity)
        return last;
    }
  return NULL;
}

static void
look_at (LiaisonReview *review, const LiaisonBlock *site, int class, gint64 capacity, const LiaisonText *unit)
{
  g_autoptr (GArray) demands = gather (review, site->id, class);
  gint32 day;
  gint64 asked;
  const Demand *last = find_shortfall (demands, capacity, &day, &asked);

  if (last == NULL || !liaison_review_may_list (review))
    return;
  LiaisonFinding *finding = liaison_review_add (
      review, last->block, "quantity",
      N_ ("With “{record}”, {asked} are asked of “{site}” on {date} under “{class}”; it has {capacity}."));
  liaison_finding_add_record (finding, site->id);
  liaison_finding_take_operand (finding, liaison_operand_record ("site", site->id));
  liaison_finding_take_operand (finding, liaison_operand_integer ("asked", asked));
  liaison_finding_take_operand (finding, liaison_operand_integer ("capacity", capacity));
  liaison_finding_take_operand (finding, liaison_operand_date ("date", day));
  liaison_finding_take_operand (finding, liaison_operand_field ("class", liaison_support_classes.choices[class].label));
}

static void
run (LiaisonReview *review)
{
  guint n;
  const LiaisonBlock *const *sites = liaison_snapshot_get (review->snapshot, LIAISON_KIND_SITE, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonSiteData *site = LIAISON_DATA (Site, sites[i]);
      gboolean beds = FALSE;
      for (guint j = 0; j < liaison_items_get_size (site->supplies); j++)
        {
          const LiaisonSupplyData *supply = LIAISON_DATA (Supply, liaison_items_get (site->supplies, j));
          if (supply->quantity == LIAISON_INTEGER_UNSET || supply->class == LIAISON_SUPPORT_CLASS_UNSET)
            continue;
          beds |= supply->class == LIAISON_SUPPORT_CLASS_ACCOMMODATION;
          look_at (review, sites[i], supply->class, supply->quantity, supply->unit);
        }
      if (!beds && site->beds != LIAISON_INTEGER_UNSET)
        look_at (review, sites[i], LIAISON_SUPPORT_CLASS_ACCOMMODATION, site->beds, NULL);
    }
}

const LiaisonRule liaison_rule_support_shortfall = {
  "support-shortfall", LIAISON_SEVERITY_WARNING, N_ ("More support asked for than can be given"),
  N_ ("On one day the requests for a class of support come to more than the site can give. Find another provider, or ask for less."),
  run,
  .reads = LIAISON_TARGET (SITE) | LIAISON_TARGET (SUPPORT_REQUEST)
};
