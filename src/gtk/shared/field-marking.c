/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/field-marking.h"

#include "shared/marking-popover.h"

#include <glib/gi18n.h>

struct _LiaisonFieldMarkingRow
{
  LiaisonFormRow parent_instance;

  /* Owned */
  GtkWidget *popover; /* made when first opened */

  /* Borrowed, child */
  GtkLabel *value;
};

G_DEFINE_FINAL_TYPE (LiaisonFieldMarkingRow, liaison_field_marking_row, LIAISON_TYPE_FORM_ROW)

static void
liaison_field_marking_row_refresh (LiaisonFormRow *row)
{
  LiaisonFieldMarkingRow *self = LIAISON_FIELD_MARKING_ROW (row);
  LiaisonManner manner = liaison_session_get_manner (liaison_form_row_get_session (row));
  LiaisonFieldTarget *target = liaison_form_row_get_target (row);
  const LiaisonBlock *block = liaison_field_target_get_block (target, 0);
  const LiaisonField *field = liaison_form_row_get_field (row);

  if (!liaison_field_target_agrees (target, liaison_form_row_get_index (row)))
    gtk_label_set_label (self->value, liaison_form_row_tell_several ());
  else if (!liaison_block_field_is_set (block, field))
    gtk_label_set_label (self->value, _ ("Originator only"));
  else
    {
      g_autofree char *told = liaison_manner_tell_field (&manner, block, field);
      gtk_label_set_label (self->value, told);
    }
  liaison_form_row_set_hint (
      row, liaison_form_row_is_set (row) ? NULL : _ ("Not marked: no other nation sees it."));
  if (self->popover != NULL)
    liaison_marking_popover_refresh (LIAISON_MARKING_POPOVER (self->popover));
}

static void
closed_cb (LiaisonFieldMarkingRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
liaison_field_marking_row_activated (LiaisonFormRow *row)
{
  LiaisonFieldMarkingRow *self = LIAISON_FIELD_MARKING_ROW (row);

  if (self->popover == NULL)
    {
      self->popover = GTK_WIDGET (liaison_marking_popover_new (row));
      gtk_widget_set_parent (self->popover, GTK_WIDGET (row));
      g_signal_connect_object (self->popover, "closed", G_CALLBACK (closed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  liaison_marking_popover_open (LIAISON_MARKING_POPOVER (self->popover));
}

static void
liaison_field_marking_row_build (LiaisonFormRow *row)
{
  LiaisonFieldMarkingRow *self = LIAISON_FIELD_MARKING_ROW (row);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");

  self->value = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->value, 0);
  gtk_label_set_wrap (self->value, TRUE);
  gtk_label_set_wrap_mode (self->value, PANGO_WRAP_WORD_CHAR);
  liaison_form_row_add_content (row, GTK_WIDGET (self->value));
  gtk_widget_set_margin_end (arrow, 9);
  gtk_widget_set_margin_start (arrow, 3);
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  liaison_form_row_add_suffix (row, arrow);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE,
                                  -1);
}

static void
liaison_field_marking_row_dispose (GObject *object)
{
  g_clear_pointer (&LIAISON_FIELD_MARKING_ROW (object)->popover, gtk_widget_unparent);

  G_OBJECT_CLASS (liaison_field_marking_row_parent_class)->dispose (object);
}

static void
liaison_field_marking_row_class_init (LiaisonFieldMarkingRowClass *klass)
{
  LiaisonFormRowClass *row_class = LIAISON_FORM_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_field_marking_row_dispose;
  row_class->build = liaison_field_marking_row_build;
  row_class->refresh = liaison_field_marking_row_refresh;
  row_class->activated = liaison_field_marking_row_activated;
}

static void
liaison_field_marking_row_init (LiaisonFieldMarkingRow *self)
{
}
