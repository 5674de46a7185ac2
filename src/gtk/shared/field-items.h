/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for a list of small things, such as shifts or dependencies, each with a form of its own. */
#pragma once

#include "shared/form-row.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_FIELD_ITEMS_ROW (liaison_field_items_row_get_type ())
G_DECLARE_FINAL_TYPE (
    LiaisonFieldItemsRow, liaison_field_items_row, LIAISON, FIELD_ITEMS_ROW, LiaisonFormRow)

G_END_DECLS
