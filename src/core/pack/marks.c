/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is marked in a text, and the raised numbers of notes in the digits of the page, where
 * Unicode has none that are raised. */
#include "config.h"

#include "pack/typesetter-private.h"

#include <string.h>

/* As parts of the size of the type. */
#define SIZE 0.76
#define RISE 0.3

/* Languages of the Maghreb write the digits of Europe, so that Arabic is named by region. */
static gunichar
find_zero (const char *language)
{
  static const char *const west[] = { "ar-DZ", "ar-EH", "ar-LY", "ar-MA", "ar-TN", NULL };
  static const char *const east[] = { "fa", "ur", "ps", NULL };
  g_autofree char *base = g_strndup (language, strcspn (language, "-"));

  if (strcmp (base, "ar") == 0 && !g_strv_contains (west, language))
    return 0x660;
  return g_strv_contains (east, base) ? 0x6f0 : 0;
}

/* -1: it is no raised digit. */
static int
read_raised (const char *at)
{
  if (at[0] == '\xc2')
    return at[1] == '\xb9' ? 1 : at[1] == '\xb2' ? 2 : at[1] == '\xb3' ? 3 : -1;
  if (at[0] == '\xe2' && at[1] == '\x81')
    return at[2] == '\xb0'                                    ? 0
           : (guchar) at[2] >= 0xb4 && (guchar) at[2] <= 0xb9 ? (guchar) at[2] - 0xb0
                                                              : -1;
  return -1;
}

static const char *
find_raised (const char *text)
{
  for (; *text != '\0'; text++)
    if (read_raised (text) >= 0)
      return text;
  return NULL;
}

/* What is marked moves with what it marks. */
static void
move_spans (GArray *spans, guint n, guint at, int by)
{
  for (guint i = 0; by != 0 && i < n; i++)
    {
      LiaisonRichSpan *span = &g_array_index (spans, LiaisonRichSpan, i);

      span->start += span->start > at ? (guint) by : 0;
      span->end += span->end > at ? (guint) by : 0;
    }
}

char *
liaison_raise_digits (const char *text, const char *language, GArray *spans)
{
  gunichar zero = find_raised (text) != NULL ? find_zero (language) : 0;
  guint n = spans->len;
  GString *raised;

  if (zero == 0)
    return NULL;
  raised = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      int digit = read_raised (at);
      LiaisonRichSpan span = { .start = (guint) raised->len, .marks = LIAISON_RAISED };

      if (digit < 0)
        {
          g_string_append_len (raised, at, g_utf8_next_char (at) - at);
          continue;
        }
      g_string_append_unichar (raised, zero + (gunichar) digit);
      span.end = (guint) raised->len;
      move_spans (spans, n, span.start,
                  (int) (span.end - span.start) - (int) (g_utf8_next_char (at) - at));
      g_array_append_val (spans, span);
    }
  return g_string_free (raised, FALSE);
}

static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

PangoAttrList *
liaison_make_attributes (const GArray *spans, guint start, guint end, double size)
{
  PangoAttrList *list = NULL;

  for (guint i = 0; i < spans->len; i++)
    {
      const LiaisonRichSpan *span = &g_array_index (spans, LiaisonRichSpan, i);
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
      if (span->marks & LIAISON_RAISED)
        {
          add_attribute (list, pango_attr_scale_new (SIZE), from - start, to - start);
          add_attribute (list, pango_attr_rise_new ((int) (RISE * size * PANGO_SCALE)),
                         from - start, to - start);
        }
    }
  return list;
}
