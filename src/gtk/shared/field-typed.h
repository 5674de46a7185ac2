/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row whose value is typed and understood: plain text, numbers, durations, levels; dates and
 * times derive from it. */
#pragma once

#include "shared/form-row.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_FIELD_TYPED (liaison_field_typed_get_type ())
G_DECLARE_DERIVABLE_TYPE (
    LiaisonFieldTyped, liaison_field_typed, LIAISON, FIELD_TYPED, LiaisonFormRow)

struct _LiaisonFieldTypedClass
{
  LiaisonFormRowClass parent_class;

  /* A hint that says the value in another way; may be NULL and may give NULL. Transfer full. */
  char *(*tell_hint) (LiaisonFieldTyped *self, const LiaisonBlock *block);
};

G_END_DECLS
