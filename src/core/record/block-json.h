/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks as JSON objects: "id", the fields that are set in table order, then what was not known. */
#pragma once

#include "json/writer.h"
#include "record/block.h"

G_BEGIN_DECLS

void liaison_block_write (const LiaisonBlock *self, LiaisonJsonWriter *writer);

/* Appends the members in @unknown ("name":value,...), as a block or a plan keeps them, to the object being written. */
void liaison_unknown_write (const char *unknown, gsize length, LiaisonJsonWriter *writer);
/* How deep a value that is not known may nest: it must still fit where blocks lie deeper than in a plan, in the audit trail and in
 * journals. */
#define LIAISON_UNKNOWN_MAX_DEPTH 48

/* Reads the value of the member whose name was just taken and appends it to *@unknown, made when NULL. */
gboolean liaison_unknown_read (GString **unknown, LiaisonJsonReader *reader, GError **error);

G_END_DECLS
