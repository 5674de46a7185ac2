/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for a set of nations and organisations. */
#pragma once

#include "shared/field-picker.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_FIELD_NATIONS_ROW (liaison_field_nations_row_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonFieldNationsRow,
                      liaison_field_nations_row,
                      LIAISON,
                      FIELD_NATIONS_ROW,
                      LiaisonFieldPicker)

G_END_DECLS
