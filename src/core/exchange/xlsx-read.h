/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks of Excel and its kin (ECMA-376, Office Open XML). Formulas are never run: what they had
 * last come to is read. Macros, links, pictures and everything else are not looked at. */
#pragma once

#include "exchange/sheet.h"
#include "store/plan.h"

G_BEGIN_DECLS

typedef struct _LiaisonXlsx LiaisonXlsx;

/* Reads which sheets there are; keeps a reference to @bytes. */
LiaisonXlsx *liaison_xlsx_new (GBytes *bytes, GCancellable *cancellable, GError **error);
void liaison_xlsx_free (LiaisonXlsx *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonXlsx, liaison_xlsx_free)

guint liaison_xlsx_get_n_sheets (const LiaisonXlsx *self);
const char *liaison_xlsx_get_sheet_name (const LiaisonXlsx *self, guint sheet);
gboolean liaison_xlsx_is_sheet_hidden (const LiaisonXlsx *self, guint sheet);
/* @progress may be NULL. EMPTY when nothing is written in it. */
LiaisonSheet *liaison_xlsx_read_sheet (LiaisonXlsx *self,
                                       guint sheet,
                                       LiaisonProgressFunc progress,
                                       gpointer progress_data,
                                       GCancellable *cancellable,
                                       GError **error);

G_END_DECLS
