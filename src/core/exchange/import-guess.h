/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a sheet is likely to hold: which table, where the headings are, which column is what. */
#pragma once

#include "exchange/import-names.h"
#include "words/manner.h"

G_BEGIN_DECLS

/* The table whose columns the sheet has, by headings and by its name; NULL: none. */
const LiaisonKind *liaison_import_guess_kind (const LiaisonSheet *sheet);

/* A mapping for records of @kind: headings by name in any language, columns without one by what
 * stands in them. */
LiaisonImportMapping *liaison_import_guess (const LiaisonSheet *sheet,
                                            const LiaisonKind *kind,
                                            const LiaisonManner *manner,
                                            const LiaisonSnapshot *snapshot);
/* The same when the headings are known to be in row @headings (-1: there are none). */
LiaisonImportMapping *liaison_import_guess_below (const LiaisonSheet *sheet,
                                                  const LiaisonKind *kind,
                                                  int headings,
                                                  const LiaisonManner *manner,
                                                  const LiaisonSnapshot *snapshot);

/* What has to be asked once, as the file does not tell. */
typedef struct
{
  gboolean zone;       /* there are times without a zone */
  gboolean date_order; /* dates that could be read with the day or the month first */
  char letters[27];    /* of D+3 and its kin, in alphabetical order */
} LiaisonImportQuestions;

void liaison_import_ask (const LiaisonSheet *sheet,
                         const LiaisonImportMapping *mapping,
                         LiaisonImportQuestions *questions);

G_END_DECLS
