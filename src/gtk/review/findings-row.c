/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/findings-row.h"

#include "finding-item.h"
#include "review/finding-edits.h"
#include "screen.h"

#include <glib/gi18n.h>

/* What the rows of one list are made with. */
typedef struct
{
  LiaisonSession *session; /* owned */
  GCallback fix, accept;
  gpointer owner; /* borrowed; outlives the list */
} Maker;

static GtkWidget *
label_new (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
button_new (const Maker *self, GtkListItem *item, GCallback callback)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "liaison-item", item);
  g_signal_connect_object (button, "clicked", callback, self->owner, 0);
  return button;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const Maker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *accept = button_new (self, item, self->accept);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), label_new (NULL));
  gtk_box_append (GTK_BOX (texts), label_new ("caption"));
  gtk_widget_add_css_class (gtk_widget_get_last_child (texts), "dim-label");
  gtk_box_append (GTK_BOX (box), liaison_severity_icon_new (LIAISON_SEVERITY_NOTE));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), button_new (self, item, self->fix));
  gtk_button_set_label (GTK_BUTTON (accept), _ ("Accept…"));
  gtk_widget_add_css_class (accept, "flat");
  gtk_box_append (GTK_BOX (box), accept);
  gtk_widget_add_css_class (box, "finding");
  gtk_list_item_set_child (item, box);
}

/* Names can be long: the label goes on in a second line. */
static void
set_label (GtkWidget *button, const char *text)
{
  GtkWidget *label;

  gtk_button_set_label (GTK_BUTTON (button), text);
  label = gtk_button_get_child (GTK_BUTTON (button));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
}

/* How many of a heading's findings have a fix, as far as that matters. */
static guint
count_fixes (LiaisonSession *session, const GPtrArray *findings)
{
  guint n = 0;

  for (guint i = 0; i < findings->len && n < 2; i++)
    n += liaison_session_mend (session, findings->pdata[i])->fix != NULL;
  return n;
}

static void
bind_heading (const Maker *self, LiaisonReviewRow *row, GtkWidget *texts, GtkWidget *fix, GtkWidget *accept, gboolean writable)
{
  const LiaisonRule *rule = liaison_review_row_get_rule (row);
  const GPtrArray *findings = liaison_review_row_get_findings (row);
  /* Translators: The title of a rule and how often it found something: “Overdue tests (3)” */
  g_autofree char *title = liaison_screen_printf (_ ("%s (%u)"), _ (rule->title), findings->len);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (texts)), title);
  gtk_widget_add_css_class (gtk_widget_get_first_child (texts), "heading");
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (texts)), _ (rule->explanation));
  gtk_widget_set_visible (gtk_widget_get_last_child (texts), TRUE);
  gtk_widget_set_visible (fix, writable && count_fixes (self->session, findings) > 1);
  gtk_button_set_label (GTK_BUTTON (fix), _ ("Fix All…"));
  gtk_widget_set_visible (accept, writable && findings->len > 1);
  gtk_button_set_label (GTK_BUTTON (accept), _ ("Accept All…"));
}

static void
bind_finding (const Maker *self, LiaisonFinding *finding, GtkWidget *texts, GtkWidget *fix, GtkWidget *accept)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autofree char *sentence = liaison_manner_tell_finding (&manner, finding);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (texts)), sentence);
  gtk_widget_remove_css_class (gtk_widget_get_first_child (texts), "heading");
  gtk_widget_set_visible (gtk_widget_get_last_child (texts), FALSE);
  gtk_widget_set_visible (fix, liaison_finding_can_fix (self->session, finding));
  gtk_widget_set_visible (accept, TRUE);
  gtk_button_set_label (GTK_BUTTON (accept), _ ("Accept…"));
  finding = liaison_session_mend (self->session, finding);
  if (finding->fix == NULL)
    return;
  g_autofree char *label = liaison_manner_tell_sentence (&manner, finding->fix_label, finding->operands);
  set_label (fix, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const Maker *self)
{
  LiaisonReviewRow *row = gtk_list_item_get_item (item);
  LiaisonFinding *finding = liaison_review_row_get_finding (row);
  GtkWidget *icon = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *texts = gtk_widget_get_next_sibling (icon), *fix = gtk_widget_get_next_sibling (texts);
  GtkWidget *accept = gtk_widget_get_next_sibling (fix);
  gboolean writable = !liaison_editor_get_read_only (liaison_session_get_editor (self->session));

  gtk_widget_set_visible (icon, finding != NULL);
  gtk_list_item_set_activatable (item, finding != NULL);
  if (finding == NULL)
    {
      bind_heading (self, row, texts, fix, accept, writable);
      return;
    }
  liaison_severity_icon_set (icon, finding->severity);
  bind_finding (self, finding, texts, fix, accept);
  gtk_widget_set_visible (accept, writable);
}

static void
maker_free (gpointer data, GClosure *closure)
{
  Maker *self = data;

  g_clear_object (&self->session);
  g_clear_pointer (&self, g_free);
}

GtkListItemFactory *
liaison_findings_row_factory_new (LiaisonSession *session,
                                  GCallback fix,
                                  GCallback accept,
                                  gpointer owner)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Maker *maker = g_new (Maker, 1);

  *maker = (Maker){ g_object_ref (session), fix, accept, owner };
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), maker, maker_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), maker);
  return factory;
}

LiaisonReviewRow *
liaison_findings_row_get (GtkWidget *button)
{
  return gtk_list_item_get_item (g_object_get_data (G_OBJECT (button), "liaison-item"));
}
