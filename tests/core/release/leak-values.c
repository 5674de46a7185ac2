/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the fields of records and of items in their lists. */
#include "config.h"

#include "leak-making.h"

#include "record/kinds.h"

#include <string.h>

static LiaisonText *
make_text (const LeakMaking *self, const LiaisonField *field, gboolean seen)
{
  LeakRandom *random = seen ? self->open : self->closed;
  LiaisonText *text = NULL;
  static const char *const languages[] = { "ar", "en", "fr" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (i == 1 || leak_below (random, 2))
      {
        g_autofree char *words = leak_make_words (self, seen);
        LeakEntry *named = seen ? self->seen->pdata[leak_below (random, self->seen->len)] : NULL;
        g_autofree char *spoken = named != NULL && named->seen && named->serial != NULL
                                          && !(field->flags & LIAISON_FIELD_TITLE)
                                      ? g_strdup_printf ("%s (see %s).", words, named->serial)
                                      : g_strdup (words);
        GRefString *counted = g_ref_string_new (spoken);
        LiaisonText *before = text;

        text = liaison_text_with (before, leak_intern (languages[i]), counted);
        liaison_text_unref (before);
        g_ref_string_release (counted);
      }
  return text;
}

static gint64
pick_integer (LeakRandom *random, const LiaisonField *field)
{
  if (field->minimum == 0 && field->maximum == 0)
    return leak_below (random, 100000);
  return field->minimum
         + (gint64) (leak_below (random, 1000) / 1000.0
                     * (double) (field->maximum - field->minimum));
}

/* One that is there in this version; there is always one. */
static const LeakEntry *
pick_stage (const LeakMaking *self)
{
  LeakEntry *stage;

  do
    stage = leak_pick (self->withheld, LIAISON_TARGET (STAGE), self->closed);
  while (!stage->present);
  return stage;
}

/* A fixed time, or one that hangs on something: what it comes to is settled by what is open. */
static LiaisonInstant
make_instant (const LeakMaking *self, gboolean seen)
{
  LeakRandom *random = seen ? self->open : self->closed;
  gint64 at = LEAK_STARTEX + (gint64) leak_below (random, 20000) * 60;
  LiaisonInstant instant = { .form = LIAISON_INSTANT_UNSET };
  const LeakEntry *stage;

  switch (seen ? leak_below (random, 4) : 0)
    {
    case 1:
      instant = (LiaisonInstant){ .seconds = at - LEAK_STARTEX,
                                  .form = LIAISON_INSTANT_ELAPSED,
                                  .edge = LIAISON_ANCHOR_STARTEX };
      break;
    case 2:
      stage = pick_stage (self);
      instant = (LiaisonInstant){ .seconds = at - stage->start,
                                  .form = LIAISON_INSTANT_ELAPSED,
                                  .edge = LIAISON_ANCHOR_START };
      instant.anchor = liaison_anchor_for (stage->id);
      break;
    default:
      liaison_instant_from_unix (at, leak_intern ("Europe/Oslo"), &instant);
    }
  return instant;
}

/* What is always set by other means. */
static gboolean
is_settled (const LiaisonField *field)
{
  return field->type == LIAISON_FIELD_MARKING || field->secludes
         || (field->flags & LIAISON_FIELD_ORDER) || strcmp (field->name, "originator") == 0;
}

static void
set_value (LeakMaking *self,
           const LeakEntry *entry,
           LiaisonBlock *block,
           const LiaisonField *field,
           gboolean seen)
{
  LeakRandom *random = seen ? self->open : self->closed;
  gpointer at = LIAISON_BLOCK_AT (block, field);
  const char *words_of_level;
  g_autofree char *words = NULL;

  switch (field->type)
    {
    case LIAISON_FIELD_TEXT:
      *(LiaisonText **) at = make_text (self, field, seen);
      break;
    case LIAISON_FIELD_STRING:
      words = leak_make_words (self, seen);
      *(GRefString **) at = g_ref_string_new (words);
      break;
    case LIAISON_FIELD_INTEGER:
      *(gint64 *) at = pick_integer (random, field);
      break;
    case LIAISON_FIELD_BOOLEAN:
      *(gboolean *) at = leak_below (random, 2);
      break;
    case LIAISON_FIELD_CHOICE:
      *(int *) at = 1 + (int) leak_below (random, field->choices->n - 1);
      break;
    case LIAISON_FIELD_INSTANT:
      *(LiaisonInstant *) at = make_instant (self, seen);
      break;
    case LIAISON_FIELD_DURATION:
      *(gint64 *) at = MAX (field->minimum, 0) + leak_below (random, 86400);
      break;
    case LIAISON_FIELD_DATE:
      *(gint32 *) at = 20000 + (gint32) leak_below (random, 3000);
      break;
    case LIAISON_FIELD_ZONE:
      *(const char **) at = leak_intern (leak_below (random, 2) ? "Asia/Tokyo" : "Africa/Nairobi");
      break;
    case LIAISON_FIELD_NATION:
      *(const char **) at = leak_pick_nation (self, seen);
      break;
    case LIAISON_FIELD_NATIONS:
      *(LiaisonCodes **) at = leak_pick_nations (self, seen);
      break;
    case LIAISON_FIELD_LEVEL:
      words_of_level = leak_below (random, 2) ? "fr 3332" : "ja";
      g_assert_true (liaison_level_parse (words_of_level, strlen (words_of_level), at));
      break;
    case LIAISON_FIELD_REFERENCE:
      *(LiaisonId *) at = leak_pick_reference (self, field->targets, seen);
      break;
    case LIAISON_FIELD_REFERENCES:
      *(LiaisonIds **) at = leak_pick_references (self, field->targets, seen);
      break;
    case LIAISON_FIELD_ITEMS:
      *(LiaisonItems **) at = leak_make_items (self, entry, field, seen);
      break;
    case LIAISON_FIELD_MARKING:
      break;
    }
}

/* Whether the audience may see this field of a record that it sees, as the tables have it. */
static gboolean
is_seen_field (const LeakMaking *self, const LiaisonField *field)
{
  return field->open && (!(field->flags & LIAISON_FIELD_CONTROL) || leak_is_for_control (self));
}

void
leak_add_unknown_member (const LeakMaking *self, LiaisonBlock *block)
{
  g_autofree char *member =
      g_strdup_printf ("\"x-of-tomorrow\":\"" LEAK_CANARY " %u\"", leak_below (self->closed, 1000));

  if (leak_below (self->closed, 3) == 0)
    liaison_block_take_unknown (block, g_ref_string_new (member));
}

void
leak_fill_field (LeakMaking *self,
                 const LeakEntry *entry,
                 LiaisonBlock *block,
                 const LiaisonField *field,
                 gboolean seen)
{
  gboolean open = seen && is_seen_field (self, field);

  if (!is_settled (field) && leak_below (open ? self->open : self->closed, 3) != 0)
    set_value (self, entry, block, field, open);
}

void
leak_fill_fields (LeakMaking *self, const LeakEntry *entry, LiaisonBlock *block)
{
  for (guint i = 0; i < block->shape->n_fields; i++)
    {
      leak_aim_at (self, entry, i, 0, 0);
      leak_fill_field (self, entry, block, &block->shape->fields[i], entry->seen);
    }
  leak_aim_at (self, entry, LEAK_OF_UNKNOWN, 0, 0);
  leak_add_unknown_member (self, block);
}

void
leak_set_string (LiaisonBlock *block, const char *name, const char *text)
{
  const LiaisonField *field = liaison_shape_find (block->shape, name, NULL);
  GRefString **at = LIAISON_BLOCK_AT (block, field);

  g_clear_pointer (at, g_ref_string_release);
  *at = g_ref_string_new (text);
}
