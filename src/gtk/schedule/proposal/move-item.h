/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A move as an item of a list, told in words. */
#pragma once

#include "schedule/moves.h"

#include "words/manner.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_MOVE_ITEM (liaison_move_item_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonMoveItem, liaison_move_item, LIAISON, MOVE_ITEM, GObject)

/* Properties: "chosen" (boolean, may be written). */

/* @place: that of the move in its list. All is told at once, in @manner. */
LiaisonMoveItem *
liaison_move_item_new (const LiaisonManner *manner, const LiaisonMove *move, guint place);

guint liaison_move_item_get_place (LiaisonMoveItem *self);
LiaisonId liaison_move_item_get_record (LiaisonMoveItem *self);
/* Whether it is the person's to choose: it has edits of its own. */
gboolean liaison_move_item_is_free (LiaisonMoveItem *self);
gboolean liaison_move_item_get_chosen (LiaisonMoveItem *self);
void liaison_move_item_set_chosen (LiaisonMoveItem *self, gboolean chosen);

typedef enum
{
  LIAISON_MOVE_TEXT_NAME,
  LIAISON_MOVE_TEXT_FROM,
  LIAISON_MOVE_TEXT_TO,
  LIAISON_MOVE_TEXT_BY,
  LIAISON_MOVE_TEXT_WHY,
  LIAISON_MOVE_N_TEXTS,
} LiaisonMoveText;

/* Borrowed. */
const char *liaison_move_item_get_text (LiaisonMoveItem *self, LiaisonMoveText text);

G_END_DECLS
