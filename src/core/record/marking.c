/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/marking.h"

#include "record/intern.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (LiaisonMarking, liaison_marking, liaison_marking_ref, liaison_marking_unref)

LiaisonMarking *
liaison_marking_new (const char   *level,
                     LiaisonCodes *nations,
                     LiaisonIds   *groups)
{
  LiaisonMarking *self = g_new (LiaisonMarking, 1);
  g_atomic_ref_count_init (&self->refs);
  self->level = liaison_intern (level, strlen (level));
  self->nations = liaison_codes_ref (nations);
  self->groups = liaison_ids_ref (groups);
  return self;
}

LiaisonMarking *
liaison_marking_ref (LiaisonMarking *self)
{
  if (self != NULL)
    g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
liaison_marking_unref (LiaisonMarking *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;
  liaison_codes_unref (self->nations);
  liaison_ids_unref (self->groups);
  g_free (self);
}

gboolean
liaison_marking_equal (const LiaisonMarking *a,
                       const LiaisonMarking *b)
{
  if (a == b)
    return TRUE;
  return a != NULL && b != NULL && a->level == b->level
         && liaison_codes_equal (a->nations, b->nations) && liaison_ids_equal (a->groups, b->groups);
}

gboolean
liaison_marking_is_valid_level (const char *level,
                                gsize       length)
{
  if (length < 1 || length > 40 || !g_ascii_isupper (level[0]))
    return FALSE;
  for (gsize i = 1; i < length; i++)
    if (!g_ascii_isupper (level[i]) && !g_ascii_isdigit (level[i]) && strchr ("-+:_", level[i]) == NULL)
      return FALSE;
  return TRUE;
}
