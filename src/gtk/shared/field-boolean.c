/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/field-boolean.h"

struct _LiaisonFieldBooleanRow
{
  LiaisonFormRow parent_instance;

  /* Borrowed, child */
  GtkSwitch *toggle;

  gboolean showing;
};

G_DEFINE_FINAL_TYPE (LiaisonFieldBooleanRow, liaison_field_boolean_row, LIAISON_TYPE_FORM_ROW)

static void
liaison_field_boolean_row_refresh (LiaisonFormRow *row)
{
  LiaisonFieldBooleanRow *self = LIAISON_FIELD_BOOLEAN_ROW (row);
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
  gboolean agree = liaison_field_target_get_value (liaison_form_row_get_target (row),
                                                   liaison_form_row_get_index (row), &value);

  self->showing = TRUE;
  gtk_switch_set_active (self->toggle, value.form != LIAISON_VALUE_NONE);
  self->showing = FALSE;
  liaison_form_row_set_hint (row, agree ? NULL : liaison_form_row_tell_several ());
}

static void
toggled_cb (LiaisonFieldBooleanRow *self)
{
  LiaisonFormRow *row = LIAISON_FORM_ROW (self);
  gboolean active = gtk_switch_get_active (self->toggle);
  g_auto (LiaisonValue) value = liaison_value_field (liaison_form_row_get_field (row), &active);

  if (self->showing)
    return;
  liaison_field_target_set_value (liaison_form_row_get_target (row),
                                  liaison_form_row_get_index (row), &value);
  liaison_form_row_refresh (row);
}

static void
liaison_field_boolean_row_build (LiaisonFormRow *row)
{
  LiaisonFieldBooleanRow *self = LIAISON_FIELD_BOOLEAN_ROW (row);

  self->toggle = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->toggle), GTK_ALIGN_CENTER);
  gtk_widget_set_margin_end (GTK_WIDGET (self->toggle), 6);
  liaison_form_row_describe (row, GTK_WIDGET (self->toggle));
  liaison_form_row_add_suffix (row, GTK_WIDGET (self->toggle));
  liaison_form_row_set_inline (row);
  gtk_widget_set_focusable (GTK_WIDGET (row), FALSE);
  g_signal_connect_swapped (self->toggle, "notify::active", G_CALLBACK (toggled_cb), row);
}

static void
liaison_field_boolean_row_activated (LiaisonFormRow *row)
{
  GtkSwitch *toggle = LIAISON_FIELD_BOOLEAN_ROW (row)->toggle;
  gtk_switch_set_active (toggle, !gtk_switch_get_active (toggle));
}

static void
liaison_field_boolean_row_class_init (LiaisonFieldBooleanRowClass *klass)
{
  LiaisonFormRowClass *row_class = LIAISON_FORM_ROW_CLASS (klass);

  row_class->build = liaison_field_boolean_row_build;
  row_class->refresh = liaison_field_boolean_row_refresh;
  row_class->activated = liaison_field_boolean_row_activated;
}

static void
liaison_field_boolean_row_init (LiaisonFieldBooleanRow *self)
{
}
