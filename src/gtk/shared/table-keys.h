/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tables of information and lessons share: actions with keys, a button with a menu, refusals.
 */
#pragma once

#include "shared/table-view.h"

G_BEGIN_DECLS

/* Inserts actions under @prefix, with @data for their callbacks. Borrowed. */
GActionMap *liaison_table_add_actions (LiaisonTableView *view,
                                       const char *prefix,
                                       const GActionEntry *entries,
                                       guint n);
/* Those of @names, up to a NULL, change the plan: they are off while it is read only. */
void liaison_table_bind_writing (LiaisonTableView *view, GActionMap *actions, const char *const *names);
/* A key of the table that fires an action before the table sees it. */
void liaison_table_add_key (LiaisonTableView *view,
                            guint key,
                            GdkModifierType modifiers,
                            const char *action);
/* The table under a line of buttons, which fire its actions under @prefix too. @hint (translated;
 * may be NULL) stands at the start of the line. */
GtkWidget *liaison_table_box_new (LiaisonTableView *view, const char *prefix, const char *hint);
/* A button at the end of the line. @label has a mnemonic and is translated. Borrowed. */
GtkWidget *liaison_table_box_add_button (GtkWidget *box,
                                         const char *label,
                                         const char *action,
                                         const char *tooltip);
void liaison_table_box_add_menu (GtkWidget *box, const char *label, GMenuModel *menu);
/* Says in the window why something was refused; translated. */
void liaison_table_refuse (LiaisonTableView *view, const char *text);
GtkWindow *liaison_table_get_root_window (LiaisonTableView *view);
/* Keeps the changed records in sight and the focus on the first. */
void liaison_table_keep (LiaisonTableView *view, const GPtrArray *records);

G_END_DECLS
