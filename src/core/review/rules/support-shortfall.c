/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "arrangements/support-days.h"

#include <glib/gi18n-lib.h>

static void
look_at (LiaisonReview *review, const LiaisonSupportDays *days, const LiaisonSupportPool *pool)
{
  gint32 day;
  gint64 asked, capacity;
  const LiaisonSupportDemand *last =
      liaison_support_pool_find_shortfall (days, pool, &day, &asked, &capacity);
  LiaisonFinding *finding;

  if (last == NULL || !liaison_review_may_list (review))
    return;
  finding = liaison_review_add (
      review, last->request, "quantity",
      N_ ("With “{record}”, {asked} are asked of “{site}” on {date} under “{class}”; it has {capacity}."));
  liaison_finding_add_record (finding, pool->site->id);
  liaison_finding_take_operand (finding, liaison_operand_record ("site", pool->site->id));
  liaison_finding_take_operand (finding, liaison_operand_integer ("asked", asked));
  liaison_finding_take_operand (finding, liaison_operand_integer ("capacity", capacity));
  liaison_finding_take_operand (finding, liaison_operand_date ("date", day));
  liaison_finding_take_operand (
      finding, liaison_operand_field ("class", liaison_support_classes.choices[pool->class].label));
}

static void
run (LiaisonReview *review)
{
  g_autoptr (LiaisonSupportDays) days = NULL;
  guint n;

  liaison_snapshot_get (review->snapshot, LIAISON_KIND_SUPPORT_REQUEST, &n);
  if (n == 0)
    return;
  days = liaison_support_days_new ((LiaisonSnapshot *) review->snapshot);
  for (guint i = 0; i < days->pools->len; i++)
    look_at (review, days, days->pools->pdata[i]);
}

const LiaisonRule liaison_rule_support_shortfall = {
  "support-shortfall", LIAISON_SEVERITY_WARNING, N_ ("More support asked for than can be given"),
  N_ ("On one day the requests for a class of support come to more than the site can give. Find another provider, or ask for less."),
  run,
  .reads = LIAISON_TARGET (SITE) | LIAISON_TARGET (SUPPORT_REQUEST)
};
