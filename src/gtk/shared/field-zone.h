/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for a time zone, chosen by city. */
#pragma once

#include "shared/field-picker.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_FIELD_ZONE_ROW (liaison_field_zone_row_get_type ())
G_DECLARE_FINAL_TYPE (
    LiaisonFieldZoneRow, liaison_field_zone_row, LIAISON, FIELD_ZONE_ROW, LiaisonFieldPicker)

G_END_DECLS
