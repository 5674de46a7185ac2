/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operands: the values that fill the {placeholders} of a sentence about a plan.
 *
 * Findings, edits and errors carry a code and operands; src/core/words makes the sentence, in any
 * language. */
#pragma once

#include "record/id.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_OPERAND_TEXT,       /* what somebody wrote: shown as it is, in isolation */
  LIAISON_OPERAND_INTEGER,    /* a number or a count, shown in the reader's digits */
  LIAISON_OPERAND_SECONDS_AT, /* Unix time in s, shown in the reader's zone */
  LIAISON_OPERAND_DATE,       /* days since 1970-01-01, in no zone */
  LIAISON_OPERAND_DURATION,   /* seconds */
  LIAISON_OPERAND_RECORD,     /* a record, shown by its name in the reader's language */
  LIAISON_OPERAND_FIELD,      /* an English label (msgid) of a field, a choice, a kind of record */
  LIAISON_OPERAND_NATION,     /* ISO 3166-1 alpha-2 code, or an organisation's (NATO, UN, EU) */
  LIAISON_OPERAND_LANGUAGE,   /* BCP 47 tag, shown as the language's name in the reader's language */
} LiaisonOperandKind;

/* A plain value. What it owns is reference-counted and atomic, so copies may be kept by any thread.
 * Several operands with one name are a list: "{nations}" with three of them reads "Chile, France
 * and Norway". */
typedef struct
{
  LiaisonOperandKind kind;
  const char *name; /* of the placeholder, without braces; static or interned */
  union
  {
    GRefString *text;   /* TEXT; owned, not NULL */
    gint64 integer;     /* INTEGER */
    gint64 seconds;     /* SECONDS_AT, DURATION */
    gint32 days;        /* DATE */
    LiaisonId record;   /* RECORD */
    const char *label;  /* FIELD; static or interned */
    const char *nation; /* NATION; interned */
    const char *tag;    /* LANGUAGE; interned */
  } value;
} LiaisonOperand;

/* Each makes one operand. @name, and @label of a field, must be static or interned; @text, @code
 * and @tag are copied. A NULL text is an empty one. The caller clears what it gets or gives it to a list. */
LiaisonOperand liaison_operand_text (const char *name, const char *text);
LiaisonOperand liaison_operand_integer (const char *name, gint64 integer);
LiaisonOperand liaison_operand_seconds_at (const char *name, gint64 seconds);
LiaisonOperand liaison_operand_date (const char *name, gint32 days);
LiaisonOperand liaison_operand_duration (const char *name, gint64 seconds);
LiaisonOperand liaison_operand_record (const char *name, LiaisonId record);
LiaisonOperand liaison_operand_field (const char *name, const char *label);
LiaisonOperand liaison_operand_nation (const char *name, const char *code);
LiaisonOperand liaison_operand_language (const char *name, const char *tag);

/* A copy with references of its own. */
LiaisonOperand liaison_operand_copy (const LiaisonOperand *self);
/* Drops what @self owns; afterwards it is an INTEGER 0 without name, and clearing it again does
 * nothing. */
void liaison_operand_clear (LiaisonOperand *self);
/* Same name, kind and value. */
gboolean liaison_operand_equal (const LiaisonOperand *a, const LiaisonOperand *b);

/* A growing list of operands that clears what it holds: g_array_append_val takes ownership of the
 * operand. NULL stands for an empty list wherever a list is read. */
GArray *liaison_operands_new (void);
/* A list with copies of @operands. */
GArray *liaison_operands_copy (const LiaisonOperand *operands, gsize n_operands);
/* Same operands in the same order. */
gboolean liaison_operands_equal (const GArray *a, const GArray *b);

G_END_DECLS
