/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit/trail-private.h"

#include "edit/operand-json.h"
#include "json/writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_AUTHOR   1000
#define MAX_SENTENCE 500

/* Where the two hashes stand in an entry: it begins and ends with these around them. */
#define BEFORE_PREVIOUS "{\"previous\":\""
#define BEFORE_HASH     ",\"hash\":\""
#define AFTER_HASH      "\"}"
#define SEAL_LENGTH     (strlen (BEFORE_HASH) + LIAISON_TRAIL_HASH_LENGTH + strlen (AFTER_HASH))

struct _LiaisonTrailEntry
{
  GObject parent_instance;

  /* Owned */
  char *bytes; /* the object, immutable */
  gsize length;
  char *author;
  char *folded_hash; /* NULL: no checkpoint */

  gint64 when;
  guint64 folded;
  gboolean has_previous;

  /* Owned, read from the bytes when somebody asks */
  gboolean is_read;
  char *sentence;
  GArray *operands;
  LiaisonIds *records;
};

G_DEFINE_FINAL_TYPE (LiaisonTrailEntry, liaison_trail_entry, G_TYPE_OBJECT)

static void
liaison_trail_entry_finalize (GObject *object)
{
  LiaisonTrailEntry *self = LIAISON_TRAIL_ENTRY (object);

  g_clear_pointer (&self->bytes, g_free);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->folded_hash, g_free);
  g_clear_pointer (&self->sentence, g_free);
  g_clear_pointer (&self->operands, g_array_unref);
  g_clear_pointer (&self->records, liaison_ids_unref);

  G_OBJECT_CLASS (liaison_trail_entry_parent_class)->finalize (object);
}

static void
liaison_trail_entry_class_init (LiaisonTrailEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = liaison_trail_entry_finalize;
}

static void
liaison_trail_entry_init (LiaisonTrailEntry *self)
{
}

static gboolean
is_hash (const char *text, gsize length)
{
  return length == LIAISON_TRAIL_HASH_LENGTH && strspn (text, "0123456789abcdef") == length;
}

static gboolean
read_bounded (LiaisonJsonReader *reader, gsize limit, char **text, GError **error)
{
  const char *read;
  gsize length;

  if (!liaison_json_reader_read_string (reader, &read, &length, error))
    return FALSE;
  if (length > limit)
    return liaison_json_reader_fail (reader, error, LIAISON_JSON_ERROR_LIMIT,
                                     "longer than %" G_GSIZE_FORMAT " bytes", limit);
  g_free (*text);
  *text = g_strndup (read, length);
  return TRUE;
}

static gboolean
read_hash (LiaisonJsonReader *reader, char **hash, GError **error)
{
  return read_bounded (reader, LIAISON_TRAIL_HASH_LENGTH, hash, error)
         && (is_hash (*hash, strlen (*hash))
             || liaison_json_reader_fail (reader, error, LIAISON_JSON_ERROR_VALUE,
                                          "this is no SHA-256"));
}

static gboolean
read_count (LiaisonJsonReader *reader, guint64 *count, GError **error)
{
  gint64 value;

  if (!liaison_json_reader_read_integer (reader, &value, error))
    return FALSE;
  *count = MAX (value, 0);
  return value > 0
         || liaison_json_reader_fail (reader, error, LIAISON_JSON_ERROR_VALUE,
                                      "expected a count from 1 on");
}

static gboolean
skip_array (LiaisonJsonReader *reader, GError **error)
{
  LiaisonJsonType type;

  if (!liaison_json_reader_peek (reader, &type, error))
    return FALSE;
  if (!liaison_json_reader_skip (reader, error))
    return FALSE;
  return type == LIAISON_JSON_ARRAY
         || liaison_json_reader_fail (reader, error, LIAISON_JSON_ERROR_TYPE, "expected an array");
}

static gboolean
read_checkpoint (LiaisonTrailEntry *self, LiaisonJsonReader *reader, GError **error)
{
  const char *name;
  gboolean ok = liaison_json_reader_begin_object (reader, error);

  while (ok && (ok = liaison_json_reader_next_member (reader, &name, NULL, error)) && name != NULL)
    if (strcmp (name, "entries") == 0)
      ok = read_count (reader, &self->folded, error);
    else if (strcmp (name, "hash") == 0)
      ok = read_hash (reader, &self->folded_hash, error);
    else
      ok = liaison_json_reader_skip (reader, error);
  return ok
         && ((self->folded > 0 && self->folded_hash != NULL)
             || liaison_json_reader_fail (reader, error, LIAISON_JSON_ERROR_VALUE,
                                          "a checkpoint has “entries” and “hash”"));
}

/* What of an entry has been seen while its shape is checked. */
typedef struct
{
  char *previous;
  char *hash;
  char *sentence;
  gboolean has_when;
} Seen;

static gboolean
check_member (LiaisonTrailEntry *self,
              LiaisonJsonReader *reader,
              const char *name,
              Seen *seen,
              GError **error)
{
  guint64 omitted;

  if (strcmp (name, "previous") == 0)
    return read_hash (reader, &seen->previous, error);
  if (strcmp (name, "hash") == 0)
    return read_hash (reader, &seen->hash, error);
  if (strcmp (name, "author") == 0)
    return read_bounded (reader, MAX_AUTHOR, &self->author, error);
  if (strcmp (name, "sentence") == 0)
    return read_bounded (reader, MAX_SENTENCE, &seen->sentence, error);
  if (strcmp (name, "when") == 0)
    return (seen->has_when = liaison_json_reader_read_integer (reader, &self->when, error));
  if (strcmp (name, "operands") == 0 || strcmp (name, "edits") == 0)
    return skip_array (reader, error);
  if (strcmp (name, "omitted") == 0)
    return read_count (reader, &omitted, error);
  if (strcmp (name, "checkpoint") == 0)
    return read_checkpoint (self, reader, error);
  return liaison_json_reader_skip (reader, error);
}

/* The hashes are found by their places, so they must stand there. */
static gboolean
stands_in_place (LiaisonTrailEntry *self, const Seen *seen)
{
  gsize before = strlen (BEFORE_PREVIOUS);

  self->has_previous = seen->previous != NULL;
  return self->length > SEAL_LENGTH + (self->has_previous ? before + LIAISON_TRAIL_HASH_LENGTH : 0)
         && memcmp (self->bytes + self->length - SEAL_LENGTH, BEFORE_HASH, strlen (BEFORE_HASH))
                == 0
         && memcmp (self->bytes + self->length - SEAL_LENGTH + strlen (BEFORE_HASH), seen->hash,
                    LIAISON_TRAIL_HASH_LENGTH)
                == 0
         && (seen->previous == NULL
             || (memcmp (self->bytes, BEFORE_PREVIOUS, before) == 0
                 && memcmp (self->bytes + before, seen->previous, LIAISON_TRAIL_HASH_LENGTH) == 0));
}

static gboolean
check_shape (LiaisonTrailEntry *self, LiaisonJsonReader *reader, Seen *seen, GError **error)
{
  const char *name;

  if (!liaison_json_reader_begin_object (reader, error))
    return FALSE;
  while (TRUE)
    {
      if (!liaison_json_reader_next_member (reader, &name, NULL, error))
        return FALSE;
      if (name == NULL)
        break;
      if (!check_member (self, reader, name, seen, error))
        return FALSE;
    }
  if (self->author == NULL || !seen->has_when || (seen->sentence == NULL && self->folded == 0))
    return liaison_json_reader_fail (reader, error, LIAISON_JSON_ERROR_VALUE,
                                     "an entry says who, when and what");
  return (seen->hash != NULL && stands_in_place (self, seen))
         || liaison_json_reader_fail (
             reader, error, LIAISON_JSON_ERROR_VALUE,
             "an entry begins with the hash before it, if any, and ends with its own");
}

LiaisonTrailEntry *
liaison_trail_entry_new_take (GString *bytes, GError **error)
{
  g_autoptr (LiaisonTrailEntry) self = g_object_new (LIAISON_TYPE_TRAIL_ENTRY, NULL);
  g_autoptr (LiaisonJsonReader) reader = NULL;
  Seen seen = { NULL };

  self->length = bytes->len;
  self->bytes = g_strndup (bytes->str, bytes->len);
  g_string_free (bytes, TRUE);
  reader = liaison_json_reader_new_for_data (self->bytes, self->length, "entry", NULL);
  gboolean ok = check_shape (self, reader, &seen, error);
  g_free (seen.previous);
  g_free (seen.hash);
  g_free (seen.sentence);
  return ok ? g_steal_pointer (&self) : NULL;
}

/* Reads the ids of the records that are edited into @ids. */
static gboolean
read_records (LiaisonJsonReader *reader, GArray *ids)
{
  const char *name, *text;
  gsize length;
  gboolean more, ok = liaison_json_reader_begin_array (reader, NULL);

  while (ok && (ok = liaison_json_reader_next_element (reader, &more, NULL)) && more)
    {
      ok = liaison_json_reader_begin_object (reader, NULL);
      while (ok && (ok = liaison_json_reader_next_member (reader, &name, NULL, NULL))
             && name != NULL)
        if (strcmp (name, "record") == 0)
          {
            LiaisonId id;
            ok = liaison_json_reader_read_string (reader, &text, &length, NULL);
            if (ok && liaison_id_parse (text, length, &id))
              g_array_append_val (ids, id);
          }
        else
          ok = liaison_json_reader_skip (reader, NULL);
    }
  return ok;
}

static void
read_all (LiaisonTrailEntry *self, GArray *ids)
{
  g_autoptr (LiaisonJsonReader) reader =
      liaison_json_reader_new_for_data (self->bytes, self->length, "entry", NULL);
  const char *name;
  gboolean ok = liaison_json_reader_begin_object (reader, NULL);

  while (ok && (ok = liaison_json_reader_next_member (reader, &name, NULL, NULL)) && name != NULL)
    if (strcmp (name, "sentence") == 0)
      ok = read_bounded (reader, MAX_SENTENCE, &self->sentence, NULL);
    else if (strcmp (name, "operands") == 0)
      ok = (self->operands = liaison_operands_read (reader, NULL)) != NULL;
    else if (strcmp (name, "edits") == 0)
      ok = read_records (reader, ids);
    else
      ok = liaison_json_reader_skip (reader, NULL);
}

/* Makes of the bytes what people ask for. What a file wrote there that no Liaison writes stays
 * unsaid; the bytes themselves are kept. */
static void
ensure_read (LiaisonTrailEntry *self)
{
  g_autoptr (GArray) ids = NULL;

  if (self->is_read)
    return;
  self->is_read = TRUE;
  if (self->folded > 0)
    {
      LiaisonOperand count = liaison_operand_integer ("count", self->folded);
      /* Translators: stands in the history in the place of the oldest entries of one person. */
      self->sentence = g_strdup (N_ ("Earlier changes: {count}"));
      self->operands = liaison_operands_new ();
      g_array_append_val (self->operands, count);
      return;
    }
  ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  read_all (self, ids);
  if (self->sentence == NULL)
    self->sentence = g_strdup ("");
  self->records = liaison_ids_new ((const LiaisonId *) ids->data, ids->len);
}

static void
hash_body (const char *bytes, gsize length, char hash[LIAISON_TRAIL_HASH_LENGTH + 1])
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (sum, (const guchar *) bytes, length);
  g_checksum_update (sum, (const guchar *) "}", 1);
  memcpy (hash, g_checksum_get_string (sum), LIAISON_TRAIL_HASH_LENGTH + 1);
}

void
liaison_trail_seal (GString *body)
{
  char hash[LIAISON_TRAIL_HASH_LENGTH + 1];

  g_string_truncate (body, body->len - 1);
  hash_body (body->str, body->len, hash);
  g_string_append_printf (body, BEFORE_HASH "%s" AFTER_HASH, hash);
}

static const char *
peek_hash (LiaisonTrailEntry *self)
{
  return self->bytes + self->length - SEAL_LENGTH + strlen (BEFORE_HASH);
}

gboolean
liaison_trail_entry_is_sealed (LiaisonTrailEntry *self)
{
  char hash[LIAISON_TRAIL_HASH_LENGTH + 1];

  hash_body (self->bytes, self->length - SEAL_LENGTH, hash);
  return memcmp (hash, peek_hash (self), LIAISON_TRAIL_HASH_LENGTH) == 0;
}

gboolean
liaison_trail_entry_follows (LiaisonTrailEntry *self, const char *hash)
{
  if (hash == NULL || !self->has_previous)
    return hash == NULL && !self->has_previous;
  return memcmp (self->bytes + strlen (BEFORE_PREVIOUS), hash, LIAISON_TRAIL_HASH_LENGTH) == 0;
}

const char *
liaison_trail_entry_get_head (LiaisonTrailEntry *self)
{
  return self->folded > 0 ? self->folded_hash : peek_hash (self);
}

guint64
liaison_trail_entry_get_folded (LiaisonTrailEntry *self)
{
  return self->folded;
}

const char *
liaison_trail_entry_get_bytes (LiaisonTrailEntry *self, gsize *length)
{
  *length = self->length;
  return self->bytes;
}

const char *
liaison_trail_entry_get_author (LiaisonTrailEntry *self)
{
  return self->author;
}

gint64
liaison_trail_entry_get_when (LiaisonTrailEntry *self)
{
  return self->when;
}

const char *
liaison_trail_entry_get_sentence (LiaisonTrailEntry *self)
{
  ensure_read (self);
  return self->sentence;
}

const GArray *
liaison_trail_entry_get_operands (LiaisonTrailEntry *self)
{
  ensure_read (self);
  return self->operands;
}

gboolean
liaison_trail_entry_concerns (LiaisonTrailEntry *self, LiaisonId record)
{
  ensure_read (self);
  return liaison_ids_contains (self->records, record);
}
