/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The assistant that takes records from a spreadsheet: file, columns, options, preview, one edit.
 */
#pragma once

#include "session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_IMPORT_WINDOW (liaison_import_window_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonImportWindow, liaison_import_window, LIAISON, IMPORT_WINDOW, AdwWindow)

/* Shown over @parent. @kind is the table that is looked at now, a suggestion; NULL: none. @path
 * NULL: the person is asked for the file. */
void liaison_import_present (GtkWindow *parent,
                             LiaisonSession *session,
                             const LiaisonKind *kind,
                             const char *path);
/* The same for a table on the clipboard. @fields (of const LiaisonField *, may be NULL) are what
 * its columns are where they have no headings. */
void liaison_import_present_text (GtkWindow *parent,
                                  LiaisonSession *session,
                                  const LiaisonKind *kind,
                                  const char *text,
                                  const GPtrArray *fields);

/* Whether a file of that name is one that is imported and not opened. */
gboolean liaison_import_is_spreadsheet (const char *path);

G_END_DECLS
