/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/field.h"

#include <string.h>

#define SHORT_LIMIT 500
#define LONG_LIMIT (1024 * 1024)

const LiaisonField *
liaison_shape_find (const LiaisonShape *shape,
                    const char         *name,
                    guint              *index)
{
  for (guint i = 0; i < shape->n_fields; i++)
    if (strcmp (shape->fields[i].name, name) == 0)
      {
        if (index != NULL)
          *index = i;
        return &shape->fields[i];
      }
  return NULL;
}

const LiaisonField *
liaison_shape_find_flagged (const LiaisonShape *shape,
                            LiaisonFieldFlags   flags)
{
  for (guint i = 0; i < shape->n_fields; i++)
    if ((shape->fields[i].flags & flags) == flags)
      return &shape->fields[i];
  return NULL;
}

static LiaisonJsonNames *
names_new (const LiaisonShape *shape)
{
  LiaisonJsonNames *names = g_new (LiaisonJsonNames, 1);
  const char **strings = g_new (const char *, shape->n_fields + 1);
  guint8 *lengths = g_new (guint8, shape->n_fields + 1);

  for (guint i = 0; i <= shape->n_fields; i++)
    {
      strings[i] = i == 0 ? "id" : shape->fields[i - 1].name;
      lengths[i] = strlen (strings[i]);
    }
  *names = (LiaisonJsonNames) { shape->n_fields + 1, strings, lengths };
  return names;
}

const LiaisonJsonNames *
liaison_shape_get_names (const LiaisonShape *shape)
{
  static _Thread_local const LiaisonShape *last_shape;
  static _Thread_local const LiaisonJsonNames *last_names;
  static GMutex mutex;
  static GHashTable *names_by_shape;

  if (shape == last_shape)
    return last_names;

  g_mutex_lock (&mutex);
  if (names_by_shape == NULL)
    names_by_shape = g_hash_table_new (NULL, NULL);
  const LiaisonJsonNames *names = g_hash_table_lookup (names_by_shape, shape);
  if (names == NULL)
    {
      names = names_new (shape);
      g_hash_table_insert (names_by_shape, (gpointer) shape, (gpointer) names);
    }
  g_mutex_unlock (&mutex);

  last_shape = shape;
  last_names = names;
  return names;
}

guint
liaison_choices_find (const LiaisonChoices *choices,
                      const char           *nick,
                      gsize                 length)
{
  for (guint i = 1; i < choices->n; i++)
    if (strncmp (choices->choices[i].nick, nick, length) == 0 && choices->choices[i].nick[length] == '\0')
      return i;
  return 0;
}

gsize
liaison_field_get_limit (const LiaisonField *field)
{
  if (field->limit != 0)
    return field->limit;
  return field->flags & (LIAISON_FIELD_TITLE | LIAISON_FIELD_CODE) ? SHORT_LIMIT : LONG_LIMIT;
}
