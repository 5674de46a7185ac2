/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "inspector/finding-list.h"

#include "finding-item.h"
#include "review/finding-edits.h"
#include "screen.h"

#include <glib/gi18n.h>

/* More than these are counted; Review shows all. */
#define MAX_SHOWN 20

struct _LiaisonFindingList
{
  AdwPreferencesGroup parent_instance;

  /* Owned */
  LiaisonSession *session;
  GPtrArray *shown; /* of LiaisonFindingItem */

  /* Borrowed, child */
  GtkListBox *list;

  LiaisonId record;
  guint idle;
};

G_DEFINE_FINAL_TYPE (LiaisonFindingList, liaison_finding_list, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_FIELD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
concerns (const LiaisonFinding *finding, LiaisonId record)
{
  for (guint i = 0; i < finding->n_records; i++)
    if (liaison_id_same (finding->records[i], record))
      return TRUE;
  return FALSE;
}

/* Those open first, then those accepted. */
static GPtrArray *
collect (LiaisonFindingList *self)
{
  GListModel *lists[] = { liaison_session_get_findings (self->session), liaison_session_get_accepted (self->session) };
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint list = 0; list < G_N_ELEMENTS (lists) && !liaison_id_is_zero (self->record); list++)
    for (guint i = 0; i < g_list_model_get_n_items (lists[list]); i++)
      {
        g_autoptr (LiaisonFindingItem) item = g_list_model_get_item (lists[list], i);
        if (concerns (liaison_finding_item_get_finding (item), self->record))
          g_ptr_array_add (found, g_steal_pointer (&item));
      }
  return found;
}

static void
fix_clicked_cb (GtkWidget *button, LiaisonFindingList *self)
{
  liaison_finding_fix (self->session, g_object_get_data (G_OBJECT (button), "finding"));
}

static void
accept_clicked_cb (GtkWidget *button, LiaisonFindingList *self)
{
  LiaisonFinding *finding = g_object_get_data (G_OBJECT (button), "finding");

  liaison_findings_ask_to_accept (GTK_WINDOW (gtk_widget_get_root (button)), self->session, &finding, 1);
}

static void
end_clicked_cb (GtkWidget *button, LiaisonFindingList *self)
{
  liaison_finding_end_acceptance (self->session, g_object_get_data (G_OBJECT (button), "acceptance"));
}

static GtkWidget *
make_button (LiaisonFindingList *self, LiaisonFinding *finding, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new (), *text = gtk_label_new (label);

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), text);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_sensitive (button, !liaison_editor_get_read_only (liaison_session_get_editor (self->session)));
  g_object_set_data_full (G_OBJECT (button), "finding", liaison_finding_ref (finding), (GDestroyNotify) liaison_finding_unref);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  return button;
}

/* What can be done about it: the fix, and accepting it or taking that back. */
static GtkWidget *
make_buttons (LiaisonFindingList *self, LiaisonFinding *finding, const LiaisonBlock *acceptance)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *accept;

  const LiaisonFinding *mended = liaison_session_mend (self->session, finding);
  if (mended->fix != NULL && acceptance == NULL)
    {
      g_autofree char *label = liaison_manner_tell_sentence (&manner, mended->fix_label, mended->operands);
      gtk_box_append (GTK_BOX (box), make_button (self, finding, label, G_CALLBACK (fix_clicked_cb)));
    }
  accept = acceptance == NULL ? make_button (self, finding, _ ("Accept…"), G_CALLBACK (accept_clicked_cb))
                              : make_button (self, finding, _ ("Take Back"), G_CALLBACK (end_clicked_cb));
  if (acceptance != NULL)
    g_object_set_data_full (G_OBJECT (accept), "acceptance", liaison_block_ref (acceptance),
                            (GDestroyNotify) liaison_block_unref);
  gtk_widget_add_css_class (accept, "flat");
  gtk_box_append (GTK_BOX (box), accept);
  return box;
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

/* Who accepted it and why. */
static GtkWidget *
make_acceptance (LiaisonFindingList *self, const LiaisonBlock *acceptance)
{
  g_autofree char *told = liaison_finding_tell_acceptance (self->session, acceptance);
  GtkWidget *label = make_label (told);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  return label;
}

static GtkWidget *
make_row (LiaisonFindingList *self, LiaisonFindingItem *item)
{
  LiaisonFinding *finding = liaison_finding_item_get_finding (item);
  const LiaisonBlock *acceptance = liaison_finding_item_get_acceptance (item);
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autofree char *sentence = liaison_manner_tell_finding (&manner, finding);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (column), make_label (sentence));
  if (acceptance != NULL)
    gtk_box_append (GTK_BOX (column), make_acceptance (self, acceptance));
  gtk_box_append (GTK_BOX (column), make_buttons (self, finding, acceptance));
  GtkWidget *icon = liaison_severity_icon_new (finding->severity);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), column);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), finding->field != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  g_object_set_data (G_OBJECT (row), "field", (gpointer) finding->field);
  return row;
}

static void
row_activated_cb (LiaisonFindingList *self, GtkListBoxRow *row)
{
  const char *field = g_object_get_data (G_OBJECT (row), "field");

  if (field != NULL)
    g_signal_emit (self, signals[SIGNAL_FIELD], 0, field);
}

static gboolean
same_findings (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const LiaisonFinding *one = liaison_finding_item_get_finding (a->pdata[i]);
      const LiaisonFinding *two = liaison_finding_item_get_finding (b->pdata[i]);
      if (one->severity != two->severity || !liaison_finding_equal (one, two)
          || liaison_finding_item_get_acceptance (a->pdata[i]) != liaison_finding_item_get_acceptance (b->pdata[i]))
        return FALSE;
    }
  return TRUE;
}

static void
rebuild (LiaisonFindingList *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < MIN (self->shown->len, MAX_SHOWN); i++)
    gtk_list_box_append (self->list, make_row (self, self->shown->pdata[i]));

  guint more = self->shown->len > MAX_SHOWN ? self->shown->len - MAX_SHOWN : 0;
  g_autofree char *text =
      more > 0 ? liaison_screen_printf (ngettext ("and %u more", "and %u more", more), more) : NULL;
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), text);
  gtk_widget_set_visible (GTK_WIDGET (self), self->shown->len > 0);
}

static void
update (LiaisonFindingList *self, gboolean again)
{
  GPtrArray *found = collect (self);
  gboolean same = !again && same_findings (self->shown, found);

  g_ptr_array_unref (self->shown);
  self->shown = found;
  if (!same)
    rebuild (self);
}

static gboolean
idle_cb (gpointer data)
{
  LiaisonFindingList *self = data;

  self->idle = 0;
  update (self, FALSE);
  return G_SOURCE_REMOVE;
}

/* A review changes many findings one after the other. */
static void
findings_changed_cb (LiaisonFindingList *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (idle_cb, self);
}

static void
manner_changed_cb (LiaisonFindingList *self)
{
  update (self, TRUE);
}

static void
liaison_finding_list_dispose (GObject *object)
{
  LiaisonFindingList *self = LIAISON_FINDING_LIST (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_finding_list_parent_class)->dispose (object);
}

static void
liaison_finding_list_finalize (GObject *object)
{
  g_ptr_array_unref (LIAISON_FINDING_LIST (object)->shown);

  G_OBJECT_CLASS (liaison_finding_list_parent_class)->finalize (object);
}

static void
liaison_finding_list_class_init (LiaisonFindingListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = liaison_finding_list_dispose;
  object_class->finalize = liaison_finding_list_finalize;
  signals[SIGNAL_FIELD] = g_signal_new ("field", LIAISON_TYPE_FINDING_LIST, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
liaison_finding_list_init (LiaisonFindingList *self)
{
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Findings"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->list));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
liaison_finding_list_set_session (LiaisonFindingList *self, LiaisonSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (liaison_session_get_findings (session), "items-changed",
                           G_CALLBACK (findings_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (liaison_session_get_accepted (session), "items-changed",
                           G_CALLBACK (findings_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "manner-changed", G_CALLBACK (manner_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
liaison_finding_list_set_record (LiaisonFindingList *self, LiaisonId record)
{
  self->record = record;
  update (self, FALSE);
}
