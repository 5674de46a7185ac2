/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was withheld from an audience, and why: for the planners' eyes only. */
#pragma once

#include "record/snapshot.h"
#include "release/audience.h"
#include "words/manner.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_WITHHELD_UNMARKED, /* record: it has no marking, so it is for its originator only */
  LIAISON_WITHHELD_LIST,  /* record: the audience, or a nation of it, is not on its release list */
  LIAISON_WITHHELD_LEVEL, /* record: its level is above what the audience may see */
  LIAISON_WITHHELD_CONTROL,   /* record, field or own column: for exercise control only */
  LIAISON_WITHHELD_PLANNERS,  /* record or field: it is the planning cell's own */
  LIAISON_WITHHELD_REFERENCE, /* field: it refers to what is withheld, or names a withheld nation */
  LIAISON_WITHHELD_NAMED,     /* field: it is released, and its text names what is withheld: to be
                                 mended before it goes */
  LIAISON_WITHHELD_ITEM,      /* field: an item in it is about what is withheld */
  LIAISON_WITHHELD_GONE,      /* record: it went out with the version compared with, so that a page of
                                 changes names it as gone */
} LiaisonWithheldReason;

/* A plain value; borrows from the plan it was made of. */
typedef struct
{
  LiaisonKindId kind;
  LiaisonId record;
  const LiaisonField *field; /* of a record that is released but for this; NULL: the whole record */
  LiaisonWithheldReason reason;
  const char *nation; /* LIST: the first nation of the audience that is not on the list, interned */
  LiaisonId other; /* REFERENCE, ITEM: the first record that is withheld; zero: a nation or what is
                      not there */
} LiaisonWithheld;

/* "not-on-list": for machines. */
const char *liaison_withheld_reason_get_nick (LiaisonWithheldReason reason);
/* For cells of a matrix, msgids: a letter for a reason that withholds a record, and what stands
 * where it goes. */
const char *liaison_withheld_reason_get_letter (LiaisonWithheldReason reason);
#define LIAISON_RELEASED_LETTER "✓"
/* What these mean. Borrowed. */
const char *liaison_withheld_tell_legend (LiaisonWords *words);
/* The reason as a sentence, told with the plan and not with the copy. Transfer full. */
char *liaison_withheld_tell (const LiaisonWithheld *self,
                             const LiaisonAudience *audience,
                             const LiaisonManner *manner);

G_END_DECLS
