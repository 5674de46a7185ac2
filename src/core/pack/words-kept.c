/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words in Latin letters, shaped once and put together to texts: most texts of a plan are made of
 * words that were there before. What joins or runs both ways is shaped as a whole. */
#include "config.h"

#include "pack/typesetter-private.h"

#include <string.h>

typedef struct
{
  /* Key */
  const char *text;
  gsize length;
  const LiaisonTypeStyle *style;
  guint hash;

  /* Owned */
  char *copy;
  LiaisonShapedParagraph shaped;
  gboolean usable; /* one run from left to right */
  GArray *missing; /* of gunichar, or NULL */
} Word;

static guint
hash_word (gconstpointer key)
{
  return ((const Word *) key)->hash;
}

static gboolean
equal_words (gconstpointer a, gconstpointer b)
{
  const Word *left = a, *right = b;

  return left->hash == right->hash && left->style == right->style && left->length == right->length
         && memcmp (left->text, right->text, left->length) == 0;
}

static void
word_free (gpointer data)
{
  Word *self = data;

  liaison_shaped_paragraph_clear (&self->shaped);
  g_clear_pointer (&self->missing, g_array_unref);
  g_free (self->copy);
  g_free (self);
}

GHashTable *
liaison_kept_words_new (void)
{
  return g_hash_table_new_full (hash_word, equal_words, word_free, NULL);
}

/* FNV-1a. */
static guint
hash_bytes (const char *text, gsize length, const LiaisonTypeStyle *style)
{
  guint hash = 2166136261u ^ g_direct_hash (style);

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * 16777619u;
  return hash;
}

static const Word *
get_word (LiaisonTypesetter *self, const char *text, gsize length, const LiaisonTypeStyle *style)
{
  Word key = { text, length, style, hash_bytes (text, length, style) };
  Word *word = g_hash_table_lookup (self->words, &key);
  guint noted = self->noted->len;

  if (word != NULL)
    {
      liaison_typesetter_note_all (self, word->missing);
      return word;
    }
  word = g_new0 (Word, 1);
  *word = key;
  word->copy = g_strndup (text, length);
  word->text = word->copy;
  liaison_shape_whole (self, word->copy, (int) length, style, &word->shaped);
  word->usable =
      !word->shaped.right_to_left && word->shaped.line.n_runs == 1 && word->shaped.n_cuts > 0;
  word->missing = liaison_typesetter_take_noted (self, noted);
  g_hash_table_add (self->words, word);
  return word;
}

/* Letters that do not join across blanks, and signs that go with them. */
static gboolean
is_plain (const char *text, int length)
{
  for (const char *at = text; at < text + length;)
    {
      gunichar c = g_utf8_get_char (at);

      if (c < 0x20 || c == 0x7f || c == 0xad || (c > 0x24f && c < 0x2010)
          || (c > 0x2026 && c != 0x202f) || (c >= 0x2028 && c <= 0x202e))
        return FALSE;
      at = g_utf8_next_char (at);
    }
  return TRUE;
}

/* Whether a line may end between @before and @after with a blank between them (Unicode Standard
 * Annex 14, rules 13 and 14); not between digits, which are one number. */
static gboolean
may_break (const char *before, gsize n_before, const char *after)
{
  static const char closing[] = ")]}!?;:/,.\xbb";
  guchar first = (guchar) *after, last = n_before > 0 ? (guchar) before[n_before - 1] : 0;

  if (first < 0x80 && strchr (closing, first) != NULL)
    return FALSE;
  if (g_ascii_isdigit (first) && g_ascii_isdigit (last))
    return FALSE;
  if (first == 0xc2 && (guchar) after[1] == 0xbb)
    return FALSE;
  if (last == 0xab && n_before >= 2 && (guchar) before[n_before - 2] == 0xc2)
    return FALSE;
  return last == 0 || strchr ("([{", last) == NULL;
}

typedef struct
{
  const Word *word; /* NULL: a blank */
  gsize at;
} Piece;

/* FALSE: the text has to be shaped as a whole. */
static gboolean
find_pieces (LiaisonTypesetter *self,
             const char *text,
             int length,
             const LiaisonTypeStyle *style,
             const Word *blank,
             GArray *pieces)
{
  for (int at = 0; at < length;)
    {
      Piece piece = { NULL, (gsize) at };
      int end = at;

      if (text[at] == ' ')
        end++;
      while (text[at] != ' ' && end < length && text[end] != ' ')
        end++;
      if (text[at] != ' ')
        {
          piece.word = get_word (self, text + at, (gsize) (end - at), style);
          if (!piece.word->usable
              || piece.word->shaped.line.runs->font != blank->shaped.line.runs->font)
            return FALSE;
        }
      g_array_append_val (pieces, piece);
      at = end;
    }
  return TRUE;
}

/* All glyphs of the pieces in one run. */
static void
join (LiaisonTypesetter *self,
      LiaisonShapedParagraph *paragraph,
      const GArray *pieces,
      const Word *blank)
{
  guint n_glyphs = 0, n_clusters = 0, glyph = 0, cluster = 0;
  double x = 0;
  LiaisonGlyphRun *run;
  cairo_glyph_t *glyphs;
  cairo_text_cluster_t *clusters;

  for (guint i = 0; i < pieces->len; i++)
    {
      const Word *word = g_array_index (pieces, Piece, i).word;
      const LiaisonGlyphRun *from = (word != NULL ? word : blank)->shaped.line.runs;

      n_glyphs += (guint) from->n_glyphs;
      n_clusters += (guint) from->n_clusters;
    }
  run = g_malloc (sizeof *run + n_glyphs * sizeof *glyphs + n_clusters * sizeof *clusters);
  glyphs = (cairo_glyph_t *) (run + 1);
  clusters = (cairo_text_cluster_t *) (glyphs + n_glyphs);
  paragraph->cuts = g_new0 (LiaisonCut, n_clusters + 1);
  paragraph->n_cuts = n_clusters;
  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);
      const LiaisonShapedParagraph *from = &(piece->word != NULL ? piece->word : blank)->shaped;
      const LiaisonGlyphRun *part = from->line.runs;
      gboolean whole =
          piece->word != NULL
          && liaison_typesetter_keeps_whole (self, paragraph->text, paragraph->text + piece->at);

      for (int g = 0; g < part->n_glyphs; g++)
        {
          glyphs[glyph + g] = part->glyphs[g];
          glyphs[glyph + g].x += x;
        }
      memcpy (clusters + cluster, part->clusters, part->n_clusters * sizeof *clusters);
      for (guint c = 0; c < from->n_cuts; c++)
        {
          LiaisonCut *cut = &paragraph->cuts[cluster + c];

          *cut = from->cuts[c];
          cut->byte += (int) piece->at;
          cut->glyph += (int) glyph;
          cut->cluster += (int) cluster;
          cut->x += x;
          cut->hyphen = cut->hyphen && !whole;
        }
      if (piece->word != NULL && i > 0)
        {
          /* The word before the blanks. */
          guint k = i;

          while (k > 0 && g_array_index (pieces, Piece, k - 1).word == NULL)
            k--;
          const Word *before = k > 0 ? g_array_index (pieces, Piece, k - 1).word : NULL;

          paragraph->cuts[cluster].breaks =
              may_break (before != NULL ? before->text : "", before != NULL ? before->length : 0,
                         piece->word->text);
        }
      glyph += (guint) part->n_glyphs;
      cluster += (guint) part->n_clusters;
      x += from->full_width;
    }
  *run = (LiaisonGlyphRun){ .font = cairo_scaled_font_reference (blank->shaped.line.runs->font),
                            .text = paragraph->text,
                            .n_bytes = paragraph->length,
                            .glyphs = glyphs,
                            .n_glyphs = (int) n_glyphs,
                            .clusters = clusters,
                            .n_clusters = (int) n_clusters };
  paragraph->cuts[n_clusters] = (LiaisonCut){ .x = x, .run = G_MAXUINT, .breaks = TRUE };
  paragraph->line = (LiaisonSetLine){ .runs = run, .n_runs = 1, .width = x, .own = run };
  paragraph->full_width = x;
}

gboolean
liaison_shape_words (LiaisonTypesetter *self,
                     const char *text,
                     int length,
                     const LiaisonTypeStyle *style,
                     LiaisonShapedParagraph *paragraph)
{
  g_autoptr (GArray) pieces = NULL;
  const Word *blank;

  /* One word alone is kept as a text already. */
  if (paragraph->attributes != NULL || memchr (text, ' ', (gsize) length) == NULL
      || !is_plain (text, length))
    return FALSE;
  blank = get_word (self, " ", 1, style);
  if (blank->shaped.line.n_runs != 1 || blank->shaped.line.runs->n_glyphs != 1
      || blank->shaped.n_cuts != 1)
    return FALSE;
  pieces = g_array_sized_new (FALSE, FALSE, sizeof (Piece), 16);
  if (!find_pieces (self, text, length, style, blank, pieces))
    return FALSE;
  paragraph->text = text;
  paragraph->length = length;
  join (self, paragraph, pieces, blank);
  self->n_kept += paragraph->n_cuts;
  liaison_typesetter_bind_words (self, paragraph);
  liaison_shaped_paragraph_finish (paragraph);
  return TRUE;
}
