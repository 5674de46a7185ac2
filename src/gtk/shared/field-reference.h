/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row that refers to a record. */
#pragma once

#include "shared/field-picker.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_FIELD_REFERENCE_ROW (liaison_field_reference_row_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonFieldReferenceRow,
                      liaison_field_reference_row,
                      LIAISON,
                      FIELD_REFERENCE_ROW,
                      LiaisonFieldPicker)

G_END_DECLS
