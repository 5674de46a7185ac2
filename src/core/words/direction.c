/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/direction.h"

#include <string.h>
#include <unicode/uchar.h>

/* A text with so many times as many letters of the other kind is one in another language. */
#define FOREIGN 6
/* Before and after what runs from left to right by itself. */
#define ISOLATE "\u2066"
#define RELEASE "\u2069"

LiaisonDirection
liaison_words_find_direction (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    switch (u_charDirection (g_utf8_get_char (at)))
      {
      case U_LEFT_TO_RIGHT:
        return LIAISON_DIRECTION_LEFT_TO_RIGHT;
      case U_RIGHT_TO_LEFT:
      case U_RIGHT_TO_LEFT_ARABIC:
        return LIAISON_DIRECTION_RIGHT_TO_LEFT;
      default:
        break;
      }
  return LIAISON_DIRECTION_NEUTRAL;
}

/* Letters that run left and right, and digits of Arabic; inside isolates and outside. */
typedef struct
{
  guint left[2], right[2], digits;
  gunichar mark; /* what the text begins with, if it is a mark of direction */
} Count;

static Count
count_letters (const char *text, const char *end)
{
  Count count = { 0 };
  guint depth = 0;

  for (const char *at = text; at < end && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == 0x200e || c == 0x200f || c == 0x61c)
        {
          if (count.left[0] + count.right[0] + count.left[1] + count.right[1] == 0 && depth == 0
              && count.mark == 0)
            count.mark = c;
          continue;
        }
      switch (u_charDirection (c))
        {
        case U_LEFT_TO_RIGHT:
          count.left[depth > 0]++;
          break;
        case U_RIGHT_TO_LEFT:
        case U_RIGHT_TO_LEFT_ARABIC:
          count.right[depth > 0]++;
          break;
        case U_ARABIC_NUMBER:
          count.digits++;
          break;
        case U_LEFT_TO_RIGHT_ISOLATE:
        case U_RIGHT_TO_LEFT_ISOLATE:
        case U_FIRST_STRONG_ISOLATE:
          depth++;
          break;
        case U_POP_DIRECTIONAL_ISOLATE:
          depth -= depth > 0;
          break;
        default:
          break;
        }
    }
  return count;
}

LiaisonDirection
liaison_words_find_base (const char *text, gssize length, gboolean in_right_to_left)
{
  const Count count = count_letters (text, text + (length >= 0 ? (gsize) length : strlen (text)));
  gboolean inside = count.left[0] + count.right[0] == 0;
  guint left = count.left[inside], right = count.right[inside];

  if (count.mark != 0)
    return count.mark == 0x200e ? LIAISON_DIRECTION_LEFT_TO_RIGHT : LIAISON_DIRECTION_RIGHT_TO_LEFT;
  if (left + right == 0)
    return in_right_to_left && count.digits > 0 ? LIAISON_DIRECTION_RIGHT_TO_LEFT
                                                : LIAISON_DIRECTION_NEUTRAL;
  if (in_right_to_left ? right * FOREIGN >= left && right > 0 : right > left)
    return LIAISON_DIRECTION_RIGHT_TO_LEFT;
  return LIAISON_DIRECTION_LEFT_TO_RIGHT;
}

/* How long the code at @at is; 0: there is none, or one that no line turns round. */
static gsize
measure_code (const char *at)
{
  const char *end = at + (*at == '+');
  gboolean parted = end > at;

  if (!g_ascii_isdigit (*end))
    return 0;
  while (g_ascii_isdigit (*end)
         || (*end != '\0' && strchr (" -+/.:", *end) != NULL && g_ascii_isdigit (end[1])))
    {
      parted = parted || strchr (" -+", *end) != NULL;
      end++;
    }
  if (*end == '+')
    {
      parted = TRUE;
      end++;
    }
  return parted ? (gsize) (end - at) : 0;
}

/* Keeps a bit for each isolate that is open, the innermost the lowest: set where it runs from left
 * to right whatever is in it. */
static void
follow_isolates (const char *at, guint64 *open, guint *depth)
{
  if (strncmp (at, "\xe2\x81", 2) != 0)
    return;
  if ((guchar) at[2] >= 0xa6 && (guchar) at[2] <= 0xa8)
    {
      *open = *open << 1 | ((guchar) at[2] == 0xa6);
      (*depth)++;
    }
  else if ((guchar) at[2] == 0xa9 && *depth > 0)
    {
      *open >>= 1;
      (*depth)--;
    }
}

char *
liaison_words_isolate_codes (const char *text, GArray **places)
{
  GString *isolated = NULL;
  const char *kept = text;
  guint64 open = 0;
  guint depth = 0;
  gboolean joined = FALSE; /* to a letter or digit before */

  for (const char *at = text; *at != '\0';)
    {
      gsize length = (open & 1) == 0 && !joined ? measure_code (at) : 0;

      if (length > 0)
        {
          const gsize marks[] = { (gsize) (at - text), (gsize) (at - text) + length };

          if (isolated == NULL)
            isolated = g_string_new (NULL);
          if (isolated->len == 0 && places != NULL)
            *places = g_array_new (FALSE, FALSE, sizeof (gsize));
          if (places != NULL)
            g_array_append_vals (*places, marks, G_N_ELEMENTS (marks));
          g_string_append_len (isolated, kept, at - kept);
          g_string_append (isolated, ISOLATE);
          g_string_append_len (isolated, at, (gssize) length);
          g_string_append (isolated, RELEASE);
          kept = at += length;
          joined = TRUE;
          continue;
        }
      follow_isolates (at, &open, &depth);
      joined = g_ascii_isalnum (*at);
      at = g_utf8_next_char (at);
    }
  if (isolated == NULL)
    return NULL;
  g_string_append (isolated, kept);
  return g_string_free (isolated, FALSE);
}
