/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns of a sheet that are the exercise's own columns of a table. */
#pragma once

#include "exchange/import-mapping.h"
#include "record/snapshot.h"

G_BEGIN_DECLS

/* The own column of @kind that is called @text in any of the program's languages, or has it as its
 * key; told in @language. NULL: none is. */
const LiaisonOwnColumn *liaison_import_own_find (const LiaisonSnapshot *snapshot,
                                                 const LiaisonKind *kind,
                                                 const char *language,
                                                 const char *text);

G_END_DECLS
