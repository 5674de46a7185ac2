/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row that refers to any number of records. */
#pragma once

#include "shared/field-picker.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_FIELD_REFERENCES_ROW (liaison_field_references_row_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonFieldReferencesRow,
                      liaison_field_references_row,
                      LIAISON,
                      FIELD_REFERENCES_ROW,
                      LiaisonFieldPicker)

G_END_DECLS
