/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules/release-list.h"

#include "record/kinds/group.h"
#include "review/rules/presence.h"

static LiaisonCodes *
add_codes (LiaisonCodes *list, const char *const *codes, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LiaisonCodes) before = list;
      list = liaison_codes_with (before, codes[i], TRUE);
    }
  return list;
}

LiaisonCodes *
liaison_release_list_get (LiaisonReview *review, const LiaisonBlock *block)
{
  const LiaisonField *marked = liaison_shape_find (block->shape, "marking", NULL);
  const LiaisonField *from = liaison_shape_find (block->shape, "originator", NULL);
  const LiaisonMarking *marking = marked != NULL ? *(LiaisonMarking *const *) LIAISON_BLOCK_AT (block, marked) : NULL;
  const char *originator = from != NULL ? *(const char *const *) LIAISON_BLOCK_AT (block, from) : NULL;
  LiaisonCodes *list = marking != NULL && marking->nations != NULL ? liaison_codes_ref (marking->nations) : NULL;
  guint n_groups, n;
  const LiaisonId *groups = liaison_ids_get (marking != NULL ? marking->groups : NULL, &n_groups);

  for (guint i = 0; i < n_groups; i++)
    {
      const LiaisonBlock *group = liaison_review_find (review, groups[i], &liaison_group_kind);
      const char *const *members = liaison_codes_get (group != NULL ? LIAISON_DATA (Group, group)->members : NULL, &n);
      list = add_codes (list, members, n);
    }
  return originator != NULL ? add_codes (list, &originator, 1) : list;
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
