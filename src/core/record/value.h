/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slots and their values: what an edit addresses and what it puts there. */
#pragma once

#include "record/block.h"

G_BEGIN_DECLS

/* What is at a slot. Beside the field types: a whole record or item (BLOCK), one language of a text (STRING) and
 * whether a set has a member (BOOLEAN). */
typedef enum
{
  LIAISON_VALUE_NONE,  /* nothing: not set, no such item */
  LIAISON_VALUE_FIELD, /* a value of the type of `field` */
  LIAISON_VALUE_STRING,
  LIAISON_VALUE_BOOLEAN,
  LIAISON_VALUE_BLOCK,
} LiaisonValueForm;

/* A plain value that owns what it refers to; copies may be kept by any thread. */
typedef struct
{
  LiaisonValueForm form;
  const LiaisonField *field; /* FIELD: its row, which tells the type */
  union
  {
    LiaisonText *text;
    GRefString *string;
    gint64 integer;
    gboolean boolean;
    int choice;
    LiaisonInstant instant;
    gint64 duration;
    gint32 date;
    const char *name; /* zone, nation */
    LiaisonCodes *nations;
    LiaisonLevel level;
    LiaisonId id;
    LiaisonIds *ids;
    LiaisonMarking *marking;
    LiaisonItems *items;
    LiaisonBlock *block;
  } as;
} LiaisonValue;

#define LIAISON_VALUE_INIT { LIAISON_VALUE_NONE }

void liaison_value_copy (LiaisonValue *to, const LiaisonValue *from);
void liaison_value_clear (LiaisonValue *self);
gboolean liaison_value_equal (const LiaisonValue *a, const LiaisonValue *b);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LiaisonValue, liaison_value_clear)

/* Values that own what they are given a copy of. Anything not set (NULL, zero) becomes NONE. */
LiaisonValue liaison_value_string (const char *string);
LiaisonValue liaison_value_boolean (gboolean boolean);
LiaisonValue liaison_value_block (const LiaisonBlock *block);
/* The value of @field at @at, memory of its type. */
LiaisonValue liaison_value_field (const LiaisonField *field, gconstpointer at);

/* Where in a plan: record / field / item / language. Two people who edit different slots never collide. */
typedef struct
{
  LiaisonId record;
  gint16 field;         /* place in the kind's table; LIAISON_SLOT_WHOLE: the record itself (present or not) */
  gint16 item_field;    /* place in the items' table; LIAISON_SLOT_WHOLE: the item itself (present or not) */
  LiaisonId item;       /* ITEMS: which; else zero */
  const char *language; /* one language of a TEXT, interned; NULL: the whole field */
  LiaisonId member;     /* REFERENCES: one member of the set; zero: the whole field */
  const char *code;     /* NATIONS: one member of the set, interned; NULL: the whole field */
} LiaisonSlot;

#define LIAISON_SLOT_WHOLE (-1)

/* The usual ones. */
LiaisonSlot liaison_slot_record (LiaisonId record);
LiaisonSlot liaison_slot_field (LiaisonId record, guint field);
LiaisonSlot liaison_slot_text (LiaisonId record, guint field, const char *language);
LiaisonSlot liaison_slot_item (LiaisonId record, guint field, LiaisonId item);
LiaisonSlot liaison_slot_item_field (LiaisonId record, guint field, LiaisonId item, guint item_field);
gboolean liaison_slot_equal (const LiaisonSlot *a, const LiaisonSlot *b);

/* Whether the slot fits the shape: indices within the tables, language only on texts and so on. Slots that come from outside
 * (journal, change sets) are checked with this first; the two functions below take it for granted. */
gboolean liaison_slot_is_valid (const LiaisonSlot *slot, const LiaisonShape *shape);
/* Whether @value may stand at the slot: the right form, field and choice, within the field's limits. */
gboolean liaison_slot_accepts (const LiaisonSlot *slot, const LiaisonShape *shape, const LiaisonValue *value);

/* What is at @slot (not the whole record) in @block. NONE when not set. The caller clears it. */
void liaison_block_get_slot (const LiaisonBlock *block, const LiaisonSlot *slot, LiaisonValue *value);
/* A block that differs from @block in that slot. NULL where it cannot: an item's field without the item. Transfer full. */
LiaisonBlock *liaison_block_with_slot (const LiaisonBlock *block, const LiaisonSlot *slot, const LiaisonValue *value);

G_END_DECLS
