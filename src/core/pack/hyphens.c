/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the typesetter parts words, and what stands at the end of the line then. */
#include "config.h"

#include "pack/typesetter-private.h"

#include <string.h>

/* Shorter words are not parted, and no fewer letters stand before a hyphen: two would look lost,
 * whatever patterns allow. */
#define LEAST_LETTERS 6
#define LEAST_BEFORE  3

void
liaison_hyphen_free (LiaisonHyphen *self)
{
  cairo_scaled_font_destroy (self->font);
  g_free (self);
}

const LiaisonHyphen *
liaison_typesetter_get_hyphen (LiaisonTypesetter *self, cairo_scaled_font_t *font)
{
  cairo_glyph_t one, *glyphs = &one;
  cairo_text_extents_t extents;
  LiaisonHyphen *hyphen;
  int n = 1;

  for (GSList *l = self->hyphens; l != NULL; l = l->next)
    if (((LiaisonHyphen *) l->data)->font == font)
      return l->data;
  if (cairo_scaled_font_text_to_glyphs (font, 0, 0, "-", 1, &glyphs, &n, NULL, NULL, NULL)
          != CAIRO_STATUS_SUCCESS
      || n != 1)
    return NULL;
  cairo_scaled_font_glyph_extents (font, glyphs, 1, &extents);
  hyphen = g_new (LiaisonHyphen, 1);
  *hyphen = (LiaisonHyphen){ cairo_scaled_font_reference (font), *glyphs, extents.x_advance };
  if (glyphs != &one)
    cairo_glyph_free (glyphs);
  self->hyphens = g_slist_prepend (self->hyphens, hyphen);
  return hyphen;
}

/* Letters of one word: its first may be a capital. Names in capitals and codes stay whole. */
static gboolean
is_parted (const char *word, const char *end)
{
  guint n = 0;

  for (const char *at = word; at < end; at = g_utf8_next_char (at), n++)
    if (at > word && g_unichar_isupper (g_utf8_get_char (at)))
      return FALSE;
  return n >= LEAST_LETTERS;
}

/* What stands between blanks and is an address, a path or a name of a file stays whole. */
static gboolean
is_address (const char *text, const char *end)
{
  for (const char *at = text; at < end; at++)
    if (strchr ("@/\\_:", *at) != NULL && at + 1 < end)
      return TRUE;
    else if (*at == '.' && at + 1 < end && g_ascii_isalnum (at[1]))
      return TRUE;
    else if (g_ascii_isdigit (*at))
      return TRUE;
  return FALSE;
}

static guint
get_byte (const LiaisonShapedParagraph *self, const LiaisonCut *cut)
{
  guint seen = self->read != NULL ? self->read[cut->run].seen : cut->run;

  return (guint) (self->line.runs[seen].text - self->text + cut->byte);
}

/* Names of people and places stay whole: they have a capital although no sentence begins. Not so
 * where all nouns have one. */
gboolean
liaison_typesetter_keeps_whole (const LiaisonTypesetter *self, const char *text, const char *word)
{
  const char *before = word;
  gunichar c;

  if (self->parts_names || !g_unichar_isupper (g_utf8_get_char (word)))
    return FALSE;
  while (before > text && before[-1] == ' ')
    before--;
  if (before == text)
    return FALSE;
  c = g_utf8_get_char (g_utf8_prev_char (before));
  return g_unichar_isalnum (c) || c == ',' || c == ';' || c == '-' || c == ')';
}

/* Polish, Czech and Slovak leave no word of one letter at the end of a line: "w domu". */
void
liaison_typesetter_bind_words (LiaisonTypesetter *self, LiaisonShapedParagraph *paragraph)
{
  if (!self->binds_words)
    return;
  for (guint i = 0; i < paragraph->n_cuts; i++)
    {
      const char *here = paragraph->text + get_byte (paragraph, &paragraph->cuts[i]);
      const char *word;

      if (!paragraph->cuts[i].breaks || here < paragraph->text + 2 || here[-1] != ' ')
        continue;
      word = g_utf8_prev_char (here - 1);
      if (g_unichar_isalpha (g_utf8_get_char (word))
          && (word == paragraph->text || word[-1] == ' ' || word[-1] == '('))
        paragraph->cuts[i].breaks = FALSE;
    }
}

/* The cuts at the @places after @start; both are in order. Moves *@cut on. */
static void
mark (LiaisonShapedParagraph *self, guint start, const GArray *places, guint *cut)
{
  const char *word = self->text + start;

  for (guint i = 0; i < places->len; i++)
    {
      guint byte = start + g_array_index (places, guint, i);

      if (g_utf8_pointer_to_offset (word, self->text + byte) < LEAST_BEFORE)
        continue;

      while (*cut < self->n_cuts && get_byte (self, &self->cuts[*cut]) < byte)
        (*cut)++;
      if (*cut < self->n_cuts && get_byte (self, &self->cuts[*cut]) == byte
          && !self->cuts[*cut].breaks)
        self->cuts[*cut].hyphen = TRUE;
    }
}

static void
mark_words (LiaisonTypesetter *self,
            LiaisonShapedParagraph *paragraph,
            const char *at,
            const char *end,
            guint *cut)
{
  while (at < end)
    {
      g_autoptr (GArray) places = NULL;
      const char *word = at;

      while (at < end && g_unichar_isalpha (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      if (is_parted (word, at) && !liaison_typesetter_keeps_whole (self, paragraph->text, word))
        {
          places = g_array_new (FALSE, FALSE, sizeof (guint));
          liaison_hyphenator_part (self->hyphenator, word, (gsize) (at - word), places);
          mark (paragraph, (guint) (word - paragraph->text), places, cut);
        }
      if (at < end)
        at = g_utf8_next_char (at);
    }
}

void
liaison_typesetter_mark_hyphens (LiaisonTypesetter *self, LiaisonShapedParagraph *paragraph)
{
  const char *at = paragraph->text, *all = at + paragraph->length;
  guint cut = 0;

  if (self->hyphenator == NULL || paragraph->right_to_left)
    return;
  while (at < all)
    {
      const char *end = at;

      while (end < all && *end != ' ')
        end++;
      if (end - at >= LEAST_LETTERS && !is_address (at, end))
        mark_words (self, paragraph, at, end, &cut);
      at = end + (end < all);
    }
}
