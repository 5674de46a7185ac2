/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of checklists. */
#pragma once

#include "record/kind.h"
#include "record/kinds/shared-fields.h"

G_BEGIN_DECLS

#define LIAISON_CHECK_ITEM_FIELDS(F, T)                                                            \
  /* Translators: A line of a checklist */                                                         \
  F (T, TEXT, title, "title", N_("Item"), .open = TRUE,                                            \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED)                                        \
  F (T, INTEGER, quantity, "quantity", N_("Quantity"), .open = TRUE,                               \
     .minimum = 0, .maximum = 1000000)                                                             \
  F (T, BOOLEAN, needed, "needed", N_("Needed"), .open = TRUE,                                     \
     .help = N_("Leave off what is only recommended."))                                            \
  F (T, BOOLEAN, done, "done", N_("Done"), .open = TRUE)                                           \
  F (T, DATE, due, "due", N_("Due"), .open = TRUE)                                                 \
  F (T, DATE, completed, "completed", N_("Done on"), .open = TRUE)                                 \
  F (T, STRING, by, "by", N_("Done by"), .open = TRUE)                                             \
  F (T, TEXT, notes, "notes", N_("Notes"), .open = TRUE, .flags = LIAISON_FIELD_LONG)              \
  LIAISON_ORDER_FIELDS (F, T)
LIAISON_DECLARE_DATA (CheckItem, LIAISON_CHECK_ITEM_FIELDS)
extern const LiaisonShape liaison_check_item_shape;

G_END_DECLS
