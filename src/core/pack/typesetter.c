/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/typesetter-private.h"

#include "pack/fonts.h"

#include <string.h>

/* Texts are shaped in this size. */
#define FACE_SIZE 10.
/* Labels of drawings that are kept. */
#define LABELS 2048
/* Bytes of a mark of direction. */
#define MARK 3
/* Lines of this width are never broken. */
#define UNBROKEN 1e6

static guint
hash_shaped (gconstpointer key)
{
  return ((const LiaisonShaped *) key)->hash;
}

static gboolean
equal_spans (const LiaisonRichSpan *a, const LiaisonRichSpan *b, guint n)
{
  for (guint i = 0; i < n; i++)
    if (a[i].start != b[i].start || a[i].end != b[i].end || a[i].marks != b[i].marks)
      return FALSE;
  return TRUE;
}

static gboolean
equal_shaped (gconstpointer a, gconstpointer b)
{
  const LiaisonShaped *left = a, *right = b;

  return left->hash == right->hash && left->face == right->face && left->n_spans == right->n_spans
         && equal_spans (left->spans, right->spans, left->n_spans)
         && (left->text == right->text || strcmp (left->text, right->text) == 0);
}

static void
shaped_free (gpointer data)
{
  LiaisonShaped *self = data;

  g_ptr_array_unref (self->settings);
  g_clear_pointer (&self->missing, g_array_unref);
  for (guint i = 0; i < self->n_paragraphs; i++)
    liaison_shaped_paragraph_clear (&self->paragraphs[i]);
  g_free (self->paragraphs);
  g_free (self->copy);
  g_free (self->isolated);
  g_free (self->own_spans);
  g_free (self);
}

static guint
hash_style (gconstpointer key)
{
  const LiaisonTypeStyle *style = key;

  return (guint) (style->size * 1000) ^ (guint) (style->grey * 4096) ^ (guint) style->weight;
}

static gboolean
equal_style (gconstpointer a, gconstpointer b)
{
  const LiaisonTypeStyle *left = a, *right = b;

  return left->size == right->size && left->leading == right->leading
         && left->weight == right->weight && left->italic == right->italic
         && left->grey == right->grey && left->align == right->align
         && left->before == right->before && left->after == right->after && left->ink == right->ink
         && left->rule == right->rule && left->indent == right->indent
         && left->colour == right->colour && g_strcmp0 (left->tag, right->tag) == 0;
}

/* Marks above and below letters, and characters as large as their field, need room. */
static double
find_spread (const char *language)
{
  static const struct
  {
    const char *tag;
    double spread;
  } spreads[] = { { "ar", 1.22 }, { "fa", 1.22 }, { "ur", 1.3 },  { "ja", 1.1 }, { "zh", 1.1 },
                  { "ko", 1.1 },  { "th", 1.25 }, { "hi", 1.15 }, { "he", 1.05 } };

  for (gsize i = 0; i < G_N_ELEMENTS (spreads); i++)
    if (g_str_has_prefix (language, spreads[i].tag) && (language[2] == '\0' || language[2] == '-'))
      return spreads[i].spread;
  return 1;
}

/* Outlines are placed, not pixels: a page is the same on paper, in a file and on the screen. */
static void
set_up_context (LiaisonTypesetter *self)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_language (self->context, pango_language_from_string (self->language));
}

LiaisonTypesetter *
liaison_typesetter_new (const char *language, gboolean right_to_left)
{
  PangoFontMap *map = pango_cairo_font_map_new ();
  LiaisonTypesetter *self;

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72);
  self = liaison_typesetter_new_for_map (map, language, right_to_left);
  g_object_unref (map);
  return self;
}

LiaisonTypesetter *
liaison_typesetter_new_for_map (PangoFontMap *map, const char *language, gboolean right_to_left)
{
  LiaisonTypesetter *self = g_new0 (LiaisonTypesetter, 1);

  g_atomic_ref_count_init (&self->refs);
  self->language = g_strdup (language);
  self->families = liaison_fonts_for_language (language);
  self->right_to_left = right_to_left;
  self->spread = find_spread (language);
  self->map = g_object_ref (map);
  self->context = pango_font_map_create_context (self->map);
  set_up_context (self);
  self->layout = pango_layout_new (self->context);
  pango_layout_set_auto_dir (self->layout, FALSE);
  self->shaped = g_hash_table_new_full (hash_shaped, equal_shaped, shaped_free, NULL);
  self->words = liaison_kept_words_new ();
  self->hyphenator = liaison_hyphenator_new (language);
  self->parts_names = g_str_has_prefix (language, "de");
  self->binds_words =
      g_strv_contains ((const char *const[]){ "pl", "cs", "sk", NULL }, self->language);
  self->styles = g_hash_table_new_full (hash_style, equal_style, g_free, NULL);
  self->fonts =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) pango_font_description_free);
  self->faces = g_hash_table_new (NULL, NULL);
  self->missing = g_hash_table_new (NULL, NULL);
  self->noted = g_array_new (FALSE, FALSE, sizeof (gunichar));
  self->sizes = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_type_size_free);
  return self;
}

LiaisonTypesetter *
liaison_typesetter_ref (LiaisonTypesetter *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
liaison_typesetter_unref (LiaisonTypesetter *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_hash_table_unref (self->shaped);
  g_hash_table_unref (self->words);
  g_hash_table_unref (self->fonts);
  g_hash_table_unref (self->styles);
  g_hash_table_unref (self->missing);
  g_hash_table_unref (self->faces);
  g_array_unref (self->noted);
  g_ptr_array_unref (self->sizes);
  g_slist_free_full (self->hyphens, (GDestroyNotify) liaison_hyphen_free);
  g_clear_pointer (&self->hyphenator, liaison_hyphenator_free);
  g_clear_pointer (&self->labels, liaison_text_cache_free);
  g_object_unref (self->layout);
  g_object_unref (self->context);
  g_object_unref (self->map);
  g_free (self->language);
  g_free (self);
}

const char *
liaison_typesetter_get_language (const LiaisonTypesetter *self)
{
  return self->language;
}

gboolean
liaison_typesetter_is_right_to_left (const LiaisonTypesetter *self)
{
  return self->right_to_left;
}

const LiaisonTypeStyle *
liaison_typesetter_add_style (LiaisonTypesetter *self, const LiaisonTypeStyle *style)
{
  LiaisonTypeStyle *kept = g_hash_table_lookup (self->styles, style);

  if (kept == NULL)
    {
      kept = g_memdup2 (style, sizeof *style);
      g_hash_table_add (self->styles, kept);
    }
  return kept;
}

const LiaisonTypeStyle *
liaison_typesetter_add_scaled (LiaisonTypesetter *self, const LiaisonTypeStyle *base, double factor)
{
  const LiaisonTypeStyle scaled = liaison_type_scaled (base, factor);

  return liaison_typesetter_add_style (self, &scaled);
}

const LiaisonTypeStyle *
liaison_typesetter_get_face (LiaisonTypesetter *self, const LiaisonTypeStyle *style)
{
  const LiaisonTypeStyle *face = g_hash_table_lookup (self->faces, style);
  const LiaisonTypeStyle wanted = { .size = FACE_SIZE,
                                    .weight = style->weight,
                                    .italic = style->italic };

  if (face != NULL)
    return face;
  face = liaison_typesetter_add_style (self, &wanted);
  g_hash_table_insert (self->faces, (gpointer) style, (gpointer) face);
  return face;
}

LiaisonTypeSize *
liaison_typesetter_get_size (LiaisonTypesetter *self, const LiaisonTypeStyle *style)
{
  double factor = style->size / FACE_SIZE;
  LiaisonTypeSize *size;

  for (guint i = 0; i < self->sizes->len; i++)
    if (((LiaisonTypeSize *) self->sizes->pdata[i])->factor == factor)
      return self->sizes->pdata[i];
  size = g_new0 (LiaisonTypeSize, 1);
  size->factor = factor;
  g_ptr_array_add (self->sizes, size);
  return size;
}

double
liaison_typesetter_get_leading (const LiaisonTypesetter *self, const LiaisonTypeStyle *style)
{
  return style->leading * self->spread;
}

static gboolean
is_line_break (const char *at)
{
  return *at == '\n' || *at == '\r' || strncmp (at, "\xe2\x80\xa8", 3) == 0
         || strncmp (at, "\xe2\x80\xa9", 3) == 0;
}

/* Where the paragraph at @at ends, and where the next one begins (NULL: there is none). */
static const char *
find_line_break (const char *at, const char **next)
{
  while (*at != '\0' && !is_line_break (at))
    at++;
  *next = *at == '\0' ? NULL : at[0] == '\r' && at[1] == '\n' ? at + 2 : g_utf8_next_char (at);
  return at;
}

/* Whether there can be letters that run from right to left in it: those of UTF-8 begin so. */
static gboolean
may_run_left (const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if ((guchar) *at >= 0xd6 && (guchar) *at <= 0xe0)
      return TRUE;
  return FALSE;
}

/* Codes in what runs from right to left must not be turned round. What is marked moves on by what
 * is put in before it. */
static void
isolate_codes (LiaisonShaped *shaped, GArray *spans)
{
  g_autoptr (GArray) places = NULL;

  shaped->isolated = liaison_words_isolate_codes (shaped->copy, &places);
  for (guint i = 0; shaped->isolated != NULL && i < shaped->n_spans; i++)
    for (guint p = 0; p < places->len; p++)
      {
        LiaisonRichSpan *span = &g_array_index (spans, LiaisonRichSpan, i);
        gsize place = g_array_index (places, gsize, p);

        span->start += place < shaped->spans[i].start ? MARK : 0;
        span->end += place < shaped->spans[i].end ? MARK : 0;
      }
}

/* What is shaped, where that is not the text itself, and what is marked in it. */
static void
prepare (LiaisonTypesetter *self, LiaisonShaped *shaped, GArray *spans)
{
  char *raised;

  if (shaped->n_spans > 0)
    g_array_append_vals (spans, shaped->spans, shaped->n_spans);
  if (may_run_left (shaped->copy))
    isolate_codes (shaped, spans);
  raised = liaison_raise_digits (shaped->isolated != NULL ? shaped->isolated : shaped->copy,
                                 self->language, spans);
  if (raised == NULL)
    return;
  g_free (shaped->isolated);
  shaped->isolated = raised;
}

static void
shape (LiaisonTypesetter *self, LiaisonShaped *shaped)
{
  g_autoptr (GArray) paragraphs = g_array_new (FALSE, TRUE, sizeof (LiaisonShapedParagraph));
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (LiaisonRichSpan));
  const char *text, *at;

  prepare (self, shaped, spans);
  at = text = shaped->isolated != NULL ? shaped->isolated : shaped->copy;

  while (at != NULL)
    {
      LiaisonShapedParagraph paragraph = { 0 };
      const char *next, *end = find_line_break (at, &next);

      paragraph.attributes = liaison_make_attributes (spans, at - text, end - text, FACE_SIZE);
      liaison_shape_paragraph (self, at, end - at, shaped->face, &paragraph);
      shaped->width = MAX (shaped->width, paragraph.line.width);
      shaped->least = MAX (shaped->least, paragraph.least);
      g_array_append_val (paragraphs, paragraph);
      at = next;
    }
  shaped->n_paragraphs = paragraphs->len;
  shaped->paragraphs =
      (LiaisonShapedParagraph *) g_array_free (g_steal_pointer (&paragraphs), FALSE);
}

static LiaisonShaped *
get_shaped (LiaisonTypesetter *self,
            const char *text,
            const LiaisonRichSpan *spans,
            guint n_spans,
            const LiaisonTypeStyle *style)
{
  LiaisonShaped key = { .text = text, .spans = spans, .n_spans = n_spans };
  guint noted = self->noted->len;
  LiaisonShaped *shaped;

  key.face = liaison_typesetter_get_face (self, style);
  key.hash = g_str_hash (text) ^ g_direct_hash (key.face);
  shaped = g_hash_table_lookup (self->shaped, &key);
  if (shaped != NULL)
    {
      liaison_typesetter_note_all (self, shaped->missing);
      return shaped;
    }
  shaped = g_new0 (LiaisonShaped, 1);
  *shaped = key;
  shaped->copy = g_utf8_make_valid (text, -1);
  shaped->text = shaped->copy;
  shaped->own_spans = n_spans > 0 ? g_memdup2 (spans, n_spans * sizeof *spans) : NULL;
  shaped->spans = shaped->own_spans;
  shaped->settings = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_setting_free);
  shape (self, shaped);
  shaped->missing = liaison_typesetter_take_noted (self, noted);
  g_hash_table_add (self->shaped, shaped);
  return shaped;
}

double
liaison_typesetter_measure (LiaisonTypesetter *self,
                            const char *text,
                            const LiaisonTypeStyle *style,
                            double *least)
{
  const LiaisonShaped *shaped = get_shaped (self, text, NULL, 0, style);
  double factor = style->size / FACE_SIZE;

  if (least != NULL)
    *least = MIN (shaped->least, shaped->width) * factor;
  return shaped->width * factor;
}

/* How wide the lines from @first on are together; one alone is none. */
static void
mark_block (GArray *lines, guint first)
{
  double block = 0;

  for (guint i = first; i < lines->len && lines->len > first + 1; i++)
    block = MAX (block, g_array_index (lines, LiaisonSetLine, i).width);
  for (guint i = first; i < lines->len; i++)
    g_array_index (lines, LiaisonSetLine, i).block = block;
}

static LiaisonSetting *
make_setting (LiaisonTypesetter *self,
              const LiaisonShaped *shaped,
              const LiaisonTypeStyle *style,
              double width)
{
  LiaisonSetting *setting = g_new0 (LiaisonSetting, 1);
  LiaisonTypeSize *size = liaison_typesetter_get_size (self, style);
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (LiaisonSetLine));

  for (guint i = 0; i < shaped->n_paragraphs; i++)
    {
      guint first = lines->len;

      liaison_break_paragraph (self, &shaped->paragraphs[i], style, width / size->factor, lines);
      mark_block (lines, first);
    }
  setting->style = style;
  setting->size = size;
  setting->leading = liaison_typesetter_get_leading (self, style);
  setting->right_to_left = self->right_to_left;
  setting->measure = width;
  setting->n_lines = lines->len;
  setting->lines = (LiaisonSetLine *) g_array_free (lines, FALSE);
  for (guint i = 0; i < setting->n_lines; i++)
    {
      setting->width = MAX (setting->width, setting->lines[i].width * size->factor);
      liaison_type_size_add_fonts (size, &setting->lines[i]);
    }
  return setting;
}

const LiaisonSetting *
liaison_typesetter_set (LiaisonTypesetter *self,
                        const char *text,
                        const LiaisonTypeStyle *style,
                        double width)
{
  return liaison_typesetter_set_spans (self, text, NULL, 0, style, width);
}

const LiaisonSetting *
liaison_typesetter_set_spans (LiaisonTypesetter *self,
                              const char *text,
                              const LiaisonRichSpan *spans,
                              guint n_spans,
                              const LiaisonTypeStyle *style,
                              double width)
{
  LiaisonShaped *shaped = get_shaped (self, text, spans, n_spans, style);
  LiaisonSetting *setting;

  /* What fits as it is need not be set anew for each width. */
  if (shaped->width * style->size / FACE_SIZE <= width)
    width = UNBROKEN;
  /* The same width to the last bit: what is set never depends on what was set before. */
  for (guint i = 0; i < shaped->settings->len; i++)
    {
      setting = shaped->settings->pdata[i];
      if (setting->style == style && setting->measure == width)
        return setting;
    }
  setting = make_setting (self, shaped, style, width);
  g_ptr_array_add (shaped->settings, setting);
  return setting;
}

const LiaisonSetting *
liaison_typesetter_set_line (LiaisonTypesetter *self,
                             const char *text,
                             const LiaisonTypeStyle *style,
                             double width)
{
  g_autofree char *line = g_strdelimit (g_utf8_make_valid (text, -1), "\r\n\t", ' ');
  glong low = 0, high = g_utf8_strlen (line, -1);

  if (liaison_typesetter_measure (self, line, style, NULL) <= width)
    return liaison_typesetter_set (self, line, style, width);
  while (low < high)
    {
      glong middle = (low + high + 1) / 2;
      g_autofree char *head = g_utf8_substring (line, 0, middle);
      g_autofree char *cut = g_strconcat (g_strchomp (head), "…", NULL);

      if (liaison_typesetter_measure (self, cut, style, NULL) <= width)
        low = middle;
      else
        high = middle - 1;
    }
  g_autofree char *head = g_utf8_substring (line, 0, low);
  g_autofree char *cut = g_strconcat (g_strchomp (head), "…", NULL);

  return liaison_typesetter_set (self, cut, style, UNBROKEN);
}

gboolean
liaison_typesetter_parts_words (const LiaisonTypesetter *self)
{
  return self->hyphenator != NULL;
}

LiaisonTextCache *
liaison_typesetter_get_labels (LiaisonTypesetter *self, const char *font)
{
  if (self->labels == NULL && self->roomy)
    self->labels = liaison_text_cache_new_for_map (self->map, font, LABELS);
  return self->labels;
}

void
liaison_typesetter_note_missing (LiaisonTypesetter *self, gunichar c)
{
  if (c < 0x20 || c == 0x7f)
    return;
  g_hash_table_add (self->missing, GUINT_TO_POINTER (c));
  g_array_append_val (self->noted, c);
}

void
liaison_typesetter_note_all (LiaisonTypesetter *self, const GArray *missing)
{
  for (guint i = 0; missing != NULL && i < missing->len; i++)
    liaison_typesetter_note_missing (self, g_array_index (missing, gunichar, i));
}

GArray *
liaison_typesetter_take_noted (const LiaisonTypesetter *self, guint before)
{
  GArray *taken;

  if (self->noted->len == before)
    return NULL;
  taken = g_array_new (FALSE, FALSE, sizeof (gunichar));
  g_array_append_vals (taken, &g_array_index (self->noted, gunichar, before),
                       self->noted->len - before);
  return taken;
}

void
liaison_typesetter_forget_missing (LiaisonTypesetter *self)
{
  g_hash_table_remove_all (self->missing);
  g_array_set_size (self->noted, 0);
}

static int
compare_characters (gconstpointer a, gconstpointer b)
{
  gunichar left = *(const gunichar *) a, right = *(const gunichar *) b;

  return left < right ? -1 : left > right;
}

GArray *
liaison_typesetter_list_missing (const LiaisonTypesetter *self)
{
  GArray *missing = g_array_new (FALSE, FALSE, sizeof (gunichar));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->missing);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      gunichar c = GPOINTER_TO_UINT (key);

      g_array_append_val (missing, c);
    }
  g_array_sort (missing, compare_characters);
  return missing;
}
