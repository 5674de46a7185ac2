/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records of a table, in which order, and what of them: what people ask of a plan on the
 * command line, and what an export is made of. */
#pragma once

#include "words/filter.h"

G_BEGIN_DECLS

typedef struct
{
  const LiaisonKind *kind;
  GArray *columns;       /* of LiaisonColumn */
  gboolean chosen;       /* the columns were asked for by name */
  GPtrArray *filters;    /* of LiaisonFilter: all must match */
  GPtrArray *conditions; /* their texts */
  LiaisonColumn key;     /* to sort by where `sorted`; else the usual order */
  gboolean sorted;
  gboolean descending;
  guint limit; /* 0: no limit */
} LiaisonQuery;

/* All records of @kind in their usual order, no columns yet. */
LiaisonQuery *liaison_query_new (const LiaisonKind *kind);
void liaison_query_free (LiaisonQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonQuery, liaison_query_free)

/* Adds the columns of @list, names with commas between them, each once. Errors here and below are
 * sentences of @words in LIAISON_WORDS_ERROR. */
gboolean liaison_query_choose_columns (LiaisonQuery *self,
                                       LiaisonWords *words,
                                       const char *list,
                                       GError **error);
/* Adds those that the table of the kind says, led by when a record begins; with @all every one that
 * people fill in. */
void liaison_query_take_usual_columns (LiaisonQuery *self, gboolean all);
/* Adds the id and every field that the file has, as itself: what is told of them loses nothing when
 * it is spelt as there. */
void liaison_query_take_every_field (LiaisonQuery *self);
/* Only records for which @condition, as in words/filter.h, holds too. */
gboolean liaison_query_add_condition (LiaisonQuery *self,
                                      LiaisonWords *words,
                                      const char *condition,
                                      GError **error);
/* By the column of that name; with '-' before it from the last to the first. */
gboolean
liaison_query_sort_by (LiaisonQuery *self, LiaisonWords *words, const char *name, GError **error);

/* The records of @snapshot that it finds, in order: an array of const LiaisonBlock *, borrowed from
 * the snapshot. Transfer full. */
GPtrArray *liaison_query_run (const LiaisonQuery *self,
                              const LiaisonManner *manner,
                              const LiaisonSnapshot *snapshot);

G_END_DECLS
