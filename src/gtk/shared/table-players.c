/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/table-private.h"

#include "schedule/workflow.h"

static gboolean
is_for_players (const LiaisonManner *manner, const LiaisonBlock *block, gpointer data)
{
  return liaison_workflow_is_for_players (block);
}

static gboolean
is_shown (const LiaisonTableSlot *slot)
{
  return slot->header != NULL && gtk_column_view_column_get_visible (slot->header);
}

static void
hide_columns (LiaisonTableView *self)
{
  self->set_aside = g_ptr_array_new ();
  for (guint i = 0; i < self->slots->len; i++)
    {
      LiaisonTableSlot *slot = self->slots->pdata[i];

      if (!liaison_table_column_is_control (&slot->column) || !is_shown (slot))
        continue;
      g_ptr_array_add (self->set_aside, (gpointer) slot->column.id);
      gtk_column_view_column_set_visible (slot->header, FALSE);
    }
}

static void
show_columns (LiaisonTableView *self)
{
  g_autoptr (GPtrArray) ids = g_steal_pointer (&self->set_aside);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    liaison_table_view_set_column_shown (self, ids->pdata[i], TRUE);
}

void
liaison_table_view_set_for_players (LiaisonTableView *self, gboolean players)
{
  if (self->players == players)
    return;
  self->players = players;
  if (players)
    hide_columns (self);
  else
    show_columns (self);
  liaison_table_filter_set_test (self->filter, "players", players ? is_for_players : NULL, NULL,
                                 NULL);
}

GPtrArray *
liaison_table_view_list_chosen (LiaisonTableView *self)
{
  return liaison_table_view_list_selected (self, FALSE);
}
