/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit/serials.h"

#include "edit/trail-private.h"

#include <stdlib.h>
#include <string.h>

/* A longer number was meant for something else. */
#define MAX_DIGITS 7

static const LiaisonField *
find_field (const LiaisonKind *kind)
{
  const LiaisonField *code = liaison_shape_find_flagged (&kind->shape, LIAISON_FIELD_CODE);

  return kind->prefix != NULL && code != NULL && code->type == LIAISON_FIELD_STRING ? code : NULL;
}

/* The number behind "PREFIX" or "PREFIX-" that ends with @end; 0: none. */
static guint
read_number (const char *text, char end)
{
  guint number = 0, digits = 0;

  text += *text == '-';
  for (; g_ascii_isdigit (*text) && digits <= MAX_DIGITS; text++, digits++)
    number = number * 10 + (guint) (*text - '0');
  return *text == end && digits > 0 && digits <= MAX_DIGITS ? number : 0;
}

guint
liaison_serials_read (const LiaisonKind *kind, const char *serial)
{
  gsize prefix = strlen (kind->prefix);

  return serial != NULL && strncmp (serial, kind->prefix, prefix) == 0 ? read_number (serial + prefix, '\0')
                                                                       : 0;
}

static guint
find_among_records (LiaisonDocument *document, const LiaisonKind *kind, const LiaisonField *code)
{
  LiaisonTable *table = liaison_document_get_table (document, kind->id);
  guint highest = 0;

  for (guint i = 0; i < liaison_table_get_size (table); i++)
    {
      const LiaisonBlock *block = liaison_record_get_block (liaison_table_get (table, i));
      highest = MAX (highest, liaison_serials_read (kind, *(const char *const *) LIAISON_BLOCK_AT (block, code)));
    }
  return highest;
}

/* Entries are compact JSON, in which a serial that a record had stands by itself as a string. */
static guint
find_among_bytes (const char *bytes, gsize length, const char *wanted)
{
  gsize n = strlen (wanted);
  guint highest = 0;

  for (const char *at = bytes, *end = bytes + length;
       (at = memmem (at, (gsize) (end - at), wanted, n)) != NULL; at += n)
    highest = MAX (highest, read_number (at + n, '"'));
  return highest;
}

guint
liaison_serials_find_highest (LiaisonDocument *document, LiaisonTrail *trail, const LiaisonKind *kind)
{
  const LiaisonField *code = find_field (kind);
  guint highest, n;

  if (code == NULL)
    return 0;
  g_autofree char *wanted = g_strconcat ("\"", kind->prefix, NULL);
  highest = find_among_records (document, kind, code);
  n = trail != NULL ? g_list_model_get_n_items (G_LIST_MODEL (trail)) : 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LiaisonTrailEntry) entry = g_list_model_get_item (G_LIST_MODEL (trail), i);
      gsize length;
      const char *bytes = liaison_trail_entry_get_bytes (entry, &length);
      highest = MAX (highest, find_among_bytes (bytes, length, wanted));
    }
  return highest;
}

char *
liaison_serials_format (const LiaisonKind *kind, guint number)
{
  return g_strdup_printf ("%s-%03u", kind->prefix, number);
}

char *
liaison_serials_make_next (LiaisonDocument *document, LiaisonTrail *trail, const LiaisonKind *kind)
{
  if (find_field (kind) == NULL)
    return NULL;
  return liaison_serials_format (kind, liaison_serials_find_highest (document, trail, kind) + 1);
}
