/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/template-private.h"

static void renew_fields (LiaisonRenewal *self, LiaisonBlock *block);

void
liaison_renewal_init (LiaisonRenewal *self, gint64 now)
{
  *self = (LiaisonRenewal){ .now = now };
  self->ids = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, g_free, g_free);
}

void
liaison_renewal_clear (LiaisonRenewal *self)
{
  g_clear_pointer (&self->ids, g_hash_table_unref);
}

void
liaison_renewal_add (LiaisonRenewal *self, LiaisonId id)
{
  LiaisonId fresh = liaison_id_new (self->now);

  g_hash_table_insert (self->ids, g_memdup2 (&id, sizeof id), g_memdup2 (&fresh, sizeof fresh));
}

/* The zero id for what is not in the plan. */
static LiaisonId
renew_id (LiaisonRenewal *self, LiaisonId id)
{
  const LiaisonId *fresh = g_hash_table_lookup (self->ids, &id);

  return fresh != NULL ? *fresh : (LiaisonId){ 0 };
}

/* Transfer full. */
static LiaisonIds *
renew_ids (LiaisonRenewal *self, const LiaisonIds *ids)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  guint n;
  const LiaisonId *members = liaison_ids_get (ids, &n);

  for (guint i = 0; i < n; i++)
    {
      LiaisonId fresh = renew_id (self, members[i]);

      if (!liaison_id_is_zero (fresh))
        g_array_append_val (kept, fresh);
    }
  return kept->len > 0 ? liaison_ids_new ((const LiaisonId *) kept->data, kept->len) : NULL;
}

static void
renew_references (LiaisonRenewal *self, LiaisonIds **at)
{
  LiaisonIds *before = *at;

  *at = renew_ids (self, before);
  liaison_ids_unref (before);
}

LiaisonMarking *
liaison_renewal_renew_marking (LiaisonRenewal *self, const LiaisonMarking *marking)
{
  g_autoptr (LiaisonIds) groups = NULL;

  if (marking == NULL)
    return NULL;
  groups = renew_ids (self, marking->groups);
  return liaison_marking_new (marking->level, marking->nations, groups);
}

static void
renew_marking (LiaisonRenewal *self, LiaisonMarking **at)
{
  LiaisonMarking *before = *at;

  *at = liaison_renewal_renew_marking (self, before);
  g_clear_pointer (&before, liaison_marking_unref);
}

static void
renew_zone (LiaisonRenewal *self, const char **zone)
{
  if (self->new_zone != NULL && *zone != NULL && *zone == self->old_zone)
    *zone = self->new_zone;
}

/* So many days later at the same time on the clock; what would leave the years a plan knows stays.
 */
static void
move_fixed (LiaisonRenewal *self, LiaisonInstant *instant)
{
  LiaisonInstant moved;
  LiaisonWall wall;
  gint32 day;

  if (instant->zone == NULL)
    {
      if (liaison_instant_from_unix (instant->seconds + self->days * G_GINT64_CONSTANT (86400),
                                     NULL, &moved))
        instant->seconds = moved.seconds;
      return;
    }
  liaison_wall_from_unix (instant->seconds, instant->offset, &wall);
  if (!liaison_days_from_date (wall.year, wall.month, wall.day, &day))
    return;
  liaison_date_from_days (day + self->days, &wall.year, &wall.month, &wall.day);
  if (liaison_instant_from_wall (wall.year, wall.month, wall.day, wall.hour, wall.minute,
                                 wall.second, instant->zone, &moved, NULL))
    *instant = moved;
}

static void
move_date (LiaisonRenewal *self, gint32 *date)
{
  int year, month, day;

  if (*date == LIAISON_DATE_UNSET)
    return;
  liaison_date_from_days (*date + self->days, &year, &month, &day);
  if (year >= 1900 && year <= 2200)
    *date += self->days;
}

static void
renew_instant (LiaisonRenewal *self, LiaisonInstant *instant)
{
  gboolean anchored = instant->form > LIAISON_INSTANT_FIXED;

  if (instant->form == LIAISON_INSTANT_FIXED && self->days != 0)
    move_fixed (self, instant);
  if (instant->form == LIAISON_INSTANT_CLOCK)
    renew_zone (self, &instant->zone);
  if (!anchored || instant->edge < LIAISON_ANCHOR_START)
    return;
  instant->anchor = liaison_anchor_for (renew_id (self, liaison_anchor_get_id (instant->anchor)));
  if (instant->anchor == 0)
    *instant = (LiaisonInstant){ .form = LIAISON_INSTANT_UNSET };
}

/* In the order they stand, which is that of their ids, so that they keep it. */
static void
renew_items (LiaisonRenewal *self, LiaisonItems **at)
{
  g_autoptr (LiaisonItems) before = *at;
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();

  for (guint i = 0; i < liaison_items_get_size (before); i++)
    {
      LiaisonBlock *block =
          liaison_block_copy_as (liaison_items_get (before, i), liaison_id_new (self->now));

      renew_fields (self, block);
      g_ptr_array_add (blocks, block);
    }
  *at = liaison_items_new_take ((LiaisonBlock **) blocks->pdata, blocks->len);
}

static void
renew_field (LiaisonRenewal *self, const LiaisonField *field, gpointer at)
{
  switch (field->type)
    {
    case LIAISON_FIELD_REFERENCE:
      *(LiaisonId *) at = renew_id (self, *(LiaisonId *) at);
      break;
    case LIAISON_FIELD_REFERENCES:
      renew_references (self, at);
      break;
    case LIAISON_FIELD_MARKING:
      renew_marking (self, at);
      break;
    case LIAISON_FIELD_INSTANT:
      renew_instant (self, at);
      break;
    case LIAISON_FIELD_DATE:
      move_date (self, at);
      break;
    case LIAISON_FIELD_ZONE:
      renew_zone (self, at);
      break;
    case LIAISON_FIELD_ITEMS:
      renew_items (self, at);
      break;
    default:
      break;
    }
}

static void
renew_fields (LiaisonRenewal *self, LiaisonBlock *block)
{
  liaison_block_take_unknown (block, NULL);
  for (guint i = 0; i < block->shape->n_fields; i++)
    {
      const LiaisonField *field = &block->shape->fields[i];

      renew_field (self, field, LIAISON_BLOCK_AT (block, field));
    }
}

LiaisonBlock *
liaison_renewal_renew (LiaisonRenewal *self, const LiaisonBlock *block)
{
  LiaisonBlock *fresh = liaison_block_copy_as (block, renew_id (self, block->id));

  renew_fields (self, fresh);
  return fresh;
}
