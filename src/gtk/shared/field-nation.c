/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/field-nation.h"

#include "record/intern.h"
#include "shared/nation-list.h"

#include <string.h>

struct _LiaisonFieldNationRow
{
  LiaisonFieldPicker parent_instance;
};

G_DEFINE_FINAL_TYPE (LiaisonFieldNationRow, liaison_field_nation_row, LIAISON_TYPE_FIELD_PICKER)

static GListModel *
liaison_field_nation_row_create_model (LiaisonFieldPicker *self)
{
  return liaison_nation_list_model_new (liaison_form_row_get_session (LIAISON_FORM_ROW (self)));
}

static char *
liaison_field_nation_row_tell (LiaisonFieldPicker *self, gpointer item)
{
  LiaisonManner manner =
      liaison_session_get_manner (liaison_form_row_get_session (LIAISON_FORM_ROW (self)));
  return liaison_manner_tell_nation (&manner, gtk_string_object_get_string (item));
}

static char *
liaison_field_nation_row_tell_detail (LiaisonFieldPicker *self, gpointer item)
{
  return g_strdup (gtk_string_object_get_string (item));
}

static gboolean
liaison_field_nation_row_is_chosen (LiaisonFieldPicker *self, gpointer item)
{
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
  LiaisonFormRow *row = LIAISON_FORM_ROW (self);
  gboolean agree = liaison_field_target_get_value (liaison_form_row_get_target (row),
                                                   liaison_form_row_get_index (row), &value);

  return agree && value.form == LIAISON_VALUE_FIELD
         && strcmp (value.as.name, gtk_string_object_get_string (item)) == 0;
}

static void
liaison_field_nation_row_choose (LiaisonFieldPicker *self, gpointer item)
{
  const char *string = gtk_string_object_get_string (item);
  const char *code = liaison_intern (string, strlen (string));

  liaison_field_picker_set (
      self, liaison_value_field (liaison_form_row_get_field (LIAISON_FORM_ROW (self)), &code));
}

static void
liaison_field_nation_row_show_members (LiaisonFieldPicker *self)
{
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
  LiaisonFormRow *row = LIAISON_FORM_ROW (self);
  gboolean agree = liaison_field_target_get_value (liaison_form_row_get_target (row),
                                                   liaison_form_row_get_index (row), &value);

  if (agree && value.form == LIAISON_VALUE_FIELD)
    liaison_nation_show_member (self, value.as.name);
}

static void
liaison_field_nation_row_class_init (LiaisonFieldNationRowClass *klass)
{
  LiaisonFieldPickerClass *picker_class = LIAISON_FIELD_PICKER_CLASS (klass);

  picker_class->create_model = liaison_field_nation_row_create_model;
  picker_class->tell = liaison_field_nation_row_tell;
  picker_class->tell_detail = liaison_field_nation_row_tell_detail;
  picker_class->is_chosen = liaison_field_nation_row_is_chosen;
  picker_class->choose = liaison_field_nation_row_choose;
  picker_class->show_members = liaison_field_nation_row_show_members;
}

static void
liaison_field_nation_row_init (LiaisonFieldNationRow *self)
{
}
