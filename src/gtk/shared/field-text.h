/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for a text in several languages: writing changes only the language that is chosen. */
#pragma once

#include "shared/form-row.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_FIELD_TEXT_ROW (liaison_field_text_row_get_type ())
G_DECLARE_FINAL_TYPE (
    LiaisonFieldTextRow, liaison_field_text_row, LIAISON, FIELD_TEXT_ROW, LiaisonFormRow)

G_END_DECLS
