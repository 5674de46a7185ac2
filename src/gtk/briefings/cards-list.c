/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of nations beside their cards. */
#include "config.h"

#include "briefings/cards-page-private.h"

#include "briefings/card-row.h"

#include "brief/card.h"
#include "record/kinds/nation.h"
#include "words/names.h"
#include "words/search.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
holds_words (LiaisonCardsPage *self, const char *name, const LiaisonBlock *card)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autofree char *folded = liaison_words_fold (name);
  g_autofree char *text = card != NULL ? liaison_manner_get_search_text (&manner, card) : NULL;

  return self->folded == NULL || strstr (folded, self->folded) != NULL
         || (text != NULL && strstr (text, self->folded) != NULL);
}

/* In the order of the drop-down. */
static gboolean
passes (LiaisonCardsPage *self, const LiaisonBlock *block)
{
  guint chosen = gtk_drop_down_get_selected (self->filter);
  g_autoptr (LiaisonCard) card =
      block != NULL ? liaison_card_new (block, liaison_cards_page_get_language (self), 0) : NULL;

  switch (chosen)
    {
    case 1:
      return card != NULL && card->n_approved < card->lines->len;
    case 2:
      return card != NULL && card->n_untranslated > 0;
    case 3:
      return card != NULL && card->n_unsourced > 0;
    case 4:
      return card == NULL;
    default:
      return TRUE;
    }
}

/* Nations, and others that have a card. */
static GPtrArray *
list_codes (LiaisonCardsPage *self)
{
  LiaisonDocument *document = liaison_session_get_document (self->session);
  LiaisonTable *nations = liaison_document_get_table (document, LIAISON_KIND_NATION);
  LiaisonTable *cards = liaison_document_get_table (document, LIAISON_KIND_BRIEFING);
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; i < liaison_table_get_size (nations); i++)
    {
      const LiaisonNationData *nation =
          LIAISON_DATA (Nation, liaison_record_get_block (liaison_table_get (nations, i)));

      if (nation->code != NULL
          && (nation->type != LIAISON_NATION_TYPE_ORGANISATION
              || liaison_cards_page_find_card (self, nation->code) != NULL))
        g_ptr_array_add (codes, (gpointer) nation->code);
    }
  for (guint i = 0; i < liaison_table_get_size (cards); i++)
    {
      const char *code =
          LIAISON_DATA (Briefing, liaison_record_get_block (liaison_table_get (cards, i)))->nation;

      if (code != NULL && !g_ptr_array_find (codes, code, NULL))
        g_ptr_array_add (codes, (gpointer) code);
    }
  return codes;
}

static int
compare_codes (gconstpointer a, gconstpointer b, gpointer data)
{
  LiaisonManner manner = liaison_session_get_manner (data);
  g_autofree char *left = liaison_manner_tell_nation (&manner, *(const char *const *) a);
  g_autofree char *right = liaison_manner_tell_nation (&manner, *(const char *const *) b);

  return liaison_words_compare (manner.words, left, right);
}

static void
select_row (LiaisonCardsPage *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_strcmp0 (liaison_card_row_get_nation (GTK_WIDGET (row)), self->nation) == 0)
      {
        gtk_list_box_select_row (self->list, row);
        return;
      }
  gtk_list_box_unselect_all (self->list);
}

void
liaison_cards_list_fill (LiaisonCardsPage *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autoptr (GPtrArray) codes = list_codes (self);
  GtkWidget *child;

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL
         && GTK_IS_LIST_BOX_ROW (child))
    gtk_list_box_remove (self->list, child);
  g_ptr_array_sort_with_data (codes, compare_codes, self->session);
  for (guint i = 0; i < codes->len; i++)
    {
      const LiaisonBlock *card = liaison_cards_page_find_card (self, codes->pdata[i]);
      g_autofree char *name = liaison_manner_tell_nation (&manner, codes->pdata[i]);

      if (holds_words (self, name, card) && passes (self, card))
        gtk_list_box_append (self->list,
                             liaison_card_row_new (&manner, codes->pdata[i], name, card,
                                                   liaison_cards_page_get_language (self)));
    }
  if (self->nation == NULL && codes->len > 0)
    self->nation = codes->pdata[0];
  select_row (self);
  self->filling = FALSE;
}

static void
search_cb (LiaisonCardsPage *self)
{
  g_autofree char *folded =
      liaison_words_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  g_clear_pointer (&self->folded, g_free);
  if (*folded != '\0')
    self->folded = g_steal_pointer (&folded);
  liaison_cards_list_fill (self);
}

GtkWidget *
liaison_cards_list_new (LiaisonCardsPage *self, GCallback chosen, GCallback refiltered)
{
  const char *const filters[] = { _ ("All cards"),      _ ("Not yet approved"),
                                  _ ("Not translated"), _ ("Without a source"),
                                  _ ("Without a card"), NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *empty = gtk_label_new (_ ("No card fits."));

  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  self->filter = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (filters));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  g_object_set (self->search, "placeholder-text", _ ("Search cards"), NULL);
  gtk_widget_add_css_class (empty, "dim-label");
  gtk_list_box_set_placeholder (self->list, empty);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Briefing cards"), -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->filter), _ ("Which cards are listed"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_size_request (box, 210, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->filter));
  gtk_box_append (GTK_BOX (box), scroller);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_cb), self);
  g_signal_connect_swapped (self->filter, "notify::selected", refiltered, self);
  g_signal_connect_swapped (self->list, "row-selected", chosen, self);
  return box;
}
