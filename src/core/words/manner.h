/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How what is in a plan is said and understood: in which language, of which plan, in which zone, in which format. */
#pragma once

#include "record/finding.h"
#include "record/times.h"
#include "record/snapshot.h"
#include "words/words.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_TIME_AS_DTG,   /* 141300ZMAY27 */
  LIAISON_TIME_AS_LOCAL, /* as the language writes date and time, 24 hours */
} LiaisonTimeStyle;

/* A plain value; everything is borrowed and must outlive it. For any thread when `lookup` is of a snapshot. */
typedef struct
{
  LiaisonWords *words;
  LiaisonLookup lookup;
  const char *zone;         /* of the reader: where no better one is known, and for the letter J; NULL: UTC */
  LiaisonTimeStyle format;
  gint64 now;               /* Unix s: around which DTGs without month or year are meant, and "in 3 days" */
} LiaisonManner;

/* What people read. Transfer full; never NULL: "" for what is not set. */
char *liaison_manner_tell_field (const LiaisonManner *manner, const LiaisonBlock *block, const LiaisonField *field);
/* @value may be NONE. For slots of a text in one language and members of sets too. */
char *liaison_manner_tell_value (const LiaisonManner *manner, const LiaisonField *field, const LiaisonValue *value);
/* The record's title in the language, else its code, else "Untitled event"; "Unknown record" when it is not there. */
char *liaison_manner_tell_name (const LiaisonManner *manner, LiaisonId record);
char *liaison_manner_tell_block_name (const LiaisonManner *manner, const LiaisonBlock *block);
/* A nation by its code: the plan's own display name, else what the language calls the country. */
char *liaison_manner_tell_nation (const LiaisonManner *manner, const char *code);
/* Unix @seconds in @zone (NULL: the reader's) in the reader's format, with the zone said. */
char *liaison_manner_tell_time (const LiaisonManner *manner, gint64 seconds, const char *zone);
/* When the record begins, in Zulu as DTG and as local time at its place: the two columns of a schedule. */
char *liaison_manner_tell_start_zulu (const LiaisonManner *manner, const LiaisonBlock *block);
char *liaison_manner_tell_start_local (const LiaisonManner *manner, const LiaisonBlock *block);

/* The sentence @msgid with its {placeholders} filled from @operands (of LiaisonOperand; may be NULL). */
char *liaison_manner_tell_sentence (const LiaisonManner *manner, const char *msgid, const GArray *operands);
char *liaison_manner_tell_finding (const LiaisonManner *manner, const LiaisonFinding *finding);

/* A key by which tables are sorted: what is told, as a collation key of the language; numbers, times and durations by size.
 * Compare with strcmp. */
char *liaison_manner_get_sort_key (const LiaisonManner *manner, const LiaisonBlock *block, const LiaisonField *field);

/* Everything of the block in all its languages, folded for search (see words/search.h). */
char *liaison_manner_get_search_text (const LiaisonManner *manner, const LiaisonBlock *block);

/* Understanding what a person typed or pasted into a field: what tell_field says is always understood, and more: DTGs and
 * anchored times, durations such as 2h30, dates, codes and names of nations, language levels, names or serials of records
 * (several separated by ';' or ','), choices by label or nick, yes and no. Text is meant for the language of `words`.
 * An empty @text is a NONE value. Refusals (LIAISON_WORDS_ERROR) are translated sentences. @snapshot: where records are looked for
 * by name. The caller clears @value, the new value of the whole field. @block is the record as it is (other languages of the text
 * are kept; the time zone of its place is meant), or NULL. */
gboolean liaison_manner_read_field (const LiaisonManner *manner,
                                    const LiaisonSnapshot *snapshot,
                                    const LiaisonField *field,
                                    const LiaisonBlock *block,
                                    const char *text,
                                    LiaisonValue *value,
                                    GError **error);

G_END_DECLS
