/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of rows: what a record has in the columns that the exercise adds to its table. */
#pragma once

#include "shared/form-row.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_FIELD_OWN_ROW (liaison_field_own_row_get_type ())
G_DECLARE_FINAL_TYPE (
    LiaisonFieldOwnRow, liaison_field_own_row, LIAISON, FIELD_OWN_ROW, LiaisonFormRow)

G_END_DECLS
