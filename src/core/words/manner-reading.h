/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that understand typed text share. */
#pragma once

#include "record/operand.h"
#include "words/error.h"
#include "words/manner-private.h"

G_BEGIN_DECLS

/* One text that is being read into one field. */
typedef struct
{
  const LiaisonManner *manner;
  const LiaisonSnapshot *snapshot;
  const LiaisonField *field;
  const LiaisonBlock *block; /* the record as it is, or NULL */
  const char *zone;          /* in which a time without one is meant; NULL: UTC */
  const char *text;          /* as typed, for refusals and for texts */
  const char *plain;         /* see liaison_reading_make_plain; not empty */
} LiaisonReading;

/* @text in compatibility composition (NFKC) with western digits, blanks that are all alike, without
 * marks that cannot be seen and without blanks at either end. The caller's. */
char *liaison_reading_make_plain (const char *text);
/* The same reading of a part of the text. */
LiaisonReading liaison_reading_of_part (const LiaisonReading *whole, const char *plain);

/* Refuses with a sentence in which {text} is what was typed. Always FALSE. */
#define liaison_reading_refuse(reading, error, code, msgid, ...)                                   \
  liaison_reading_refuse_take (                                                                    \
      (reading), (error), (code), (msgid),                                                         \
      (LiaisonOperand[]){ liaison_operand_text ("text", (reading)->text), ##__VA_ARGS__ },         \
      sizeof ((LiaisonOperand[]){ liaison_operand_integer ("text", 0), ##__VA_ARGS__ })            \
          / sizeof (LiaisonOperand))
gboolean liaison_reading_refuse_take (const LiaisonReading *reading,
                                      GError **error,
                                      LiaisonWordsError code,
                                      const char *msgid,
                                      LiaisonOperand *operands,
                                      gsize n_operands);
/* The same with operands made one by one; takes @operands. */
gboolean liaison_reading_refuse_with (const LiaisonReading *reading,
                                      GError **error,
                                      LiaisonWordsError code,
                                      const char *msgid,
                                      GArray *operands);

/* Each reads into @at, memory of the field's type that is not set. */
gboolean liaison_reading_read (const LiaisonReading *reading, gpointer at, GError **error);
gboolean liaison_reading_read_integer (const LiaisonReading *reading, gpointer at, GError **error);
gboolean liaison_reading_read_boolean (const LiaisonReading *reading, gpointer at, GError **error);
gboolean liaison_reading_read_choice (const LiaisonReading *reading, gpointer at, GError **error);
gboolean liaison_reading_read_instant (const LiaisonReading *reading, gpointer at, GError **error);
gboolean liaison_reading_read_duration (const LiaisonReading *reading, gpointer at, GError **error);
gboolean liaison_reading_read_date (const LiaisonReading *reading, gpointer at, GError **error);
gboolean liaison_reading_read_zone (const LiaisonReading *reading, gpointer at, GError **error);
gboolean liaison_reading_read_nation (const LiaisonReading *reading, gpointer at, GError **error);
gboolean liaison_reading_read_nations (const LiaisonReading *reading, gpointer at, GError **error);
gboolean liaison_reading_read_level (const LiaisonReading *reading, gpointer at, GError **error);
gboolean
liaison_reading_read_reference (const LiaisonReading *reading, gpointer at, GError **error);
gboolean
liaison_reading_read_references (const LiaisonReading *reading, gpointer at, GError **error);
gboolean liaison_reading_read_marking (const LiaisonReading *reading, gpointer at, GError **error);
gboolean liaison_reading_read_items (const LiaisonReading *reading, gpointer at, GError **error);

/* The code of a nation by code, alpha-3, the plan's own names or the world's; interned; NULL: none.
 */
const char *liaison_reading_find_nation (const LiaisonReading *reading, const char *plain);
/* A zone by its name, its city, or UTC; TRUE with *@zone NULL for UTC. */
gboolean
liaison_reading_find_zone (const LiaisonReading *reading, const char *plain, const char **zone);

/* A duration in any of the ways it may be typed or told. */
gboolean liaison_reading_parse_duration (LiaisonWords *words, const char *plain, gint64 *seconds);

/* What looking for a record by what people call it came to. */
typedef enum
{
  LIAISON_MATCH_NONE,
  LIAISON_MATCH_ONE,
  LIAISON_MATCH_SEVERAL,
} LiaisonMatch;

/* Looks for a record of the kinds in @targets: by id, by code, by the whole name in any language,
 * by another spelling, and unless @whole by the only name that begins so. */
LiaisonMatch liaison_reading_find_record (const LiaisonReading *reading,
                                          guint64 targets,
                                          const char *plain,
                                          gboolean whole,
                                          LiaisonId *id);
/* The short name that people type, and the title in all its languages; NULL where there is none. */
const char *liaison_reading_get_code (const LiaisonBlock *block);
const LiaisonText *liaison_reading_get_title (const LiaisonBlock *block);
/* Says which records @plain may have meant. Always FALSE. */
gboolean liaison_reading_refuse_record (const LiaisonReading *reading,
                                        guint64 targets,
                                        const char *plain,
                                        LiaisonMatch match,
                                        GError **error);

/* The parts of a list: between semicolons, commas (of any script), line breaks and what the
 * language puts there. */
GPtrArray *liaison_reading_split (const LiaisonReading *reading, const char *plain);
/* The same between semicolons and line breaks only. */
GPtrArray *liaison_reading_split_items (const LiaisonReading *reading, const char *plain);
/* Where in @text the part behind the last such mark begins, blanks skipped. */
const char *liaison_reading_find_last_part (const LiaisonReading *reading, const char *text);
/* Tries to understand @plain, one member of a list; FALSE: it is none. */
typedef gboolean (*LiaisonMemberFunc) (const LiaisonReading *reading,
                                       const char *plain,
                                       gpointer data);
/* Goes through the parts of a list and calls @take for each member, the longest that it takes:
 * names may have commas. NULL when all was taken, else the first part that was not (the caller's).
 */
char *liaison_reading_take_members (const LiaisonReading *reading,
                                    const char *plain,
                                    LiaisonMemberFunc take,
                                    gpointer data);

/* A date and a time in the forms that local people write. */
typedef struct
{
  int year, month, day; /* 0: not said */
  guint weekday;        /* 0: not said */
  gboolean has_time;
  int hour, minute, second;
  char letter; /* of a military zone right after the time; 0: none */
} LiaisonTypedTime;

/* FALSE when it is no such thing, or could be read in two ways. Numbers are within their ranges,
 * but days not checked against months. */
gboolean liaison_typed_time_read (LiaisonWords *words, const char *plain, LiaisonTypedTime *typed);

G_END_DECLS
