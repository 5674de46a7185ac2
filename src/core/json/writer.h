/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A writer of canonical JSON: UTF-8, two spaces a level, one value a line, names in the order
 * given, final newline. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _LiaisonJsonWriter LiaisonJsonWriter;

/* Collects in chunks and hands them to @stream; a failed write is kept and reported by finish, as
 * is whatever the strict reader would refuse to read back: text that is not UTF-8 or has U+0000, a
 * number that is not finite, an integer beyond +-(2^53 - 1), a name over LIAISON_JSON_MAX_NAME
 * bytes, a kept value nested too deep. */
LiaisonJsonWriter *liaison_json_writer_new_for_stream (GOutputStream *stream,
                                                       GCancellable *cancellable);
/* Appends to @string, borrowed until the writer is freed. */
LiaisonJsonWriter *liaison_json_writer_new_for_string (GString *string);
void liaison_json_writer_free (LiaisonJsonWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonJsonWriter, liaison_json_writer_free)

/* Everything on one line without spaces, for journals and hashes. Default FALSE. */
void liaison_json_writer_set_compact (LiaisonJsonWriter *self, gboolean compact);

/* An object or array with nothing in it is written {} or [] on its line. */
void liaison_json_writer_begin_object (LiaisonJsonWriter *self);
void liaison_json_writer_end_object (LiaisonJsonWriter *self);
void liaison_json_writer_begin_array (LiaisonJsonWriter *self);
void liaison_json_writer_end_array (LiaisonJsonWriter *self);

/* @name must be UTF-8; it is escaped. The _n form takes a length in bytes. */
void liaison_json_writer_name (LiaisonJsonWriter *self, const char *name);

/* Valid UTF-8 without U+0000. Escaped is only what RFC 8259 asks for: quotation mark, backslash,
 * U+0001-U+001F
 * (\b \f \n \r \t or \u00xx). */
void liaison_json_writer_string (LiaisonJsonWriter *self, const char *text);
void liaison_json_writer_string_n (LiaisonJsonWriter *self, const char *text, gsize length);
void liaison_json_writer_integer (LiaisonJsonWriter *self, gint64 value);
/* Shortest form that reads back as the same double; must be finite. */
void liaison_json_writer_number (LiaisonJsonWriter *self, double value);
void liaison_json_writer_boolean (LiaisonJsonWriter *self, gboolean value);
void liaison_json_writer_null (LiaisonJsonWriter *self);
/* A value's bytes as liaison_json_reader_read_raw gave them, laid out canonically here. */
void liaison_json_writer_raw (LiaisonJsonWriter *self, const char *bytes, gsize length);

/* Writes the final newline (unless compact) and what is still collected, and flushes. Freed without
 * it, a writer drops what it holds. A stream's error keeps its domain (G_IO_ERROR); the others are
 * LIAISON_JSON_ERROR. */
gboolean liaison_json_writer_finish (LiaisonJsonWriter *self, GError **error);

G_END_DECLS
