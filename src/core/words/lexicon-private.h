/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the lexicon share. */
#pragma once

#include "words/lexicon.h"
#include "words/words-private.h"

G_BEGIN_DECLS

/* A unit of duration. @amount is what the phrase says without a number, as the dual of Arabic does;
 * else 0. */
typedef struct
{
  gint64 seconds;
  gint64 amount;
} LiaisonUnit;

/* Tables from a folded word; each is made whole before it is seen, and never changed. */
typedef enum
{
  LIAISON_LEXICON_MONTHS,    /* number */
  LIAISON_LEXICON_WEEKDAYS,  /* number */
  LIAISON_LEXICON_FILLERS,   /* 1 */
  LIAISON_LEXICON_UNITS,     /* LiaisonUnit */
  LIAISON_LEXICON_JOINERS,   /* 1 */
  LIAISON_LEXICON_NATIONS,   /* interned code */
  LIAISON_LEXICON_LANGUAGES, /* interned tag */
  LIAISON_LEXICON_ZONES,     /* interned name */
} LiaisonLexiconTable;
#define LIAISON_LEXICON_N_TABLES (LIAISON_LEXICON_ZONES + 1)

/* One table of the language of @words. Borrowed, for ever. */
GHashTable *liaison_lexicon_get (LiaisonWords *words, LiaisonLexiconTable table);
/* The words of English, without catalogues. */
LiaisonWords *liaison_lexicon_get_english (void);

/* Fill a new table. */
void liaison_lexicon_fill_months (LiaisonWords *words, GHashTable *table);
void liaison_lexicon_fill_weekdays (LiaisonWords *words, GHashTable *table);
void liaison_lexicon_fill_fillers (LiaisonWords *words, GHashTable *table);
void liaison_lexicon_fill_units (LiaisonWords *words, GHashTable *table);
void liaison_lexicon_fill_joiners (LiaisonWords *words, GHashTable *table);
void liaison_lexicon_fill_nations (LiaisonWords *words, GHashTable *table);
void liaison_lexicon_fill_languages (LiaisonWords *words, GHashTable *table);
void liaison_lexicon_fill_zones (LiaisonWords *words, GHashTable *table);

/* The bytes of the word that folded @text begins with: letters, and dots between letters ("ก.พ.");
 * 0: none. */
gsize liaison_lexicon_measure_word (const char *text);
/* The word as it is looked for: its letters without the marks of an abbreviation. The caller's. */
char *liaison_lexicon_make_word (const char *text, gsize length);

/* @text folded, with western digits. The caller's. */
char *liaison_lexicon_fold (const char *text);
/* Adds @value under @text, folded, unless there is one already: the first in comes first. */
void liaison_lexicon_add (GHashTable *table, const char *text, gconstpointer value);

G_END_DECLS
