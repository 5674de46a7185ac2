/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules/release-list.h"

#include "record/release-list.h"

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
