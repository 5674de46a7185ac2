/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/text.h"

#include "record/intern.h"

#include <string.h>

typedef struct
{
  const char *language;
  GRefString *string;
} Entry;

struct _LiaisonText
{
  gatomicrefcount refs;
  guint n;
  Entry entries[];
};

G_DEFINE_BOXED_TYPE (LiaisonText, liaison_text, liaison_text_ref, liaison_text_unref)

static LiaisonText *
text_alloc (guint n)
{
  LiaisonText *self = g_malloc (sizeof (LiaisonText) + n * sizeof (Entry));
  g_atomic_ref_count_init (&self->refs);
  self->n = n;
  return self;
}

LiaisonText *
liaison_text_ref (LiaisonText *self)
{
  if (self != NULL)
    g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
liaison_text_unref (LiaisonText *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; i < self->n; i++)
    g_ref_string_release (self->entries[i].string);
  g_free (self);
}

LiaisonText *
liaison_text_new_take (guint              n,
                       const char *const *languages,
                       GRefString *const *strings)
{
  if (n == 0)
    return NULL;

  LiaisonText *self = text_alloc (n);
  for (guint i = 0; i < n; i++)
    {
      guint at = i;
      for (; at > 0 && strcmp (self->entries[at - 1].language, languages[i]) > 0; at--)
        self->entries[at] = self->entries[at - 1];
      self->entries[at] = (Entry) { languages[i], strings[i] };
    }
  return self;
}

LiaisonText *
liaison_text_new (const char *language,
                  const char *string)
{
  g_autoptr (GRefString) counted = g_ref_string_new (string);
  return liaison_text_with (NULL, language, counted);
}

guint
liaison_text_get_size (const LiaisonText *self)
{
  return self != NULL ? self->n : 0;
}

const char *
liaison_text_get_language (const LiaisonText *self,
                           guint              index)
{
  g_return_val_if_fail (index < liaison_text_get_size (self), NULL);
  return self->entries[index].language;
}

GRefString *
liaison_text_get_string (const LiaisonText *self,
                         guint              index)
{
  g_return_val_if_fail (index < liaison_text_get_size (self), NULL);
  return self->entries[index].string;
}

GRefString *
liaison_text_lookup (const LiaisonText *self,
                     const char        *language)
{
  for (guint i = 0; i < liaison_text_get_size (self); i++)
    if (self->entries[i].language == language || strcmp (self->entries[i].language, language) == 0)
      return self->entries[i].string;
  return NULL;
}

const char *
liaison_text_pick (const LiaisonText *self,
                   const char        *language,
                   const char       **found)
{
  if (self == NULL)
    return NULL;

  gsize base = strcspn (language, "-");
  const Entry *best = &self->entries[0];
  int rank = 0;

  for (guint i = 0; i < self->n; i++)
    {
      const Entry *entry = &self->entries[i];
      int fit = 0;
      if (strcmp (entry->language, language) == 0)
        fit = 4;
      else if (strncmp (entry->language, language, base) == 0 && entry->language[base] == '\0')
        fit = 3;
      else if (strncmp (entry->language, language, base) == 0 && entry->language[base] == '-')
        fit = 2;
      else if (strcmp (entry->language, "en") == 0)
        fit = 1;
      if (fit > rank)
        {
          rank = fit;
          best = entry;
        }
    }

  if (found != NULL)
    *found = best->language;
  return best->string;
}

LiaisonText *
liaison_text_with (const LiaisonText *self,
                   const char        *language,
                   GRefString        *string)
{
  guint n = liaison_text_get_size (self), kept = 0;
  const char *interned = liaison_intern (language, strlen (language));
  g_autofree const char **languages = g_new (const char *, n + 1);
  g_autofree GRefString **strings = g_new (GRefString *, n + 1);

  for (guint i = 0; i < n; i++)
    if (self->entries[i].language != interned)
      {
        languages[kept] = self->entries[i].language;
        strings[kept++] = g_ref_string_acquire (self->entries[i].string);
      }
  if (string != NULL)
    {
      languages[kept] = interned;
      strings[kept++] = g_ref_string_acquire (string);
    }
  return liaison_text_new_take (kept, languages, strings);
}

gboolean
liaison_text_equal (const LiaisonText *a,
                    const LiaisonText *b)
{
  if (a == b)
    return TRUE;
  if (liaison_text_get_size (a) != liaison_text_get_size (b))
    return FALSE;
  for (guint i = 0; i < liaison_text_get_size (a); i++)
    if (a->entries[i].language != b->entries[i].language
        || strcmp (a->entries[i].string, b->entries[i].string) != 0)
      return FALSE;
  return TRUE;
}
