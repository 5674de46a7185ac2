/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How numberings are kept: for serials.c and serials-after.c. */
#pragma once

#include "release/serials.h"

G_BEGIN_DECLS

typedef struct
{
  guint raw;   /* as the planners have it */
  guint fresh; /* as the audience has it; 0: not settled yet */
} LiaisonSerialNumber;

/* The numbers that stand behind one beginning. */
typedef struct
{
  LiaisonKindId kind;
  char *beginning;  /* as the planners have it: "OBJ-2." */
  guint depth;      /* how many numbers stand in that */
  GArray *numbers;  /* of LiaisonSerialNumber, ascending by raw and each once when it is ready */
  gboolean goes_on; /* something follows one of them: OBJ-2 and OBJ-2.1 */
  guint highest;    /* fresh number that was ever given */
  guint width;      /* digits of fresh numbers, with zeros before them */
} LiaisonSerialRow;

struct _LiaisonSerials
{
  GHashTable *rows;  /* kind and beginning -> LiaisonSerialRow; owned */
  GHashTable *texts; /* serial -> new serial, or "" where two kinds disagree; owned */
};

/* A number in a serial: it stands at @place and ends before @end. */
typedef struct
{
  gsize place, end;
  guint number;
} LiaisonSerialPart;

/* Finds the first number from part->end on; FALSE: there is none that counts. */
gboolean liaison_serials_next_part (const char *serial, LiaisonSerialPart *part);
/* The serial of a record whose kind is numbered; NULL: none. Borrowed. */
const char *liaison_serials_get_raw (const LiaisonBlock *block);

/* Rows that are ready but for their fresh numbers; without texts. */
LiaisonSerials *liaison_serials_gather (const LiaisonView *view);
LiaisonSerialRow *liaison_serials_find_row (const LiaisonSerials *self,
                                            LiaisonKindId kind,
                                            const char *serial,
                                            gsize length);
/* Gives those that have none the next numbers, in their order. */
void liaison_serials_settle (LiaisonSerialRow *row);
/* The first @length bytes of @serial with the numbers of the audience. Transfer full. */
char *liaison_serials_make_beginning (const LiaisonSerials *self,
                                      LiaisonKindId kind,
                                      const char *serial,
                                      gsize length);
/* Knows the serial of @block in texts, or those of all that is seen. */
void liaison_serials_add_text (LiaisonSerials *self, const LiaisonBlock *block, const char *fresh);
void liaison_serials_add_texts (LiaisonSerials *self, const LiaisonView *view);
typedef void (*LiaisonSerialsFunc) (const LiaisonBlock *block, const char *serial, gpointer data);
/* Calls @func for all that is seen and has a serial, by kind and id. */
void liaison_serials_foreach (const LiaisonView *view, LiaisonSerialsFunc func, gpointer data);

G_END_DECLS
