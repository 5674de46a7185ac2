/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/hyphenator.h"

#include <string.h>

/* Files that are larger, and words that are longer, are no such thing. */
#define MOST_BYTES   (8 << 20)
#define MOST_LETTERS 64
/* At either end of a word so many letters stay together, whatever a file says. */
#define LEAST_BEFORE 2
#define LEAST_AFTER  3

/* Patterns that are looked for together: the first level parts compounds, the second their parts.
 */
typedef struct
{
  GArray *patterns; /* of guint: where in the text */
  guint *slots;     /* by hash: one more than the number of a pattern; 0: free */
  guint mask;
  guint longest; /* letters */
} Level;

struct _LiaisonHyphenator
{
  char *text; /* patterns, each ended by a NUL */
  Level levels[2];
  guint n_levels;
  guint before, after;
};

/* Names of files, where the tag alone does not say it, and packages. */
static const struct
{
  const char *tag, *file, *package;
} known[] = {
  { "af", "af_ZA", "hyphen-af" },       { "be", "be_BY", "hyphen-be" },
  { "bg", "bg_BG", "hyphen-bg" },       { "ca", "ca", "hyphen-ca" },
  { "cs", "cs_CZ", "hyphen-cs" },       { "da", "da_DK", "hyphen-da" },
  { "de", "de_DE", "hyphen-de" },       { "el", "el_GR", "hyphen-el" },
  { "en-US", "en_US", "hyphen-en-us" }, { "en-CA", "en_US", "hyphen-en-us" },
  { "en", "en_GB", "hyphen-en-gb" },    { "es", "es", "hyphen-es" },
  { "fr", "fr", "hyphen-fr" },          { "gl", "gl", "hyphen-gl" },
  { "hr", "hr_HR", "hyphen-hr" },       { "hu", "hu_HU", "hyphen-hu" },
  { "is", "is", "hyphen-is" },          { "it", "it_IT", "hyphen-it" },
  { "lt", "lt", "hyphen-lt" },          { "lv", "lv_LV", "hyphen-lv" },
  { "nb", "nb_NO", "hyphen-no" },       { "nl", "nl_NL", "hyphen-nl" },
  { "nn", "nn_NO", "hyphen-no" },       { "no", "nb_NO", "hyphen-no" },
  { "pl", "pl_PL", "hyphen-pl" },       { "pt-PT", "pt_PT", "hyphen-pt-pt" },
  { "pt", "pt_BR", "hyphen-pt-br" },    { "ro", "ro_RO", "hyphen-ro" },
  { "ru", "ru_RU", "hyphen-ru" },       { "sk", "sk_SK", "hyphen-sk" },
  { "sl", "sl_SI", "hyphen-sl" },       { "sr", "sr", "hyphen-sr" },
  { "sv", "sv", "hyphen-sv" },          { "uk", "uk_UA", "hyphen-uk" },
};

static gboolean
is_of_tag (const char *language, const char *tag)
{
  gsize length = strlen (tag);

  return strncmp (language, tag, length) == 0
         && (language[length] == '\0' || language[length] == '-');
}

const char *
liaison_hyphenator_find_package (const char *language)
{
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (is_of_tag (language, known[i].tag))
      return known[i].package;
  return NULL;
}

static gboolean
is_digit (char c)
{
  return c >= '0' && c <= '9';
}

/* FNV-1a, of the letters of a pattern, without its digits. */
static guint
add_to_hash (guint hash, char c)
{
  return (hash ^ (guchar) c) * 16777619u;
}

#define NO_HASH 2166136261u

static guint
hash_pattern (const char *pattern, guint *n_letters)
{
  guint hash = NO_HASH;

  *n_letters = 0;
  for (; *pattern != '\0'; pattern++)
    if (!is_digit (*pattern))
      {
        hash = add_to_hash (hash, *pattern);
        *n_letters += ((guchar) *pattern & 0xc0) != 0x80;
      }
  return hash;
}

static void
index_level (LiaisonHyphenator *self, Level *level)
{
  guint size = 16;

  while (size < level->patterns->len * 2)
    size *= 2;
  level->mask = size - 1;
  level->slots = g_new0 (guint, size);
  for (guint i = 0; i < level->patterns->len; i++)
    {
      guint n, slot = hash_pattern (self->text + g_array_index (level->patterns, guint, i), &n);

      level->longest = MAX (level->longest, n);
      for (slot &= level->mask; level->slots[slot] != 0;)
        slot = (slot + 1) & level->mask;
      level->slots[slot] = i + 1;
    }
}

/* A line that says something of the patterns. TRUE: it is none of them. */
static gboolean
read_setting (LiaisonHyphenator *self, const char *line)
{
  if (*line == '\0' || *line == '#' || *line == '%')
    return TRUE;
  if (g_str_has_prefix (line, "LEFTHYPHENMIN"))
    self->before = CLAMP ((guint) g_ascii_strtoull (line + 13, NULL, 10), LEAST_BEFORE, 9);
  else if (g_str_has_prefix (line, "RIGHTHYPHENMIN"))
    self->after = CLAMP ((guint) g_ascii_strtoull (line + 14, NULL, 10), LEAST_AFTER, 9);
  else if (strcmp (line, "NEXTLEVEL") == 0)
    self->n_levels = 2;
  /* Other settings, and patterns that change letters. */
  return g_ascii_isupper (*line) || strpbrk (line, "/ \t") != NULL;
}

static void
read_lines (LiaisonHyphenator *self)
{
  char *next;

  self->n_levels = 1;
  for (char *line = self->text; line != NULL; line = next)
    {
      Level *level;
      guint at = (guint) (line - self->text);

      next = strchr (line, '\n');
      if (next != NULL)
        *next++ = '\0';
      g_strchomp (line);
      if (read_setting (self, line))
        continue;
      level = &self->levels[self->n_levels - 1];
      g_array_append_val (level->patterns, at);
    }
}

LiaisonHyphenator *
liaison_hyphenator_read (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, error);
  g_autofree char *bytes = NULL, *charset = NULL;
  LiaisonHyphenator *self;
  const char *end;
  char *text;

  if (info == NULL)
    return NULL;
  if (g_file_info_get_size (info) > MOST_BYTES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s is too large", path);
      return NULL;
    }
  if (!g_file_get_contents (path, &bytes, NULL, error))
    return NULL;
  /* The first line is the name of the character set. */
  end = strchr (bytes, '\n');
  charset = g_strstrip (g_strndup (bytes, end != NULL ? (gsize) (end - bytes) : strlen (bytes)));
  if (g_str_has_prefix (charset, "ISO8859"))
    {
      g_autofree char *plain = g_steal_pointer (&charset);

      charset = g_strconcat ("ISO-", plain + 3, NULL);
    }
  text = g_convert (end != NULL ? end + 1 : "", -1, "UTF-8", charset, NULL, NULL, error);
  if (text == NULL)
    return NULL;
  self = g_new0 (LiaisonHyphenator, 1);
  self->text = text;
  self->before = LEAST_BEFORE;
  self->after = LEAST_AFTER;
  for (guint i = 0; i < G_N_ELEMENTS (self->levels); i++)
    self->levels[i].patterns = g_array_new (FALSE, FALSE, sizeof (guint));
  read_lines (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->levels); i++)
    index_level (self, &self->levels[i]);
  return self;
}

static LiaisonHyphenator *
try (const char *name)
{
  const char *const *folders = g_get_system_data_dirs ();
  g_autofree char *file = g_strdup_printf ("hyph_%s.dic", name);

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folders[i], "hyphen", file, NULL);
      LiaisonHyphenator *self = liaison_hyphenator_read (path, NULL);

      if (self != NULL)
        return self;
    }
  return NULL;
}

LiaisonHyphenator *
liaison_hyphenator_new (const char *language)
{
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (is_of_tag (language, known[i].tag))
      {
        LiaisonHyphenator *self = try (known[i].file);

        /* Any English is better than none. */
        if (self == NULL && strncmp (known[i].tag, "en", 2) == 0)
          self = try (strcmp (known[i].file, "en_GB") == 0 ? "en_US" : "en_GB");
        return self;
      }
  return NULL;
}

void
liaison_hyphenator_free (LiaisonHyphenator *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->levels); i++)
    {
      g_array_unref (self->levels[i].patterns);
      g_free (self->levels[i].slots);
    }
  g_free (self->text);
  g_free (self);
}

/* Whether the letters of @pattern are the @length bytes of @letters. */
static gboolean
is_pattern_of (const char *pattern, const char *letters, gsize length)
{
  gsize i = 0;

  for (; *pattern != '\0'; pattern++)
    if (!is_digit (*pattern) && (i == length || letters[i++] != *pattern))
      return FALSE;
  return i == length;
}

static void
raise_values (const char *pattern, guchar *values)
{
  guint letter = 0;

  for (; *pattern != '\0'; pattern++)
    if (is_digit (*pattern))
      values[letter] = MAX (values[letter], (guchar) (*pattern - '0'));
    else
      letter += ((guchar) pattern[1] & 0xc0) != 0x80;
}

/* A word between points, as patterns have it: where its letters begin, and one more. */
typedef struct
{
  char text[(MOST_LETTERS + 2) * 6 + 1];
  guint starts[MOST_LETTERS + 3];
  guint n;
} Dotted;

/* Raises the value before each letter of @word (its points are letters too) by all patterns. */
static void
evaluate (const LiaisonHyphenator *self, const Level *level, const Dotted *word, guchar *values)
{
  for (guint i = 0; i < word->n; i++)
    {
      guint hash = NO_HASH;

      for (guint j = i; j < word->n && j - i < level->longest; j++)
        {
          for (guint k = word->starts[j]; k < word->starts[j + 1]; k++)
            hash = add_to_hash (hash, word->text[k]);
          for (guint slot = hash & level->mask; level->slots[slot] != 0;
               slot = (slot + 1) & level->mask)
            {
              const char *pattern =
                  self->text + g_array_index (level->patterns, guint, level->slots[slot] - 1);

              if (is_pattern_of (pattern, word->text + word->starts[i],
                                 word->starts[j + 1] - word->starts[i]))
                raise_values (pattern, values + i);
            }
        }
    }
}

static void
dot (const gunichar *letters, guint n, Dotted *word)
{
  guint at = 0;

  word->n = 0;
  for (guint i = 0; i < n + 2; i++)
    {
      word->starts[word->n++] = at;
      at +=
          (guint) g_unichar_to_utf8 (i == 0 || i == n + 1 ? '.' : letters[i - 1], word->text + at);
    }
  word->starts[word->n] = at;
}

/* Parts @n letters by the level and, between its places, by the next one; @parted has one a letter.
 */
static void
part (
    const LiaisonHyphenator *self, guint level, const gunichar *letters, guint n, gboolean *parted)
{
  guchar values[MOST_LETTERS + 4] = { 0 };
  Dotted word;
  guint first = 0;

  dot (letters, n, &word);
  evaluate (self, &self->levels[level], &word, values);
  for (guint i = 1; i < n; i++)
    if (values[i + 1] % 2 == 1)
      parted[i] = TRUE;
  if (level + 1 == self->n_levels)
    return;
  for (guint i = 1; i <= n; i++)
    if (i == n || parted[i])
      {
        part (self, level + 1, letters + first, i - first, parted + first);
        first = i;
      }
}

void
liaison_hyphenator_part (const LiaisonHyphenator *self,
                         const char *word,
                         gsize length,
                         GArray *places)
{
  gunichar letters[MOST_LETTERS];
  guint starts[MOST_LETTERS], n = 0;
  gboolean parted[MOST_LETTERS] = { FALSE };

  for (const char *at = word; at < word + length; at = g_utf8_next_char (at), n++)
    {
      if (n == MOST_LETTERS)
        return;
      starts[n] = (guint) (at - word);
      letters[n] = g_unichar_tolower (g_utf8_get_char (at));
    }
  if (n < self->before + self->after)
    return;
  part (self, 0, letters, n, parted);
  for (guint i = self->before; i + self->after <= n; i++)
    if (parted[i])
      g_array_append_val (places, starts[i]);
}
