/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dialog that previews a change as a list, with a button that makes it. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct
{
  GtkWindow *window;
  GtkButton *apply;
  GtkBox *head; /* above the list: choices, a summary */
  GtkListBox *list;
  GtkLabel *summary;
} LiaisonPreview;

/* @apply_label with mnemonic. The window is not shown yet; it owns the struct. */
LiaisonPreview *liaison_preview_new (
    GtkWindow *parent, const char *title, const char *apply_label, GCallback apply, gpointer data);
void liaison_preview_clear (LiaisonPreview *self);
/* A line with an icon (may be NULL) and a text at its end (may be NULL); @indent levels deep.
 * Returns the row, to which something may be added at its start. */
AdwActionRow *liaison_preview_append (LiaisonPreview *self,
                                      guint indent,
                                      const char *icon,
                                      const char *title,
                                      const char *detail,
                                      const char *end);

G_END_DECLS
