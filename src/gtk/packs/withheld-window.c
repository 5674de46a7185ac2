/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "packs/withheld-window.h"
#include "screen.h"
#include "shared/escape.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Lines that anybody reads; the rest is counted. */
#define MOST 5000

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_top (label, 4);
  gtk_widget_set_margin_bottom (label, 4);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_list_item_set_child (item, label);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static char *
tell (const LiaisonRedaction *redaction,
      const LiaisonWithheld *withheld,
      const LiaisonManner *manner)
{
  g_autofree char *name = liaison_manner_tell_name (manner, withheld->record);
  g_autofree char *why = liaison_withheld_tell (withheld, redaction->audience, manner);

  if (withheld->field == NULL)
    return g_strdup_printf ("%s: %s", name, why);
  return g_strdup_printf ("%s, %s: %s", name,
                          liaison_words_get (manner->words, withheld->field->label), why);
}

static void
append (GtkStringList *lines,
        const LiaisonRedaction *redaction,
        const GArray *things,
        const LiaisonManner *manner)
{
  for (guint i = 0; i < things->len && g_list_model_get_n_items (G_LIST_MODEL (lines)) < MOST; i++)
    gtk_string_list_take (lines,
                          tell (redaction, &g_array_index (things, LiaisonWithheld, i), manner));
}

/* What a planner has to mend stands first. */
static GtkWidget *
make_list (const LiaisonRedaction *redaction, const LiaisonManner *manner)
{
  GtkStringList *lines = gtk_string_list_new (NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list, *scroller = gtk_scrolled_window_new ();

  append (lines, redaction, redaction->named, manner);
  append (lines, redaction, redaction->withheld, manner);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (lines))),
                            factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What is withheld"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

void
liaison_withheld_window_show (GtkWindow *parent,
                              LiaisonSession *session,
                              const LiaisonRedaction *redaction)
{
  const LiaisonManner manner = liaison_session_get_manner (session);
  GtkWidget *window = adw_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  g_autofree char *count =
      liaison_screen_printf (ngettext ("%u record, for planners only",
                                       "%u records, for planners only", redaction->n_records),
                             redaction->n_records);

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header),
                                   adw_window_title_new (_ ("What is withheld"), count));
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), make_list (redaction, &manner));
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("What is withheld"));
  gtk_window_set_default_size (GTK_WINDOW (window), 620, 560);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  liaison_close_on_escape (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
}
