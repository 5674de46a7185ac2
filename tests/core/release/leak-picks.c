/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "leak-making.h"

#include "record/intern.h"

#include <string.h>

#define FEW 9

const char *const leak_known[LEAK_N_KNOWN] = { "FR", "NO", "PL" };
const char *const leak_unknown[LEAK_N_UNKNOWN] = { "JP", "KE", "BR", "XCANARYX" };

gboolean
leak_is_for_control (const LeakMaking *self)
{
  return self->whom == LEAK_CONTROL;
}

/* Words of what is released, or of what is withheld: with the canary. */
char *
leak_make_words (const LeakMaking *self, gboolean seen)
{
  static const char *const words[] = { "Bridge", "جسر", "R&D <b>", "l’été", "a, \"b\"; c", "橋" };
  LeakRandom *random = seen ? self->open : self->closed;
  /* A font that has the last one is large: a few plans have it. */
  guint n = G_N_ELEMENTS (words) - (self->open_seed % FEW != 0);
  const char *word = words[leak_below (random, n)];

  if (seen)
    return g_strdup_printf ("%s %u", word, leak_below (random, 1000));
  return g_strdup_printf (LEAK_CANARY " %s %u%.*s", word, leak_below (random, 1000),
                          (int) leak_below (random, 60),
                          "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");
}

LiaisonId
leak_make_id (const LeakMaking *self, LeakRandom *random)
{
  LiaisonId id = liaison_id_new_from_parts (
      1800000000000 + leak_below (random, 1000000000), leak_below (random, 4096),
      (guint64) leak_below (random, G_MAXUINT32) << 32 | leak_below (random, G_MAXUINT32));
  char text[LIAISON_ID_TEXT_SIZE];

  liaison_id_format (id, text);
  g_hash_table_add (self->plan->ids, g_strdup (text));
  return id;
}

LeakEntry *
leak_pick (GPtrArray *entries, guint64 targets, LeakRandom *random)
{
  guint first = leak_below (random, MAX (entries->len, 1));

  for (guint i = 0; i < entries->len; i++)
    {
      LeakEntry *entry = entries->pdata[(first + i) % entries->len];

      if (targets & (G_GUINT64_CONSTANT (1) << entry->kind->id))
        return entry;
    }
  return NULL;
}

/* What is not seen in this version may be named or not, as it comes. */
static gboolean
is_named (const LeakMaking *self, const LeakEntry *entry)
{
  return entry != NULL && (entry->seen || leak_below (self->closed, 2));
}

/* Something to refer to: what is seen by what is open, else anything that is withheld, or nothing.
 */
LiaisonId
leak_pick_reference (const LeakMaking *self, guint64 targets, gboolean seen)
{
  LeakEntry *entry = NULL;

  if (seen && leak_below (self->open, 2))
    {
      entry = leak_pick (self->seen, targets, self->open);
      return is_named (self, entry) ? entry->id : (LiaisonId){ 0 };
    }
  if (leak_below (self->closed, 3))
    entry = leak_pick (self->withheld, targets, self->closed);
  return entry != NULL ? entry->id : (LiaisonId){ 0 };
}

LiaisonIds *
leak_pick_references (const LeakMaking *self, guint64 targets, gboolean seen)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));

  for (guint i = seen ? leak_below (self->open, 3) : 0; i > 0; i--)
    {
      LeakEntry *entry = leak_pick (self->seen, targets, self->open);
      if (is_named (self, entry))
        g_array_append_val (ids, entry->id);
    }
  for (guint i = leak_below (self->closed, 4); i > 0; i--)
    {
      LeakEntry *entry = leak_pick (self->withheld, targets, self->closed);
      if (entry != NULL)
        g_array_append_val (ids, entry->id);
    }
  return ids->len > 0 ? liaison_ids_new ((const LiaisonId *) ids->data, ids->len) : NULL;
}

const char *
leak_intern (const char *text)
{
  return text != NULL ? liaison_intern (text, strlen (text)) : NULL;
}

const char *
leak_pick_nation (const LeakMaking *self, gboolean seen)
{
  if (seen && leak_below (self->open, 2))
    return leak_intern (leak_known[leak_below (self->open, LEAK_N_KNOWN)]);
  return leak_below (self->closed, 3)
             ? leak_intern (leak_unknown[leak_below (self->closed, LEAK_N_UNKNOWN)])
             : NULL;
}

void
leak_add_code (LiaisonCodes **codes, const char *code)
{
  LiaisonCodes *before = *codes;

  *codes = liaison_codes_with (before, leak_intern (code), TRUE);
  liaison_codes_unref (before);
}

void
leak_add_unknown_nations (const LeakMaking *self, LiaisonCodes **codes)
{
  for (guint i = 0; i < LEAK_N_UNKNOWN; i++)
    if (leak_below (self->closed, 3) == 0)
      leak_add_code (codes, leak_unknown[i]);
}

LiaisonCodes *
leak_pick_nations (const LeakMaking *self, gboolean seen)
{
  LiaisonCodes *codes = NULL;

  for (guint i = 0; i < LEAK_N_KNOWN; i++)
    if (seen && leak_below (self->open, 2))
      leak_add_code (&codes, leak_known[i]);
  leak_add_unknown_nations (self, &codes);
  return codes;
}
