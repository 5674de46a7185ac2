/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/intern.h"

#include <string.h>

#define CACHE_SLOTS 128
#define CACHED_LENGTH 31

typedef struct
{
  const char *name;
  guint8 length;
} CacheSlot;

static _Thread_local CacheSlot cache[CACHE_SLOTS];

static guint
slot_for (const char *name,
          gsize       length)
{
  guint hash = length;
  for (gsize i = 0; i < length; i++)
    hash = hash * 31 + (guchar) name[i];
  return hash % CACHE_SLOTS;
}

const char *
liaison_intern (const char *name,
                gsize       length)
{
  CacheSlot *slot = NULL;

  if (length <= CACHED_LENGTH)
    {
      slot = &cache[slot_for (name, length)];
      if (slot->name != NULL && slot->length == length
          && (slot->name == name || memcmp (slot->name, name, length) == 0))
        return slot->name;
    }

  g_autofree char *copy = g_strndup (name, length);
  const char *interned = g_intern_string (copy);
  if (slot != NULL)
    *slot = (CacheSlot) { interned, length };
  return interned;
}

gboolean
liaison_language_is_valid (const char *tag,
                           gsize       length)
{
  if (length < 2 || length > 35 || !g_ascii_isalpha (tag[0]) || tag[length - 1] == '-')
    return FALSE;
  for (gsize i = 1; i < length; i++)
    if (!g_ascii_isalnum (tag[i]) && tag[i] != '-')
      return FALSE;
  return TRUE;
}

gboolean
liaison_code_is_valid (const char *code,
                       gsize       length)
{
  if (length < 2 || length > 14 || !g_ascii_isupper (code[0]))
    return FALSE;
  for (gsize i = 1; i < length; i++)
    if (!g_ascii_isupper (code[i]) && !g_ascii_isdigit (code[i]) && code[i] != '-')
      return FALSE;
  return TRUE;
}
