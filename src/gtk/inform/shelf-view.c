/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "inform/shelf-view.h"

#include "record/kinds/precedent.h"
#include "words/sentence.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct
{
  LiaisonSession *session; /* owned */
  GtkBox *text;            /* borrowed */
  GtkWidget *link;
  const LiaisonCase *shown;
} Shelf;

static void
shelf_free (gpointer data)
{
  Shelf *self = data;

  g_object_unref (self->session);
  g_free (self);
}

/* The selected record that can have precedents, and where; NULL: none. */
static const LiaisonBlock *
find_target (LiaisonSession *session, guint *field)
{
  LiaisonRecord *record = liaison_selection_get_record (liaison_session_get_selection (session));
  const LiaisonBlock *block = record != NULL ? liaison_record_get_block (record) : NULL;
  const LiaisonField *found =
      block != NULL ? liaison_shape_find (block->shape, "precedents", field) : NULL;

  return found != NULL && found->items == &liaison_precedent_shape ? block : NULL;
}

static gboolean
has_case (const LiaisonBlock *block, guint field, const char *key)
{
  const LiaisonItems *items =
      *(LiaisonItems *const *) LIAISON_BLOCK_AT (block, &block->shape->fields[field]);

  for (guint i = 0; i < liaison_items_get_size (items); i++)
    if (g_strcmp0 (LIAISON_DATA (Precedent, liaison_items_get (items, i))->case_key, key) == 0)
      return TRUE;
  return FALSE;
}

gboolean
liaison_shelf_link (LiaisonSession *session, const LiaisonCase *chosen)
{
  guint field;
  const LiaisonBlock *block = find_target (session, &field);
  LiaisonId id = liaison_editor_new_id (liaison_session_get_editor (session));
  LiaisonProposal *proposal;

  if (block == NULL || has_case (block, field, chosen->key))
    return FALSE;
  g_autoptr (LiaisonBlock) item = liaison_block_new (&liaison_precedent_shape, id);
  LiaisonPrecedentData *data = (LiaisonPrecedentData *) item;
  LiaisonSlot slot = liaison_slot_item (block->id, field, id);
  data->case_key = g_ref_string_new (chosen->key);
  data->title = liaison_text_ref (chosen->title);
  if (chosen->lessons->len > 0)
    data->lesson = liaison_text_ref (chosen->lessons->pdata[0]);
  data->source = g_ref_string_new (chosen->sources->pdata[0]);
  proposal = liaison_proposal_new (N_ ("Link a precedent to {record}"));
  liaison_proposal_take_operand (proposal, liaison_operand_record ("record", block->id));
  liaison_proposal_take (proposal, liaison_kind_for_shape (block->shape), &slot,
                         liaison_value_block (item));
  return liaison_session_commit (session, proposal, _ ("Precedent linked"));
}

static GtkWidget *
label_new (const char *text, const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  return label;
}

static void
add (Shelf *self, const char *text, const char *css)
{
  gtk_box_append (self->text, label_new (text, css));
}

static void
add_item (Shelf *self, const char *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *bullet = gtk_label_new ("•"), *label = label_new (text, NULL);

  gtk_widget_set_valign (bullet, GTK_ALIGN_START);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), bullet);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (self->text, row);
}

/* What can be done depends on what is selected elsewhere. */
static void
update_link (Shelf *self)
{
  guint field = 0;
  const LiaisonBlock *block = find_target (self->session, &field);
  gboolean linked =
      block != NULL && self->shown != NULL && has_case (block, field, self->shown->key);
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autofree char *name =
      block != NULL ? liaison_manner_tell_block_name (&manner, block) : g_strdup ("");
  g_autofree char *text = liaison_words_format (
      manner.words,
      block == NULL
          ? N_ ("Select an observation or an agreement to link this case to it as a precedent.")
      : linked ? N_ ("Linked as a precedent to “{record}”.")
               : N_ ("Link as a precedent to “{record}”"),
      liaison_operand_text ("record", name));
  g_autofree char *plain = liaison_words_dup_without_isolates (text);

  gtk_widget_set_sensitive (self->link, block != NULL && !linked);
  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->link))), plain);
}

static void
show (Shelf *self, const LiaisonCase *chosen)
{
  const char *language = liaison_session_get_language (self->session);
  GtkWidget *child;

  self->shown = chosen;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->text))) != NULL)
    gtk_box_remove (self->text, child);
  add (self, liaison_text_pick (chosen->title, language, NULL), "title-2");
  add (self, chosen->period, "dim-label");
  add (self, liaison_text_pick (chosen->setting, language, NULL), NULL);
  add (self, _ ("How the Nations Worked Together"), "heading");
  add (self, liaison_text_pick (chosen->liaison, language, NULL), NULL);
  add (self, _ ("What It Teaches"), "heading");
  for (guint i = 0; i < chosen->lessons->len; i++)
    add_item (self, liaison_text_pick (chosen->lessons->pdata[i], language, NULL));
  add (self, _ ("Sources"), "heading");
  for (guint i = 0; i < chosen->sources->len; i++)
    add_item (self, chosen->sources->pdata[i]);
  update_link (self);
}

static void
selected_cb (GtkListBox *list, GtkListBoxRow *row, Shelf *self)
{
  guint n;
  const LiaisonCase *const *cases = liaison_case_shelf_get (&n);
  int place = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  if (place >= 0 && (guint) place < n)
    show (self, cases[place]);
}

static void
link_cb (Shelf *self)
{
  if (self->shown != NULL && !liaison_shelf_link (self->session, self->shown))
    gtk_widget_error_bell (self->link);
  update_link (self);
}

static GtkWidget *
list_new (Shelf *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *list = gtk_list_box_new ();
  const char *language = liaison_session_get_language (self->session);
  guint n;
  const LiaisonCase *const *cases = liaison_case_shelf_get (&n);

  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Case studies"), -1);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
      GtkWidget *title = gtk_label_new (liaison_text_pick (cases[i]->title, language, NULL));
      GtkWidget *period = gtk_label_new (cases[i]->period);
      gtk_label_set_wrap (GTK_LABEL (title), TRUE);
      gtk_label_set_xalign (GTK_LABEL (title), 0);
      gtk_label_set_xalign (GTK_LABEL (period), 0);
      gtk_widget_add_css_class (period, "dim-label");
      gtk_widget_add_css_class (period, "caption");
      gtk_widget_set_margin_top (row, 6);
      gtk_widget_set_margin_bottom (row, 6);
      gtk_box_append (GTK_BOX (row), title);
      gtk_box_append (GTK_BOX (row), period);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  g_signal_connect (list, "row-selected", G_CALLBACK (selected_cb), self);
  gtk_list_box_select_row (GTK_LIST_BOX (list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_widget_set_size_request (scrolled, 200, -1);
  return scrolled;
}

static GtkWidget *
text_new (Shelf *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *label = gtk_label_new (NULL);

  self->text = GTK_BOX (text);
  self->link = gtk_button_new ();
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_button_set_child (GTK_BUTTON (self->link), label);
  gtk_widget_set_halign (self->link, GTK_ALIGN_START);
  g_signal_connect_swapped (self->link, "clicked", G_CALLBACK (link_cb), self);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), self->link);
  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  gtk_widget_set_margin_top (box, 24);
  gtk_widget_set_margin_bottom (box, 24);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 720);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

static void
update_link_cb (GtkWidget *paned)
{
  update_link (g_object_get_data (G_OBJECT (paned), "liaison-shelf"));
}

GtkWidget *
liaison_shelf_view_new (LiaisonSession *session)
{
  Shelf *self = g_new0 (Shelf, 1);
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);

  self->session = g_object_ref (session);
  g_object_set_data_full (G_OBJECT (paned), "liaison-shelf", self, shelf_free);
  gtk_paned_set_end_child (GTK_PANED (paned), text_new (self));
  gtk_paned_set_start_child (GTK_PANED (paned), list_new (self));
  gtk_paned_set_resize_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_position (GTK_PANED (paned), 230);
  g_signal_connect_object (liaison_session_get_selection (session), "changed",
                           G_CALLBACK (update_link_cb), paned, G_CONNECT_SWAPPED);
  return paned;
}
