/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/field-nations.h"

#include "record/intern.h"
#include "shared/nation-list.h"

#include <string.h>

struct _LiaisonFieldNationsRow
{
  LiaisonFieldPicker parent_instance;
};

G_DEFINE_FINAL_TYPE (LiaisonFieldNationsRow, liaison_field_nations_row, LIAISON_TYPE_FIELD_PICKER)

/* Whether all of the records have it. */
static gboolean
liaison_field_nations_row_is_chosen (LiaisonFieldPicker *self, gpointer item)
{
  LiaisonFormRow *row = LIAISON_FORM_ROW (self);
  LiaisonFieldTarget *target = liaison_form_row_get_target (row);

  for (guint i = 0; i < liaison_field_target_get_size (target); i++)
    {
      const LiaisonBlock *block = liaison_field_target_get_block (target, i);
      if (block == NULL)
        continue;
      const LiaisonCodes *codes =
          *(LiaisonCodes *const *) LIAISON_BLOCK_AT (block, liaison_form_row_get_field (row));
      if (!liaison_codes_contains (codes, gtk_string_object_get_string (item)))
        return FALSE;
    }
  return TRUE;
}

static void
liaison_field_nations_row_choose (LiaisonFieldPicker *self, gpointer item)
{
  LiaisonFormRow *row = LIAISON_FORM_ROW (self);

  liaison_field_target_set_nation (
      liaison_form_row_get_target (row), liaison_form_row_get_index (row),
      gtk_string_object_get_string (item), !liaison_field_nations_row_is_chosen (self, item));
}

static void
liaison_field_nations_row_show_members (LiaisonFieldPicker *self)
{
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;

  if (!liaison_field_picker_get (self, &value))
    return;
  guint n;
  const char *const *codes = liaison_codes_get (value.as.nations, &n);
  for (guint i = 0; i < n; i++)
    liaison_nation_show_member (self, codes[i]);
}

static void
liaison_field_nations_row_remove (LiaisonFieldPicker *self, gconstpointer key, LiaisonId record)
{
  LiaisonFormRow *row = LIAISON_FORM_ROW (self);
  liaison_field_target_set_nation (liaison_form_row_get_target (row),
                                   liaison_form_row_get_index (row), key, FALSE);
}

static void
liaison_field_nations_row_class_init (LiaisonFieldNationsRowClass *klass)
{
  LiaisonFieldPickerClass *picker_class = LIAISON_FIELD_PICKER_CLASS (klass);

  liaison_nation_list_prepare_picker (picker_class);
  picker_class->several = TRUE;
  picker_class->is_chosen = liaison_field_nations_row_is_chosen;
  picker_class->choose = liaison_field_nations_row_choose;
  picker_class->show_members = liaison_field_nations_row_show_members;
  picker_class->remove = liaison_field_nations_row_remove;
}

static void
liaison_field_nations_row_init (LiaisonFieldNationsRow *self)
{
}
