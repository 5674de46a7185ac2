/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/field-rows.h"

#include "shared/field-boolean.h"
#include "shared/field-choice.h"
#include "shared/field-date.h"
#include "shared/field-instant.h"
#include "shared/field-items.h"
#include "shared/field-marking.h"
#include "shared/field-nation.h"
#include "shared/field-nations.h"
#include "shared/field-own.h"
#include "shared/field-reference.h"
#include "shared/field-references.h"
#include "shared/field-rule.h"
#include "shared/field-text.h"
#include "shared/field-typed.h"
#include "shared/field-zone.h"

#include "record/kinds/column-value.h"

static GType (*const classes[LIAISON_FIELD_N_TYPES]) (void) = {
  [LIAISON_FIELD_TEXT] = liaison_field_text_row_get_type,
  [LIAISON_FIELD_STRING] = liaison_field_typed_get_type,
  [LIAISON_FIELD_INTEGER] = liaison_field_typed_get_type,
  [LIAISON_FIELD_BOOLEAN] = liaison_field_boolean_row_get_type,
  [LIAISON_FIELD_CHOICE] = liaison_field_choice_row_get_type,
  [LIAISON_FIELD_INSTANT] = liaison_field_instant_row_get_type,
  [LIAISON_FIELD_DURATION] = liaison_field_typed_get_type,
  [LIAISON_FIELD_DATE] = liaison_field_date_row_get_type,
  [LIAISON_FIELD_ZONE] = liaison_field_zone_row_get_type,
  [LIAISON_FIELD_NATION] = liaison_field_nation_row_get_type,
  [LIAISON_FIELD_NATIONS] = liaison_field_nations_row_get_type,
  [LIAISON_FIELD_LEVEL] = liaison_field_typed_get_type,
  [LIAISON_FIELD_REFERENCE] = liaison_field_reference_row_get_type,
  [LIAISON_FIELD_REFERENCES] = liaison_field_references_row_get_type,
  [LIAISON_FIELD_MARKING] = liaison_field_marking_row_get_type,
  [LIAISON_FIELD_ITEMS] = liaison_field_items_row_get_type,
};

LiaisonFormRow *
liaison_field_rows_create (LiaisonFieldTarget *target, guint index)
{
  const LiaisonField *field = &liaison_field_target_get_shape (target)->fields[index];

  /* What stands in the exercise's own columns is shown under their headings, each as what it is. */
  if (field->items == &liaison_column_value_shape)
    return liaison_form_row_new (LIAISON_TYPE_FIELD_OWN_ROW, target, index);
  if (liaison_field_rule_is_for (field))
    return liaison_form_row_new (LIAISON_TYPE_FIELD_RULE_ROW, target, index);
  return liaison_form_row_new (classes[field->type](), target, index);
}
