/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets of record ids and of nation codes: immutable, counted, sorted, each member once. */
#pragma once

#include "record/id.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* NULL is the empty set; all functions take it. */
typedef struct _LiaisonIds LiaisonIds;

#define LIAISON_TYPE_IDS (liaison_ids_get_type ())
GType liaison_ids_get_type (void);

LiaisonIds *liaison_ids_ref (LiaisonIds *self);
void liaison_ids_unref (LiaisonIds *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonIds, liaison_ids_unref)

/* Copies; sorts, and drops what comes twice. */
LiaisonIds *liaison_ids_new (const LiaisonId *ids, guint n);
/* The members in ascending order. *@n may not be NULL. Borrowed. */
const LiaisonId *liaison_ids_get (const LiaisonIds *self, guint *n);
gboolean liaison_ids_contains (const LiaisonIds *self, LiaisonId id);
/* The same set with @id in it or not. Transfer full. */
LiaisonIds *liaison_ids_with (const LiaisonIds *self, LiaisonId id, gboolean member);
gboolean liaison_ids_equal (const LiaisonIds *a, const LiaisonIds *b);

/* A set of interned codes, in alphabetical order. NULL is the empty set. */
typedef struct _LiaisonCodes LiaisonCodes;

#define LIAISON_TYPE_CODES (liaison_codes_get_type ())
GType liaison_codes_get_type (void);

LiaisonCodes *liaison_codes_ref (LiaisonCodes *self);
void liaison_codes_unref (LiaisonCodes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonCodes, liaison_codes_unref)

/* Interns each; sorts, and drops what comes twice. */
LiaisonCodes *liaison_codes_new (const char *const *codes, guint n);
const char *const *liaison_codes_get (const LiaisonCodes *self, guint *n);
gboolean liaison_codes_contains (const LiaisonCodes *self, const char *code);
LiaisonCodes *liaison_codes_with (const LiaisonCodes *self, const char *code, gboolean member);
gboolean liaison_codes_equal (const LiaisonCodes *a, const LiaisonCodes *b);

G_END_DECLS
