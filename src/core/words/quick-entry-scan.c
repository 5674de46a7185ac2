/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/quick-entry-scan.h"

#include <string.h>

/* Names, times and durations are of so many words at most. */
#define MAX_RUN 8

LiaisonQuickToken *
liaison_quick_scan_get_token (const LiaisonQuickScan *line, guint i)
{
  return &g_array_index (line->tokens, LiaisonQuickToken, i);
}

char
liaison_quick_scan_get_mark (const LiaisonQuickScan *line, guint i)
{
  char first = line->text[liaison_quick_scan_get_token (line, i)->start];

  return first != '\0' && strchr (line->marks, first) != NULL ? first : '\0';
}

/* The quote that closes the one at @at, or NULL. */
static const char *
find_closing (const char *at)
{
  static const char *const pairs[][2] = {
    { "\"", "\"" }, { "“", "”" }, { "„", "“" }, { "«", "»" }, { "「", "」" }
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_str_has_prefix (at, pairs[i][0]))
      {
        const char *close = strstr (at + strlen (pairs[i][0]), pairs[i][1]);

        return close ? close + strlen (pairs[i][1]) : NULL;
      }
  return NULL;
}

void
liaison_quick_scan_split (LiaisonQuickScan *line)
{
  const char *at = line->text;

  while (*at)
    {
      LiaisonQuickToken token = { (gsize) (at - line->text) };
      const char *closing;

      if (g_unichar_isspace (g_utf8_get_char (at)))
        {
          at = g_utf8_next_char (at);
          continue;
        }
      closing = strchr (line->marks, *at) ? find_closing (at + 1) : NULL;
      if (closing)
        at = closing;
      while (*at && !g_unichar_isspace (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      token.end = (gsize) (at - line->text);
      g_array_append_val (line->tokens, token);
    }
}

guint
liaison_quick_scan_count_run (const LiaisonQuickScan *line, guint first)
{
  guint n = 0;

  while (n < MAX_RUN && first + n < line->tokens->len
         && !liaison_quick_scan_get_token (line, first + n)->used
         && (n == 0 || liaison_quick_scan_get_mark (line, first + n) == '\0'))
    n++;
  return n;
}

char *
liaison_quick_scan_get_text (const LiaisonQuickScan *line, guint first, guint n)
{
  gsize start = liaison_quick_scan_get_token (line, first)->start
                + (liaison_quick_scan_get_mark (line, first) != '\0');
  gsize end = liaison_quick_scan_get_token (line, first + n - 1)->end;
  g_autofree char *text = g_strndup (line->text + start, end - start);
  const char *closing = find_closing (text);
  char *bare;

  if (closing && *closing == '\0')
    {
      const char *last = g_utf8_prev_char (closing);
      const char *from = g_utf8_next_char (text);

      return g_strndup (from, (gsize) (last - from));
    }
  bare = g_steal_pointer (&text);
  if (n > 0 && *bare && g_str_has_suffix (bare, ","))
    bare[strlen (bare) - 1] = '\0';
  return bare;
}

void
liaison_quick_scan_add_part (
    LiaisonQuickScan *line, guint first, guint n, LiaisonQuickPartKind kind, char *problem)
{
  LiaisonQuickPart part = { kind, (guint) liaison_quick_scan_get_token (line, first)->start,
                            (guint) liaison_quick_scan_get_token (line, first + n - 1)->end,
                            problem };

  for (guint i = first; i < first + n; i++)
    liaison_quick_scan_get_token (line, i)->used = TRUE;
  line->entry->n_problems += problem != NULL;
  g_array_append_val (line->entry->parts, part);
}
