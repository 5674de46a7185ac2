/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file format as a JSON Schema, made from the tables of all kinds. */
#pragma once

#include "json/writer.h"

G_BEGIN_DECLS

/* Writes the JSON Schema (draft 2020-12) of a plan file. What the strict reader takes is valid by
 * it, and nearly all that it refuses is not: what a schema cannot say (bytes of a string, whether
 * an id is used twice, that a member stands there twice) is in the format's page. */
void liaison_schema_write (LiaisonJsonWriter *writer);

G_END_DECLS
