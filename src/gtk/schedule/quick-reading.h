/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A quick entry as it was understood: shown where it is typed, and made into a record. */
#pragma once

#include "session.h"
#include "words/quick-entry.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Sets off the parts in the entry that @read (NULL: nothing) was typed in; those that were not
 * understood are underlined as misspelt words are. */
void liaison_quick_reading_mark (GtkEntry *entry, const LiaisonQuickEntry *read);
/* Makes what was understood the children of @chips: “Start: 141300ZMAY27”. */
void liaison_quick_reading_fill (GtkFlowBox *chips,
                                 LiaisonSession *session,
                                 const LiaisonQuickEntry *read);
/* Shows what was not understood, a line each; nothing: hidden. */
void liaison_quick_reading_tell (GtkLabel *problems, const LiaisonQuickEntry *read);
/* Selects the first part that was not understood. */
void liaison_quick_reading_select_problem (GtkEntry *entry, const LiaisonQuickEntry *read);
/* A new record with what was understood, beside what every new one of @kind has. Not shared. */
LiaisonBlock *liaison_quick_reading_make_block (LiaisonSession *session,
                                                const LiaisonKind *kind,
                                                const LiaisonQuickEntry *read);

G_END_DECLS
