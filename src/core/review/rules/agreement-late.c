/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "arrangements/agreement-dates.h"
#include "record/kinds/event.h"
#include "record/record.h"

#include <glib/gi18n-lib.h>

/* The stage that is being worked on: of the first step that is not done. */
static int
find_stage (const LiaisonAgreementDates *dates)
{
  for (guint i = 0; i < dates->steps->len; i++)
    {
      const LiaisonAgreementStepDates *step =
          &g_array_index (dates->steps, LiaisonAgreementStepDates, i);

      if (!step->is_done)
        return step->stage;
    }
  return LIAISON_DATA (Agreement, dates->agreement)->stage;
}

static void
add_stage (LiaisonFinding *finding, int stage)
{
  liaison_finding_take_operand (
      finding, liaison_operand_field ("stage", liaison_agreement_stages.choices[stage].label));
}

static void
look_at_dates (LiaisonReview *review, const LiaisonAgreementDates *dates)
{
  gboolean late = dates->state == LIAISON_AGREEMENT_LATE;
  LiaisonFinding *finding;

  if ((!late && dates->state != LIAISON_AGREEMENT_MISSING) || !liaison_review_may_list (review))
    return;
  finding = liaison_review_add (
      review, dates->agreement, late ? "steps" : "stage",
      !late ? N_ ("“{record}” is needed on {date}, but its stage is “{stage}”.")
      : dates->last_day == LIAISON_DATE_UNSET
          ? N_ ("“{record}” was needed on {date} and is still in the stage “{stage}”.")
          : N_ ("“{record}” is needed on {date}: its stage “{stage}” had to be done by {last}."));
  liaison_finding_take_operand (finding, liaison_operand_date ("date", dates->needed));
  if (dates->last_day != LIAISON_DATE_UNSET)
    liaison_finding_take_operand (finding, liaison_operand_date ("last", dates->last_day));
  add_stage (finding, late ? find_stage (dates) : LIAISON_DATA (Agreement, dates->agreement)->stage);
  if (dates->needed_for != NULL)
    liaison_finding_add_record (finding, dates->needed_for->id);
}

/* After an edit each is worked out by itself. */
static gpointer
prepare (LiaisonReview *review)
{
  guint n;

  liaison_snapshot_get (review->snapshot, LIAISON_KIND_AGREEMENT, &n);
  return n > 0 && !liaison_review_is_partial (review)
             ? liaison_agreements_new ((LiaisonSnapshot *) review->snapshot, review->now)
             : NULL;
}

static void
forget (gpointer agreements)
{
  liaison_agreements_free (agreements);
}

static void
look_at (LiaisonReview *review, const LiaisonBlock *block)
{
  g_autoptr (LiaisonAgreementDates) alone = NULL;

  if (review->state != NULL)
    {
      look_at_dates (review, liaison_agreements_find (review->state, block->id));
      return;
    }
  alone = liaison_agreement_dates_new (liaison_review_get_document (review), review->snapshot, block, review->now);
  look_at_dates (review, alone);
}

/* Of events, what they need, and when something is at a site that needs one. */
static gboolean
matters (const LiaisonBlock *before, const LiaisonBlock *after)
{
  return before->shape != &liaison_event_kind.shape
         || liaison_review_differs (before, after, LIAISON_FIELD (Event, agreements))
         || liaison_review_differs (before, after, LIAISON_FIELD (Event, start))
         || liaison_review_differs (before, after, LIAISON_FIELD (Event, site))
         || liaison_review_differs (before, after, LIAISON_FIELD (Event, status));
}

const LiaisonRule liaison_rule_agreement_late = {
  "agreement-late", LIAISON_SEVERITY_WARNING, N_ ("Agreements that will be too late"),
  N_ ("Counted back from the first thing that depends on the agreement, the last day on which its next step could be done has "
      "passed. Shorten the steps, or move what depends on it."),
  NULL,
  .look = look_at, .kinds = LIAISON_TARGET (AGREEMENT),
  .referrers = LIAISON_TARGET (EVENT) | LIAISON_TARGET (POST) | LIAISON_TARGET (SITE)
           | LIAISON_TARGET (CHANNEL) | LIAISON_TARGET (PRODUCT) | LIAISON_TARGET (SUPPORT_REQUEST),
  .beyond = LIAISON_TARGET (SITE), .matters = matters, .prepare = prepare, .forget = forget
};
