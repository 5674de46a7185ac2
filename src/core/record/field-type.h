/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with a value of each field type: the one place that switches over types below the words and the forms. */
#pragma once

#include "json/writer.h"
#include "record/field.h"

G_BEGIN_DECLS

/* Operations on a value where it lies, in a block or in a LiaisonValue. */
typedef struct
{
  const char *name; /* in the documentation of the format */
  gsize size;
  gboolean counted; /* holds references: copy and clear do something */

  /* Fills fresh memory with "not set". */
  void (*init) (gpointer at);
  /* Makes @to, fresh memory, the same value; takes references. */
  void (*copy) (gpointer to, gconstpointer from);
  /* Drops references; afterwards it is not set. */
  void (*clear) (gpointer at);
  gboolean (*is_set) (gconstpointer at);
  gboolean (*equal) (gconstpointer a, gconstpointer b);
  /* Reads into a value that is not set. */
  gboolean (*read) (gpointer at, const LiaisonField *field, LiaisonJsonReader *reader, GError **error);
  /* Writes a value that is set. */
  void (*write) (gconstpointer at, const LiaisonField *field, LiaisonJsonWriter *writer);
  /* For properties. */
  GParamSpec *(*spec) (const LiaisonField *field);
  void (*get) (gconstpointer at, GValue *value);
} LiaisonFieldOps;

const LiaisonFieldOps *liaison_field_type_ops (LiaisonFieldType type);

G_END_DECLS
