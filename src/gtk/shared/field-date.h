/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for a date: typed, or chosen from a calendar. */
#pragma once

#include "shared/field-typed.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_FIELD_DATE_ROW (liaison_field_date_row_get_type ())
G_DECLARE_FINAL_TYPE (
    LiaisonFieldDateRow, liaison_field_date_row, LIAISON, FIELD_DATE_ROW, LiaisonFieldTyped)

G_END_DECLS
