/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/import-private.h"

#include "import/import-item.h"
#include "words/sentence.h"
#include "screen.h"

#include <glib/gi18n.h>

/* One cell to be corrected. */
typedef struct
{
  LiaisonImportWindow *window; /* borrowed */
  guint row;
  guint column;
  char *text; /* as it is now */
} Fix;

static void
fix_free (gpointer data)
{
  Fix *fix = data;

  g_free (fix->text);
  g_free (fix);
}

/* All cells of the column that say the same and are as wrong are corrected with it. */
static void
apply (const Fix *fix, const char *text)
{
  LiaisonImportWindow *self = fix->window;
  const guint n = liaison_import_preview_get_n_rows (self->preview);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonImportRow *row = liaison_import_preview_get_row (self->preview, i);

      for (guint p = 0; row->problems != NULL && p < row->problems->len; p++)
        {
          const LiaisonImportProblem *problem = row->problems->pdata[p];

          if (problem->column == (int) fix->column && row->row != G_MAXUINT && *fix->text != '\0'
              && g_str_equal (problem->text, fix->text))
            liaison_import_wishes_set_text (self->wishes, row->row, fix->column, text);
        }
    }
  liaison_import_wishes_set_text (self->wishes, fix->row, fix->column, text);
  self->fixing = TRUE;
  liaison_import_window_look (self, FALSE);
}

static void
activate_cb (GtkEntry *entry, const Fix *fix)
{
  apply (fix, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
apply_cb (GtkButton *button, GtkEntry *entry)
{
  g_signal_emit_by_name (entry, "activate");
}

static void
offer_cb (GtkButton *button, GtkEntry *entry)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), g_object_get_data (G_OBJECT (button), "offer"));
  g_signal_emit_by_name (entry, "activate");
}

static void
add_offers (GtkWidget *box, const LiaisonImportProblem *problem, GtkWidget *entry)
{
  for (guint i = 0; problem->offers != NULL && i < problem->offers->len; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (problem->offers->pdata[i]);

      g_object_set_data_full (G_OBJECT (button), "offer", g_strdup (problem->offers->pdata[i]),
                              g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (offer_cb), entry, 0);
      gtk_box_append (GTK_BOX (box), button);
    }
}

static guint
count_alike (LiaisonImportWindow *self, const LiaisonImportProblem *problem)
{
  guint n = 0;

  for (guint i = 0; i < liaison_import_preview_get_n_rows (self->preview); i++)
    {
      const LiaisonImportRow *row = liaison_import_preview_get_row (self->preview, i);

      for (guint p = 0; row->problems != NULL && p < row->problems->len; p++)
        {
          const LiaisonImportProblem *other = row->problems->pdata[p];

          n += other->column == problem->column && *problem->text != '\0'
               && g_str_equal (other->text, problem->text);
        }
    }
  return n;
}

static GtkWidget *
new_entry_line (LiaisonImportWindow *self,
                const LiaisonImportRow *row,
                const LiaisonImportProblem *problem)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry = gtk_entry_new (), *button = gtk_button_new_with_mnemonic (_ ("C_orrect"));
  g_autofree char *heading = liaison_import_window_dup_heading (self, problem->column);
  const guint alike = count_alike (self, problem);
  Fix *fix = g_new (Fix, 1);

  *fix = (Fix){ self, row->row, (guint) problem->column, g_strdup (problem->text) };
  gtk_editable_set_text (GTK_EDITABLE (entry), problem->text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 28);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  -1);
  g_signal_connect_data (entry, "activate", G_CALLBACK (activate_cb), fix,
                         (GClosureNotify) (gpointer) fix_free, 0);
  g_signal_connect_object (button, "clicked", G_CALLBACK (apply_cb), entry, 0);
  gtk_box_append (GTK_BOX (line), entry);
  gtk_box_append (GTK_BOX (line), button);
  add_offers (line, problem, entry);
  if (alike > 1)
    {
      g_autofree char *text = liaison_screen_printf (
          ngettext ("Corrects %u cell that says so.", "Corrects all %u cells that say so.", alike),
          alike);
      GtkWidget *label = gtk_label_new (text);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (line), label);
    }
  return line;
}

/* A label runs as its first letter does: the mark keeps a heading in Latin letters from turning a
 * sentence in Arabic round. */
static char *
make_sentence (LiaisonImportWindow *self, const LiaisonImportProblem *problem)
{
  const char *mark =
      gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? "\u200f" : "";
  g_autofree char *heading = liaison_import_window_dup_heading (self, problem->column);
  g_autofree char *isolated = liaison_words_isolate (heading);
  g_autofree char *told = NULL;

  if (problem->column < 0)
    return g_strconcat (mark, problem->message, NULL);
  /* Translators: The heading of a column and what is wrong in it. */
  told = g_strdup_printf (_ ("%1$s: %2$s"), isolated, problem->message);
  return g_strconcat (mark, told, NULL);
}

static void
add_problem (LiaisonImportWindow *self,
             const LiaisonImportRow *row,
             const LiaisonImportProblem *problem)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *text = make_sentence (self, problem);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  /* The height of what scrolls is taken from this, not from the width it is given. */
  gtk_label_set_max_width_chars (GTK_LABEL (label), 90);
  if (problem->severity == LIAISON_SEVERITY_ERROR)
    gtk_widget_add_css_class (label, "error");
  else if (problem->severity == LIAISON_SEVERITY_WARNING)
    gtk_widget_add_css_class (label, "warning");
  gtk_box_append (GTK_BOX (box), label);
  if (problem->column >= 0 && row->row != G_MAXUINT && problem->severity > LIAISON_SEVERITY_NOTE)
    gtk_box_append (GTK_BOX (box), new_entry_line (self, row, problem));
  gtk_box_append (self->fixes, box);
}

void
liaison_import_window_fill_fixes (LiaisonImportWindow *self)
{
  LiaisonImportItem *item = gtk_single_selection_get_selected_item (self->selection);
  const LiaisonImportRow *row = item != NULL ? liaison_import_item_get_row (item) : NULL;
  const gboolean any = row != NULL && row->problems != NULL && row->problems->len > 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->fixes))) != NULL)
    gtk_box_remove (self->fixes, child);
  for (guint i = 0; any && i < row->problems->len; i++)
    add_problem (self, row, row->problems->pdata[i]);
  gtk_widget_set_visible (self->fixes_place, any);
}
