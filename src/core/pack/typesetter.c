/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/typesetter-private.h"

#include "pack/fonts.h"

#include <math.h>
#include <string.h>

/* Of one text, at most so many settings are kept. */
#define MAX_SETTINGS 16
/* Lines of this width are never broken. */
#define UNBROKEN 1e6
/* Where capitals stand on a line: their height as part of the size, as in Noto Sans. */
#define CAPITALS 0.714

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

  return left->hash == right->hash && left->style == right->style && left->n_spans == right->n_spans
         && equal_spans (left->spans, right->spans, left->n_spans)
         && (left->text == right->text || strcmp (left->text, right->text) == 0);
}

static void
setting_free (gpointer data)
{
  LiaisonSetting *self = data;

  for (guint i = 0; i < self->n_lines; i++)
    liaison_set_line_clear (&self->lines[i]);
  g_free (self->lines);
  g_free (self);
}

static void
shaped_free (gpointer data)
{
  LiaisonShaped *self = data;

  g_ptr_array_unref (self->settings);
  for (guint i = 0; i < self->n_paragraphs; i++)
    liaison_shaped_paragraph_clear (&self->paragraphs[i]);
  g_free (self->paragraphs);
  g_free (self->copy);
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
         && g_strcmp0 (left->tag, right->tag) == 0;
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

static void
clear_scaled_font (gpointer data)
{
  cairo_scaled_font_destroy (((LiaisonScaledFont *) data)->from);
  cairo_scaled_font_destroy (((LiaisonScaledFont *) data)->to);
}

/* Of the whole process, or NULL: each typesetter has its own, which no other thread touches. */
static PangoFontMap *shared_map;

static PangoFontMap *
new_map (void)
{
  PangoFontMap *map = pango_cairo_font_map_new ();

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72);
  return map;
}

void
liaison_typesetter_share_fonts (void)
{
  if (shared_map == NULL)
    shared_map = new_map ();
}

LiaisonTypesetter *
liaison_typesetter_new (const char *language, gboolean right_to_left)
{
  LiaisonTypesetter *self = g_new0 (LiaisonTypesetter, 1);

  self->language = g_strdup (language);
  self->families = liaison_fonts_for_language (language);
  self->right_to_left = right_to_left;
  self->spread = find_spread (language);
  self->map = shared_map != NULL ? g_object_ref (shared_map) : new_map ();
  self->context = pango_font_map_create_context (self->map);
  set_up_context (self);
  self->layout = pango_layout_new (self->context);
  pango_layout_set_auto_dir (self->layout, FALSE);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  self->shaped = g_hash_table_new_full (hash_shaped, equal_shaped, shaped_free, NULL);
  self->words = liaison_kept_words_new ();
  self->styles = g_hash_table_new_full (hash_style, equal_style, g_free, NULL);
  self->fonts =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) pango_font_description_free);
  self->missing = g_hash_table_new (NULL, NULL);
  self->origins = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->scaled = g_array_new (FALSE, FALSE, sizeof (LiaisonScaledFont));
  g_array_set_clear_func (self->scaled, clear_scaled_font);
  return self;
}

void
liaison_typesetter_free (LiaisonTypesetter *self)
{
  g_hash_table_unref (self->shaped);
  g_hash_table_unref (self->words);
  g_hash_table_unref (self->fonts);
  g_hash_table_unref (self->styles);
  g_hash_table_unref (self->missing);
  g_hash_table_unref (self->origins);
  g_array_unref (self->scaled);
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
  const LiaisonTypeStyle *style = liaison_typesetter_add_style (self, &scaled);

  if (style != base && !g_hash_table_contains (self->origins, style)
      && !g_hash_table_contains (self->fonts, style))
    {
      LiaisonStyleOrigin *origin = g_new (LiaisonStyleOrigin, 1);

      *origin = (LiaisonStyleOrigin){ base, factor };
      g_hash_table_insert (self->origins, (gpointer) style, origin);
    }
  return style;
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

static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

/* Of the bytes of @shaped's text from @start to @end; NULL where nothing is marked. */
static PangoAttrList *
make_attributes (const LiaisonShaped *shaped, guint start, guint end)
{
  PangoAttrList *list = NULL;

  for (guint i = 0; i < shaped->n_spans; i++)
    {
      const LiaisonRichSpan *span = &shaped->spans[i];
      guint from = MAX (span->start, start), to = MIN (span->end, end);

      if (from >= to)
        continue;
      if (list == NULL)
        list = pango_attr_list_new ();
      if (span->marks & LIAISON_RICH_STRONG)
        add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), from - start, to - start);
      if (span->marks & LIAISON_RICH_EMPHASIS)
        add_attribute (list, pango_attr_style_new (PANGO_STYLE_ITALIC), from - start, to - start);
      if (span->marks & LIAISON_RICH_CODE)
        add_attribute (list, pango_attr_family_new ("Noto Sans Mono, monospace"), from - start,
                       to - start);
    }
  return list;
}

static void
shape (LiaisonTypesetter *self, LiaisonShaped *shaped)
{
  g_autoptr (GArray) paragraphs = g_array_new (FALSE, TRUE, sizeof (LiaisonShapedParagraph));
  const char *at = shaped->copy;

  while (at != NULL)
    {
      LiaisonShapedParagraph paragraph = { 0 };
      const char *next, *end = find_line_break (at, &next);

      paragraph.attributes = make_attributes (shaped, at - shaped->copy, end - shaped->copy);
      liaison_shape_paragraph (self, at, end - at, shaped->style, &paragraph);
      shaped->width = MAX (shaped->width, paragraph.line.width);
      shaped->least = MAX (shaped->least, paragraph.least);
      g_array_append_val (paragraphs, paragraph);
      at = next;
    }
  shaped->n_paragraphs = paragraphs->len;
  shaped->paragraphs =
      (LiaisonShapedParagraph *) g_array_free (g_steal_pointer (&paragraphs), FALSE);
}

static LiaisonShaped *get_shaped (LiaisonTypesetter *self,
                                  const char *text,
                                  const LiaisonRichSpan *spans,
                                  guint n_spans,
                                  const LiaisonTypeStyle *style);

/* What was shaped in another size. */
static void
scale (LiaisonTypesetter *self, LiaisonShaped *shaped, const LiaisonStyleOrigin *origin)
{
  const LiaisonShaped *from =
      get_shaped (self, shaped->copy, shaped->spans, shaped->n_spans, origin->base);

  shaped->n_paragraphs = from->n_paragraphs;
  shaped->paragraphs = g_new0 (LiaisonShapedParagraph, from->n_paragraphs);
  shaped->width = from->width * origin->factor;
  shaped->least = from->least * origin->factor;
  for (guint i = 0; i < from->n_paragraphs; i++)
    liaison_scale_paragraph (self, &from->paragraphs[i],
                             shaped->copy + (from->paragraphs[i].text - from->copy), origin->factor,
                             &shaped->paragraphs[i]);
}

static LiaisonShaped *
get_shaped (LiaisonTypesetter *self,
            const char *text,
            const LiaisonRichSpan *spans,
            guint n_spans,
            const LiaisonTypeStyle *style)
{
  LiaisonShaped key = { .text = text, .style = style, .spans = spans, .n_spans = n_spans };
  const LiaisonStyleOrigin *origin;
  LiaisonShaped *shaped;

  key.hash = g_str_hash (text) ^ g_direct_hash (style);
  shaped = g_hash_table_lookup (self->shaped, &key);
  if (shaped != NULL)
    return shaped;
  shaped = g_new0 (LiaisonShaped, 1);
  *shaped = key;
  shaped->copy = g_utf8_make_valid (text, -1);
  shaped->text = shaped->copy;
  shaped->own_spans = n_spans > 0 ? g_memdup2 (spans, n_spans * sizeof *spans) : NULL;
  shaped->spans = shaped->own_spans;
  shaped->settings = g_ptr_array_new_with_free_func (setting_free);
  origin = g_hash_table_lookup (self->origins, style);
  if (origin != NULL)
    scale (self, shaped, origin);
  else
    shape (self, shaped);
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

  if (least != NULL)
    *least = MIN (shaped->least, shaped->width);
  return shaped->width;
}

static LiaisonSetting *
make_setting (LiaisonTypesetter *self, const LiaisonShaped *shaped, double width)
{
  LiaisonSetting *setting = g_new0 (LiaisonSetting, 1);
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (LiaisonSetLine));

  for (guint i = 0; i < shaped->n_paragraphs; i++)
    liaison_break_paragraph (self, &shaped->paragraphs[i], shaped->style, width, lines);
  setting->style = shaped->style;
  setting->leading = liaison_typesetter_get_leading (self, shaped->style);
  setting->right_to_left = self->right_to_left;
  setting->measure = width;
  setting->n_lines = lines->len;
  setting->lines = (LiaisonSetLine *) g_array_free (lines, FALSE);
  for (guint i = 0; i < setting->n_lines; i++)
    setting->width = MAX (setting->width, setting->lines[i].width);
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
  if (shaped->width <= width)
    width = UNBROKEN;
  for (guint i = 0; i < shaped->settings->len; i++)
    {
      setting = shaped->settings->pdata[i];
      if (fabs (setting->measure - width) < 0.005)
        return setting;
    }
  setting = make_setting (self, shaped, width);
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

guint
liaison_setting_get_n_lines (const LiaisonSetting *self)
{
  return self->n_lines;
}

double
liaison_setting_get_leading (const LiaisonSetting *self)
{
  return self->leading;
}

gboolean
liaison_setting_is_right_to_left (const LiaisonSetting *self)
{
  return self->right_to_left;
}

double
liaison_setting_get_width (const LiaisonSetting *self)
{
  return self->width;
}

static double
find_offset (const LiaisonSetting *self, const LiaisonSetLine *line, double width)
{
  double spare = width - line->width;

  switch (self->style->align)
    {
    case LIAISON_SET_CENTRED:
      return spare / 2;
    case LIAISON_SET_AT_END:
      return self->right_to_left ? 0 : spare;
    case LIAISON_SET_JUSTIFIED:
      /* The last line of a paragraph begins where its others do, whichever way the page runs. */
      return (self->n_lines > 1 ? line->right_to_left : self->right_to_left) ? spare : 0;
    default:
      return self->right_to_left ? spare : 0;
    }
}

static void
draw_run (const LiaisonGlyphRun *run, cairo_t *cr, double x, double y)
{
  cairo_glyph_t few[64];
  cairo_glyph_t *glyphs = run->n_glyphs <= 64 ? few : g_new (cairo_glyph_t, run->n_glyphs);

  for (int i = 0; i < run->n_glyphs; i++)
    {
      glyphs[i].index = run->glyphs[i].index;
      glyphs[i].x = run->glyphs[i].x + run->shift + x;
      glyphs[i].y = run->glyphs[i].y + y;
    }
  cairo_set_scaled_font (cr, run->font);
  cairo_show_text_glyphs (cr, run->text, run->n_bytes, glyphs, run->n_glyphs, run->clusters,
                          run->n_clusters, run->flags);
  if (glyphs != few)
    g_free (glyphs);
}

void
liaison_setting_draw (
    const LiaisonSetting *self, cairo_t *cr, double x, double y, double width, guint first, guint n)
{
  double baseline = y + self->leading / 2 + self->style->size * CAPITALS / 2;
  double ink[3];

  liaison_ink_get (self->style->ink, self->style->grey, ink);
  cairo_set_source_rgb (cr, ink[0], ink[1], ink[2]);
  for (guint i = first; i < self->n_lines && i - first < n; i++, baseline += self->leading)
    {
      const LiaisonSetLine *line = &self->lines[i];
      double left = x + find_offset (self, line, width);

      for (guint r = 0; r < line->n_runs; r++)
        if (line->runs[r].n_glyphs > 0)
          draw_run (&line->runs[r], cr, left, baseline);
    }
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
