/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line that makes an event or an inject of what is typed, and shows what it understood. */
#pragma once

#include "shared/table-filter.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_QUICK_LINE (liaison_quick_line_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonQuickLine, liaison_quick_line, LIAISON, QUICK_LINE, GtkWidget)

/* What it adds is of @kind, which quick entries know, and shown even where @filter would not let it through. */
GtkWidget *liaison_quick_line_new (LiaisonSession *session,
                                   const LiaisonKind *kind,
                                   LiaisonTableFilter *filter);

/* Escape on an empty line has @view focus its rows: its action "table.focus-rows". A view that does
 * not outlive the line; borrowed. */
void liaison_quick_line_set_view (LiaisonQuickLine *self, GtkWidget *view);
/* The entry that is typed in. Borrowed. */
GtkEditable *liaison_quick_line_get_entry (LiaisonQuickLine *self);
/* Adds what was typed, as Enter does. FALSE while some of it is not understood, or nothing was
 * typed. */
gboolean liaison_quick_line_add (LiaisonQuickLine *self);

G_END_DECLS
