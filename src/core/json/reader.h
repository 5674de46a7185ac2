/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strict streaming reader of JSON (RFC 8259) for plan files. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a value is, before it is read. */
typedef enum
{
  LIAISON_JSON_NULL,
  LIAISON_JSON_BOOLEAN,
  LIAISON_JSON_NUMBER,
  LIAISON_JSON_STRING,
  LIAISON_JSON_ARRAY,
  LIAISON_JSON_OBJECT,
} LiaisonJsonType;

typedef enum
{
  LIAISON_JSON_ERROR_SYNTAX,    /* not RFC 8259 */
  LIAISON_JSON_ERROR_ENCODING,  /* not UTF-8, a lone surrogate, U+0000 */
  LIAISON_JSON_ERROR_DUPLICATE, /* a member name twice in one object */
  LIAISON_JSON_ERROR_LIMIT,     /* size, depth, string, key, number or count over the limit */
  LIAISON_JSON_ERROR_TYPE,      /* well formed, but not what was expected here */
  LIAISON_JSON_ERROR_VALUE, /* the expected type with a value that cannot be (set by the caller) */
} LiaisonJsonError;

#define LIAISON_JSON_ERROR (liaison_json_error_quark ())
GQuark liaison_json_error_quark (void);

/* Limits, enforced before memory is spent. */
typedef struct
{
  guint64 bytes; /* of the whole input */
  guint depth;   /* of nesting, at most LIAISON_JSON_MAX_DEPTH */
  gsize string;  /* bytes of one string after unescaping */
  gsize name;    /* bytes of one member name, at most LIAISON_JSON_MAX_NAME */
} LiaisonJsonLimits;

#define LIAISON_JSON_MAX_DEPTH 64
#define LIAISON_JSON_MAX_NAME  128
/* Bytes of one number as written. */
#define LIAISON_JSON_MAX_NUMBER 1024
/* Names of one object that are not in the caller's table. */
#define LIAISON_JSON_MAX_MEMBERS 65536

extern const LiaisonJsonLimits liaison_json_default_limits; /* 256 MB, 64, 1 MB, 128 */

/* The member names an object kind knows; at most LIAISON_JSON_MAX_NAMES, without characters that
 * JSON escapes. Built once, borrowed by readers. One object is read with one table, or all of it by
 * next_member. */
typedef struct
{
  guint n;
  const char *const *names;
  const guint8 *lengths;
} LiaisonJsonNames;

#define LIAISON_JSON_MAX_NAMES    128
#define LIAISON_JSON_NAME_UNKNOWN G_MAXUINT
#define LIAISON_JSON_NAME_END     (G_MAXUINT - 1)

typedef struct _LiaisonJsonReader LiaisonJsonReader;

/* After an error, of the input (G_IO_ERROR), of the text or of a type that was not expected, every
 * further call fails with the same error. Calling out of turn (a value where none is due) is the
 * programmer's mistake and warns.
 *
 * @stream is read in chunks, never whole; @display is what errors call the input ("plan.liaison").
 */
LiaisonJsonReader *liaison_json_reader_new_for_stream (GInputStream *stream,
                                                       const char *display,
                                                       const LiaisonJsonLimits *limits,
                                                       GCancellable *cancellable);
/* Borrows @data, which must outlive the reader. */
LiaisonJsonReader *liaison_json_reader_new_for_data (const char *data,
                                                     gsize length,
                                                     const char *display,
                                                     const LiaisonJsonLimits *limits);
void liaison_json_reader_free (LiaisonJsonReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonJsonReader, liaison_json_reader_free)

/* Says what comes next without consuming it. FALSE with @error where no value can begin. */
gboolean liaison_json_reader_peek (LiaisonJsonReader *self, LiaisonJsonType *type, GError **error);

/* Objects. After begin_object, call next_name (or next_member) until it says END; each name must be
 * followed by reading or skipping its value. Duplicate names, after unescaping, are refused by the
 * reader itself. */
gboolean liaison_json_reader_begin_object (LiaisonJsonReader *self, GError **error);
/* Takes the next name and looks it up in @names, from the one after the last found. @index is the
 * place in @names, LIAISON_JSON_NAME_UNKNOWN (then see get_name), or LIAISON_JSON_NAME_END at the
 * end of the object. */
gboolean liaison_json_reader_next_name (LiaisonJsonReader *self,
                                        const LiaisonJsonNames *names,
                                        guint *index,
                                        GError **error);
/* For maps with free names (languages): *@name is NULL at the end, else valid until the next call
 * that reads. */
gboolean liaison_json_reader_next_member (LiaisonJsonReader *self,
                                          const char **name,
                                          gsize *length,
                                          GError **error);
/* The name last taken in the innermost object, NUL-terminated. */
const char *liaison_json_reader_get_name (LiaisonJsonReader *self, gsize *length);

/* Arrays. *@more says whether an element follows; read or skip it, then ask again. */
gboolean liaison_json_reader_begin_array (LiaisonJsonReader *self, GError **error);
gboolean liaison_json_reader_next_element (LiaisonJsonReader *self, gboolean *more, GError **error);

/* Scalars. A string is unescaped UTF-8, NUL-terminated, without U+0000, valid until the next call
 * that reads. */
gboolean liaison_json_reader_read_string (LiaisonJsonReader *self,
                                          const char **text,
                                          gsize *length,
                                          GError **error);
/* Within +-(2^53 - 1); a fraction or exponent is refused. */
gboolean liaison_json_reader_read_integer (LiaisonJsonReader *self, gint64 *value, GError **error);
/* Finite. */
gboolean liaison_json_reader_read_number (LiaisonJsonReader *self, double *value, GError **error);
gboolean
liaison_json_reader_read_boolean (LiaisonJsonReader *self, gboolean *value, GError **error);
gboolean liaison_json_reader_read_null (LiaisonJsonReader *self, GError **error);

/* Appends the next value's bytes to @bytes: validated like any other, white space between tokens
 * left out, tokens as they were. */
gboolean liaison_json_reader_read_raw (LiaisonJsonReader *self, GString *bytes, GError **error);
gboolean liaison_json_reader_skip (LiaisonJsonReader *self, GError **error);

/* Exactly one root value was read and only white space follows. */
gboolean liaison_json_reader_finish (LiaisonJsonReader *self, GError **error);

/* Sets @error to "plan.liaison:12:7: events[3].start: MESSAGE" for the value last begun or read,
 * and returns FALSE. Line and column count from 1, columns in characters. After the end of an
 * object or array the place is its beginning. The reader itself does not stay failed. */
gboolean liaison_json_reader_fail (LiaisonJsonReader *self,
                                   GError **error,
                                   LiaisonJsonError code,
                                   const char *format,
                                   ...) G_GNUC_PRINTF (4, 5);

/* How far it has read, in bytes, for progress. */
guint64 liaison_json_reader_get_position (LiaisonJsonReader *self);

G_END_DECLS
