/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/own-columns-dialog.h"

#include "record/kinds/exercise.h"
#include "record/order-key.h"
#include "record/own-column.h"
#include "shared/field-rows.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define COLUMNS LIAISON_FIELD (Exercise, columns)

/* The window; what it holds lives as long as it does. */
typedef struct
{
  LiaisonSession *session; /* owned */
  const LiaisonKind *kind;
  AdwEntryRow *heading; /* borrowed */
  AdwComboRow *type;    /* borrowed */
  LiaisonFormRow *list; /* borrowed */
} Dialog;

static void
dialog_free (gpointer data)
{
  Dialog *self = data;

  g_object_unref (self->session);
  g_free (self);
}

static const LiaisonBlock *
get_exercise (LiaisonSession *session)
{
  return liaison_record_get_block (
      liaison_document_get_exercise (liaison_session_get_document (session)));
}

static gboolean
is_taken (const LiaisonItems *items, const char *key)
{
  for (guint i = 0; i < liaison_items_get_size (items); i++)
    if (g_strcmp0 (LIAISON_DATA (OwnColumn, liaison_items_get (items, i))->key, key) == 0)
      return TRUE;
  return FALSE;
}

/* Small letters, digits and hyphens: "Safety boat" becomes "safety-boat". */
static char *
make_key (const LiaisonItems *items, const char *heading)
{
  g_autofree char *ascii = g_str_to_ascii (heading, "C");
  g_autoptr (GString) key = g_string_new (NULL);
  guint n = 2;

  for (const char *at = ascii; *at != '\0' && key->len < 40; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (key, g_ascii_tolower (*at));
    else if (key->len > 0 && key->str[key->len - 1] != '-' && *at != '?')
      g_string_append_c (key, '-');
  while (key->len > 0 && key->str[key->len - 1] == '-')
    g_string_truncate (key, key->len - 1);
  if (key->len == 0)
    g_string_assign (key, "column");
  g_autofree char *unique = g_strdup (key->str);
  while (is_taken (items, unique))
    {
      g_free (unique);
      unique = g_strdup_printf ("%s-%u", key->str, n++);
    }
  return g_steal_pointer (&unique);
}

static const char *
find_last_order (const LiaisonItems *items)
{
  const char *last = NULL;

  for (guint i = 0; i < liaison_items_get_size (items); i++)
    {
      const char *order = LIAISON_DATA (OwnColumn, liaison_items_get (items, i))->order;
      if (order != NULL && (last == NULL || strcmp (order, last) > 0))
        last = order;
    }
  return last;
}

gboolean
liaison_own_columns_add (LiaisonSession *session,
                         const LiaisonKind *kind,
                         const char *heading,
                         guint type)
{
  const LiaisonBlock *exercise = get_exercise (session);
  const LiaisonItems *items = LIAISON_DATA (Exercise, exercise)->columns;
  LiaisonId id = liaison_editor_new_id (liaison_session_get_editor (session));
  g_autoptr (LiaisonBlock) block = NULL;
  g_autofree char *plain = g_strstrip (g_strdup (heading));
  g_autofree char *key = make_key (items, plain);
  g_autofree char *order = liaison_order_key_between (find_last_order (items), NULL);
  LiaisonSlot slot = liaison_slot_item (exercise->id, COLUMNS, id);
  LiaisonOwnColumnData *data;
  LiaisonProposal *proposal;

  if (*plain == '\0' || type == LIAISON_COLUMN_TYPE_UNSET || type >= liaison_column_types.n)
    return FALSE;
  block = liaison_block_new (&liaison_own_column_shape, id);
  data = (LiaisonOwnColumnData *) block;
  data->key = g_ref_string_new (key);
  data->label = liaison_text_new (liaison_session_get_language (session), plain);
  data->table =
      (int) liaison_choices_find (&liaison_column_tables, kind->plural, strlen (kind->plural));
  data->type = (int) type;
  data->shown = TRUE;
  data->order = g_ref_string_new (order);
  proposal = liaison_proposal_new (N_ ("Add the column “{heading}”"));
  liaison_proposal_take_operand (proposal, liaison_operand_text ("heading", plain));
  liaison_proposal_take (proposal, &liaison_exercise_kind, &slot, liaison_value_block (block));
  return liaison_session_commit (session, proposal, NULL);
}

static void
add_cb (Dialog *self)
{
  if (liaison_own_columns_add (self->session, self->kind,
                               gtk_editable_get_text (GTK_EDITABLE (self->heading)),
                               adw_combo_row_get_selected (self->type) + 1))
    gtk_editable_set_text (GTK_EDITABLE (self->heading), "");
  else
    gtk_widget_error_bell (GTK_WIDGET (self->heading));
  gtk_widget_grab_focus (GTK_WIDGET (self->heading));
}

static GtkWidget *
new_group_new (Dialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *heading = adw_entry_row_new ();
  GtkWidget *type = adw_combo_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Add"));
  g_autoptr (GtkStringList) types = gtk_string_list_new (NULL);

  for (guint i = 1; i < liaison_column_types.n; i++)
    gtk_string_list_append (types, _ (liaison_column_types.choices[i].label));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("New Column"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (heading), _ ("Heading"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (type), _ ("Type"));
  adw_combo_row_set_model (ADW_COMBO_ROW (type), G_LIST_MODEL (types));
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_margin_top (button, 12);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), heading);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), type);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), button);
  self->heading = ADW_ENTRY_ROW (heading);
  self->type = ADW_COMBO_ROW (type);
  g_signal_connect_swapped (heading, "entry-activated", G_CALLBACK (add_cb), self);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (add_cb), self);
  return group;
}

/* The list of columns is a field of the exercise like others, with the form that such fields have.
 */
static GtkWidget *
list_group_new (Dialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  LiaisonId exercise = get_exercise (self->session)->id;
  g_autoptr (LiaisonFieldTarget) target =
      liaison_field_target_new (self->session, &liaison_exercise_kind, &exercise, 1);

  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("Columns that this exercise adds to its schedule and its list of injects. Only those "
         "visible to players are shown to them, or printed for them."));
  self->list = liaison_field_rows_create (target, COLUMNS);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->list));
  return group;
}

static void
document_changed_cb (GtkWidget *window)
{
  Dialog *self = g_object_get_data (G_OBJECT (window), "liaison-own-columns");
  liaison_form_row_refresh (self->list);
}

/* What was being written in a row goes into the plan before the row goes. */
static gboolean
close_cb (GtkWidget *window)
{
  Dialog *self = g_object_get_data (G_OBJECT (window), "liaison-own-columns");

  liaison_form_row_settle (self->list);
  return FALSE;
}

void
liaison_own_columns_dialog_present (GtkWindow *parent,
                                    LiaisonSession *session,
                                    const LiaisonKind *kind)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  Dialog *self = g_new0 (Dialog, 1);

  self->session = g_object_ref (session);
  self->kind = kind;
  g_object_set_data_full (G_OBJECT (window), "liaison-own-columns", self, dialog_free);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Own Columns"));
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 620);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (new_group_new (self)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (list_group_new (self)));
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
  g_signal_connect_object (liaison_session_get_document (session), "changed",
                           G_CALLBACK (document_changed_cb), window, G_CONNECT_SWAPPED);
  g_signal_connect (window, "close-request", G_CALLBACK (close_cb), NULL);
  gtk_window_present (GTK_WINDOW (window));
}
