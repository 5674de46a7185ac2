/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the system lacks for pages to be as they should, and the Debian packages that help. */
#include "config.h"

#include "pack/fonts.h"
#include "pack/pages-private.h"
#include "pack/typesetter-private.h"
#include "words/names.h"
#include "words/numbers.h"
#include "words/sentence.h"

#include <glib/gi18n-lib.h>

/* Missing characters that are named; the rest is counted only by their package. */
#define MAX_NAMED 12

char *
liaison_pages_tell_missing (const LiaisonPages *self, LiaisonWords *in)
{
  LiaisonWords *words = in != NULL ? in : self->words;
  const GArray *missing = self->missing;
  g_autoptr (GString) named = g_string_new (NULL);
  g_autoptr (GPtrArray) packages = g_ptr_array_new ();
  g_autofree char *list = NULL;

  if (missing == NULL || missing->len == 0)
    return NULL;
  for (guint i = 0; i < missing->len; i++)
    {
      gunichar c = g_array_index (missing, gunichar, i);
      const char *package = liaison_fonts_find_package (c);

      if (i < MAX_NAMED)
        g_string_append_printf (named, "%sU+%04X", i > 0 ? " " : "", c);
      if (!g_ptr_array_find_with_equal_func (packages, package, g_str_equal, NULL))
        g_ptr_array_add (packages, (gpointer) package);
    }
  if (missing->len > MAX_NAMED)
    g_string_append (named, " …");
  list = liaison_words_format_list (words, (const char *const *) packages->pdata, packages->len,
                                    LIAISON_LIST_AND);
  return liaison_words_format (
      words,
      /* Translators: {characters} are numbers such as U+30C6, {packages} are names of packages of
         the operating system. */
      N_ ("No font here has these characters: {characters}. Install {packages} to print them."),
      liaison_operand_text ("characters", named->str), liaison_operand_text ("packages", list));
}

char *
liaison_pages_tell_patterns (const LiaisonPages *self, LiaisonWords *in)
{
  LiaisonWords *words = in != NULL ? in : self->words;
  const char *language = liaison_words_get_language (self->words);
  const char *package = liaison_hyphenator_find_package (language);
  g_autofree char *name = NULL;

  if (package == NULL || liaison_typesetter_parts_words (self->typesetter))
    return NULL;
  name = liaison_words_dup_language (words, language);
  return liaison_words_format (
      words,
      /* Translators: {language} is such as “French”, {package} a package of the operating system.
       */
      N_ ("Words are not hyphenated in this language: {language}. Install {package} for that."),
      liaison_operand_text ("language", name), liaison_operand_text ("package", package));
}

char *
liaison_pages_tell_fonts (const LiaisonPages *self, LiaisonWords *in)
{
  LiaisonWords *words = in != NULL ? in : self->words;
  const char *language = liaison_words_get_language (self->words), *package;
  const char *family = liaison_fonts_get_main (language, &package);
  g_autofree char *name = NULL;

  if (self->typesetter == NULL || pango_font_map_get_family (self->typesetter->map, family) != NULL)
    return NULL;
  name = liaison_words_dup_language (words, language);
  return liaison_words_format (
      words,
      /* Translators: {language} is such as “Arabic”, {font} the name of a font such as “Noto Sans
         Arabic”, {package} a package of the operating system. */
      N_ ("The font for this language is not here, others stand in for it: {language}, {font}. "
          "Install {package} for it."),
      liaison_operand_text ("language", name), liaison_operand_text ("font", family),
      liaison_operand_text ("package", package));
}

char *
liaison_pages_tell_lacks (const LiaisonPages *self, LiaisonWords *in)
{
  char *const told[] = { liaison_pages_tell_missing (self, in), liaison_pages_tell_fonts (self, in),
                         liaison_pages_tell_patterns (self, in) };
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      if (told[i] != NULL)
        g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", told[i]);
      g_free (told[i]);
    }
  return g_string_free (lines, lines->len == 0);
}
