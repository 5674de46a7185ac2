/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a MEL/MIL that are told otherwise than their fields. */
#pragma once

#include "shared/table-column.h"

G_BEGIN_DECLS

/* In the order they stand in at first. */
const LiaisonTableColumn *liaison_msel_columns_get (guint *n);
/* A sign for a status that is told apart by its shape. Static. */
const char *liaison_msel_get_status_mark (const LiaisonBlock *block);

G_END_DECLS
