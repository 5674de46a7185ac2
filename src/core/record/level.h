/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person's level in a language: the standardised language profile of STANAG 6001, "fr 3332" or "en 3+32+2". */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A plain value. Each skill is twice the level, one more for a plus (3+ is 7); LIAISON_LEVEL_NONE where not tested. */
typedef struct
{
  const char *language; /* interned tag; NULL: not set */
  guint8 listening;
  guint8 speaking;
  guint8 reading;
  guint8 writing;
} LiaisonLevel;

#define LIAISON_LEVEL_NONE 255
#define LIAISON_LEVEL_TEXT_SIZE 64

#define LIAISON_TYPE_LEVEL (liaison_level_get_type ())
GType liaison_level_get_type (void);

/* A tag, a space and four skills in the order listening, speaking, reading, writing, each 0-5 with an optional '+' or '-' for not
 * tested; or a tag alone. FALSE when it is anything else. */
gboolean liaison_level_parse (const char *text, gsize length, LiaisonLevel *level);
gsize liaison_level_format (const LiaisonLevel *level, char text[LIAISON_LEVEL_TEXT_SIZE]);
gboolean liaison_level_equal (const LiaisonLevel *a, const LiaisonLevel *b);

G_END_DECLS
