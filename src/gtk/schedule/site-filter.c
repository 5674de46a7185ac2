/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/site-filter.h"

#include "record/kinds/event.h"
#include "record/kinds/site.h"
#include "shared/drop-down-search.h"

#include <glib/gi18n.h>

/* Sites stand inside each other at most so deep; a circle of parents ends here. */
#define DEEPEST 32

typedef struct
{
  LiaisonSession *session;    /* borrowed: the window keeps it longer */
  LiaisonTableFilter *filter; /* borrowed from the bar */
  GtkDropDown *down;
  GArray *sites; /* of LiaisonId, from the second entry on */
  gboolean filling;
} SiteFilter;

static void
site_filter_free (gpointer data)
{
  SiteFilter *self = data;

  g_array_unref (self->sites);
  g_free (self);
}

static gboolean
is_at (const LiaisonManner *manner, const LiaisonBlock *block, gpointer data)
{
  LiaisonId wanted = *(const LiaisonId *) data;
  LiaisonId at = LIAISON_DATA (Event, block)->site;

  for (guint depth = 0; depth < DEEPEST && !liaison_id_is_zero (at); depth++)
    {
      const LiaisonBlock *site;

      if (liaison_id_same (at, wanted))
        return TRUE;
      site = liaison_lookup_find (&manner->lookup, at);
      if (site == NULL || site->shape != &liaison_site_kind.shape)
        return FALSE;
      at = LIAISON_DATA (Site, site)->parent;
    }
  return FALSE;
}

static void
selected_cb (SiteFilter *self)
{
  guint selected = gtk_drop_down_get_selected (self->down);

  if (self->filling || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (selected == 0 || selected > self->sites->len)
    liaison_table_filter_set_test (self->filter, "site", NULL, NULL, NULL);
  else
    liaison_table_filter_set_test (
        self->filter, "site", is_at,
        g_memdup2 (&g_array_index (self->sites, LiaisonId, selected - 1), sizeof (LiaisonId)),
        g_free);
}

static void
fill (SiteFilter *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  LiaisonTable *table =
      liaison_document_get_table (liaison_session_get_document (self->session), LIAISON_KIND_SITE);
  /* Translators: Everything passes this filter; “Nation: all” */
  g_autofree char *all = g_strdup_printf (_("%s: all"), _("Site"));
  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char *const[]){ all, NULL });
  guint selected = gtk_drop_down_get_selected (self->down), now = 0;
  LiaisonId chosen = { 0 };

  if (selected != GTK_INVALID_LIST_POSITION && selected > 0 && selected <= self->sites->len)
    chosen = g_array_index (self->sites, LiaisonId, selected - 1);
  g_array_set_size (self->sites, 0);
  for (guint i = 0; i < liaison_table_get_size (table); i++)
    {
      const LiaisonBlock *block = liaison_record_get_block (liaison_table_get (table, i));
      g_autofree char *name = liaison_manner_tell_block_name (&manner, block);

      gtk_string_list_append (list, name);
      g_array_append_val (self->sites, block->id);
      if (liaison_id_same (block->id, chosen))
        now = self->sites->len;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->down, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (self->down, now);
  self->filling = FALSE;
  if (!liaison_id_is_zero (chosen))
    selected_cb (self);
}

static void
document_changed_cb (GtkWidget *down, const LiaisonChange *changes, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *either = changes[i].after != NULL ? changes[i].after : changes[i].before;
      if (either->shape == &liaison_site_kind.shape)
        {
          fill (g_object_get_data (G_OBJECT (down), "liaison-sites"));
          return;
        }
    }
}

static void
manner_changed_cb (GtkWidget *down)
{
  fill (g_object_get_data (G_OBJECT (down), "liaison-sites"));
}

static void
reset_cb (GtkWidget *down)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (down), 0);
}

void
liaison_site_filter_add (LiaisonSession *session, LiaisonTableFilterBar *bar)
{
  GtkExpression *name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *down = gtk_drop_down_new (NULL, name);
  SiteFilter *self = g_new0 (SiteFilter, 1);

  self->session = session;
  self->filter = liaison_table_filter_bar_get_filter (bar);
  self->down = GTK_DROP_DOWN (down);
  self->sites = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  g_object_set_data_full (G_OBJECT (down), "liaison-sites", self, site_filter_free);
  liaison_drop_down_set_searched (self->down, TRUE);
  gtk_widget_set_tooltip_text (down, _("Site"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (down), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Site"),
                                  -1);
  fill (self);
  g_signal_connect_swapped (down, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_object (liaison_session_get_document (session), "changed",
                           G_CALLBACK (document_changed_cb), down, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "manner-changed", G_CALLBACK (manner_changed_cb), down,
                           G_CONNECT_SWAPPED);
  liaison_table_filter_bar_add (bar, down, G_CALLBACK (reset_cb));
}
