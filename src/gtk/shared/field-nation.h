/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for a nation or organisation. */
#pragma once

#include "shared/field-picker.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_FIELD_NATION_ROW (liaison_field_nation_row_get_type ())
G_DECLARE_FINAL_TYPE (
    LiaisonFieldNationRow, liaison_field_nation_row, LIAISON, FIELD_NATION_ROW, LiaisonFieldPicker)

G_END_DECLS
