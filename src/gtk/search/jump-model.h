/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be gone to: one line of the jump dialog. */
#pragma once

#include "session.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_JUMP_ITEM (liaison_jump_item_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonJumpItem, liaison_jump_item, LIAISON, JUMP_ITEM, GObject)

/* An action that is activated, with its target (NULL: none; sunk). Texts are translated. */
LiaisonJumpItem *liaison_jump_item_new (const char *title, const char *subtitle, const char *icon, const char *action,
                                        GVariant *target);

const char *liaison_jump_item_get_title (LiaisonJumpItem *self);
const char *liaison_jump_item_get_subtitle (LiaisonJumpItem *self);
const char *liaison_jump_item_get_icon (LiaisonJumpItem *self);
const char *liaison_jump_item_get_action (LiaisonJumpItem *self);
GVariant *liaison_jump_item_get_target (LiaisonJumpItem *self);

/* The areas and commands whose name holds all words of @query, as items. Transfer full. */
GPtrArray *liaison_jump_find_commands (const char *query);
/* Items for records found, with their kind beneath. Transfer full. */
GPtrArray *liaison_jump_describe_hits (LiaisonSession *session, const GArray *hits);

G_END_DECLS
