/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "refused-texts.h"

#include "session-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* Longer text than this is cut where it is told, in characters. */
#define MOST_TOLD 60

typedef struct
{
  char *place;
  LiaisonId record;
  char *label;
  char *text;
  char *error;
} Refused;

struct _LiaisonRefusedTexts
{
  GPtrArray *all; /* of Refused, oldest first: hardly ever more than one */
};

static void
refused_free (gpointer data)
{
  Refused *refused = data;

  g_free (refused->place);
  g_free (refused->label);
  g_free (refused->text);
  g_free (refused->error);
  g_free (refused);
}

LiaisonRefusedTexts *
liaison_refused_texts_new (void)
{
  LiaisonRefusedTexts *self = g_new0 (LiaisonRefusedTexts, 1);
  self->all = g_ptr_array_new_with_free_func (refused_free);
  return self;
}

void
liaison_refused_texts_free (LiaisonRefusedTexts *self)
{
  g_ptr_array_unref (self->all);
  g_free (self);
}

LiaisonRefusedTexts *
liaison_session_get_refused (LiaisonSession *session)
{
  return session->refused;
}

static Refused *
find (LiaisonRefusedTexts *self, const char *place)
{
  for (guint i = 0; i < self->all->len; i++)
    if (strcmp (((Refused *) self->all->pdata[i])->place, place) == 0)
      return self->all->pdata[i];
  return NULL;
}

void
liaison_refused_texts_keep (LiaisonRefusedTexts *self,
                            const char *place,
                            LiaisonId record,
                            const char *label,
                            const char *text,
                            const char *error)
{
  Refused *refused = g_new0 (Refused, 1);

  refused->place = g_strdup (place);
  refused->record = record;
  refused->label = g_strdup (label);
  refused->text = g_strdup (text);
  refused->error = g_strdup (error);
  liaison_refused_texts_drop (self, place);
  g_ptr_array_add (self->all, refused);
}

void
liaison_refused_texts_drop (LiaisonRefusedTexts *self, const char *place)
{
  Refused *refused = find (self, place);
  if (refused != NULL)
    g_ptr_array_remove (self->all, refused);
}

void
liaison_refused_texts_clear (LiaisonRefusedTexts *self)
{
  g_ptr_array_set_size (self->all, 0);
}

gboolean
liaison_refused_texts_is_empty (LiaisonRefusedTexts *self)
{
  return self->all->len == 0;
}

const char *
liaison_refused_texts_find (LiaisonRefusedTexts *self, const char *place, const char **error)
{
  const Refused *refused = find (self, place);

  if (refused == NULL)
    return NULL;
  *error = refused->error;
  return refused->text;
}

gboolean
liaison_refused_texts_has_below (LiaisonRefusedTexts *self, const char *beginning)
{
  for (guint i = 0; i < self->all->len; i++)
    if (g_str_has_prefix (((Refused *) self->all->pdata[i])->place, beginning))
      return TRUE;
  return FALSE;
}

static void
tell_one (GString *lines, const Refused *refused, const LiaisonManner *manner)
{
  g_autofree char *name = liaison_manner_tell_name (manner, refused->record);
  g_autofree char *start = g_utf8_substring (refused->text, 0,
                                             MIN (MOST_TOLD, g_utf8_strlen (refused->text, -1)));
  gboolean whole = strcmp (start, refused->text) == 0;

  g_strdelimit (start, "\r\n\t", ' ');
  g_string_append (lines, lines->len > 0 ? "\n• " : "• ");
  /* Translators: %1$s is what somebody typed, %2$s the label of a field, %3$s a record:
   * “31 Juni” for “Start” of “Main planning conference” */
  g_string_append_printf (lines, _ ("“\u2068%1$s\u2069” for “%2$s” of “\u2068%3$s\u2069”"), start,
                          refused->label, name);
  if (!whole)
    g_string_append (lines, " …");
}

char *
liaison_refused_texts_tell (LiaisonRefusedTexts *self,
                            const LiaisonManner *manner,
                            guint most,
                            LiaisonId *record)
{
  GString *lines = NULL;
  guint told = 0;

  for (guint i = 0; i < self->all->len && told < most; i++)
    {
      const Refused *refused = self->all->pdata[i];

      if (liaison_lookup_find (&manner->lookup, refused->record) == NULL)
        continue;
      if (lines == NULL)
        {
          lines = g_string_new (NULL);
          if (record != NULL)
            *record = refused->record;
        }
      tell_one (lines, refused, manner);
      told++;
    }
  return lines != NULL ? g_string_free (lines, FALSE) : NULL;
}
