/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the writer share. */
#pragma once

#include "json/writer.h"

G_BEGIN_DECLS

/* More than sign, 17 digits, point and exponent need. */
#define LIAISON_JSON_NUMBER_SIZE 40

typedef struct
{
  gboolean is_object;
  gboolean used; /* has a member or element */
} LiaisonJsonLevel;

/* Before a value: the comma and new line an array's element needs. FALSE where no value may be or
 * after a failure. */
gboolean liaison_json_writer_begin_value (LiaisonJsonWriter *self);
void liaison_json_writer_put (LiaisonJsonWriter *self, const char *bytes, gsize n);
/* One of {}[] with its line, its comma and its level. */
void liaison_json_writer_open (LiaisonJsonWriter *self, gboolean is_object);
void liaison_json_writer_close (LiaisonJsonWriter *self);
/* A member's name as JSON, with its quotation marks, and what comes before and after it. */
void liaison_json_writer_put_name (LiaisonJsonWriter *self, const char *token, gsize n);
guint liaison_json_writer_get_depth (LiaisonJsonWriter *self);
/* Whether the innermost level is an object that waits for a name. */
gboolean liaison_json_writer_wants_name (LiaisonJsonWriter *self);
/* Whether the innermost level is of that kind and has no name without its value. */
gboolean liaison_json_writer_can_close (LiaisonJsonWriter *self, gboolean is_object);
/* Keeps the first failure; nothing is written from then on. */
void liaison_json_writer_refuse (LiaisonJsonWriter *self, int code, const char *message);

/* Writes the shortest decimal that reads back as @value, which is finite; gives its length. */
gsize liaison_json_format_number (double value, char text[LIAISON_JSON_NUMBER_SIZE]);

G_END_DECLS
