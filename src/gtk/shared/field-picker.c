/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/field-picker.h"

#include "shared/field-popover.h"
#include "screen.h"

#include <glib/gi18n.h>

/* More members than these are counted, and seen in the list. */
#define MAX_SHOWN 12

typedef struct
{
  char *name;
  gconstpointer key;
  LiaisonId record;
} Member;

typedef struct
{
  /* Owned */
  GArray *members; /* of Member: those shown */
  GArray *coming;  /* while they are being told */
  GtkWidget *popover;

  /* Borrowed, children */
  GtkWidget *box;
  GtkWidget
      *clear; /* NULL: members have their own buttons, or the list has an item for “not set” */
} LiaisonFieldPickerPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LiaisonFieldPicker,
                                     liaison_field_picker,
                                     LIAISON_TYPE_FORM_ROW)

#define PRIVATE(self)                                                                              \
  ((LiaisonFieldPickerPrivate *) liaison_field_picker_get_instance_private (                       \
      LIAISON_FIELD_PICKER (self)))

static void
clear_member (gpointer data)
{
  g_clear_pointer (&((Member *) data)->name, g_free);
}

static GArray *
new_members (void)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (Member));
  g_array_set_clear_func (members, clear_member);
  return members;
}

static gboolean
same_members (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const Member *one = &g_array_index (a, Member, i);
      const Member *other = &g_array_index (b, Member, i);
      if (one->key != other->key || !liaison_id_same (one->record, other->record)
          || g_strcmp0 (one->name, other->name) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
go_cb (GtkWidget *button, LiaisonFieldPicker *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "member"));
  LiaisonSession *session = liaison_form_row_get_session (LIAISON_FORM_ROW (self));

  liaison_selection_set_one (liaison_session_get_selection (session),
                             g_array_index (PRIVATE (self)->members, Member, index).record);
}

static void
remove_cb (GtkWidget *button, LiaisonFieldPicker *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "member"));

  const Member *member = &g_array_index (PRIVATE (self)->members, Member, index);

  LIAISON_FIELD_PICKER_GET_CLASS (self)->remove (self, member->key, member->record);
  liaison_form_row_refresh (LIAISON_FORM_ROW (self));
}

static void
clear_cb (LiaisonFieldPicker *self)
{
  liaison_field_picker_set (self, (LiaisonValue) LIAISON_VALUE_INIT);
  liaison_form_row_refresh (LIAISON_FORM_ROW (self));
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static GtkWidget *
make_link (LiaisonFieldPicker *self, const Member *member, guint index)
{
  GtkWidget *button = gtk_button_new ();
  /* Translators: %s is the name of a record */
  g_autofree char *tooltip = g_strdup_printf (_ ("Go to “%s”"), member->name);

  GtkWidget *label = make_label (member->name);

  gtk_widget_add_css_class (label, "accent");
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_add_css_class (button, "field-link");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_tooltip_text (button, tooltip);
  g_object_set_data (G_OBJECT (button), "member", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", G_CALLBACK (go_cb), self, 0);
  return button;
}

/* What is referred to may have been removed. */
static gboolean
is_there (LiaisonFieldPicker *self, LiaisonId record)
{
  LiaisonSession *session = liaison_form_row_get_session (LIAISON_FORM_ROW (self));
  return liaison_document_find (liaison_session_get_document (session), record) != NULL;
}

static GtkWidget *
make_member (LiaisonFieldPicker *self, const Member *member, guint index)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* Translators: %s is the name of a record, a nation or a value */
  g_autofree char *tooltip = g_strdup_printf (_ ("Remove “%s”"), member->name);

  gtk_box_append (GTK_BOX (box), is_there (self, member->record) ? make_link (self, member, index)
                                                                 : make_label (member->name));
  if (LIAISON_FIELD_PICKER_GET_CLASS (self)->several)
    {
      GtkWidget *button = liaison_form_row_new_button ("window-close-symbolic", tooltip);
      gtk_widget_add_css_class (button, "field-remove");
      gtk_widget_add_css_class (button, "dim-label");
      g_object_set_data (G_OBJECT (button), "member", GUINT_TO_POINTER (index));
      g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, 0);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
add_dim (GtkWidget *box, const char *text)
{
  GtkWidget *label = make_label (text);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
}

static void
rebuild (LiaisonFieldPicker *self, gboolean agree)
{
  LiaisonFieldPickerPrivate *priv = PRIVATE (self);
  guint n = priv->members->len;

  clear_box (priv->box);
  for (guint i = 0; i < MIN (n, MAX_SHOWN); i++)
    gtk_box_append (GTK_BOX (priv->box),
                    make_member (self, &g_array_index (priv->members, Member, i), i));
  if (n > MAX_SHOWN)
    {
      g_autofree char *more = liaison_screen_printf (
          ngettext ("and %u more", "and %u more", n - MAX_SHOWN), n - MAX_SHOWN);
      add_dim (priv->box, more);
    }
  if (!agree)
    add_dim (priv->box, liaison_form_row_tell_several ());
  else if (n == 0)
    add_dim (priv->box, _ ("Not set"));
}

static void
liaison_field_picker_refresh (LiaisonFormRow *row)
{
  LiaisonFieldPickerPrivate *priv = PRIVATE (row);
  LiaisonFieldPicker *self = LIAISON_FIELD_PICKER (row);
  gboolean agree = liaison_field_target_agrees (liaison_form_row_get_target (row),
                                                liaison_form_row_get_index (row));

  priv->coming = new_members ();
  if (agree)
    LIAISON_FIELD_PICKER_GET_CLASS (self)->show_members (self);
  gboolean same = agree && priv->coming->len > 0 && same_members (priv->members, priv->coming);
  g_array_unref (priv->members);
  priv->members = g_steal_pointer (&priv->coming);
  if (!same)
    rebuild (self, agree);
  if (priv->clear != NULL)
    gtk_widget_set_visible (priv->clear, liaison_form_row_is_set (row));
  if (priv->popover != NULL)
    liaison_field_popover_refresh (LIAISON_FIELD_POPOVER (priv->popover));
}

static char *
tell_cb (gpointer item, gpointer owner)
{
  return LIAISON_FIELD_PICKER_GET_CLASS (owner)->tell (owner, item);
}

static char *
tell_detail_cb (gpointer item, gpointer owner)
{
  LiaisonFieldPickerClass *klass = LIAISON_FIELD_PICKER_GET_CLASS (owner);
  return klass->tell_detail != NULL ? klass->tell_detail (owner, item) : NULL;
}

static gboolean
is_chosen_cb (gpointer item, gpointer owner)
{
  return LIAISON_FIELD_PICKER_GET_CLASS (owner)->is_chosen (owner, item);
}

static void
choose_cb (gpointer item, gpointer owner)
{
  LIAISON_FIELD_PICKER_GET_CLASS (owner)->choose (owner, item);
  liaison_form_row_refresh (LIAISON_FORM_ROW (owner));
}

static const LiaisonFieldPopoverFuncs popover_funcs = { tell_cb, tell_detail_cb, is_chosen_cb,
                                                        choose_cb };

static void
closed_cb (LiaisonFieldPicker *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
liaison_field_picker_activated (LiaisonFormRow *row)
{
  LiaisonFieldPickerPrivate *priv = PRIVATE (row);
  LiaisonFieldPickerClass *klass = LIAISON_FIELD_PICKER_GET_CLASS (row);

  if (priv->popover == NULL)
    {
      priv->popover = GTK_WIDGET (liaison_field_popover_new (
          klass->create_model (LIAISON_FIELD_PICKER (row)), &popover_funcs, row,
          liaison_form_row_get_label (row), klass->several));
      gtk_widget_set_parent (priv->popover, GTK_WIDGET (row));
      g_signal_connect_object (priv->popover, "closed", G_CALLBACK (closed_cb), row,
                               G_CONNECT_SWAPPED);
    }
  liaison_field_popover_open (LIAISON_FIELD_POPOVER (priv->popover));
}

static void
add_clear (LiaisonFormRow *row)
{
  /* Translators: %s is the label of a field such as “Site” */
  g_autofree char *tooltip = g_strdup_printf (_ ("Clear: %s"), liaison_form_row_get_label (row));
  GtkWidget *button = liaison_form_row_new_button ("window-close-symbolic", tooltip);

  PRIVATE (row)->clear = button;
  gtk_widget_add_css_class (button, "dim-label");
  g_signal_connect_object (button, "clicked", G_CALLBACK (clear_cb), row, G_CONNECT_SWAPPED);
  liaison_form_row_add_suffix (row, button);
}

static void
liaison_field_picker_build (LiaisonFormRow *row)
{
  LiaisonFieldPickerPrivate *priv = PRIVATE (row);
  LiaisonFieldPickerClass *klass = LIAISON_FIELD_PICKER_GET_CLASS (row);
  GtkWidget *arrow = gtk_image_new_from_icon_name (
      LIAISON_FIELD_PICKER_GET_CLASS (row)->several ? "list-add-symbolic" : "pan-down-symbolic");

  priv->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  liaison_form_row_add_content (row, priv->box);
  if (!klass->several && !klass->has_empty)
    add_clear (row);
  gtk_widget_set_margin_end (arrow, 9);
  gtk_widget_set_margin_start (arrow, 3);
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  liaison_form_row_add_suffix (row, arrow);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE,
                                  -1);
}

static void
liaison_field_picker_dispose (GObject *object)
{
  g_clear_pointer (&PRIVATE (object)->popover, gtk_widget_unparent);

  G_OBJECT_CLASS (liaison_field_picker_parent_class)->dispose (object);
}

static void
liaison_field_picker_finalize (GObject *object)
{
  g_array_unref (PRIVATE (object)->members);

  G_OBJECT_CLASS (liaison_field_picker_parent_class)->finalize (object);
}

static void
liaison_field_picker_class_init (LiaisonFieldPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  LiaisonFormRowClass *row_class = LIAISON_FORM_ROW_CLASS (klass);

  object_class->dispose = liaison_field_picker_dispose;
  object_class->finalize = liaison_field_picker_finalize;
  row_class->build = liaison_field_picker_build;
  row_class->refresh = liaison_field_picker_refresh;
  row_class->activated = liaison_field_picker_activated;
}

static void
liaison_field_picker_init (LiaisonFieldPicker *self)
{
  PRIVATE (self)->members = new_members ();
}

void
liaison_field_picker_show (LiaisonFieldPicker *self,
                           const char *name,
                           gconstpointer key,
                           LiaisonId record)
{
  Member member = { g_strdup (name), key, record };
  g_array_append_val (PRIVATE (self)->coming, member);
}

gboolean
liaison_field_picker_get (LiaisonFieldPicker *self, LiaisonValue *value)
{
  LiaisonFormRow *row = LIAISON_FORM_ROW (self);

  return liaison_field_target_get_value (liaison_form_row_get_target (row),
                                         liaison_form_row_get_index (row), value)
         && value->form == LIAISON_VALUE_FIELD;
}

gboolean
liaison_field_picker_is_name (LiaisonFieldPicker *self, gpointer item)
{
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;

  return liaison_field_picker_get (self, &value)
         && g_strcmp0 (value.as.name, gtk_string_object_get_string (item)) == 0;
}

void
liaison_field_picker_set (LiaisonFieldPicker *self, LiaisonValue value)
{
  LiaisonFormRow *row = LIAISON_FORM_ROW (self);

  liaison_field_target_set_value (liaison_form_row_get_target (row),
                                  liaison_form_row_get_index (row), &value);
  liaison_value_clear (&value);
}
