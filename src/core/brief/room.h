/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who will be in the room at an event, by nation, and what is to be minded with each. */
#pragma once

#include "brief/card.h"
#include "record/snapshot.h"
#include "words/words.h"

G_BEGIN_DECLS

typedef struct
{
  const LiaisonBlock *block; /* a participant or a liaison post. Borrowed */
  int role;                  /* LiaisonEventRole */
  gboolean chair;
} LiaisonRoomPerson;

typedef struct
{
  const char *code;             /* interned; NULL: people of no nation */
  GArray *people;               /* of LiaisonRoomPerson: the chair, people, then units */
  const LiaisonBlock *briefing; /* its card, or NULL. Borrowed */
  LiaisonCard *card;            /* of it; or NULL */
} LiaisonRoomNation;

typedef struct
{
  const LiaisonBlock *event; /* borrowed */
  GPtrArray *nations;        /* of LiaisonRoomNation; by name in the language, the chair's first */
  guint n_people;
} LiaisonRoom;

/* For a reader of @words. The snapshot must outlive it. */
LiaisonRoom *
liaison_room_new (const LiaisonSnapshot *snapshot, const LiaisonBlock *event, LiaisonWords *words);
void liaison_room_free (LiaisonRoom *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonRoom, liaison_room_free)

/* The statements of the card that are to be minded at a meeting, places in its lines: those marked
 * for the room card, else greeting and forms of address; at most @max. The caller's array of guint.
 */
GArray *liaison_room_list_statements (const LiaisonCard *card, guint max);

G_END_DECLS
