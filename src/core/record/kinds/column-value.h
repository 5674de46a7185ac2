/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values in the columns that an exercise adds to its own tables. */
#pragma once

#include "record/kind.h"

G_BEGIN_DECLS

#define LIAISON_COLUMN_VALUE_FIELDS(F, T)                                                          \
  F (T, STRING, column, "column", N_("Column"), .open = TRUE,                                      \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_REQUIRED,                                         \
     .help = N_("The key of a column declared in the exercise."))                                  \
  F (T, STRING, value, "value", N_("Value"), .open = TRUE,                                         \
     .help = N_("As text; numbers, dates and yes or no in the spelling of the file format."))      \
  F (T, TEXT, text, "text", N_("Text"), .open = TRUE,                                              \
     .help = N_("For columns whose text is translated."))
LIAISON_DECLARE_DATA (ColumnValue, LIAISON_COLUMN_VALUE_FIELDS)
extern const LiaisonShape liaison_column_value_shape;

G_END_DECLS
