/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules/release-list.h"

#include "record/kinds/group.h"
#include "record/release-list.h"
#include "review/rules/presence.h"

LiaisonCodes *
liaison_release_list_get (LiaisonReview *review, const LiaisonBlock *block)
{
  return liaison_release_list_of (&review->lookup, block);
}

gboolean
liaison_release_list_find_extra (const LiaisonCodes *wide, const LiaisonCodes *narrow, GPtrArray *extra)
{
  guint n;
  const char *const *codes = liaison_codes_get (wide, &n);

  for (guint i = 0; i < n && extra->len < 5; i++)
    if (!liaison_codes_contains (narrow, codes[i]))
      g_ptr_array_add (extra, (gpointer) codes[i]);
  return extra->len > 0;
}

/* The groups of the marking of which @narrow has all members. */
static LiaisonIds *
keep_groups (LiaisonReview *review, const LiaisonMarking *marking, const LiaisonCodes *narrow)
{
  LiaisonIds *kept = NULL;
  guint n;
  const LiaisonId *groups = liaison_ids_get (marking->groups, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *group = liaison_review_find (review, groups[i], &liaison_group_kind);
      if (group == NULL || !liaison_release_list_covers (narrow, LIAISON_DATA (Group, group)->members))
        continue;
      LiaisonIds *more = liaison_ids_with (kept, groups[i], TRUE);
      g_clear_pointer (&kept, liaison_ids_unref);
      kept = more;
    }
  return kept;
}

/* A nation that stands on it by a group that is kept is not named besides. */
static LiaisonCodes *
keep_nations (LiaisonReview *review,
              const LiaisonMarking *marking,
              LiaisonIds *groups,
              const LiaisonCodes *narrow)
{
  g_autoptr (LiaisonMarking) by_groups = liaison_marking_new (marking->level, NULL, groups);
  g_autoptr (LiaisonCodes) grouped = liaison_release_list_of_marking (&review->lookup, by_groups);
  g_autoptr (LiaisonCodes) all = liaison_release_list_of_marking (&review->lookup, marking);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  guint n;
  const char *const *codes = liaison_codes_get (all, &n);

  for (guint i = 0; i < n; i++)
    if (liaison_codes_contains (narrow, codes[i])
        && (liaison_codes_contains (marking->nations, codes[i]) || !liaison_codes_contains (grouped, codes[i])))
      g_ptr_array_add (kept, (gpointer) codes[i]);
  return liaison_codes_new ((const char *const *) kept->pdata, kept->len);
}

void
liaison_release_list_offer_narrow (LiaisonReview *review,
                                   LiaisonFinding *finding,
                                   LiaisonId record,
                                   LiaisonId narrow,
                                   const char *label)
{
  const LiaisonBlock *block = liaison_snapshot_find (review->snapshot, record);
  const LiaisonBlock *other = liaison_snapshot_find (review->snapshot, narrow);
  const LiaisonField *field = block != NULL ? liaison_shape_find (block->shape, "marking", NULL) : NULL;
  const LiaisonMarking *marking = field != NULL ? *(LiaisonMarking *const *) LIAISON_BLOCK_AT (block, field) : NULL;
  g_autoptr (LiaisonCodes) list = other != NULL ? liaison_release_list_get (review, other) : NULL;
  const char *originator = block != NULL ? liaison_block_get_originator (block) : NULL;

  if (marking == NULL || other == NULL || (originator != NULL && !liaison_codes_contains (list, originator)))
    return;
  g_autoptr (LiaisonIds) groups = keep_groups (review, marking, list);
  g_autoptr (LiaisonCodes) nations = keep_nations (review, marking, groups, list);
  g_autoptr (LiaisonMarking) narrowed = liaison_marking_new (marking->level, nations, groups);
  LiaisonSlot slot = liaison_slot_field (record, (guint) (field - block->shape->fields));

  liaison_finding_take_fix (finding, label, &slot, liaison_value_field (field, &narrowed));
}
