/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for a point in time: typed as a DTG, a local date or hanging on another time, or chosen
 * from a calendar. */
#pragma once

#include "shared/field-typed.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_FIELD_INSTANT_ROW (liaison_field_instant_row_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonFieldInstantRow,
                      liaison_field_instant_row,
                      LIAISON,
                      FIELD_INSTANT_ROW,
                      LiaisonFieldTyped)

G_END_DECLS
