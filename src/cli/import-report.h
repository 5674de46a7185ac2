/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import would make of a plan, for people and for programs. */
#pragma once

#include "command.h"

#include "exchange/import-preview.h"

G_BEGIN_DECLS

/* A line for each problem and for each record that changes or is gone, then the counts; @all also
 * the rows that are new. */
void liaison_import_report_print (const LiaisonImportPreview *preview,
                                  const LiaisonManner *manner,
                                  gboolean all);
/* One object, members of the report and a list of rows. */
void liaison_import_report_write (const LiaisonImportPreview *preview,
                                  const LiaisonManner *manner,
                                  const char *output,
                                  LiaisonJsonWriter *writer);

G_END_DECLS
