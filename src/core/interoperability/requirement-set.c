/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interoperability/requirement-set.h"

#include "liaison-requirements.h"

#include <string.h>

#define RESOURCE_FOLDER  "/org/liaisonplanner/Liaison/interoperability/"
#define FORMAT           "liaison-requirement-catalogue"
#define MAX_BYTES        (1024 * 1024)
#define MAX_REQUIREMENTS 1000

G_DEFINE_QUARK (liaison - requirement - set - error, liaison_requirement_set_error)

static const char *const names[] = { "multinational-operations", "civil-relief" };

/* The head of a file is a table too. */
#define HEAD_FIELDS(F, T)                                                                          \
  F (T, STRING, name, "name", "name", .flags = LIAISON_FIELD_CODE)                                 \
  F (T, TEXT, title, "title", "title", .flags = LIAISON_FIELD_TITLE)                               \
  F (T, TEXT, summary, "summary", "summary", .flags = LIAISON_FIELD_LONG)                          \
  F (T, STRING, source, "source", "source")                                                        \
  F (T, DATE, date, "date", "date")

LIAISON_DECLARE_DATA (RequirementSetHead, HEAD_FIELDS)
LIAISON_DEFINE_ITEM (RequirementSetHead, head_shape, "catalogue", "catalogue", HEAD_FIELDS);

LiaisonRequirementSet *
liaison_requirement_set_ref (LiaisonRequirementSet *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
liaison_requirement_set_unref (LiaisonRequirementSet *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->name);
  g_free (self->source);
  liaison_text_unref (self->title);
  liaison_text_unref (self->summary);
  g_ptr_array_unref (self->requirements);
  g_free (self);
}

static gboolean
fail (GError **error, LiaisonRequirementSetError code, const char *place, const char *message)
{
  g_set_error (error, LIAISON_REQUIREMENT_SET_ERROR, code, "%s: %s", place, message);
  return FALSE;
}

static gboolean
has_english (const LiaisonText *text)
{
  return liaison_text_lookup (text, "en") != NULL;
}

static gboolean
read_head (LiaisonRequirementSet *self, LiaisonJsonReader *reader, GError **error)
{
  g_autoptr (LiaisonBlock) block = liaison_block_read (&head_shape, reader, FALSE, error);
  const LiaisonRequirementSetHeadData *head = LIAISON_DATA (RequirementSetHead, block);

  if (block == NULL)
    return FALSE;
  if (liaison_block_get_unknown (block) != NULL || head->name == NULL || head->source == NULL
      || !has_english (head->title) || !has_english (head->summary)
      || head->date == LIAISON_DATE_UNSET)
    return fail (error, LIAISON_REQUIREMENT_SET_ERROR_FORMAT, "head",
                 "expected name, title and summary in English, source and date");
  self->name = g_strdup (head->name);
  self->source = g_strdup (head->source);
  self->title = liaison_text_ref (head->title);
  self->summary = liaison_text_ref (head->summary);
  self->date = head->date;
  return TRUE;
}

static gboolean
is_chapter (const LiaisonBlock *block)
{
  return LIAISON_DATA (Requirement, block)->level == LIAISON_REQUIREMENT_LEVEL_CHAPTER;
}

/* A requirement that could be taken into a plan as it is. */
static gboolean
check (LiaisonRequirementSet *self, const LiaisonBlock *block, GHashTable *serials, GError **error)
{
  const LiaisonRequirementData *data = LIAISON_DATA (Requirement, block);
  g_autofree char *place = g_strdup_printf ("requirements[%u]", self->requirements->len - 1);

  if (data->serial == NULL || !g_hash_table_add (serials, data->serial))
    return fail (error, LIAISON_REQUIREMENT_SET_ERROR_SERIAL, place,
                 "expected a serial that no other requirement has");
  if (liaison_block_get_unknown (block) != NULL || !has_english (data->title))
    return fail (error, LIAISON_REQUIREMENT_SET_ERROR_FORMAT, place,
                 "expected a title in English and no members that a requirement does not have");
  if (!liaison_id_is_zero (data->parent) || data->marking != NULL || data->objectives != NULL
      || data->channels != NULL || !liaison_id_is_zero (data->owner)
      || !liaison_id_is_zero (data->due_event) || data->attachments != NULL)
    return fail (error, LIAISON_REQUIREMENT_SET_ERROR_FORMAT, place,
                 "a catalogue cannot refer to records of a plan");
  if (self->requirements->len == 1 && !is_chapter (block))
    return fail (error, LIAISON_REQUIREMENT_SET_ERROR_FORMAT, place, "expected a chapter first");
  if (!is_chapter (block)
      && (data->dimension == LIAISON_DIMENSION_UNSET || data->obligation == LIAISON_OBLIGATION_UNSET
          || data->per == LIAISON_ASSESSED_PER_UNSET))
    return fail (error, LIAISON_REQUIREMENT_SET_ERROR_FORMAT, place,
                 "expected dimension, obligation and what it is assessed for");
  return TRUE;
}

static gboolean
read_requirements (LiaisonRequirementSet *self, LiaisonJsonReader *reader, GError **error)
{
  g_autoptr (GHashTable) serials = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean more;

  if (!liaison_json_reader_begin_array (reader, error))
    return FALSE;
  while (liaison_json_reader_next_element (reader, &more, error))
    {
      LiaisonBlock *block;
      if (!more)
        return TRUE;
      if (self->requirements->len >= MAX_REQUIREMENTS)
        return fail (error, LIAISON_REQUIREMENT_SET_ERROR_SIZE, "requirements",
                     "expected at most 1000 requirements");
      block = liaison_block_read (&liaison_requirement_kind.shape, reader, FALSE, error);
      if (block == NULL)
        return FALSE;
      g_ptr_array_add (self->requirements, block);
      if (!check (self, block, serials, error))
        return FALSE;
    }
  return FALSE;
}

static gboolean
read_member (LiaisonRequirementSet *self,
             LiaisonJsonReader *reader,
             const char *name,
             GError **error)
{
  const char *text;
  gsize length;

  if (strcmp (name, "head") == 0)
    return read_head (self, reader, error);
  if (strcmp (name, "requirements") == 0)
    return read_requirements (self, reader, error);
  if (strcmp (name, "format") != 0)
    return fail (error, LIAISON_REQUIREMENT_SET_ERROR_FORMAT, name, "no such member");
  return liaison_json_reader_read_string (reader, &text, &length, error)
         && (strcmp (text, FORMAT) == 0
             || fail (error, LIAISON_REQUIREMENT_SET_ERROR_FORMAT, "format",
                      "expected “" FORMAT "”"));
}

static gboolean
read_root (LiaisonRequirementSet *self, LiaisonJsonReader *reader, GError **error)
{
  const char *name;
  gsize length;

  if (!liaison_json_reader_begin_object (reader, error))
    return FALSE;
  while (liaison_json_reader_next_member (reader, &name, &length, error))
    {
      if (name == NULL)
        return liaison_json_reader_finish (reader, error)
               && ((self->name != NULL && self->requirements->len > 0)
                   || fail (error, LIAISON_REQUIREMENT_SET_ERROR_FORMAT, "catalogue",
                            "expected a head and requirements"));
      g_autofree char *member = g_strndup (name, length);
      if (!read_member (self, reader, member, error))
        return FALSE;
    }
  return FALSE;
}

LiaisonRequirementSet *
liaison_requirement_set_read (GBytes *bytes, GError **error)
{
  g_autoptr (LiaisonRequirementSet) self = g_new0 (LiaisonRequirementSet, 1);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (LiaisonJsonReader) reader = NULL;

  g_atomic_ref_count_init (&self->refs);
  self->requirements = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_block_unref);
  if (size > MAX_BYTES)
    {
      fail (error, LIAISON_REQUIREMENT_SET_ERROR_SIZE, "catalogue", "expected at most 1 MiB");
      return NULL;
    }
  reader = liaison_json_reader_new_for_data (data, size, "catalogue", &liaison_json_default_limits);
  return read_root (self, reader, error) ? g_steal_pointer (&self) : NULL;
}

GPtrArray *
liaison_requirement_set_list (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_requirement_set_unref);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat (RESOURCE_FOLDER, names[i], ".json", NULL);
      g_autoptr (GBytes) bytes =
          g_resource_lookup_data (liaison_requirements_get_resource (), path, 0, NULL);
      LiaisonRequirementSet *catalogue =
          bytes != NULL ? liaison_requirement_set_read (bytes, NULL) : NULL;

      /* Ours are tested to be there and whole. */
      g_assert (catalogue != NULL);
      g_ptr_array_add (list, catalogue);
    }
  return list;
}
