/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/release-list.h"

#include "record/kinds/group.h"

LiaisonMarking *
liaison_block_get_marking (const LiaisonBlock *block)
{
  const LiaisonField *field = liaison_shape_find (block->shape, "marking", NULL);

  return field != NULL && field->type == LIAISON_FIELD_MARKING
             ? *(LiaisonMarking *const *) LIAISON_BLOCK_AT (block, field)
             : NULL;
}

const char *
liaison_block_get_originator (const LiaisonBlock *block)
{
  const LiaisonField *field = liaison_shape_find (block->shape, "originator", NULL);

  return field != NULL && field->type == LIAISON_FIELD_NATION
             ? *(const char *const *) LIAISON_BLOCK_AT (block, field)
             : NULL;
}

/* Takes @list. Most lists have all of it already. */
static LiaisonCodes *
add_codes (LiaisonCodes *list, const char *const *codes, guint n)
{
  g_autoptr (LiaisonCodes) before = list;
  g_autofree const char **all = NULL;
  const char *const *members;
  guint n_before, n_new = 0;

  members = liaison_codes_get (before, &n_before);
  for (guint i = 0; i < n; i++)
    if (!liaison_codes_contains (before, codes[i]))
      {
        if (all == NULL)
          all = g_new (const char *, n_before + n);
        all[n_before + n_new++] = codes[i];
      }
  if (n_new == 0)
    return g_steal_pointer (&before);
  for (guint i = 0; i < n_before; i++)
    all[i] = members[i];
  return liaison_codes_new (all, n_before + n_new);
}

LiaisonCodes *
liaison_release_list_of_marking (const LiaisonLookup *lookup, const LiaisonMarking *marking)
{
  LiaisonCodes *list = marking != NULL ? liaison_codes_ref (marking->nations) : NULL;
  guint n_groups, n;
  const LiaisonId *groups = liaison_ids_get (marking != NULL ? marking->groups : NULL, &n_groups);

  for (guint i = 0; i < n_groups; i++)
    {
      const LiaisonBlock *group = liaison_lookup_find (lookup, groups[i]);
      const LiaisonCodes *members = group != NULL && group->shape == &liaison_group_kind.shape
                                        ? LIAISON_DATA (Group, group)->members
                                        : NULL;
      const char *const *codes = liaison_codes_get (members, &n);

      list = add_codes (list, codes, n);
    }
  return list;
}

LiaisonCodes *
liaison_release_list_of (const LiaisonLookup *lookup, const LiaisonBlock *block)
{
  const char *originator = liaison_block_get_originator (block);
  LiaisonCodes *list = liaison_release_list_of_marking (lookup, liaison_block_get_marking (block));

  return originator != NULL ? add_codes (list, &originator, 1) : list;
}

LiaisonCodes *
liaison_release_list_intersect (const LiaisonCodes *a, const LiaisonCodes *b)
{
  g_autoptr (GPtrArray) both = g_ptr_array_new ();
  guint n;
  const char *const *codes = liaison_codes_get (a, &n);

  for (guint i = 0; i < n; i++)
    if (liaison_codes_contains (b, codes[i]))
      g_ptr_array_add (both, (gpointer) codes[i]);
  return both->len > 0 ? liaison_codes_new ((const char *const *) both->pdata, both->len) : NULL;
}

gboolean
liaison_release_list_covers (const LiaisonCodes *wide, const LiaisonCodes *narrow)
{
  guint n;
  const char *const *codes = liaison_codes_get (narrow, &n);

  for (guint i = 0; i < n; i++)
    if (!liaison_codes_contains (wide, codes[i]))
      return FALSE;
  return TRUE;
}
