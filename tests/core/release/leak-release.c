/* SPDX-License-Identifier: GPL-3.0-or-later */
/* To whom records go. */
#include "config.h"

#include "leak-making.h"

#include "record/kinds.h"

static LiaisonMarking *
make_marking (LeakMaking *self, const LeakEntry *entry)
{
  const gboolean high = entry->seen && self->whom != LEAK_POST && leak_below (self->open, 2);
  g_autoptr (LiaisonCodes) nations = NULL;
  g_autoptr (LiaisonIds) groups = NULL;
  LiaisonId ids[2] = { { 0 } };
  guint n = 0;

  if (entry->seen)
    {
      guint way = leak_below (self->open, 3);

      if (way == 0)
        {
          leak_add_code (&nations, "FR");
          leak_add_code (&nations, "PL");
        }
      else
        ids[n++] = way == 1 ? self->seen_group->id : self->hiding_group->id;
      if (leak_below (self->open, 2))
        leak_add_code (&nations, "NO");
      /* Others who have it too, of whom the audience does not hear. */
      if (leak_below (self->closed, 2))
        ids[n++] = self->other_group->id;
    }
  else if ((self->whom == LEAK_ROLE || self->whom == LEAK_GROUP) && leak_below (self->closed, 2))
    leak_add_code (&nations, "FR");
  else if (leak_below (self->closed, 2))
    ids[n++] = self->other_group->id;
  leak_add_unknown_nations (self, &nations);
  groups = n > 0 ? liaison_ids_new (ids, n) : NULL;
  return liaison_marking_new (leak_intern (high ? LEAK_HIGH : LEAK_LOW), nations, groups);
}

/* Who may see it. Of the ways to be withheld, chance takes one. */
void
leak_settle_release (LeakMaking *self, LeakEntry *entry)
{
  const LiaisonField *marking = liaison_shape_find (entry->block->shape, "marking", NULL);
  const LiaisonField *originator = liaison_shape_find (entry->block->shape, "originator", NULL);
  gboolean originated = FALSE;

  if (marking == NULL)
    return;
  if (entry->seen && self->whom == LEAK_NATION && leak_below (self->open, 6) == 0)
    originated = TRUE;
  else if (entry->seen || leak_below (self->closed, 4))
    *(LiaisonMarking **) LIAISON_BLOCK_AT (entry->block, marking) = make_marking (self, entry);
  if (originated)
    *(const char **) LIAISON_BLOCK_AT (entry->block, originator) = leak_intern ("FR");
  else if (entry->seen)
    *(const char **) LIAISON_BLOCK_AT (entry->block, originator) =
        leak_below (self->open, 2) ? leak_intern ("NO") : NULL;
  else
    *(const char **) LIAISON_BLOCK_AT (entry->block, originator) =
        leak_intern (leak_unknown[leak_below (self->closed, LEAK_N_UNKNOWN)]);
}

LiaisonMarking *
leak_make_open_marking (const LeakMaking *self, const char *level)
{
  g_autoptr (LiaisonCodes) nations = NULL;

  leak_add_code (&nations, "FR");
  leak_add_code (&nations, "PL");
  return liaison_marking_new (leak_intern (level), nations, NULL);
}

/* Withheld though the list has the audience: too high, for control, hidden. */
void
leak_settle_withheld (LeakMaking *self, LeakEntry *entry)
{
  const LiaisonField *marking = liaison_shape_find (entry->block->shape, "marking", NULL);
  gboolean hideable = entry->kind == &liaison_event_kind && !leak_is_for_control (self);
  gboolean control = entry->kind->control && !leak_is_for_control (self);
  LiaisonMarking **at;

  if (marking == NULL || (!hideable && !control && self->whom != LEAK_POST)
      || leak_below (self->closed, 2))
    return;
  at = LIAISON_BLOCK_AT (entry->block, marking);
  g_clear_pointer (at, liaison_marking_unref);
  *at = leak_make_open_marking (self, hideable || control ? LEAK_LOW : LEAK_HIGH);
  if (hideable)
    ((LiaisonEventData *) entry->block)->hidden = TRUE;
}

void
leak_fill_group (LeakMaking *self, LeakEntry *entry, const char *const *members, guint n)
{
  LiaisonGroupData *group = (LiaisonGroupData *) entry->block;

  g_clear_pointer (&group->members, liaison_codes_unref);
  for (guint i = 0; i < n; i++)
    leak_add_code (&group->members, members[i]);
  /* The audience itself is for what is open to settle. */
  if (self->whom != LEAK_GROUP || entry != self->seen_group)
    leak_add_unknown_nations (self, &group->members);
}
