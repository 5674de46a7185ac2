/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings: what a look at the plan found, as values; src/core/words makes the sentences. */
#pragma once

#include "record/id.h"
#include "record/operand.h"
#include "record/value.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_SEVERITY_NOTE,    /* worth knowing */
  LIAISON_SEVERITY_WARNING, /* likely to go wrong */
  LIAISON_SEVERITY_ERROR,   /* cannot be as written */
} LiaisonSeverity;

/* One edit of a fix. */
typedef struct
{
  LiaisonSlot slot;
  LiaisonValue value;
} LiaisonFixEdit;

/* Immutable once made, counted, for any thread. */
typedef struct
{
  gatomicrefcount refs;
  const char *rule;         /* static: "reference-dangling" */
  LiaisonSeverity severity;
  const char *sentence;     /* static msgid with {placeholders} */
  GArray *operands;         /* of LiaisonOperand; NULL: none */
  LiaisonId *records;       /* those concerned, the first one foremost */
  guint n_records;
  const char *field;        /* static: name of the field of the first record that is at fault, or NULL */
  const char *fix_label;    /* static msgid of what the fix does, or NULL when there is none */
  GArray *fix;              /* of LiaisonFixEdit; NULL: none */
} LiaisonFinding;

/* A finding without records, operands and fix; add them before it is shared. @rule and @sentence are static. */
LiaisonFinding *liaison_finding_new (const char *rule, LiaisonSeverity severity, const char *sentence);
LiaisonFinding *liaison_finding_ref (LiaisonFinding *self);
void liaison_finding_unref (LiaisonFinding *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonFinding, liaison_finding_unref)

void liaison_finding_add_record (LiaisonFinding *self, LiaisonId record);
/* Takes @operand. */
void liaison_finding_take_operand (LiaisonFinding *self, LiaisonOperand operand);
/* Takes @value. @label is static. */
void liaison_finding_take_fix (LiaisonFinding *self, const char *label, const LiaisonSlot *slot, LiaisonValue value);

/* Same rule, records, field and operands: the same thing found again. */
gboolean liaison_finding_equal (const LiaisonFinding *a, const LiaisonFinding *b);

/* "error", "warning", "note": for machines. */
const char *liaison_severity_get_nick (LiaisonSeverity severity);

G_END_DECLS
