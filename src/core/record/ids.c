/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/ids.h"

#include "record/intern.h"

#include <stdlib.h>
#include <string.h>

struct _LiaisonIds
{
  gatomicrefcount refs;
  guint n;
  LiaisonId members[];
};

struct _LiaisonCodes
{
  gatomicrefcount refs;
  guint n;
  const char *members[];
};

G_DEFINE_BOXED_TYPE (LiaisonIds, liaison_ids, liaison_ids_ref, liaison_ids_unref)
G_DEFINE_BOXED_TYPE (LiaisonCodes, liaison_codes, liaison_codes_ref, liaison_codes_unref)

static int
compare_ids (const void *a,
             const void *b)
{
  return liaison_id_compare (*(const LiaisonId *) a, *(const LiaisonId *) b);
}

static int
compare_codes (const void *a,
               const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What comes from a file is in order already. */
static void
sort (void *members,
      guint n,
      gsize size,
      int (*compare) (const void *, const void *))
{
  for (guint i = 1; i < n; i++)
    if (compare ((char *) members + (i - 1) * size, (char *) members + i * size) > 0)
      {
        qsort (members, n, size, compare);
        return;
      }
}

LiaisonIds *
liaison_ids_ref (LiaisonIds *self)
{
  if (self != NULL)
    g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
liaison_ids_unref (LiaisonIds *self)
{
  if (self != NULL && g_atomic_ref_count_dec (&self->refs))
    g_free (self);
}

LiaisonIds *
liaison_ids_new (const LiaisonId *ids,
                 guint            n)
{
  if (n == 0)
    return NULL;

  LiaisonIds *self = g_malloc (sizeof (LiaisonIds) + n * sizeof (LiaisonId));
  g_atomic_ref_count_init (&self->refs);
  memcpy (self->members, ids, n * sizeof (LiaisonId));
  sort (self->members, n, sizeof (LiaisonId), compare_ids);
  self->n = 0;
  for (guint i = 0; i < n; i++)
    if (i == 0 || !liaison_id_same (self->members[i], self->members[self->n - 1]))
      self->members[self->n++] = self->members[i];
  return self;
}

const LiaisonId *
liaison_ids_get (const LiaisonIds *self,
                 guint            *n)
{
  *n = self != NULL ? self->n : 0;
  return self != NULL ? self->members : NULL;
}

gboolean
liaison_ids_contains (const LiaisonIds *self,
                      LiaisonId         id)
{
  return self != NULL
         && bsearch (&id, self->members, self->n, sizeof (LiaisonId), compare_ids) != NULL;
}

LiaisonIds *
liaison_ids_with (const LiaisonIds *self,
                  LiaisonId         id,
                  gboolean          member)
{
  guint n, kept = 0;
  const LiaisonId *members = liaison_ids_get (self, &n);
  g_autofree LiaisonId *wanted = g_new (LiaisonId, n + 1);

  for (guint i = 0; i < n; i++)
    if (!liaison_id_same (members[i], id))
      wanted[kept++] = members[i];
  if (member)
    wanted[kept++] = id;
  return liaison_ids_new (wanted, kept);
}

gboolean
liaison_ids_equal (const LiaisonIds *a,
                   const LiaisonIds *b)
{
  if (a == b)
    return TRUE;
  return a != NULL && b != NULL && a->n == b->n
         && memcmp (a->members, b->members, a->n * sizeof (LiaisonId)) == 0;
}

LiaisonCodes *
liaison_codes_ref (LiaisonCodes *self)
{
  if (self != NULL)
    g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
liaison_codes_unref (LiaisonCodes *self)
{
  if (self != NULL && g_atomic_ref_count_dec (&self->refs))
    g_free (self);
}

LiaisonCodes *
liaison_codes_new (const char *const *codes,
                   guint              n)
{
  if (n == 0)
    return NULL;

  LiaisonCodes *self = g_malloc (sizeof (LiaisonCodes) + n * sizeof (char *));
  g_atomic_ref_count_init (&self->refs);
  for (guint i = 0; i < n; i++)
    self->members[i] = liaison_intern (codes[i], strlen (codes[i]));
  sort (self->members, n, sizeof (char *), compare_codes);
  self->n = 0;
  for (guint i = 0; i < n; i++)
    if (i == 0 || self->members[i] != self->members[self->n - 1])
      self->members[self->n++] = self->members[i];
  return self;
}

const char *const *
liaison_codes_get (const LiaisonCodes *self,
                   guint              *n)
{
  *n = self != NULL ? self->n : 0;
  return self != NULL ? (const char *const *) self->members : NULL;
}

gboolean
liaison_codes_contains (const LiaisonCodes *self,
                        const char         *code)
{
  return self != NULL
         && bsearch (&code, self->members, self->n, sizeof (char *), compare_codes) != NULL;
}

LiaisonCodes *
liaison_codes_with (const LiaisonCodes *self,
                    const char         *code,
                    gboolean            member)
{
  guint n, kept = 0;
  const char *const *members = liaison_codes_get (self, &n);
  g_autofree const char **wanted = g_new (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    if (strcmp (members[i], code) != 0)
      wanted[kept++] = members[i];
  if (member)
    wanted[kept++] = code;
  return liaison_codes_new (wanted, kept);
}

gboolean
liaison_codes_equal (const LiaisonCodes *a,
                     const LiaisonCodes *b)
{
  if (a == b)
    return TRUE;
  return a != NULL && b != NULL && a->n == b->n
         && memcmp (a->members, b->members, a->n * sizeof (char *)) == 0;
}
