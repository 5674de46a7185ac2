/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How each field type is spelt in a plan file. Used by the table of operations in field-type.c alone. */
#pragma once

#include "json/writer.h"
#include "record/field.h"

G_BEGIN_DECLS

/* The readers refuse what cannot be a value of the field, with the place; the writers are given values that are set. */
#define LIAISON_DECLARE_FIELD_JSON(type)                                                            \
  gboolean liaison_field_read_##type (gpointer at, const LiaisonField *field, LiaisonJsonReader *reader, GError **error); \
  void liaison_field_write_##type (gconstpointer at, const LiaisonField *field, LiaisonJsonWriter *writer);

LIAISON_DECLARE_FIELD_JSON (text)
LIAISON_DECLARE_FIELD_JSON (string)
LIAISON_DECLARE_FIELD_JSON (integer)
LIAISON_DECLARE_FIELD_JSON (boolean)
LIAISON_DECLARE_FIELD_JSON (choice)
LIAISON_DECLARE_FIELD_JSON (instant)
LIAISON_DECLARE_FIELD_JSON (duration)
LIAISON_DECLARE_FIELD_JSON (date)
LIAISON_DECLARE_FIELD_JSON (zone)
LIAISON_DECLARE_FIELD_JSON (nation)
LIAISON_DECLARE_FIELD_JSON (nations)
LIAISON_DECLARE_FIELD_JSON (level)
LIAISON_DECLARE_FIELD_JSON (reference)
LIAISON_DECLARE_FIELD_JSON (references)
LIAISON_DECLARE_FIELD_JSON (marking)
LIAISON_DECLARE_FIELD_JSON (items)

G_END_DECLS
