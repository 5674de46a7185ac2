/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clearing: what a record says of others that go, as the values that should stand there instead. */
#pragma once

#include "record/lookup.h"
#include "record/value.h"

G_BEGIN_DECLS

/* Takes @value, which should stand at @slot. */
typedef void (*LiaisonClearingFunc) (const LiaisonSlot *slot, LiaisonValue value, gpointer data);

/* A plain value; all borrowed. */
typedef struct
{
  LiaisonLookup lookup; /* where records and times are found */
  GHashTable *gone;     /* set of LiaisonId *, as others refer to them: nations by
                           liaison_id_for_code () */
  GHashTable *instead;  /* LiaisonId * of one that goes -> LiaisonId * of a record that takes its
                           place; NULL: none does */
  gboolean only_work;   /* leave release lists, originators and times as they are */
  LiaisonClearingFunc put;
  gpointer data;
} LiaisonClearing;

/* Tells of every reference of @block to what is gone: a member leaves its list, an item that is
 * about it goes whole, a time that hung on it stays where it is now, a release list becomes
 * narrower, a child hangs on the next one above that stays. */
void liaison_clearing_look (const LiaisonClearing *self, const LiaisonBlock *block);

G_END_DECLS
