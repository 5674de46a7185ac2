/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack/pages-private.h"

G_BEGIN_DECLS

/* Something that stands around what is being placed. */
typedef struct
{
  const LiaisonMatter *matter;
  guint placement; /* its one on this page */
  double pad;
  double start, end; /* what lines were narrower by where it was opened */
} LiaisonOpenFrame;

/* A note for the foot of this column. */
typedef struct
{
  const char *text; /* which it is: texts are told apart by where they are */
  const LiaisonSetting *setting;
  guint from; /* its lines before this one stand on pages before */
} LiaisonPendingNote;

/* A plain value but for what it points to, so that it can be kept and taken up again. */
struct _LiaisonFlow
{
  LiaisonPages *pages;
  double y; /* where the flow has come to */
  gboolean at_top;
  gboolean endless; /* only to see how high things become */
  guint matter;     /* which one flows, for progress */
  guint anchor;     /* the next one */

  /* Columns */
  guint n_columns, column;
  double column_top, deepest;
  guint limited_page; /* counted from 1, on which columns end at `limit`; 0: none */
  double limit;

  /* What lines are narrower by, and what frames need below them */
  double start, end, padding;
  GArray *frames; /* of LiaisonOpenFrame */

  GArray *notes; /* of LiaisonPendingNote */
  double notes_height;
  guint noted_page; /* counted from 1, at whose foot there are notes already, from `foot` on; 0:
                       none */
  double foot;

  /* Borrowed */
  LiaisonPagesProgressFunc progress;
  gpointer data;
  GCancellable *cancellable;
};

/* Where text and notes on this page have to end. */
double liaison_flow_get_foot (const LiaisonFlow *self);
/* Puts the notes where they belong, now that the column is done. */
void liaison_flow_place_notes (LiaisonFlow *self);

G_END_DECLS
