/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A marking: a level of the exercise's scheme and the nations and groups the thing may be released to. */
#pragma once

#include "record/ids.h"

G_BEGIN_DECLS

/* Immutable and counted. NULL is "unmarked": for its originator only. */
typedef struct
{
  gatomicrefcount refs;
  const char *level;     /* interned code of the scheme's level, "EXERCISE-UNCLASSIFIED" */
  LiaisonCodes *nations; /* who it may be released to */
  LiaisonIds *groups;    /* and the groups whose members it may be released to */
} LiaisonMarking;

#define LIAISON_TYPE_MARKING (liaison_marking_get_type ())
GType liaison_marking_get_type (void);

/* @level must be a valid code; keeps references to @nations and @groups. */
LiaisonMarking *liaison_marking_new (const char *level, LiaisonCodes *nations, LiaisonIds *groups);
LiaisonMarking *liaison_marking_ref (LiaisonMarking *self);
void liaison_marking_unref (LiaisonMarking *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonMarking, liaison_marking_unref)

gboolean liaison_marking_equal (const LiaisonMarking *a, const LiaisonMarking *b);

/* Whether the bytes could be the code of a level: 1 to 40 of A-Z, 0-9, '-', '+', ':' and '_', a letter first. */
gboolean liaison_marking_is_valid_level (const char *level, gsize length);

G_END_DECLS
