/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/kinds/briefing.h"
#include "record/kinds/exercise.h"
#include "record/kinds/product.h"
#include "record/kinds/release.h"
#include "review/rules/presence.h"
#include "review/rules/release-list.h"
#include "words/marking-scheme.h"

#include <glib/gi18n-lib.h>

static void
compare_lists (LiaisonReview *review, const LiaisonBlock *product, const LiaisonBlock *other, const char *sentence)
{
  g_autoptr (LiaisonCodes) wide = liaison_release_list_get (review, product);
  g_autoptr (LiaisonCodes) narrow = liaison_release_list_get (review, other);
  g_autoptr (GPtrArray) extra = g_ptr_array_new ();

  if (!liaison_release_list_find_extra (wide, narrow, extra) || !liaison_review_may_list (review))
    return;
  LiaisonFinding *finding = liaison_review_add (review, product, "marking", sentence);
  liaison_finding_add_record (finding, other->id);
  liaison_finding_take_operand (finding, liaison_operand_record ("other", other->id));
  for (guint i = 0; i < extra->len; i++)
    liaison_finding_take_operand (finding, liaison_operand_nation ("nations", extra->pdata[i]));
}

static void
look_at_sources (LiaisonReview *review, const LiaisonBlock *product)
{
  guint n;
  const LiaisonId *sources = liaison_ids_get (LIAISON_DATA (Product, product)->sources, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *source = liaison_review_find (review, sources[i], &liaison_product_kind);
      if (source != NULL)
        compare_lists (review, product, source,
                       N_ ("“{record}” may go to {nations}; “{other}”, which it was made from, may not."));
    }
}

static const LiaisonBlock *
get_whole (LiaisonReview *review, const LiaisonBlock *product)
{
  return liaison_review_find (review, LIAISON_DATA (Product, product)->parent, &liaison_product_kind);
}

static void
look_at_whole (LiaisonReview *review, const LiaisonBlock *product)
{
  const LiaisonBlock *whole = get_whole (review, product);

  if (whole != NULL)
    compare_lists (review, product, whole, N_ ("“{record}” may go to {nations}; “{other}”, which it is a part of, may not."));
}

/* By the scheme of the exercise, else by one that has both levels; what no scheme compares is no finding. */
static gboolean
is_higher (LiaisonReview *review, const LiaisonMarking *part, const LiaisonMarking *whole)
{
  guint n;
  const LiaisonMarkingScheme *const *list = liaison_marking_scheme_list (&n);
  const LiaisonMarkingScheme *own = liaison_marking_scheme_of (liaison_snapshot_get_exercise (review->snapshot));
  int order = 0;
  gboolean known = liaison_marking_scheme_compare (own, part->level, whole->level, &order);

  for (guint i = 0; !known && i < n; i++)
    known = liaison_marking_scheme_compare (list[i], part->level, whole->level, &order);
  return known && order > 0;
}

static void
look_at_height (LiaisonReview *review, const LiaisonBlock *part)
{
  const LiaisonBlock *whole = get_whole (review, part);
  const LiaisonMarking *marking = LIAISON_DATA (Product, part)->marking;
  const LiaisonMarking *whole_marking = whole != NULL ? LIAISON_DATA (Product, whole)->marking : NULL;

  if (marking == NULL || whole_marking == NULL || !is_higher (review, marking, whole_marking)
      || !liaison_review_may_list (review))
    return;
  LiaisonFinding *finding = liaison_review_add (review, whole, "marking",
                                                N_ ("“{record}” is marked lower ({level}) than its part “{other}” ({higher})."));
  liaison_finding_add_record (finding, part->id);
  liaison_finding_take_operand (finding, liaison_operand_record ("other", part->id));
  liaison_finding_take_operand (finding, liaison_operand_text ("level", whole_marking->level));
  liaison_finding_take_operand (finding, liaison_operand_text ("higher", marking->level));
}

static gboolean
is_out (const LiaisonReleaseData *release)
{
  return release->status == LIAISON_RELEASE_STATUS_RELEASED || release->status == LIAISON_RELEASE_STATUS_ACKNOWLEDGED;
}

static void
look_at_release (LiaisonReview *review, const LiaisonBlock *block)
{
  const LiaisonReleaseData *release = LIAISON_DATA (Release, block);
  const LiaisonBlock *product = liaison_review_find (review, release->item, &liaison_product_kind);

  if (product == NULL || release->nation == NULL || !is_out (release))
    return;
  g_autoptr (LiaisonCodes) list = liaison_release_list_get (review, product);
  if (liaison_codes_contains (list, release->nation) || !liaison_review_may_list (review))
    return;
  LiaisonFinding *finding = liaison_review_add (
      review, block, "nation", N_ ("“{product}” was given to {nation}, which is not on its release list."));
  liaison_finding_add_record (finding, product->id);
  liaison_finding_take_operand (finding, liaison_operand_record ("product", product->id));
  liaison_finding_take_operand (finding, liaison_operand_nation ("nation", release->nation));
}

static void
look_at_briefing (LiaisonReview *review, const LiaisonBlock *block)
{
  const LiaisonReleaseData *release = LIAISON_DATA (Release, block);
  const LiaisonBlock *briefing = liaison_review_find (review, release->item, &liaison_briefing_kind);

  if (briefing == NULL || !is_out (release)
      || LIAISON_DATA (Briefing, briefing)->status == LIAISON_BRIEFING_STATUS_APPROVED || !liaison_review_may_list (review))
    return;
  LiaisonFinding *finding = liaison_review_add (
      review, block, "item", N_ ("“{briefing}” was given out, and {nation}, which it is about, has not approved it."));
  liaison_finding_add_record (finding, briefing->id);
  liaison_finding_take_operand (finding, liaison_operand_record ("briefing", briefing->id));
  if (LIAISON_DATA (Briefing, briefing)->nation != NULL)
    liaison_finding_take_operand (finding, liaison_operand_nation ("nation", LIAISON_DATA (Briefing, briefing)->nation));
}

/* The list of the first record to that of the second. */
static void
fix_list (LiaisonReview *review, LiaisonFinding *finding)
{
  liaison_release_list_offer_narrow (review, finding, finding->records[0], finding->records[1],
                                     N_ ("Take them off the list"));
}

static void
fix_height (LiaisonReview *review, LiaisonFinding *finding)
{
  const LiaisonBlock *whole = liaison_review_find (review, finding->records[0], &liaison_product_kind);
  const LiaisonBlock *part = liaison_review_find (review, finding->records[1], &liaison_product_kind);
  const guint place = LIAISON_FIELD (Product, marking);
  LiaisonSlot slot = liaison_slot_field (finding->records[0], place);

  if (whole == NULL || part == NULL)
    return;
  const LiaisonMarking *low = LIAISON_DATA (Product, whole)->marking;
  g_autoptr (LiaisonMarking) raised
      = liaison_marking_new (LIAISON_DATA (Product, part)->marking->level, low->nations, low->groups);
  liaison_finding_take_fix (finding, N_ ("Mark it {higher}"), &slot,
                            liaison_value_field (&whole->shape->fields[place], &raised));
}

/* As of now; why, and how it goes on, is for people. */
static void
fix_release (LiaisonReview *review, LiaisonFinding *finding)
{
  const LiaisonField *fields = liaison_release_kind.shape.fields;
  const char *zone = LIAISON_DATA (Exercise, liaison_snapshot_get_exercise (review->snapshot))->zone;
  const int recalled = LIAISON_RELEASE_STATUS_RECALLED;
  LiaisonSlot status = liaison_slot_field (finding->records[0], LIAISON_FIELD (Release, status));
  LiaisonSlot when = liaison_slot_field (finding->records[0], LIAISON_FIELD (Release, recalled));
  LiaisonInstant now;

  if (!liaison_instant_from_unix (review->now, zone, &now))
    return;
  liaison_finding_take_fix (finding, N_ ("Recall it"), &status,
                            liaison_value_field (&fields[status.field], &recalled));
  liaison_finding_take_fix (finding, N_ ("Recall it"), &when, liaison_value_field (&fields[when.field], &now));
}

const LiaisonRule liaison_rule_released_beyond_list = {
  "released-beyond-list", LIAISON_SEVERITY_ERROR, N_ ("Released beyond the list"),
  N_ ("A product was given to a nation that is not on its release list. Recall it, or have the originator widen the list."),
  NULL,
  .look = look_at_release, .kinds = LIAISON_TARGET (RELEASE), .reach = LIAISON_TARGET (PRODUCT), .reads = LIAISON_TARGET (GROUP),
  .fix = fix_release
};

const LiaisonRule liaison_rule_list_wider_than_source = {
  "list-wider-than-source", LIAISON_SEVERITY_ERROR, N_ ("Release lists wider than the source’s"),
  N_ ("A product may go to nations that may not see what it was made from. Narrow the list, or ask the source’s originator."),
  NULL,
  .look = look_at_sources, .kinds = LIAISON_TARGET (PRODUCT), .reach = LIAISON_TARGET (PRODUCT), .reads = LIAISON_TARGET (GROUP),
  .fix = fix_list
};

const LiaisonRule liaison_rule_part_wider_than_whole = {
  "part-wider-than-whole", LIAISON_SEVERITY_WARNING, N_ ("Parts released wider than the whole"),
  N_ ("A part of a product may go to nations that may not see the whole. That can be right for an extract; mostly a list was "
      "forgotten."),
  NULL,
  .look = look_at_whole, .kinds = LIAISON_TARGET (PRODUCT), .reach = LIAISON_TARGET (PRODUCT), .reads = LIAISON_TARGET (GROUP),
  .fix = fix_list
};

const LiaisonRule liaison_rule_marking_below_part = {
  "marking-below-part", LIAISON_SEVERITY_ERROR, N_ ("Marked lower than a part"),
  N_ ("The marking of a whole must be at least that of its highest part. Raise it, or take the part out."), NULL,
  .look = look_at_height, .kinds = LIAISON_TARGET (PRODUCT), .reach = LIAISON_TARGET (PRODUCT), .fix = fix_height
};

const LiaisonRule liaison_rule_briefing_not_approved = {
  "briefing-not-approved", LIAISON_SEVERITY_WARNING, N_ ("Briefing cards given out before their nation approved them"),
  N_ ("A card about a nation was given to others before that nation had approved it. Have it approved, or recall it."),
  NULL,
  .look = look_at_briefing, .kinds = LIAISON_TARGET (RELEASE), .reach = LIAISON_TARGET (BRIEFING), .fix = fix_release
};
