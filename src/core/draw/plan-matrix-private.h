/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the plan's matrices share. */
#pragma once

#include "draw/plan-matrix.h"
#include "inform/release-state.h"

#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

#define NOWHERE LIAISON_MATRIX_NOWHERE

/* A row: one of the facts, or a heading over those that follow. */
typedef struct
{
  guint place;               /* among the facts; NOWHERE: a heading */
  const LiaisonBlock *block; /* that it stands for, or NULL */
  const char *code;          /* of a nation that it stands for, or NULL */
  guint depth;
} PlanRow;

/* A column of results: a nation or a pair. */
typedef struct
{
  const char *nation, *other;
} PlanColumn;

struct _LiaisonPlanMatrix
{
  const LiaisonPlanMatrixType *type;
  LiaisonPlanMatrixOptions options;
  LiaisonSnapshot *snapshot;
  const char *language;

  GArray *rows;    /* of PlanRow */
  GArray *columns; /* of PlanColumn, where a type needs them */

  /* The facts, of which a type has one or two */
  LiaisonManning *manning;
  LiaisonLanguagePairs *pairs;
  LiaisonRepresentations *representations;
  LiaisonChecklists *checklists;
  LiaisonResults *results;
  LiaisonTrend *trend;
  LiaisonReleaseMatrix *releases;
};

static inline const PlanRow *
plan_row (const LiaisonPlanMatrix *self, guint row)
{
  return &g_array_index (self->rows, PlanRow, row);
}

/* A sentence about the plan: the operands are made in place and cleared by the call. */
#define plan_tell(manner, msgid, ...)                                                              \
  plan_tell_take ((manner), (msgid), (LiaisonOperand[]){ __VA_ARGS__ },                            \
                  sizeof ((LiaisonOperand[]){ __VA_ARGS__ }) / sizeof (LiaisonOperand))
char *
plan_tell_take (const LiaisonManner *manner, const char *msgid, LiaisonOperand *operands, gsize n);
/* A sentence more, with a blank before it. Takes @sentence, which may be NULL. */
void plan_add_sentence (GString *text, char *sentence);
/* "5 gaps", by a msgid with {n} and its plural. Transfer full. */
char *
plan_tell_count (const LiaisonManner *manner, const char *singular, const char *plural, guint n);
void plan_add_id (GArray *ids, LiaisonId id);
/* A column or row for a nation: its code, its name. */
void plan_add_nation_column (LiaisonMatrix *matrix,
                             const LiaisonManner *manner,
                             const LiaisonBlock *nation,
                             const char *group);
void plan_add_record_row (LiaisonMatrix *matrix,
                          const LiaisonManner *manner,
                          const LiaisonBlock *block,
                          const char *detail,
                          guint depth,
                          gboolean strong);

extern const LiaisonPlanMatrixType liaison_matrix_manning, liaison_matrix_representation,
    liaison_matrix_representation_sites, liaison_matrix_language_pairs, liaison_matrix_checklists,
    liaison_matrix_results, liaison_matrix_levels, liaison_matrix_pairs, liaison_matrix_trend,
    liaison_matrix_products;

G_END_DECLS
