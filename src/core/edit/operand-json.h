/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Operands of sentences as JSON. */
#pragma once

#include "json/reader.h"
#include "json/writer.h"
#include "record/operand.h"

G_BEGIN_DECLS

void liaison_operands_write (const GArray *operands, LiaisonJsonWriter *writer);
/* Transfer full; NULL with @error. */
GArray *liaison_operands_read (LiaisonJsonReader *reader, GError **error);

G_END_DECLS
