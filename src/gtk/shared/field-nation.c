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

  if (liaison_field_picker_get (self, &value))
    liaison_nation_show_member (self, value.as.name);
}

static void
liaison_field_nation_row_class_init (LiaisonFieldNationRowClass *klass)
{
  LiaisonFieldPickerClass *picker_class = LIAISON_FIELD_PICKER_CLASS (klass);

  liaison_nation_list_prepare_picker (picker_class);
  picker_class->is_chosen = liaison_field_picker_is_name;
  picker_class->choose = liaison_field_nation_row_choose;
  picker_class->show_members = liaison_field_nation_row_show_members;
}

static void
liaison_field_nation_row_init (LiaisonFieldNationRow *self)
{
}
