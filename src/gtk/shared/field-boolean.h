/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row with a switch. */
#pragma once

#include "shared/form-row.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_FIELD_BOOLEAN_ROW (liaison_field_boolean_row_get_type ())
G_DECLARE_FINAL_TYPE (
    LiaisonFieldBooleanRow, liaison_field_boolean_row, LIAISON, FIELD_BOOLEAN_ROW, LiaisonFormRow)

G_END_DECLS
