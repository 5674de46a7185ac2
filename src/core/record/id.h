/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Identifiers of records and of items in lists: UUID version 7 (RFC 9562), so they sort by age. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint64 high;
  guint64 low;
} LiaisonId;

/* 36 characters and the NUL. */
#define LIAISON_ID_TEXT_SIZE 37

/* No record has the zero id; it means "refers to nothing". */
static inline gboolean
liaison_id_is_zero (LiaisonId id)
{
  return (id.high | id.low) == 0;
}

static inline gboolean
liaison_id_same (LiaisonId a, LiaisonId b)
{
  return a.high == b.high && a.low == b.low;
}

static inline int
liaison_id_compare (LiaisonId a, LiaisonId b)
{
  if (a.high != b.high)
    return a.high < b.high ? -1 : 1;
  return a.low < b.low ? -1 : a.low > b.low;
}

/* A new id for a record made at @now (Unix milliseconds, clamped to 48 bits). Ids made in one
 * process ascend within a millisecond too: the 32 bits after the time count all ids of the process
 * (RFC 9562, section 6.2, method 1), and the last 42 are random. Thread-safe. */
LiaisonId liaison_id_new (gint64 now);
/* The id made of these parts, for generators that must repeat themselves: @sequence 12 bits,
 * @random 62 bits. */
LiaisonId liaison_id_new_from_parts (gint64 now, guint sequence, guint64 random);

/* Any UUID in the 8-4-4-4-12 form with lower-case digits, except the nil one and those that
 * liaison_id_for_code makes: no file may pass a record off as a nation. @length in bytes. On FALSE
 * @id is untouched. */
gboolean liaison_id_parse (const char *text, gsize length, LiaisonId *id);
void liaison_id_format (LiaisonId id, char text[LIAISON_ID_TEXT_SIZE]);

/* A nation stands in the index of references under an id made of its code (1 to 14 capital letters,
 * digits or '-'): different codes, different ids, none of which is a version 7 one. The zero id for
 * anything that is no such code. */
LiaisonId liaison_id_for_code (const char *code);
/* Whether the id could be one made so, of a code. */
gboolean liaison_id_is_code (LiaisonId id);

/* For GHashTable with LiaisonId * keys. The hash is seeded per process, so that a hostile file
 * cannot choose collisions. */
guint liaison_id_hash (gconstpointer id);
gboolean liaison_id_equal (gconstpointer a, gconstpointer b);

G_END_DECLS
