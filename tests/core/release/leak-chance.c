/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "leak-making.h"

static guint64
stir (guint64 number)
{
  number = (number ^ number >> 30) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  number = (number ^ number >> 27) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return number ^ number >> 31;
}

static guint64
next (LeakRandom *random)
{
  return stir (random->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));
}

guint
leak_below (LeakRandom *random, guint limit)
{
  return (guint) ((next (random) >> 32) % limit);
}

guint64
leak_mix (guint32 seed, guint index, guint about, guint edition)
{
  return stir (stir (stir ((guint64) seed << 32 | index) + about) + edition);
}

void
leak_aim (LeakMaking *self, guint index, guint about, guint open_edition, guint closed_edition)
{
  self->open->state = leak_mix (self->open_seed, index, about, open_edition);
  self->closed->state = leak_mix (self->closed_seed, index, about, closed_edition);
}

/* Of what is released some fields of some records change; of what is withheld half of all. */
static gboolean
is_edited (const LeakMaking *self, const LeakEntry *entry, guint field)
{
  return self->version == LEAK_NOW && entry->edited
         && leak_mix (self->open_seed, entry->index, field, 1000) % 4 == 0;
}

static gboolean
is_edited_closely (const LeakMaking *self, const LeakEntry *entry, guint field)
{
  return self->version == LEAK_NOW
         && leak_mix (self->closed_seed, entry->index, field, 1000) % 2 == 0;
}

void
leak_aim_at (LeakMaking *self, const LeakEntry *entry, guint field, guint item, guint item_field)
{
  leak_aim (self, entry->index, field | item << 10 | item_field << 16,
            is_edited (self, entry, field), is_edited_closely (self, entry, field));
}
