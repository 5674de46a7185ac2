/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be gone to: one line of the jump dialog. */
#pragma once

#include "search/commands.h"
#include "window.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_JUMP_ITEM (liaison_jump_item_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonJumpItem, liaison_jump_item, LIAISON, JUMP_ITEM, GObject)

/* An action of the window that is activated, with its target (NULL: none; sunk). Texts are translated. */
LiaisonJumpItem *liaison_jump_item_new (const char *title, const char *subtitle, const char *icon, const char *action,
                                        GVariant *target);

const char *liaison_jump_item_get_title (LiaisonJumpItem *self);
const char *liaison_jump_item_get_subtitle (LiaisonJumpItem *self);
const char *liaison_jump_item_get_icon (LiaisonJumpItem *self);
/* What is pressed for it, "Ctrl+P"; NULL: nothing. */
const char *liaison_jump_item_get_keys (LiaisonJumpItem *self);
/* Goes there or does it. */
void liaison_jump_item_run (LiaisonJumpItem *self, LiaisonWindow *window);

/* All that can be gone to or done in the window now without looking for records: the commands of the area that is
 * shown, the areas, the commands of the window. Transfer full. */
GPtrArray *liaison_jump_list_commands (LiaisonWindow *window);
/* Those of @items that have all words of @query in what they say of themselves; first those whose name begins so, then
 * those whose name holds it. Transfer full. */
GPtrArray *liaison_jump_find_commands (const GPtrArray *items, const char *query);
/* Items for records found, with their kind beneath. Transfer full. */
GPtrArray *liaison_jump_describe_hits (LiaisonSession *session, const GArray *hits);

G_END_DECLS
