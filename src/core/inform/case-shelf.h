/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shelf of case studies, from resources/precedents. */
#pragma once

#include "record/text.h"

G_BEGIN_DECLS

/* One case. Immutable, and alive as long as the process. */
typedef struct
{
  char *key;
  char *period; /* "1990–1991" */
  LiaisonText *title;
  LiaisonText *setting;
  LiaisonText *liaison;
  GPtrArray *lessons; /* of LiaisonText */
  GPtrArray *sources; /* of char * */
} LiaisonCase;

/* All cases, in the order of their keys. Borrowed. Those that cannot be read are left out. */
const LiaisonCase *const *liaison_case_shelf_get (guint *n);
const LiaisonCase *liaison_case_shelf_find (const char *key);

/* Reads one from JSON; NULL with @error (LIAISON_CASE_ERROR) where it is none. Transfer full. */
typedef enum
{
  LIAISON_CASE_ERROR_SYNTAX,
  LIAISON_CASE_ERROR_MEMBER,
} LiaisonCaseError;
#define LIAISON_CASE_ERROR (liaison_case_error_quark ())
GQuark liaison_case_error_quark (void);
LiaisonCase *liaison_case_read (const char *bytes, gsize length, GError **error);
void liaison_case_free (LiaisonCase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonCase, liaison_case_free)

G_END_DECLS
