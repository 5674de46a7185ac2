/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tables of information and lessons share: actions with keys, a button with a menu, refusals. */
#pragma once

#include "shared/table-view.h"

G_BEGIN_DECLS

/* Inserts actions under @prefix, with @data for their callbacks. Borrowed. */
GActionMap *liaison_table_add_actions (LiaisonTableView *view,
                                       const char *prefix,
                                       const GActionEntry *entries,
                                       guint n);
/* A key of the table that fires an action before the table sees it. */
void liaison_table_add_key (LiaisonTableView *view, guint key, GdkModifierType modifiers, const char *action);
/* A button at the end of the line of filters. @label has a mnemonic and is translated. */
void liaison_table_add_button (LiaisonTableView *view, const char *label, const char *action, const char *tooltip);
void liaison_table_add_menu_button (LiaisonTableView *view, const char *label, GMenuModel *menu);
/* Says in the window why something was refused; translated. */
void liaison_table_refuse (LiaisonTableView *view, const char *text);
GtkWindow *liaison_table_get_root_window (LiaisonTableView *view);
/* Keeps the changed records in sight and the focus on the first. */
void liaison_table_keep (LiaisonTableView *view, const GPtrArray *records);

G_END_DECLS
