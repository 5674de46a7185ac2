/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mappings kept for the next time: JSON that names columns by their headings. */
#pragma once

#include "exchange/import-guess.h"

G_BEGIN_DECLS

/* The caller's. */
char *liaison_import_profile_write (const LiaisonImportMapping *mapping);
/* The table that a profile is for; NULL with MAPPING when @text is none. */
const LiaisonKind *
liaison_import_profile_get_kind (const char *text, gssize length, GError **error);
/* The mapping of @sheet: its columns are found by their headings, in whatever order they stand
 * there. NULL with MAPPING when @text is no profile, or has no column in common with the sheet. */
LiaisonImportMapping *liaison_import_profile_apply (const char *text,
                                                    gssize length,
                                                    const LiaisonSheet *sheet,
                                                    const LiaisonManner *manner,
                                                    const LiaisonSnapshot *snapshot,
                                                    GError **error);

G_END_DECLS
