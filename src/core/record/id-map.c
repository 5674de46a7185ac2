/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/id-map.h"

#define SMALLEST 16

typedef struct
{
  LiaisonId id;
  gpointer value; /* NULL: an empty place */
} Place;

/* Open addressing with linear probing; never more than three places of four are taken. */
struct _LiaisonIdMap
{
  Place *places;
  guint mask; /* their number, a power of two, less one */
  guint n;
};

LiaisonIdMap *
liaison_id_map_new (void)
{
  LiaisonIdMap *self = g_new (LiaisonIdMap, 1);

  self->places = g_new0 (Place, SMALLEST);
  self->mask = SMALLEST - 1;
  self->n = 0;
  return self;
}

LiaisonIdMap *
liaison_id_map_copy (const LiaisonIdMap *self)
{
  LiaisonIdMap *copy = g_new (LiaisonIdMap, 1);

  *copy = *self;
  copy->places = g_memdup2 (self->places, ((gsize) self->mask + 1) * sizeof (Place));
  return copy;
}

void
liaison_id_map_free (LiaisonIdMap *self)
{
  g_free (self->places);
  g_free (self);
}

/* Where the id stands, or the empty place where it would. */
static Place *
find_place (const LiaisonIdMap *self, LiaisonId id)
{
  guint at = liaison_id_hash (&id) & self->mask;

  while (self->places[at].value != NULL && !liaison_id_same (self->places[at].id, id))
    at = (at + 1) & self->mask;
  return &self->places[at];
}

static void
resize (LiaisonIdMap *self, guint size)
{
  g_autofree Place *before = self->places;
  guint n = self->mask + 1;

  self->places = g_new0 (Place, size);
  self->mask = size - 1;
  for (guint i = 0; i < n; i++)
    if (before[i].value != NULL)
      *find_place (self, before[i].id) = before[i];
}

void
liaison_id_map_reserve (LiaisonIdMap *self, guint n)
{
  guint size = self->mask + 1;

  while (n > size / 4 * 3)
    size *= 2;
  if (size > self->mask + 1)
    resize (self, size);
}

void
liaison_id_map_insert (LiaisonIdMap *self, LiaisonId id, gpointer value)
{
  g_return_if_fail (value != NULL);

  liaison_id_map_reserve (self, self->n + 1);
  Place *place = find_place (self, id);
  if (place->value == NULL)
    self->n++;
  *place = (Place){ id, value };
}

/* Those behind it that had to give way to it move up, so that no look-up stops short of them. */
void
liaison_id_map_remove (LiaisonIdMap *self, LiaisonId id)
{
  Place *place = find_place (self, id);
  guint hole = place - self->places;

  if (place->value == NULL)
    return;
  self->n--;
  for (guint at = (hole + 1) & self->mask; self->places[at].value != NULL;
       at = (at + 1) & self->mask)
    {
      guint home = liaison_id_hash (&self->places[at].id) & self->mask;
      if (((at - home) & self->mask) < ((at - hole) & self->mask))
        continue;
      self->places[hole] = self->places[at];
      hole = at;
    }
  self->places[hole].value = NULL;
}

gpointer
liaison_id_map_lookup (const LiaisonIdMap *self, LiaisonId id)
{
  return find_place (self, id)->value;
}

guint
liaison_id_map_get_size (const LiaisonIdMap *self)
{
  return self->n;
}
