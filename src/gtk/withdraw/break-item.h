/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing that breaks in a withdrawal as an item of a list, told in words, with what is to be
 * done about it. */
#pragma once

#include "withdraw/withdrawal.h"

#include "words/manner.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_BREAK_ITEM (liaison_break_item_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonBreakItem, liaison_break_item, LIAISON, BREAK_ITEM, GObject)

/* Properties: "chosen" (boolean: something is done about it), "option" (uint: the place in
 * get_options); both may be written. */

/* @each is borrowed from a withdrawal that outlives the item; @place: its place there. */
LiaisonBreakItem *
liaison_break_item_new (const LiaisonManner *manner, const LiaisonBreak *each, guint place);

guint liaison_break_item_get_place (LiaisonBreakItem *self);
LiaisonId liaison_break_item_get_record (LiaisonBreakItem *self);
LiaisonBreakType liaison_break_item_get_break_type (LiaisonBreakItem *self);
LiaisonSeverity liaison_break_item_get_severity (LiaisonBreakItem *self);
/* Whether anything can be done about it here. */
gboolean liaison_break_item_is_free (LiaisonBreakItem *self);
LiaisonBreakChoice liaison_break_item_get_choice (LiaisonBreakItem *self);
gboolean liaison_break_item_get_chosen (LiaisonBreakItem *self);
void liaison_break_item_set_chosen (LiaisonBreakItem *self, gboolean chosen);

typedef enum
{
  LIAISON_BREAK_TEXT_WHEN,
  LIAISON_BREAK_TEXT_TYPE,
  LIAISON_BREAK_TEXT_SENTENCE,
  LIAISON_BREAK_N_TEXTS,
} LiaisonBreakText;

/* Borrowed. */
const char *liaison_break_item_get_text (LiaisonBreakItem *self, LiaisonBreakText text);
/* What can be done: strings, the first one without a substitute. Borrowed. */
GListModel *liaison_break_item_get_options (LiaisonBreakItem *self);

G_END_DECLS
