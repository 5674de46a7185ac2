/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How what is in a plan is said and understood: in which language, of which plan, in which zone, in
 * which format. */
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

/* A plain value; everything is borrowed and must outlive it. For any thread when `lookup` is of a
 * snapshot. */
typedef struct
{
  LiaisonWords *words;
  LiaisonLookup lookup;
  const char *zone; /* of the reader, where no better one is known, and for J; NULL: UTC */
  LiaisonTimeStyle format;
  gint64 now; /* Unix s: around which DTGs without month or year are meant, and "in 3 days" */
} LiaisonManner;

/* What people read. Transfer full; never NULL: "" for what is not set, but a boolean says yes or
 * no. Texts are told whole, numbers without their unit. A fixed time is told in its own zone, in
 * local style a bare offset in the reader's; an anchored one with what it comes to: "STARTEX+57h
 * (031500ZMAY27)". Lists have commas between their parts, lists of items semicolons; an item is its
 * title, or what its columns say. What runs against the direction of the language is isolated
 * (U+2068/U+2069). */
char *liaison_manner_tell_field (const LiaisonManner *manner,
                                 const LiaisonBlock *block,
                                 const LiaisonField *field);
/* @value may be NONE. For slots of a text in one language and members of sets too. */
char *liaison_manner_tell_value (const LiaisonManner *manner,
                                 const LiaisonField *field,
                                 const LiaisonValue *value);
/* The record's title in the language, else its code, else (kinds that have no title) its first two
 * columns, else "Untitled event"; "Unknown record" when it is not there. */
char *liaison_manner_tell_name (const LiaisonManner *manner, LiaisonId record);
char *liaison_manner_tell_block_name (const LiaisonManner *manner, const LiaisonBlock *block);
/* A nation by its code: the plan's own display name in the language, else what the language calls
 * the country or organisation; the plan's name in another language only for codes that the world
 * does not know. */
char *liaison_manner_tell_nation (const LiaisonManner *manner, const char *code);
/* Unix @seconds in @zone (NULL: the reader's) in the reader's format, with the zone said. */
char *liaison_manner_tell_time (const LiaisonManner *manner, gint64 seconds, const char *zone);
/* When the record begins, in Zulu as DTG and as local time at its place: the two columns of a
 * schedule. */
char *liaison_manner_tell_start_zulu (const LiaisonManner *manner, const LiaisonBlock *block);
char *liaison_manner_tell_start_local (const LiaisonManner *manner, const LiaisonBlock *block);

/* The sentence @msgid with its {placeholders} filled from @operands (of LiaisonOperand; may be
 * NULL). */
char *liaison_manner_tell_sentence (const LiaisonManner *manner,
                                    const char *msgid,
                                    const GArray *operands);
char *liaison_manner_tell_finding (const LiaisonManner *manner, const LiaisonFinding *finding);

/* A key by which tables are sorted: what is told, as a collation key of the language; numbers,
 * times, durations and dates by size, choices in the order of their table (draft before confirmed),
 * order keys as they are. What is not set comes last. Compare with strcmp; no UTF-8. */
char *liaison_manner_get_sort_key (const LiaisonManner *manner,
                                   const LiaisonBlock *block,
                                   const LiaisonField *field);

/* Everything of the block in all its languages, folded for search (see words/search.h): its items,
 * codes and names of nations, choices and dates in the language, fixed times as DTGs in Zulu. Not
 * the names of records it refers to, which change without it, nor hidden fields. */
char *liaison_manner_get_search_text (const LiaisonManner *manner, const LiaisonBlock *block);

/* clang-format off */
/* Understanding what a person typed or pasted into a field: what tell_field says is always
 * understood, and more.
 *
 *   text       meant for the language of the words; the other languages in @block are kept
 *   times      DTGs; 2027-05-14 15:00, 14/05/2027 0900 (the day first), 14 May 2027 15:00 with
 *              months of the language or English, with a zone behind or without: then that of
 *              @block's place is meant, else the reader's; a time alone: on the day of the present
 *              value; STARTEX+57h, ENDEX-2d@09:00, start(EV-12)+30m with a code or a name
 *   durations  2h30, 90m, 1:30, and in words
 *   dates      as times, with a year of four digits, or the name of the month and no year
 *   nations    by code, alpha-3 code, the plan's names or the world's
 *   zones      by city or IANA name
 *   levels     as "French 3332", or with a tag
 *   records    of @snapshot, by id, code, name in any language, other spelling, or the only name
 *              that begins so
 *   lists      with ';' or ',' or what the language has there; names may have commas
 *   markings   as told, or "LEVEL REL FR, NO"; beginnings of names are not enough there
 *   choices    by label, nick, or the only label that begins so; yes and no also as x, true, 1
 *
 * Case, accents, digits of any script and blanks do not matter. An empty @text is a NONE value.
 * Text that is what tell_field says of @block gives the present value, to the second. The caller
 * clears @value, the new value of the whole field. @block is the record as it is, or NULL;
 * @snapshot may be NULL when there are no records to find. Refusals (LIAISON_WORDS_ERROR_INPUT,
 * _RANGE, _UNKNOWN, _AMBIGUOUS) are translated sentences that say what is expected. */
/* clang-format on */
gboolean liaison_manner_read_field (const LiaisonManner *manner,
                                    const LiaisonSnapshot *snapshot,
                                    const LiaisonField *field,
                                    const LiaisonBlock *block,
                                    const char *text,
                                    LiaisonValue *value,
                                    GError **error);

G_END_DECLS
