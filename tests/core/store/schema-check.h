/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks JSON against the plan's schema: those keywords of JSON Schema (draft 2020-12) that it
 * uses, and none that it does not. */
#pragma once

#include <json-glib/json-glib.h>

typedef struct _SchemaCheck SchemaCheck;

/* The schema as the program writes it. */
SchemaCheck *schema_check_new (void);
void schema_check_free (SchemaCheck *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SchemaCheck, schema_check_free)

/* Whether @json is valid by the whole schema, or with @name by that one of its "$defs". Where it is
 * not, *@problem (may be NULL) says why; the caller's. */
gboolean
schema_check_accepts (SchemaCheck *self, const char *name, const char *json, char **problem);
