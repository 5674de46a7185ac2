/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for one of the values of an enumeration. */
#pragma once

#include "shared/field-picker.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_FIELD_CHOICE_ROW (liaison_field_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (
    LiaisonFieldChoiceRow, liaison_field_choice_row, LIAISON, FIELD_CHOICE_ROW, LiaisonFieldPicker)

G_END_DECLS
