/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Matrices of what was worked out from a plan: one line each in the table of plan-matrix.c. Windows
 * and liaisonctl show the same ones; each cell says in words why it is as it is, and leads to the
 * records it stands for. */
#pragma once

#include "draw/matrix.h"
#include "interoperability/rating.h"
#include "interoperability/trend.h"
#include "liaison/checklists.h"
#include "liaison/language-pairs.h"
#include "liaison/manning.h"
#include "liaison/representation.h"

G_BEGIN_DECLS

/* How rows of posts are put together. */
typedef enum
{
  LIAISON_POSTS_BY_SITE,
  LIAISON_POSTS_BY_SENDER,
  LIAISON_POSTS_BY_RECEIVER,
  LIAISON_POSTS_BY_SERIAL,
} LiaisonPostsBy;

typedef struct
{
  gint64 now;   /* Unix s */
  gint64 watch; /* s of a watch; 0: twelve hours */
  LiaisonPostsBy by;
  gboolean gaps_only;         /* manning: only posts that are not covered throughout */
  gboolean pairs;             /* results: of pairs of nations, not of nations */
  LiaisonDimension dimension; /* pairs: UNSET: all */
} LiaisonPlanMatrixOptions;

typedef struct _LiaisonPlanMatrix LiaisonPlanMatrix;
typedef struct _LiaisonPlanMatrixType LiaisonPlanMatrixType;

/* All of it static. */
struct _LiaisonPlanMatrixType
{
  const char *name;  /* on the command line: "manning" */
  const char *title; /* msgid */
  const char *help;  /* msgid: what is seen there */
  const char *empty; /* msgid: what to do first, while there is nothing to show */

  /*< private >*/
  void (*look) (LiaisonPlanMatrix *self);
  void (*fill) (LiaisonPlanMatrix *self, LiaisonMatrix *matrix, const LiaisonManner *manner);
  char *(*summarise) (LiaisonPlanMatrix *self, const LiaisonManner *manner);
  char *(*tell) (LiaisonPlanMatrix *self, const LiaisonManner *manner, guint row, guint column);
  void (*list) (LiaisonPlanMatrix *self, guint row, guint column, GArray *ids);
};

const LiaisonPlanMatrixType *const *liaison_plan_matrix_get_types (guint *n);
const LiaisonPlanMatrixType *liaison_plan_matrix_find_type (const char *name);

/* Works it out, in any thread. Keeps a reference to @snapshot; @language, which checklists are read
 * in, is interned. */
LiaisonPlanMatrix *liaison_plan_matrix_new (const LiaisonPlanMatrixType *type,
                                            LiaisonSnapshot *snapshot,
                                            const char *language,
                                            const LiaisonPlanMatrixOptions *options);
void liaison_plan_matrix_free (LiaisonPlanMatrix *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonPlanMatrix, liaison_plan_matrix_free)

/* Fills @matrix, between _begin and _end of its own. */
void liaison_plan_matrix_fill (LiaisonPlanMatrix *self,
                               LiaisonMatrix *matrix,
                               const LiaisonManner *manner);
/* What there is to say of all of it, in a line. Transfer full. */
char *liaison_plan_matrix_summarise (LiaisonPlanMatrix *self, const LiaisonManner *manner);
/* Why a cell is as it is. Transfer full; NULL: nothing. */
char *liaison_plan_matrix_tell (LiaisonPlanMatrix *self,
                                const LiaisonManner *manner,
                                guint row,
                                guint column);
/* The records a cell stands for; with @column LIAISON_MATRIX_NOWHERE a whole row. Free the array,
 * of LiaisonId. */
GArray *liaison_plan_matrix_list (LiaisonPlanMatrix *self, guint row, guint column);

/* What it was worked out as, borrowed; NULL where the type needs none. */
const LiaisonSnapshot *liaison_plan_matrix_get_snapshot (LiaisonPlanMatrix *self);
const LiaisonManning *liaison_plan_matrix_get_manning (LiaisonPlanMatrix *self);
const LiaisonChecklists *liaison_plan_matrix_get_checklists (LiaisonPlanMatrix *self);
const LiaisonResults *liaison_plan_matrix_get_results (LiaisonPlanMatrix *self);
/* The board's or sheet's row of a matrix's row; NOWHERE for headings. */
guint liaison_plan_matrix_get_place (LiaisonPlanMatrix *self, guint row);
/* What a cell of results is about. FALSE: headings, and where it does not apply. */
gboolean liaison_plan_matrix_get_subject (LiaisonPlanMatrix *self,
                                          guint row,
                                          guint column,
                                          const LiaisonBlock **requirement,
                                          const char **nation,
                                          const char **other);

G_END_DECLS
