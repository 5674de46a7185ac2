/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for a marking: says who may see the record, and opens an editor for it. */
#pragma once

#include "shared/form-row.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_FIELD_MARKING_ROW (liaison_field_marking_row_get_type ())
G_DECLARE_FINAL_TYPE (
    LiaisonFieldMarkingRow, liaison_field_marking_row, LIAISON, FIELD_MARKING_ROW, LiaisonFormRow)

G_END_DECLS
