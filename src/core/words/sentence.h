/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences with named placeholders: "{nation} has no liaison post at {site}".
 *
 * A placeholder is a name ([A-Za-z_][A-Za-z0-9_]*) in braces. Two braces are one brace. A
 * placeholder for which there is no operand stays as it is written, so a wrong translation is seen
 * and never crashes. Operands of one name are joined as a list with "and". What people wrote, names
 * of records and of nations stand in U+2068/U+2069 (Unicode Standard Annex #9), so that they keep
 * their direction; line breaks in them become blanks. Results are plain text, not Pango markup. */
#pragma once

#include "record/operand.h"
#include "words/words.h"

G_BEGIN_DECLS

/* The name of a record in the language of @words; transfer full; NULL when there is no such record
 * any more. */
typedef char *(*LiaisonRecordNameFunc) (LiaisonId id, LiaisonWords *words, gpointer data);

/* Whom a sentence is for. NULL stands for all members zero. */
typedef struct
{
  const char *zone; /* IANA name in which instants are shown; NULL: UTC, and said so */
  gboolean dtg;     /* TRUE: instants as date-time groups */
  LiaisonRecordNameFunc name_record; /* NULL: records are shown by their ids */
  gpointer data;                     /* for name_record */
} LiaisonReaderContext;

/* One operand as it stands in a sentence; the caller's. */
char *liaison_words_format_operand (LiaisonWords *self,
                                    const LiaisonOperand *operand,
                                    const LiaisonReaderContext *context);

/* The translation of @msgid with its placeholders filled from @operands, which are left as they
 * are. */
char *liaison_words_format_operands (LiaisonWords *self,
                                     const char *msgid,
                                     const LiaisonOperand *operands,
                                     gsize n_operands,
                                     const LiaisonReaderContext *context);
/* The same with the form for @n things. {n} is @n itself unless an operand has that name. */
char *liaison_words_format_operands_plural (LiaisonWords *self,
                                            const char *singular,
                                            const char *plural,
                                            guint64 n,
                                            const LiaisonOperand *operands,
                                            gsize n_operands,
                                            const LiaisonReaderContext *context);

/* For calls in code: operands are made in place and cleared by the call.
 *
 *   liaison_words_format (words, N_("{who} speaks for {nation}"),
 *                         liaison_operand_text ("who", name), liaison_operand_nation ("nation",
 * "NO"));
 *
 * There is no context: instants are in UTC, records by id. A macro and not a variable argument
 * list, so that the compiler checks what is passed. */
#define liaison_words_format(self, msgid, ...)                                                     \
  liaison_words_format_take ((self), (msgid), (LiaisonOperand[]){ __VA_ARGS__ },                   \
                             sizeof ((LiaisonOperand[]){ __VA_ARGS__ }) / sizeof (LiaisonOperand))
#define liaison_words_format_plural(self, singular, plural, n, ...)                                \
  liaison_words_format_plural_take (                                                               \
      (self), (singular), (plural), (n), (LiaisonOperand[]){ __VA_ARGS__ },                        \
      sizeof ((LiaisonOperand[]){ __VA_ARGS__ }) / sizeof (LiaisonOperand))

/* Behind these macros: as above, and clear @operands. */
char *liaison_words_format_take (LiaisonWords *self,
                                 const char *msgid,
                                 LiaisonOperand *operands,
                                 gsize n_operands);
char *liaison_words_format_plural_take (LiaisonWords *self,
                                        const char *singular,
                                        const char *plural,
                                        guint64 n,
                                        LiaisonOperand *operands,
                                        gsize n_operands);

/* @text between U+2068 and U+2069, with isolates of its own made balanced and line breaks made
 * blanks. The caller's. */
char *liaison_words_isolate (const char *text);
/* @text without U+2066 to U+2069: for comparing, for JSON, for programs that cannot show them. The
 * caller's. */
char *liaison_words_dup_without_isolates (const char *text);

G_END_DECLS
