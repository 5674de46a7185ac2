/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records by what people call them in other files: exactly, or nearly. */
#pragma once

#include "record/snapshot.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_NEAR_NONE,
  LIAISON_NEAR_EXACT, /* a code, a name in any language, another spelling that it states, an id */
  LIAISON_NEAR_ALIKE, /* the only one that it may well be: "Rng 3" for "Range 3" */
  LIAISON_NEAR_OPEN,  /* several may be meant */
} LiaisonNear;

/* An index of names; grows while an import finds new records. One thread at a time. */
typedef struct _LiaisonImportReferences LiaisonImportReferences;

LiaisonImportReferences *liaison_import_references_new (const LiaisonSnapshot *snapshot);
void liaison_import_references_free (LiaisonImportReferences *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonImportReferences, liaison_import_references_free)

/* A record that is not in the plan yet; keeps a reference. */
void liaison_import_references_add (LiaisonImportReferences *self, const LiaisonBlock *block);

/* Looks for @text among the kinds of @targets. *@offers (the caller's, NULL: none) are the names of
 * those that it may have meant, best first. */
LiaisonNear liaison_import_references_find (LiaisonImportReferences *self,
                                            guint64 targets,
                                            const char *text,
                                            LiaisonId *id,
                                            GPtrArray **offers);

/* Whether two names are the same but for the abbreviations people make: "Rng 3" and "Range 3",
 * "2 Bn" and "2nd Battalion". */
gboolean liaison_names_are_alike (const char *one, const char *other);

G_END_DECLS
