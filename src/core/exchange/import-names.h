/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the headings of a spreadsheet mean in a table: labels in all languages of the program, names
 * of fields, and what planners call them. */
#pragma once

#include "exchange/import-mapping.h"

G_BEGIN_DECLS

/* Immutable, for any thread. */
typedef struct _LiaisonImportNames LiaisonImportNames;

/* Borrowed, for ever: made when first asked for. */
const LiaisonImportNames *liaison_import_names_get (const LiaisonKind *kind);

const LiaisonKind *liaison_import_names_get_kind (const LiaisonImportNames *self);

/* What a column with this heading is, the @nth best thing from 0 on; FALSE: nothing (else) is
 * called so. Sets role, field, unit and zone of @column, not its heading: "Duration (min)" has a
 * unit, "Start (Z)" a zone. *@rank (may be NULL) is the smaller the better. */
gboolean liaison_import_names_find (const LiaisonImportNames *self,
                                    const char *heading,
                                    guint nth,
                                    LiaisonImportColumn *column,
                                    guint *rank);

/* A heading or a name as it is compared: folded, without full stops and other marks at the ends.
 * The caller's. */
char *liaison_import_names_fold (const char *text);

G_END_DECLS
