/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "release/level-use.h"

#include "record/release-list.h"

/* Few levels are in use: the last one found is nearly always the next one's. */
static void
count (GArray *uses, const char *level)
{
  LiaisonLevelUse use = { level, 1 };

  for (guint i = uses->len; i-- > 0;)
    if (g_array_index (uses, LiaisonLevelUse, i).level == level)
      {
        g_array_index (uses, LiaisonLevelUse, i).n++;
        return;
      }
  g_array_append_val (uses, use);
}

static int
compare_levels (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (((const LiaisonLevelUse *) a)->level, ((const LiaisonLevelUse *) b)->level);
}

GArray *
liaison_level_uses_list (const LiaisonSnapshot *plan)
{
  GArray *uses = g_array_new (FALSE, FALSE, sizeof (LiaisonLevelUse));

  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      guint n;
      const LiaisonBlock *const *blocks = liaison_snapshot_get (plan, kind, &n);

      for (guint i = 0;
           i < n && liaison_shape_find (&liaison_kind_get (kind)->shape, "marking", NULL) != NULL;
           i++)
        {
          const LiaisonMarking *marking = liaison_block_get_marking (blocks[i]);

          count (uses, marking != NULL ? marking->level : NULL);
        }
    }
  g_array_sort (uses, compare_levels);
  return uses;
}
