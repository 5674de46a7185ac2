/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The value of a field as one cell of text that loses nothing: the file's spelling. */
#pragma once

#include "record/value.h"

G_BEGIN_DECLS

/* What the plan's file has: of a JSON string its characters, of everything else compact JSON, such
 * as {"en":"Bridge","fr":"Pont"} for a text in two languages. "" for what is not set. The caller's.
 */
char *liaison_spelling_write (const LiaisonBlock *block, const LiaisonField *field);
/* The same from such a cell, "" giving NONE. FALSE with LIAISON_JSON_ERROR when it is none; the
 * caller clears @value. */
gboolean liaison_spelling_read (const LiaisonField *field,
                                const char *text,
                                LiaisonValue *value,
                                GError **error);

/* A cell that begins with = + - @, a tab or a line break would be reckoned out by spreadsheets that
 * open a CSV file, as may their full-width forms. An apostrophe is put before it, and before a cell
 * that has such apostrophes already, so that it can always be taken off again. The caller's. */
char *liaison_spelling_guard (const char *text);
/* What was guarded: @text or what follows its apostrophe. */
const char *liaison_spelling_unguard (const char *text);

G_END_DECLS
