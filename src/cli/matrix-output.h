/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways in which the verb "matrix" gives what it has worked out. */
#pragma once

#include "command.h"

#include "draw/plan-matrix.h"

G_BEGIN_DECLS

/* A matrix, filled, with what it was filled from. */
typedef struct
{
  const LiaisonPlanMatrixType *type;
  LiaisonPlanMatrix *facts;
  LiaisonMatrix *matrix;
  const LiaisonManner *manner;
  const LiaisonSnapshot *snapshot;
  gboolean why; /* tell why each cell is as it is */
} LiaisonMatrixOutput;

/* To the terminal, or for --json; the exit status. */
int liaison_matrix_output_print (const LiaisonMatrixOutput *self);

G_END_DECLS
