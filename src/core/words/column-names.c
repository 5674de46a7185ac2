/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/column.h"

#include "record/field-type.h"

#include <string.h>

/* A manner, and where names go. */
typedef struct
{
  const LiaisonManner *manner;
  GPtrArray *names;
} Naming;

static void
add (const Naming *self, const char *text)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add (self->names, g_strdup (text));
}

static void
add_taken (const Naming *self, char *text)
{
  g_ptr_array_add (self->names, text);
}

/* The record's name, its code and its id. */
static void
add_record (const Naming *self, LiaisonId id)
{
  const LiaisonBlock *block = liaison_lookup_find (&self->manner->lookup, id);
  char text[LIAISON_ID_TEXT_SIZE];
  const LiaisonField *code;

  liaison_id_format (id, text);
  add (self, text);
  add_taken (self, liaison_manner_tell_name (self->manner, id));
  if (block == NULL)
    return;
  code = liaison_shape_find_flagged (block->shape, LIAISON_FIELD_CODE);
  if (code != NULL)
    add_taken (self, liaison_manner_tell_field (self->manner, block, code));
}

static void
add_nation (const Naming *self, const char *code)
{
  add (self, code);
  add_taken (self, liaison_manner_tell_nation (self->manner, code));
}

static void
add_nations (const Naming *self, const LiaisonCodes *nations)
{
  guint n;
  const char *const *codes = liaison_codes_get (nations, &n);

  for (guint i = 0; i < n; i++)
    add_nation (self, codes[i]);
}

static void
add_records (const Naming *self, const LiaisonIds *records)
{
  guint n;
  const LiaisonId *ids = liaison_ids_get (records, &n);

  for (guint i = 0; i < n; i++)
    add_record (self, ids[i]);
}

static void
add_text (const Naming *self, const LiaisonText *text)
{
  for (guint i = 0; i < liaison_text_get_size (text); i++)
    add (self, liaison_text_get_string (text, i));
}

static void
add_marking (const Naming *self, const LiaisonMarking *marking)
{
  add (self, marking->level);
  add_nations (self, marking->nations);
  add_records (self, marking->groups);
}

static void
add_items (const Naming *self, const LiaisonItems *items)
{
  for (guint i = 0; i < liaison_items_get_size (items); i++)
    add_taken (self, liaison_manner_tell_block_name (self->manner, liaison_items_get (items, i)));
}

/* The file's spelling of a value that is one JSON scalar there. */
static void
add_spelling (const Naming *self, const LiaisonField *field, gconstpointer at)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (LiaisonJsonWriter) writer = liaison_json_writer_new_for_string (text);

  liaison_json_writer_set_compact (writer, TRUE);
  liaison_field_type_ops (field->type)->write (at, field, writer);
  if (!liaison_json_writer_finish (writer, NULL))
    return;
  if (text->str[0] == '"')
    {
      g_string_erase (text, 0, 1);
      g_string_truncate (text, text->len - 1);
    }
  add (self, text->str);
}

static void
add_value (const Naming *self, const LiaisonField *field, gconstpointer at)
{
  switch (field->type)
    {
    case LIAISON_FIELD_TEXT:
      add_text (self, *(LiaisonText *const *) at);
      break;
    case LIAISON_FIELD_NATION:
      add_nation (self, *(const char *const *) at);
      break;
    case LIAISON_FIELD_NATIONS:
      add_nations (self, *(LiaisonCodes *const *) at);
      break;
    case LIAISON_FIELD_REFERENCE:
      add_record (self, *(const LiaisonId *) at);
      break;
    case LIAISON_FIELD_REFERENCES:
      add_records (self, *(LiaisonIds *const *) at);
      break;
    case LIAISON_FIELD_MARKING:
      add_marking (self, *(LiaisonMarking *const *) at);
      break;
    case LIAISON_FIELD_ITEMS:
      add_items (self, *(LiaisonItems *const *) at);
      break;
    case LIAISON_FIELD_STRING:
      add (self, *(GRefString *const *) at);
      break;
    default:
      add_spelling (self, field, at);
    }
}

/* The field that the column is worked out from, or is. */
static const LiaisonField *
get_source (const LiaisonColumn *column, const LiaisonShape *shape)
{
  switch (column->source)
    {
    case LIAISON_COLUMN_FIELD:
      return column->field;
    case LIAISON_COLUMN_ID:
    case LIAISON_COLUMN_TOLD:
      return NULL;
    case LIAISON_COLUMN_TITLE:
      return liaison_shape_find_flagged (shape, LIAISON_FIELD_TITLE);
    case LIAISON_COLUMN_END:
      return liaison_shape_find_flagged (shape, LIAISON_FIELD_END);
    default:
      return liaison_shape_find_flagged (shape, LIAISON_FIELD_START);
    }
}

void
liaison_column_add_names (const LiaisonColumn *self,
                          const LiaisonManner *manner,
                          const LiaisonBlock *block,
                          GPtrArray *names)
{
  const Naming naming = { manner, names };
  const LiaisonField *field = get_source (self, block->shape);

  add_taken (&naming, liaison_column_tell (self, manner, block));
  /* Columns stay empty where something is not so; here that has a name. */
  if (field != NULL && field->type == LIAISON_FIELD_BOOLEAN)
    add_taken (&naming, liaison_manner_tell_field (manner, block, field));
  if (field != NULL
      && (field->type == LIAISON_FIELD_BOOLEAN || liaison_block_field_is_set (block, field)))
    add_value (&naming, field, LIAISON_BLOCK_AT (block, field));
}
