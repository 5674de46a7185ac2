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

guint
liaison_choices_find (const LiaisonChoices *choices,
                      const char           *nick,
                      gsize                 length)
{
  for (guint i = 1; i < choices->n; i++)
    if (choices->choices[i].nick[0] == nick[0] && strncmp (choices->choices[i].nick, nick, length) == 0
        && choices->choices[i].nick[length] == '\0')
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
