/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/filter.h"

#include "record/kinds/participant.h"
#include "words/error.h"
#include "words/search.h"
#include "words/sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How far up a tree of participants a nation is looked for. */
#define MAX_DEPTH 16

struct _LiaisonFilter
{
  LiaisonColumn column; /* of no meaning with `nation` */
  gboolean nation;      /* any nation that has to do with the record */
  gboolean part;        /* ~= */
  gboolean not ;        /* != */
  char *wanted;         /* folded */
};

/* Where the operator begins, and how long it is; NULL where there is none. */
static const char *
find_operator (const char *text, gsize *length)
{
  const char *equals = strchr (text, '=');

  if (equals == NULL || equals == text)
    return NULL;
  *length = equals[-1] == '~' || equals[-1] == '!' ? 2 : 1;
  return equals + 1 - *length;
}

static gboolean
is_about_nation (const LiaisonField *field)
{
  return (field->type == LIAISON_FIELD_NATION || field->type == LIAISON_FIELD_NATIONS)
         && strcmp (field->name, "originator") != 0;
}

static gboolean
is_about_people (const LiaisonField *field)
{
  static const char *const names[] = { "participants", "participant", "owner", "chair",
                                       "from",         "to",          NULL };
  guint64 people = LIAISON_TARGET (PARTICIPANT) | LIAISON_TARGET (POST);

  return (field->type == LIAISON_FIELD_REFERENCE || field->type == LIAISON_FIELD_REFERENCES)
         && (field->targets & ~people) == 0 && g_strv_contains (names, field->name);
}

static gboolean
names_nations (const LiaisonKind *kind)
{
  for (guint i = 0; i < kind->shape.n_fields; i++)
    if (is_about_nation (&kind->shape.fields[i]) || is_about_people (&kind->shape.fields[i]))
      return TRUE;
  return FALSE;
}

static void
fail (LiaisonWords *words, const LiaisonKind *kind, const char *name, GError **error)
{
  g_autofree char *names = liaison_column_list_names (kind);
  g_autofree char *problem = liaison_words_format (
      words, N_ ("{table} have no column “{column}”. They have: {columns}"),
      liaison_operand_field ("table", kind->plural_label), liaison_operand_text ("column", name),
      liaison_operand_text ("columns", names));

  g_set_error_literal (error, LIAISON_WORDS_ERROR, LIAISON_WORDS_ERROR_UNKNOWN, problem);
}

LiaisonFilter *
liaison_filter_new (LiaisonWords *words, const LiaisonKind *kind, const char *text, GError **error)
{
  g_autoptr (LiaisonFilter) self = g_new0 (LiaisonFilter, 1);
  gsize length;
  const char *at = find_operator (text, &length);
  g_autofree char *name = NULL;

  if (at == NULL || !g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (
          error, LIAISON_WORDS_ERROR, LIAISON_WORDS_ERROR_INPUT,
          liaison_words_get (words,
                             N_ ("A condition is a column, “=”, “!=” or “~=”, and a value.")));
      return NULL;
    }
  name = g_strndup (text, at - text);
  self->part = *at == '~';
  self->not = *at == '!';
  self->wanted = liaison_words_fold (at + length);
  self->nation =
      (strcmp (name, "nation") == 0 || strcmp (name, "nations") == 0) && names_nations (kind);
  if (!self->nation && !liaison_column_find (&self->column, kind, name))
    {
      fail (words, kind, name, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
liaison_filter_free (LiaisonFilter *self)
{
  g_free (self->wanted);
  g_free (self);
}

static void
add_field_names (const LiaisonManner *manner,
                 const LiaisonBlock *block,
                 const LiaisonField *field,
                 GPtrArray *names)
{
  const LiaisonColumn column = { LIAISON_COLUMN_FIELD, field, field->name, field->label };

  if (liaison_block_field_is_set (block, field))
    liaison_column_add_names (&column, manner, block, names);
}

static void
add_own_nations (const LiaisonManner *manner, const LiaisonBlock *block, GPtrArray *names)
{
  for (guint i = 0; i < block->shape->n_fields; i++)
    if (is_about_nation (&block->shape->fields[i]))
      add_field_names (manner, block, &block->shape->fields[i], names);
}

/* A participant is of its nation, or of that of what it is part of. */
static void
add_nations_of (const LiaisonManner *manner, LiaisonId id, GPtrArray *names)
{
  const LiaisonBlock *block = liaison_lookup_find (&manner->lookup, id);

  for (guint depth = 0; block != NULL && depth < MAX_DEPTH; depth++)
    {
      guint before = names->len;

      add_own_nations (manner, block, names);
      if (names->len > before || block->shape != &liaison_participant_kind.shape)
        return;
      block = liaison_lookup_find (&manner->lookup, LIAISON_DATA (Participant, block)->parent);
    }
}

static void
add_nations_of_people (const LiaisonManner *manner,
                       const LiaisonBlock *block,
                       const LiaisonField *field,
                       GPtrArray *names)
{
  gconstpointer at = LIAISON_BLOCK_AT (block, field);
  const LiaisonId *ids = at;
  guint n = 1;

  if (field->type == LIAISON_FIELD_REFERENCES)
    ids = liaison_ids_get (*(LiaisonIds *const *) at, &n);
  for (guint i = 0; i < n; i++)
    add_nations_of (manner, ids[i], names);
}

static void
add_nations (const LiaisonManner *manner, const LiaisonBlock *block, GPtrArray *names)
{
  add_nations_of (manner, block->id, names);
  for (guint i = 0; i < block->shape->n_fields; i++)
    if (is_about_people (&block->shape->fields[i]))
      add_nations_of_people (manner, block, &block->shape->fields[i], names);
}

static gboolean
is_wanted (const LiaisonFilter *self, const char *name)
{
  g_autofree char *plain = liaison_words_dup_without_isolates (name);
  g_autofree char *folded = liaison_words_fold (plain);

  return self->part ? strstr (folded, self->wanted) != NULL : strcmp (folded, self->wanted) == 0;
}

gboolean
liaison_filter_matches (const LiaisonFilter *self,
                        const LiaisonManner *manner,
                        const LiaisonBlock *block)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  gboolean found = FALSE;

  if (self->nation)
    add_nations (manner, block, names);
  else
    liaison_column_add_names (&self->column, manner, block, names);
  /* Nothing is the value of what is not set. */
  if (names->len == 0)
    g_ptr_array_add (names, g_strdup (""));
  for (guint i = 0; i < names->len && !found; i++)
    found = is_wanted (self, names->pdata[i]);
  return found != self->not ;
}
