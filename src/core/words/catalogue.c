/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/catalogue.h"

#include "words/plural.h"

#include <glib/gstdio.h>
#include <string.h>

#define MAGIC         0x950412deu
#define MAGIC_SWAPPED 0xde120495u
#define HEADER_SIZE   28
/* Stands between a context and its msgid. */
#define CONTEXT_END '\004'

G_DEFINE_QUARK (liaison - words - error - quark, liaison_words_error)

struct _LiaisonCatalogue
{
  gboolean swapped;
  guint32 n_messages;

  /* Owned */
  GBytes *bytes;
  LiaisonPlural *plural;

  /* Borrowed from bytes */
  const char *data;
  gsize size;
  const char *originals;
  const char *translations;
};

/* One string of a table: it has a NUL at text[length], and for plurals NULs inside. */
typedef struct
{
  const char *text;
  guint32 length;
} Entry;

static guint32
read_number (const LiaisonCatalogue *self, const char *at)
{
  guint32 number;

  memcpy (&number, at, sizeof number);
  return self->swapped ? GUINT32_SWAP_LE_BE (number) : number;
}

static Entry
get_entry (const LiaisonCatalogue *self, const char *table, guint32 index)
{
  const char *at = table + (gsize) index * 8;

  return (Entry){ self->data + read_number (self, at + 4), read_number (self, at) };
}

static gboolean
refuse (GError **error, const char *display, const char *what)
{
  g_set_error (error, LIAISON_WORDS_ERROR, LIAISON_WORDS_ERROR_DAMAGED, "%s: %s", display, what);
  return FALSE;
}

static const char *
find_table (const LiaisonCatalogue *self, guint32 offset)
{
  guint64 end = (guint64) offset + (guint64) self->n_messages * 8;

  return end <= self->size ? self->data + offset : NULL;
}

/* Whether a string lies in the file and has its end; adds its size to @total. */
static gboolean
check_entry (const LiaisonCatalogue *self, const char *table, guint32 index, guint64 *total)
{
  const char *at = table + (gsize) index * 8;
  guint64 length = read_number (self, at), offset = read_number (self, at + 4);

  *total += length + 1;
  return offset + length < self->size && self->data[offset + length] == '\0';
}

static gboolean
check_head (LiaisonCatalogue *self, const char *display, GError **error)
{
  guint32 magic = 0;

  if (self->size >= HEADER_SIZE)
    memcpy (&magic, self->data, sizeof magic);
  if (magic != MAGIC && magic != MAGIC_SWAPPED)
    return refuse (error, display, "not a catalogue of translations");
  self->swapped = magic == MAGIC_SWAPPED;

  /* Major revisions 0 and 1; the minor one only tells of strings that this reader leaves aside. */
  if (read_number (self, self->data + 4) >> 16 > 1)
    return refuse (error, display, "a revision of the format that is not known");

  self->n_messages = read_number (self, self->data + 8);
  self->originals = find_table (self, read_number (self, self->data + 12));
  self->translations = find_table (self, read_number (self, self->data + 16));
  if (!self->originals || !self->translations)
    return refuse (error, display, "a table lies outside the file");
  return TRUE;
}

/* Every string in bounds, and originals in ascending order, which the search relies upon. Strings
 * of one table that share bytes are refused: a small file could name one long string a million
 * times. */
static gboolean
check_strings (const LiaisonCatalogue *self, const char *display, GError **error)
{
  guint64 originals = 0, translations = 0;
  const char *previous = NULL;

  for (guint32 i = 0; i < self->n_messages; i++)
    {
      const char *original;

      if (!check_entry (self, self->originals, i, &originals)
          || !check_entry (self, self->translations, i, &translations)
          || MAX (originals, translations) > self->size)
        return refuse (error, display, "a string lies outside the file or has no end");
      original = get_entry (self, self->originals, i).text;
      if (previous && strcmp (previous, original) >= 0)
        return refuse (error, display, "its messages are not in order");
      previous = original;
    }
  return TRUE;
}

/* The forms of a plural are parted by NUL, which g_utf8_validate does not take for a character. */
static gboolean
is_utf8 (Entry entry)
{
  const char *end = entry.text + entry.length;

  for (const char *form = entry.text; form <= end; form += strlen (form) + 1)
    if (!g_utf8_validate (form, -1, NULL))
      return FALSE;
  return TRUE;
}

static gboolean
check_encoding (const LiaisonCatalogue *self, const char *display, GError **error)
{
  for (guint32 i = 0; i < self->n_messages; i++)
    if (!is_utf8 (get_entry (self, self->originals, i))
        || !is_utf8 (get_entry (self, self->translations, i)))
      return refuse (error, display, "a string is not UTF-8");
  return TRUE;
}

/* The value of a line "NAME: value" of the header entry, and its length; NULL when there is none.
 */
static const char *
find_header (const char *header, const char *name, gsize *length)
{
  gsize name_length = strlen (name);

  for (const char *line = header; line; line = strchr (line, '\n'))
    {
      line += *line == '\n';
      if (g_ascii_strncasecmp (line, name, name_length) == 0 && line[name_length] == ':')
        {
          line += name_length + 1;
          *length = strcspn (line, "\n");
          return line;
        }
    }
  return NULL;
}

static gboolean
check_charset (const char *header, const char *display, GError **error)
{
  static const char key[] = "charset=", wanted[] = "utf-8";
  gsize length;
  const char *value = find_header (header, "Content-Type", &length);
  const char *charset = value ? g_strstr_len (value, (gssize) length, key) : NULL;

  if (charset && g_ascii_strncasecmp (charset + strlen (key), wanted, strlen (wanted)) == 0)
    return TRUE;
  g_set_error (error, LIAISON_WORDS_ERROR, LIAISON_WORDS_ERROR_CHARSET,
               "%s: its header does not say charset=UTF-8", display);
  return FALSE;
}

/* The header is the translation of the empty msgid, which sorts first. */
static gboolean
read_header (LiaisonCatalogue *self, const char *display, GError **error)
{
  const char *header, *rule;
  gsize length;

  if (self->n_messages == 0 || *get_entry (self, self->originals, 0).text != '\0')
    return refuse (error, display, "it has no header");
  header = get_entry (self, self->translations, 0).text;
  if (!check_charset (header, display, error))
    return FALSE;

  rule = find_header (header, "Plural-Forms", &length);
  self->plural = rule ? liaison_plural_new (rule, length, error) : liaison_plural_new_default ();
  if (!self->plural)
    g_prefix_error (error, "%s: ", display);
  return self->plural != NULL;
}

LiaisonCatalogue *
liaison_catalogue_new_from_bytes (GBytes *bytes, const char *display, GError **error)
{
  g_autoptr (LiaisonCatalogue) self = g_atomic_rc_box_new0 (LiaisonCatalogue);

  self->bytes = g_bytes_ref (bytes);
  self->data = g_bytes_get_data (bytes, &self->size);

  if (!check_head (self, display, error) || !check_strings (self, display, error)
      || !read_header (self, display, error) || !check_encoding (self, display, error))
    return NULL;
  return g_steal_pointer (&self);
}

LiaisonCatalogue *
liaison_catalogue_new (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) reason = NULL;
  GStatBuf status;
  char *contents;
  gsize length;

  if (g_stat (path, &status) == 0 && status.st_size > LIAISON_CATALOGUE_MAX_SIZE)
    {
      g_set_error (error, LIAISON_WORDS_ERROR, LIAISON_WORDS_ERROR_LIMIT, "%s: larger than %d MiB",
                   path, LIAISON_CATALOGUE_MAX_SIZE / (1024 * 1024));
      return NULL;
    }
  if (!g_file_get_contents (path, &contents, &length, &reason))
    {
      g_set_error_literal (error, LIAISON_WORDS_ERROR, LIAISON_WORDS_ERROR_READ, reason->message);
      return NULL;
    }
  bytes = g_bytes_new_take (contents, length);
  return liaison_catalogue_new_from_bytes (bytes, path, error);
}

LiaisonCatalogue *
liaison_catalogue_ref (LiaisonCatalogue *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  LiaisonCatalogue *self = data;

  g_clear_pointer (&self->plural, liaison_plural_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
}

void
liaison_catalogue_unref (LiaisonCatalogue *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

guint
liaison_catalogue_get_n_messages (const LiaisonCatalogue *self)
{
  return self->n_messages;
}

guint
liaison_catalogue_get_n_forms (const LiaisonCatalogue *self)
{
  return liaison_plural_get_n_forms (self->plural);
}

/* Compares a key of the catalogue with "context\004msgid", without putting the two together. */
static int
compare_key (const char *key, const char *context, gsize context_length, const char *msgid)
{
  int order;

  if (!context)
    return strcmp (key, msgid);
  order = strncmp (key, context, context_length);
  if (order != 0)
    return order;
  if (key[context_length] != CONTEXT_END)
    return (guchar) key[context_length] - CONTEXT_END;
  return strcmp (key + context_length + 1, msgid);
}

static gboolean
find (const LiaisonCatalogue *self, const char *context, const char *msgid, Entry *translation)
{
  gsize context_length = context ? strlen (context) : 0;
  guint32 low = 0, high = self->n_messages;

  if (!context && *msgid == '\0')
    return FALSE;
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      const char *key = get_entry (self, self->originals, middle).text;
      int order = compare_key (key, context, context_length, msgid);

      if (order == 0)
        {
          *translation = get_entry (self, self->translations, middle);
          return TRUE;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return FALSE;
}

const char *
liaison_catalogue_look_up (const LiaisonCatalogue *self, const char *context, const char *msgid)
{
  Entry translation;

  if (!find (self, context, msgid, &translation) || *translation.text == '\0')
    return NULL;
  return translation.text;
}

const char *
liaison_catalogue_look_up_plural (const LiaisonCatalogue *self,
                                  const char *context,
                                  const char *msgid,
                                  guint64 n)
{
  Entry translation;
  const char *form, *end;

  if (!find (self, context, msgid, &translation))
    return NULL;
  form = translation.text;
  end = form + translation.length;
  for (guint i = liaison_plural_get_form (self->plural, n); i > 0 && form <= end; i--)
    form += strlen (form) + 1;
  return form <= end && *form != '\0' ? form : NULL;
}
