/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/conflict-index-private.h"

static LiaisonConflictTies *
get_ties (LiaisonConflictIndex *self, LiaisonId target)
{
  LiaisonConflictTies *ties = g_hash_table_lookup (self->ties, &target);

  if (ties == NULL)
    {
      ties = g_new0 (LiaisonConflictTies, 1);
      ties->target = target;
      g_hash_table_insert (self->ties, &ties->target, ties);
    }
  return ties;
}

static void
add (GArray **list, guint number)
{
  if (*list == NULL)
    *list = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (*list, number);
}

static void
drop (GArray **list, guint number)
{
  for (guint i = 0; *list != NULL && i < (*list)->len; i++)
    if (g_array_index (*list, guint, i) == number)
      {
        g_array_remove_index_fast (*list, i);
        if ((*list)->len == 0)
          g_clear_pointer (list, g_array_unref);
        return;
      }
}

static void
change (LiaisonConflictIndex *self,
        guint number,
        void (*func) (GArray **list, guint number))
{
  const LiaisonEventData *data
      = LIAISON_DATA (Event, liaison_conflict_slot (self, number)->event.block);
  guint n = liaison_items_get_size (data->dependencies);

  for (guint i = 0; i < n; i++)
    {
      LiaisonId target
          = LIAISON_DATA (Dependency, liaison_items_get (data->dependencies, i))->event;
      if (!liaison_id_is_zero (target))
        func (&get_ties (self, target)->successors, number);
    }
  /* What hangs on STARTEX or ENDEX is looked at as a whole when those move. */
  if (data->start.form > LIAISON_INSTANT_FIXED && data->start.edge >= LIAISON_ANCHOR_START)
    func (&get_ties (self, liaison_anchor_get_id (data->start.anchor))->followers, number);
  if (!liaison_id_is_zero (data->parent))
    func (&get_ties (self, data->parent)->parts, number);
}

void
liaison_conflict_index_tie (LiaisonConflictIndex *self, guint number)
{
  change (self, number, add);
}

void
liaison_conflict_index_untie (LiaisonConflictIndex *self, guint number)
{
  change (self, number, drop);
}

const LiaisonConflictTies *
liaison_conflict_index_get_ties (const LiaisonConflictIndex *self, LiaisonId target)
{
  return g_hash_table_lookup (self->ties, &target);
}
