/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "briefings/card-row.h"

#include "brief/card.h"
#include "words/sentence.h"
#include "screen.h"

#include <glib/gi18n.h>

#define NATION_KEY "liaison-nation"

/* "Proposed · 3 of 10 approved · 4 not translated" */
static char *
tell (const LiaisonManner *manner, const LiaisonBlock *block, const char *language)
{
  g_autoptr (LiaisonCard) card = NULL;
  GString *told = g_string_new (NULL);
  guint n;

  if (block == NULL)
    {
      g_string_append (told, _ ("No card"));
      return g_string_free (told, FALSE);
    }
  card = liaison_card_new (block, language, 0);
  n = card->lines->len;
  if (n == 0)
    g_string_append (told, _ ("Nothing answered yet"));
  else if (card->n_approved >= n)
    g_string_append (told, _ ("All approved"));
  else
    {
      g_autofree char *approved = liaison_words_format (
          manner->words,
          /* Translators: of the statements of a card: “3 of 10 approved” */
          N_ ("{n} of {all} approved"), liaison_operand_integer ("n", card->n_approved),
          liaison_operand_integer ("all", n));
      g_string_append (told, approved);
    }
  if (card->n_untranslated > 0)
    {
      g_autofree char *left = liaison_words_format_plural (
          manner->words, "{n} not translated", "{n} not translated", card->n_untranslated,
          liaison_operand_integer ("n", card->n_untranslated));
      g_string_append_printf (told, "%s%s", liaison_screen_separator (), left);
    }
  return g_string_free (told, FALSE);
}

GtkWidget *
liaison_card_row_new (const LiaisonManner *manner,
                      const char *nation,
                      const char *name,
                      const LiaisonBlock *card,
                      const char *language)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (name);
  g_autofree char *told = tell (manner, card, language);
  GtkWidget *state = gtk_label_new (told);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", name, told);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (GTK_LABEL (state), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (state), TRUE);
  gtk_widget_add_css_class (state, "caption");
  gtk_widget_add_css_class (state, "dim-label");
  gtk_widget_set_margin_top (box, 4);
  gtk_widget_set_margin_bottom (box, 4);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), state);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data (G_OBJECT (row), NATION_KEY, (gpointer) nation);
  return row;
}

const char *
liaison_card_row_get_nation (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), NATION_KEY);
}
