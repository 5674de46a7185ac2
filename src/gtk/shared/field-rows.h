/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which class of row suits which type of field. */
#pragma once

#include "shared/form-row.h"

G_BEGIN_DECLS

/* A row for the field at place @index of the target's shape. Floating. */
LiaisonFormRow *liaison_field_rows_create (LiaisonFieldTarget *target, guint index);

G_END_DECLS
