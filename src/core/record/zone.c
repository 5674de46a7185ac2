/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/zone.h"

#include "record/random.h"
#include "record/zone-data.h"
#include "record/zone-folder.h"

#include <string.h>

#define NAME_MAX_LENGTH 64
/* Far past every change, far from overflowing. */
#define LOCAL_MAX (G_GINT64_CONSTANT (1) << 60)

/* Names, and what is known of their zones, are kept for the life of the process. In front of the
 * two shared tables each thread has a small cache of its own, so that what was seen before needs no
 * lock. */

typedef struct
{
  const char *name;            /* owned, never freed */
  const LiaisonZoneData *data; /* owned, never freed; NULL: no such zone here */
  GTimeZone *zone;             /* owned, never freed; atomic; NULL until asked for */
} Zone;

static GMutex lock;
static GHashTable *names; /* under the lock: interned names */
static GHashTable *zones; /* under the lock: interned name to Zone */

/* Interning */

/* Word by word; the last word may overlap the one before it. Seeded, because names come out of
 * files. */
static guint64
hash_name (const char *name, gsize length)
{
  const guint64 *seed = liaison_random_get_seed ();
  guint64 hash = seed[0] ^ length;
  guint64 word = 0;

  if (length >= 8)
    {
      for (gsize at = 0; at + 8 < length; at += 8)
        {
          memcpy (&word, name + at, 8);
          hash = liaison_random_mix (hash ^ word, seed[1]);
        }
      memcpy (&word, name + length - 8, 8);
    }
  else
    for (gsize at = 0; at < length; at++)
      word = word << 8 | (guint8) name[at];
  return liaison_random_mix (hash ^ word, seed[1]);
}

static guint
hash_text (gconstpointer name)
{
  return hash_name (name, strlen (name));
}

gboolean
liaison_zone_is_valid_name (const char *name, gsize length)
{
  if (length == 0 || length > NAME_MAX_LENGTH || !g_ascii_isalpha (name[0]))
    return FALSE;
  for (gsize i = 1; i < length; i++)
    if (!g_ascii_isalnum (name[i]) && name[i] != '_' && name[i] != '+' && name[i] != '-'
        && name[i] != '/')
      return FALSE;
  return TRUE;
}

/* @name is valid. */
static const char *
intern_shared (const char *name, gsize length)
{
  char text[NAME_MAX_LENGTH + 1];
  char *found;

  memcpy (text, name, length);
  text[length] = '\0';
  g_mutex_lock (&lock);
  if (names == NULL)
    names = g_hash_table_new (hash_text, g_str_equal);
  found = g_hash_table_lookup (names, text);
  if (found == NULL)
    {
      found = g_strdup (text);
      g_hash_table_add (names, found);
    }
  g_mutex_unlock (&lock);
  return found;
}

const char *
liaison_zone_intern (const char *name, gsize length)
{
  static __thread struct
  {
    const char *name;
    gsize length;
  } cache[128];
  guint slot;

  if (length == 0 || length > NAME_MAX_LENGTH)
    return NULL;
  slot = hash_name (name, length) % G_N_ELEMENTS (cache);
  if (cache[slot].length == length && memcmp (cache[slot].name, name, length) == 0)
    return cache[slot].name;
  if (!liaison_zone_is_valid_name (name, length))
    return NULL;
  cache[slot].name = intern_shared (name, length);
  cache[slot].length = length;
  return cache[slot].name;
}

/* Looking up */

/* @name is interned. */
static Zone *
get_shared (const char *name)
{
  Zone *zone;

  g_mutex_lock (&lock);
  if (zones == NULL)
    zones = g_hash_table_new (NULL, NULL);
  zone = g_hash_table_lookup (zones, name);
  if (zone == NULL)
    {
      zone = g_new0 (Zone, 1);
      zone->name = name;
      zone->data = liaison_zone_folder_read (name);
      g_hash_table_insert (zones, (gpointer) name, zone);
    }
  g_mutex_unlock (&lock);
  return zone;
}

typedef struct
{
  const char *name; /* interned; so no other text can ever have this address */
  Zone *zone;
  guint hint; /* the span found last */
} Slot;

/* This thread's slot for @name, or NULL when that is no valid name. */
static Slot *
get_slot (const char *name)
{
  static __thread Slot cache[64];
  gsize mixed = GPOINTER_TO_SIZE (name) >> 4;
  Slot *slot = &cache[(mixed ^ mixed >> 6) % G_N_ELEMENTS (cache)];

  if (slot->name == name)
    return slot;
  name = liaison_zone_intern (name, strnlen (name, NAME_MAX_LENGTH + 1));
  if (name == NULL)
    return NULL;
  mixed = GPOINTER_TO_SIZE (name) >> 4;
  slot = &cache[(mixed ^ mixed >> 6) % G_N_ELEMENTS (cache)];
  if (slot->name != name)
    *slot = (Slot){ name, get_shared (name), 0 };
  return slot;
}

/* NULL when the zone is not known here. */
static Slot *
get_known_slot (const char *name)
{
  Slot *slot = get_slot (name);

  return slot != NULL && slot->zone->data != NULL ? slot : NULL;
}

gboolean
liaison_zone_is_known (const char *name)
{
  return get_known_slot (name) != NULL;
}

GTimeZone *
liaison_zone_get (const char *name)
{
  Slot *slot = get_known_slot (name);
  GTimeZone *made;

  if (slot == NULL)
    return NULL;
  made = g_atomic_pointer_get (&slot->zone->zone);
  if (made == NULL)
    {
      made = g_time_zone_new_identifier (slot->name);
      if (made != NULL && !g_atomic_pointer_compare_and_exchange (&slot->zone->zone, NULL, made))
        {
          g_time_zone_unref (made);
          made = g_atomic_pointer_get (&slot->zone->zone);
        }
    }
  return made;
}

gboolean
liaison_zone_get_offset (const char *name, gint64 seconds, gint32 *offset)
{
  Slot *slot;

  if (name == NULL)
    {
      *offset = 0;
      return TRUE;
    }
  slot = get_known_slot (name);
  if (slot == NULL)
    return FALSE;
  slot->hint = liaison_zone_data_find (slot->zone->data, seconds, slot->hint);
  *offset = slot->zone->data->spans[slot->hint].offset;
  return TRUE;
}

gboolean
liaison_zone_next_change (
    const char *name, gint64 from, gint64 until, gint64 *when, gint32 *before, gint32 *after)
{
  Slot *slot = name != NULL ? get_known_slot (name) : NULL;
  const LiaisonZoneData *data;
  guint next;

  if (slot == NULL)
    return FALSE;
  data = slot->zone->data;
  next = liaison_zone_data_find (data, from, slot->hint) + 1;
  if (next >= data->n_spans || data->spans[next].from >= until)
    return FALSE;
  *when = data->spans[next].from;
  *before = data->spans[next - 1].offset;
  *after = data->spans[next].offset;
  return TRUE;
}

gboolean
liaison_zone_find_wall (const char *name, gint64 local, guint *count, gint32 *first, gint32 *last)
{
  /* No offset is larger, so no span farther off can hold this wall time. */
  const gint64 reach = 26 * 3600;
  const LiaisonZoneData *data;
  Slot *slot;
  guint i;

  *first = *last = 0;
  *count = 1;
  if (name == NULL)
    return TRUE;
  slot = get_known_slot (name);
  if (slot == NULL)
    return FALSE;
  data = slot->zone->data;
  local = CLAMP (local, -LOCAL_MAX, LOCAL_MAX);
  i = liaison_zone_data_find (data, local - reach, slot->hint);
  for (*count = 0; i < data->n_spans && data->spans[i].from <= local + reach; i++)
    {
      gint64 moment = local - data->spans[i].offset;

      if (moment >= data->spans[i].from
          && (i + 1 == data->n_spans || moment < data->spans[i + 1].from))
        {
          *last = data->spans[i].offset;
          if ((*count)++ == 0)
            *first = *last;
        }
      /* The wall stood before @local when this span began, so a gap that holds it lies after this
       * span's offset. */
      else if (*count == 0 && moment >= data->spans[i].from)
        *first = *last = data->spans[i].offset;
    }
  return TRUE;
}

/* Letters */

gboolean
liaison_zone_letter_to_offset (char letter, gint32 *offset)
{
  int hours;

  if (letter == 'Z')
    hours = 0;
  else if (letter >= 'A' && letter <= 'I')
    hours = letter - 'A' + 1;
  else if (letter >= 'K' && letter <= 'M')
    hours = letter - 'K' + 10;
  else if (letter >= 'N' && letter <= 'Y')
    hours = 'N' - letter - 1;
  else
    return FALSE;
  *offset = hours * 3600;
  return TRUE;
}

char
liaison_zone_offset_to_letter (gint32 offset)
{
  int hours = offset / 3600;

  if (offset % 3600 != 0 || hours < -12 || hours > 12)
    return 0;
  return hours < 0 ? "NOPQRSTUVWXY"[-hours - 1] : "ZABCDEFGHIKLM"[hours];
}
