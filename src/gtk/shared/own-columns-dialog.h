/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window in which the exercise's own columns of a table are added, changed and put in order. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Over @parent (may be NULL), for columns of the table of @kind. */
void liaison_own_columns_dialog_present (GtkWindow *parent,
                                         LiaisonSession *session,
                                         const LiaisonKind *kind);

/* Adds a column with that heading to the table of @kind: its key is made of the heading, other than
 * any there is. FALSE when the heading is empty, or it was refused. */
gboolean liaison_own_columns_add (LiaisonSession *session,
                                  const LiaisonKind *kind,
                                  const char *heading,
                                  guint type);

G_END_DECLS
