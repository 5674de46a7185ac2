/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/field-reference.h"

#include "shared/picture-button.h"
#include "shared/record-list.h"

struct _LiaisonFieldReferenceRow
{
  LiaisonFieldPicker parent_instance;
};

G_DEFINE_FINAL_TYPE (LiaisonFieldReferenceRow,
                     liaison_field_reference_row,
                     LIAISON_TYPE_FIELD_PICKER)

static gboolean
liaison_field_reference_row_is_chosen (LiaisonFieldPicker *self, gpointer item)
{
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;

  return liaison_field_picker_get (self, &value)
         && liaison_id_same (value.as.id, liaison_record_get_id (item));
}

static void
liaison_field_reference_row_choose (LiaisonFieldPicker *self, gpointer item)
{
  LiaisonId id = liaison_record_get_id (item);

  liaison_field_picker_set (
      self, liaison_value_field (liaison_form_row_get_field (LIAISON_FORM_ROW (self)), &id));
}

static void
liaison_field_reference_row_show_members (LiaisonFieldPicker *self)
{
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;

  if (!liaison_field_picker_get (self, &value))
    return;
  LiaisonManner manner =
      liaison_session_get_manner (liaison_form_row_get_session (LIAISON_FORM_ROW (self)));
  g_autofree char *name = liaison_manner_tell_name (&manner, value.as.id);
  liaison_field_picker_show (self, name, NULL, value.as.id);
}

/* Pictures come from files: there need be none in the plan yet. */
static void
liaison_field_reference_row_build (LiaisonFormRow *row)
{
  const LiaisonField *field = liaison_form_row_get_field (row);

  LIAISON_FORM_ROW_CLASS (liaison_field_reference_row_parent_class)->build (row);
  if (field->targets == LIAISON_TARGET (ATTACHMENT)
      && liaison_field_target_get_kind (liaison_form_row_get_target (row)) != NULL)
    liaison_picture_button_add (row);
}

static void
liaison_field_reference_row_class_init (LiaisonFieldReferenceRowClass *klass)
{
  LiaisonFieldPickerClass *picker_class = LIAISON_FIELD_PICKER_CLASS (klass);

  liaison_record_list_prepare_picker (picker_class);
  LIAISON_FORM_ROW_CLASS (klass)->build = liaison_field_reference_row_build;
  picker_class->is_chosen = liaison_field_reference_row_is_chosen;
  picker_class->choose = liaison_field_reference_row_choose;
  picker_class->show_members = liaison_field_reference_row_show_members;
}

static void
liaison_field_reference_row_init (LiaisonFieldReferenceRow *self)
{
}
