/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of checklists. */
#pragma once

#include "record/kind.h"
#include "record/kinds/shared-fields.h"

G_BEGIN_DECLS

#define LIAISON_CHECK_ITEM_FIELDS(F, T)                                                            \
  /* Translators: A line of a checklist */                                                         \
  F (T, TEXT, title, "title", N_("Item"), .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED)   \
  F (T, INTEGER, quantity, "quantity", N_("Quantity"), .minimum = 0, .maximum = 1000000)           \
  F (T, BOOLEAN, needed, "needed", N_("Needed"),                                                   \
     .help = N_("Leave off what is only recommended."))                                            \
  F (T, BOOLEAN, done, "done", N_("Done"))                                                         \
  F (T, DATE, due, "due", N_("Due"))                                                               \
  F (T, DATE, completed, "completed", N_("Done on"))                                               \
  F (T, STRING, by, "by", N_("Done by"))                                                           \
  F (T, TEXT, notes, "notes", N_("Notes"), .flags = LIAISON_FIELD_LONG)                            \
  LIAISON_ORDER_FIELDS (F, T)
LIAISON_DECLARE_DATA (CheckItem, LIAISON_CHECK_ITEM_FIELDS)
extern const LiaisonShape liaison_check_item_shape;

G_END_DECLS
