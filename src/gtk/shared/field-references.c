/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/field-references.h"

#include "shared/record-list.h"

struct _LiaisonFieldReferencesRow
{
  LiaisonFieldPicker parent_instance;
};

G_DEFINE_FINAL_TYPE (LiaisonFieldReferencesRow,
                     liaison_field_references_row,
                     LIAISON_TYPE_FIELD_PICKER)

/* Whether all of the records refer to it. */
static gboolean
liaison_field_references_row_is_chosen (LiaisonFieldPicker *self, gpointer item)
{
  LiaisonFormRow *row = LIAISON_FORM_ROW (self);
  LiaisonFieldTarget *target = liaison_form_row_get_target (row);

  for (guint i = 0; i < liaison_field_target_get_size (target); i++)
    {
      const LiaisonBlock *block = liaison_field_target_get_block (target, i);
      if (block == NULL)
        continue;
      const LiaisonIds *ids =
          *(LiaisonIds *const *) LIAISON_BLOCK_AT (block, liaison_form_row_get_field (row));
      if (!liaison_ids_contains (ids, liaison_record_get_id (item)))
        return FALSE;
    }
  return TRUE;
}

static void
liaison_field_references_row_choose (LiaisonFieldPicker *self, gpointer item)
{
  LiaisonFormRow *row = LIAISON_FORM_ROW (self);

  liaison_field_target_set_reference (
      liaison_form_row_get_target (row), liaison_form_row_get_index (row),
      liaison_record_get_id (item), !liaison_field_references_row_is_chosen (self, item));
}

static void
liaison_field_references_row_show_members (LiaisonFieldPicker *self)
{
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;

  if (!liaison_field_picker_get (self, &value))
    return;
  LiaisonManner manner =
      liaison_session_get_manner (liaison_form_row_get_session (LIAISON_FORM_ROW (self)));
  guint n;
  const LiaisonId *ids = liaison_ids_get (value.as.ids, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = liaison_manner_tell_name (&manner, ids[i]);
      liaison_field_picker_show (self, name, NULL, ids[i]);
    }
}

static void
liaison_field_references_row_remove (LiaisonFieldPicker *self, gconstpointer key, LiaisonId record)
{
  LiaisonFormRow *row = LIAISON_FORM_ROW (self);
  liaison_field_target_set_reference (liaison_form_row_get_target (row),
                                      liaison_form_row_get_index (row), record, FALSE);
}

static void
liaison_field_references_row_class_init (LiaisonFieldReferencesRowClass *klass)
{
  LiaisonFieldPickerClass *picker_class = LIAISON_FIELD_PICKER_CLASS (klass);

  liaison_record_list_prepare_picker (picker_class);
  picker_class->several = TRUE;
  picker_class->is_chosen = liaison_field_references_row_is_chosen;
  picker_class->choose = liaison_field_references_row_choose;
  picker_class->show_members = liaison_field_references_row_show_members;
  picker_class->remove = liaison_field_references_row_remove;
}

static void
liaison_field_references_row_init (LiaisonFieldReferencesRow *self)
{
}
