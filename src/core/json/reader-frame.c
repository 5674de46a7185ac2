/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Objects with their names, and arrays. */
#include "config.h"

#include "json/reader-private.h"

#include <string.h>

static gboolean
open_frame (LiaisonJsonReader *self, gboolean is_object, GError **error)
{
  LiaisonJsonFrame *frame;

  if (self->depth >= self->limits.depth)
    return liaison_json_reader_refuse_mark (self, error, LIAISON_JSON_ERROR_LIMIT,
                                            "nested more than %u deep", self->limits.depth);
  liaison_json_reader_tap_byte (self, *self->next);
  self->next++;
  frame = &self->frames[self->depth++];
  frame->place = self->mark;
  frame->is_object = is_object;
  frame->n = 0;
  frame->names = NULL;
  frame->hint = 0;
  memset (frame->seen, 0, sizeof frame->seen);
  liaison_json_name_set_begin (&frame->others, &self->names);
  frame->name = NULL;
  return TRUE;
}

/* What is said about the object or array from now on is said of its beginning. */
static void
close_frame (LiaisonJsonReader *self, LiaisonJsonFrame *frame)
{
  liaison_json_reader_tap_byte (self, *self->next);
  self->next++;
  liaison_json_name_set_end (&frame->others, &self->names);
  self->mark = frame->place;
  self->depth--;
}

/* Goes on to the next member or element of the innermost frame, whose end is @closing, or closes
 * it. */
static gboolean
advance (
    LiaisonJsonReader *self, LiaisonJsonFrame *frame, char closing, gboolean *more, GError **error)
{
  char byte = liaison_json_reader_see (self);

  *more = byte != closing;
  if (byte == closing)
    {
      close_frame (self, frame);
      return TRUE;
    }
  if (frame->n > 0)
    {
      if (byte != ',')
        return liaison_json_reader_refuse_byte (self, error,
                                                closing == '}' ? "‘,’ or ‘}’" : "‘,’ or ‘]’");
      liaison_json_reader_tap_byte (self, byte);
      self->next++;
      liaison_json_reader_see (self);
    }
  frame->n++;
  return TRUE;
}

static inline LiaisonJsonFrame *
get_innermost (LiaisonJsonReader *self, gboolean is_object)
{
  g_return_val_if_fail (self->depth > 0 && !self->due, NULL);
  g_return_val_if_fail (self->frames[self->depth - 1].is_object == is_object, NULL);

  return &self->frames[self->depth - 1];
}

/* Arrays */

gboolean
liaison_json_reader_begin_array (LiaisonJsonReader *self, GError **error)
{
  return liaison_json_reader_begin (self, LIAISON_JSON_ARRAY, error)
         && open_frame (self, FALSE, error);
}

gboolean
liaison_json_reader_next_element (LiaisonJsonReader *self, gboolean *more, GError **error)
{
  LiaisonJsonFrame *frame;

  if (G_UNLIKELY (self->failure != NULL))
    return liaison_json_reader_refuse_again (self, error);
  frame = get_innermost (self, FALSE);
  if (frame == NULL || !advance (self, frame, ']', more, error))
    return FALSE;
  self->due = *more;
  return TRUE;
}

/* Objects */

gboolean
liaison_json_reader_begin_object (LiaisonJsonReader *self, GError **error)
{
  return liaison_json_reader_begin (self, LIAISON_JSON_OBJECT, error)
         && open_frame (self, TRUE, error);
}

static gboolean
refuse_duplicate (LiaisonJsonReader *self, GError **error)
{
  return liaison_json_reader_refuse_mark (self, error, LIAISON_JSON_ERROR_DUPLICATE,
                                          "this name occurs twice in one object");
}

/* Goes on to the name of the next member, whose quotation mark is next then, if there are @more. */
static gboolean
advance_to_name (LiaisonJsonReader *self, LiaisonJsonFrame *frame, gboolean *more, GError **error)
{
  if (!advance (self, frame, '}', more, error))
    return FALSE;
  if (!*more)
    return TRUE;
  frame->name = NULL;
  liaison_json_reader_set_mark (self);
  return *self->next == '"' || liaison_json_reader_refuse_byte (self, error, "a member’s name");
}

static gboolean
take_colon (LiaisonJsonReader *self, GError **error)
{
  if (liaison_json_reader_see (self) != ':')
    return liaison_json_reader_refuse_byte (self, error, "‘:’");
  liaison_json_reader_tap_byte (self, ':');
  self->next++;
  self->due = TRUE;
  return TRUE;
}

/* Keeps a name that is in no table, and refuses it if it was there before. */
static gboolean
keep_name (LiaisonJsonReader *self,
           LiaisonJsonFrame *frame,
           const char *name,
           gsize length,
           GError **error)
{
  memcpy (frame->own_name, name, length);
  frame->own_name[length] = '\0';
  frame->name = frame->own_name;
  frame->name_length = length;
  if (frame->others.n == LIAISON_JSON_MAX_MEMBERS)
    return liaison_json_reader_refuse_mark (self, error, LIAISON_JSON_ERROR_LIMIT,
                                            "the object has more than %d members",
                                            LIAISON_JSON_MAX_MEMBERS);
  return liaison_json_name_set_add (&frame->others, &self->names, name, length)
         || refuse_duplicate (self, error);
}

/* Notes that the name at @index of the table is here, and refuses it if it was before. */
static gboolean
note_name (LiaisonJsonReader *self, LiaisonJsonFrame *frame, guint index, GError **error)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << index % 64;

  frame->name = frame->names->names[index];
  frame->name_length = frame->names->lengths[index];
  frame->hint = index + 1;
  if (G_UNLIKELY (frame->seen[index / 64] & bit))
    return refuse_duplicate (self, error);
  frame->seen[index / 64] |= bit;
  return TRUE;
}

/* Most members come in the order of the table: then a look at the bytes, with both quotation marks,
 * is enough. */
static gboolean
take_hinted_name (LiaisonJsonReader *self, LiaisonJsonFrame *frame)
{
  gsize length;

  if (frame->hint >= frame->names->n)
    return FALSE;
  length = frame->names->lengths[frame->hint];
  if ((gsize) (self->end - self->next) < length + 2 || self->next[length + 1] != '"'
      || length > self->limits.name
      || memcmp (self->next + 1, frame->names->names[frame->hint], length) != 0)
    return FALSE;
  self->next += length + 2;
  return TRUE;
}

static guint
find_name (const LiaisonJsonFrame *frame, const char *name, gsize length)
{
  const LiaisonJsonNames *names = frame->names;

  for (guint n = names->n, i = frame->hint; n > 0; n--, i++)
    {
      if (i >= names->n)
        i = 0;
      if (names->lengths[i] == length && memcmp (names->names[i], name, length) == 0)
        return i;
    }
  return LIAISON_JSON_NAME_UNKNOWN;
}

static gboolean
take_name (LiaisonJsonReader *self, const char **name, gsize *length, GError **error)
{
  return liaison_json_reader_take_string (self, name, length, self->limits.name, "name", error);
}

static gboolean
take_any_name (LiaisonJsonReader *self, LiaisonJsonFrame *frame, guint *index, GError **error)
{
  const char *name;
  gsize length;

  if (!take_name (self, &name, &length, error))
    return FALSE;
  *index = find_name (frame, name, length);
  if (*index == LIAISON_JSON_NAME_UNKNOWN)
    return keep_name (self, frame, name, length, error);
  return note_name (self, frame, *index, error);
}

gboolean
liaison_json_reader_next_name (LiaisonJsonReader *self,
                               const LiaisonJsonNames *names,
                               guint *index,
                               GError **error)
{
  LiaisonJsonFrame *frame;
  gboolean more;

  if (G_UNLIKELY (self->failure != NULL))
    return liaison_json_reader_refuse_again (self, error);
  frame = get_innermost (self, TRUE);
  g_return_val_if_fail (frame != NULL && names->n <= LIAISON_JSON_MAX_NAMES, FALSE);
  g_return_val_if_fail (frame->n == 0 || frame->names == names, FALSE);

  *index = LIAISON_JSON_NAME_END;
  frame->names = names;
  if (!advance_to_name (self, frame, &more, error))
    return FALSE;
  if (!more)
    return TRUE;
  if (take_hinted_name (self, frame))
    return note_name (self, frame, *index = frame->hint, error) && take_colon (self, error);
  return take_any_name (self, frame, index, error) && take_colon (self, error);
}

gboolean
liaison_json_reader_next_member (LiaisonJsonReader *self,
                                 const char **name,
                                 gsize *length,
                                 GError **error)
{
  LiaisonJsonFrame *frame;
  const char *text;
  gsize n;
  gboolean more;

  if (G_UNLIKELY (self->failure != NULL))
    return liaison_json_reader_refuse_again (self, error);
  frame = get_innermost (self, TRUE);
  g_return_val_if_fail (frame != NULL && frame->names == NULL, FALSE);

  *name = NULL;
  if (!advance_to_name (self, frame, &more, error))
    return FALSE;
  if (!more)
    return TRUE;
  if (!take_name (self, &text, &n, error) || !keep_name (self, frame, text, n, error)
      || !take_colon (self, error))
    return FALSE;
  *name = frame->own_name;
  if (length != NULL)
    *length = n;
  return TRUE;
}

const char *
liaison_json_reader_get_name (LiaisonJsonReader *self, gsize *length)
{
  guint depth = self->depth;

  while (depth > 0 && !self->frames[depth - 1].is_object)
    depth--;
  g_return_val_if_fail (depth > 0 && self->frames[depth - 1].name != NULL, NULL);

  if (length != NULL)
    *length = self->frames[depth - 1].name_length;
  return self->frames[depth - 1].name;
}
