/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema's definitions of what fields hold. */
#pragma once

#include "json/writer.h"
#include "record/field.h"

G_BEGIN_DECLS

/* The members of "$defs" that fields refer to: id, text, instant and so on. */
void liaison_schema_write_types (LiaisonJsonWriter *writer);
/* The schema of a field's value, an object. Items are "#/$defs/" and the name of their shape. */
void liaison_schema_write_field (LiaisonJsonWriter *writer, const LiaisonField *field);

/* For both: "name": "text". */
void liaison_schema_write_member (LiaisonJsonWriter *writer, const char *name, const char *text);
/* "$ref": "#/$defs/NAME". */
void liaison_schema_write_reference (LiaisonJsonWriter *writer, const char *name);

G_END_DECLS
