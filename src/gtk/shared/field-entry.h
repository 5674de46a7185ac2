/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A place to write in, of one line or several, that says when the writing is done and can take it
 * back. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_FIELD_ENTRY (liaison_field_entry_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonFieldEntry, liaison_field_entry, LIAISON, FIELD_ENTRY, GtkWidget)

/* Signals:
 * "commit": what stands there differs from what was shown, and Enter (Ctrl+Enter in several lines)
 * was pressed or the focus has left. "restored": Escape has brought back what was shown. "written":
 * a character came or went. */
LiaisonFieldEntry *liaison_field_entry_new (gboolean several_lines);

/* The widget that takes the focus, for its accessible label. */
GtkWidget *liaison_field_entry_get_text_widget (LiaisonFieldEntry *self);
/* What stands there; of a single line, without line breaks and blanks at its ends. Transfer full.
 */
char *liaison_field_entry_dup_text (LiaisonFieldEntry *self);
/* Shows @text, which is then what the model holds. */
void liaison_field_entry_show_text (LiaisonFieldEntry *self, const char *text);
/* Puts @text there as if the person had just written it. */
void liaison_field_entry_write_text (LiaisonFieldEntry *self, const char *text);
/* What to show dimly in an empty single line; NULL: nothing. */
void liaison_field_entry_set_placeholder (LiaisonFieldEntry *self, const char *placeholder);
/* Whether what stands there differs from what was last shown. */
gboolean liaison_field_entry_is_editing (LiaisonFieldEntry *self);
/* Says "commit" when it differs. */
void liaison_field_entry_commit (LiaisonFieldEntry *self);
void liaison_field_entry_restore (LiaisonFieldEntry *self);
/* Moves the focus there and, in a single line, selects all. */
void liaison_field_entry_start (LiaisonFieldEntry *self);

G_END_DECLS
