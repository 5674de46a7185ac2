/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numberings without gaps: a reader of EV-001, EV-003 would know that there is an EV-002. */
#pragma once

#include "release/view.h"

G_BEGIN_DECLS

/* The serials of all that is seen. Each number in a serial becomes its place among the numbers that
 * stand behind the same beginning: OBJ-2.1, OBJ-2.5, OBJ-4 become OBJ-1.1, OBJ-1.2, OBJ-2. Numbers
 * as the program gives them have three digits, others as many as the highest needs, however they
 * were written. Kinds whose codes are names and not numbers (a site, a participant) keep them. This
 * is done whether anything is withheld or not: otherwise it would tell. */
typedef struct _LiaisonSerials LiaisonSerials;

LiaisonSerials *liaison_serials_new (const LiaisonView *view);
/* Those of a later version, for an audience that holds @before, which was made of @earlier: a
 * record that is seen in both keeps its number, whatever the planners made of theirs; what is new
 * is numbered after all that the audience heard of; what is gone leaves its number unused. A record
 * that moved behind another beginning is as one that is new. Only the order of the planners' numbers
 * among what is seen counts: not the numbers themselves. */
LiaisonSerials *liaison_serials_new_after (const LiaisonView *view,
                                           const LiaisonSerials *before,
                                           const LiaisonView *earlier);
void liaison_serials_free (LiaisonSerials *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonSerials, liaison_serials_free)

/* Transfer full. */
char *liaison_serials_make (const LiaisonSerials *self, LiaisonKindId kind, const char *serial);
/* @text with serials that stand in it as they are now; NULL where there are none. Transfer full. */
char *liaison_serials_make_text (const LiaisonSerials *self, const char *text);

/* How many bytes at @text could be a serial, without the full stop of a sentence; 0: none. */
gsize liaison_serials_measure (const char *text);
/* The serial of a record whose kind is numbered, where it is one that people would know in a text:
 * with letters and digits. Borrowed; NULL: none. */
const char *liaison_serials_get (const LiaisonBlock *block);

G_END_DECLS
