/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person who types into a field may mean. */
#pragma once

#include "words/manner.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;   /* to be shown: "Main planning conference" */
  char *detail; /* to be shown beside it, a code mostly, or NULL */
  char *text;   /* the whole text of the field when this one is taken */
} LiaisonCompletion;

/* No more records than this are looked at, so that each key is answered at once. */
#define LIAISON_COMPLETION_MAX_LOOKED_AT 20000

/* What is meant by @typed, or in a list by its last part: choices, yes and no, nations (those of
 * the plan first), zones, languages and records of @snapshot (may be NULL) whose name in any
 * language, code or other spelling begins so, then those in which a word does, then those that hold
 * it; at most @most. An empty last part means all. Nothing for fields that are written freely.
 * Transfer full, of LiaisonCompletion; never NULL. */
GPtrArray *liaison_completion_list (const LiaisonManner *manner,
                                    const LiaisonSnapshot *snapshot,
                                    const LiaisonField *field,
                                    const char *typed,
                                    guint most);

/* Whether the values of the field are few enough to be shown before anything is typed. */
gboolean liaison_completion_is_short (const LiaisonField *field);
/* Whether the field is a list, to which another part may be added. */
gboolean liaison_completion_is_list (const LiaisonField *field);

G_END_DECLS
