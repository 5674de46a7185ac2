/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/squares.h"

/* Between Latin letters or digits and characters in squares, as part of a square. JLReq asks for a
 * quarter in books; tables have less room. */
#define GAP 0.125
/* What each line more costs, a last line of two characters or one, and an uneven edge. */
#define LINE_COST 1000.
#define PAIR_COST 2.
#define LONE_COST 9.
#define EDGE_COST 5.
#define TOLERANCE 0.01
/* Longer texts are broken line by line. */
#define MOST_CUTS 400

typedef enum
{
  KIND_OTHER,
  KIND_KANJI,
  KIND_HIRAGANA,
  KIND_KATAKANA,
  KIND_LATIN,
  KIND_DIGIT,
  KIND_OPENING, /* the blank is before it */
  KIND_CLOSING, /* the blank is after it; so with commas and full stops */
  KIND_SIGN,    /* others that part words */
  KIND_BLANK,   /* and what stands as close to a sign */
} Kind;

static Kind
find_sign_kind (gunichar c)
{
  switch (c)
    {
    case 0x3008: /* 〈《「『【〔〖（［｛ */
    case 0x300a:
    case 0x300c:
    case 0x300e:
    case 0x3010:
    case 0x3014:
    case 0x3016:
    case 0xff08:
    case 0xff3b:
    case 0xff5b:
      return KIND_OPENING;
    case 0x3001: /* 、。〉》」』】〕〗），．］｝ */
    case 0x3002:
    case 0x3009:
    case 0x300b:
    case 0x300d:
    case 0x300f:
    case 0x3011:
    case 0x3015:
    case 0x3017:
    case 0xff09:
    case 0xff0c:
    case 0xff0e:
    case 0xff3d:
    case 0xff5d:
      return KIND_CLOSING;
    case 0x30fb: /* ・：；！？＝～→ */
    case 0xff1a:
    case 0xff1b:
    case 0xff01:
    case 0xff1f:
    case 0xff1d:
    case 0xff5e:
    case 0x2192:
      return KIND_SIGN;
    case ' ': /* and ideographic blanks, raised numbers of notes */
    case 0x3000:
    case 0xb2:
    case 0xb3:
    case 0xb9:
    case 0x2070:
    case 0x2074:
    case 0x2075:
    case 0x2076:
    case 0x2077:
    case 0x2078:
    case 0x2079:
      return KIND_BLANK;
    default:
      return KIND_OTHER;
    }
}

static Kind
find_kind (gunichar c)
{
  Kind kind;

  if (c >= '0' && c <= '9')
    return KIND_DIGIT;
  if (c <= 0x24f && g_unichar_isalpha (c))
    return KIND_LATIN;
  kind = find_sign_kind (c);
  if (kind != KIND_OTHER)
    return kind;
  if (c >= 0x3041 && c <= 0x309f)
    return KIND_HIRAGANA;
  if ((c >= 0x30a1 && c <= 0x30ff) || (c >= 0x31f0 && c <= 0x31ff))
    return KIND_KATAKANA;
  if ((c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) || c == 0x3005 || c == 0x3007
      || (c >= 0x20000 && c <= 0x3ffff))
    return KIND_KANJI;
  return KIND_OTHER;
}

gboolean
liaison_squares_may_be_in (const char *text, int length)
{
  for (int i = 0; i < length; i++)
    if ((guchar) text[i] >= 0xe3 && (guchar) text[i] != 0xef)
      return TRUE;
  return FALSE;
}

static gboolean
is_square (Kind kind)
{
  return kind == KIND_KANJI || kind == KIND_HIRAGANA || kind == KIND_KATAKANA;
}

static gboolean
is_western (Kind kind)
{
  return kind == KIND_LATIN || kind == KIND_DIGIT;
}

/* What needs no blank after a sign. */
static gboolean
closes_up (Kind kind)
{
  return kind == KIND_OPENING || kind == KIND_CLOSING || kind == KIND_BLANK;
}

/* JLReq 3.1.4 and 3.2.6: between two signs is half a square at most. */
static void
space_cluster (PangoGlyphInfo *glyph, Kind before, Kind kind, Kind after, double em)
{
  int half = glyph->geometry.width / 2;

  if (kind == KIND_CLOSING && closes_up (after))
    glyph->geometry.width -= half;
  else if (kind == KIND_OPENING && before == KIND_OPENING)
    {
      glyph->geometry.width -= half;
      glyph->geometry.x_offset -= half;
    }
  else if ((is_square (kind) && is_western (after)) || (is_western (kind) && is_square (after)))
    glyph->geometry.width += (int) (GAP * em);
}

static void
space_run (PangoLayoutRun *run, const char *text, double em)
{
  PangoGlyphItemIter iter;

  for (gboolean more = pango_glyph_item_iter_init_start (&iter, run, text); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    {
      const char *here = text + iter.start_index, *next = text + iter.end_index;
      Kind before =
          here > text ? find_kind (g_utf8_get_char (g_utf8_prev_char (here))) : KIND_OTHER;
      int last = MAX (iter.start_glyph, iter.end_glyph - 1);

      space_cluster (&run->glyphs->glyphs[last], before, find_kind (g_utf8_get_char (here)),
                     *next != '\0' ? find_kind (g_utf8_get_char (next)) : KIND_OTHER, em);
    }
}

void
liaison_squares_space (PangoLayoutLine *line, const char *text, double em)
{
  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoLayoutRun *run = l->data;

      if ((run->item->analysis.level & 1) == 0)
        space_run (run, text, em);
    }
}

/* Year, month, day, o'clock, minutes, things, people, times, pieces: what counts stays with its
 * number. */
static gboolean
is_counter (gunichar c)
{
  static const gunichar counters[] = { 0x5e74, 0x6708, 0x65e5, 0x6642, 0x5206, 0x4ef6,
                                       0x540d, 0x4eba, 0x56de, 0x500b, 0x6b21, 0x968e,
                                       0x53f7, 0x756a, 0x304b, 0x79d2, 0x9031 };

  for (gsize i = 0; i < G_N_ELEMENTS (counters); i++)
    if (counters[i] == c)
      return TRUE;
  return FALSE;
}

guint
liaison_squares_judge (gunichar before, gunichar after)
{
  Kind left = find_kind (before), right = find_kind (after);

  if ((left == KIND_DIGIT && is_counter (after)) || (is_counter (before) && right == KIND_DIGIT)
      || after == 0xff5e)
    return LIAISON_SQUARES_WORST;
  /* A language and its level, a thing and its number. */
  if (left == KIND_BLANK && right == KIND_DIGIT)
    return 2;
  if (left == KIND_CLOSING || left == KIND_SIGN || left == KIND_BLANK || right == KIND_OPENING)
    return 0;
  if (left == KIND_KATAKANA && right == KIND_KATAKANA)
    return 9;
  if (right == KIND_HIRAGANA || (left == KIND_KANJI && right == KIND_KANJI))
    return 6;
  /* A word that is written in other letters begins. */
  return left == KIND_HIRAGANA ? 1 : 3;
}

double
liaison_squares_get_blank_end (const char *text, int length)
{
  if (length < 3)
    return 0;
  return find_kind (g_utf8_get_char (g_utf8_prev_char (text + length))) == KIND_CLOSING ? 0.5 : 0;
}

/* The best way to end a line here. */
typedef struct
{
  guint cut;
  guint before; /* the break that the line begins at */
  double cost;  /* of all lines so far; negative: no way leads here */
} Way;

static double
judge_line (const LiaisonShapedParagraph *self, guint first, guint end, double width)
{
  guint last = liaison_trim_line (self, first, end);
  double slack = (width - (self->cuts[last].x - self->cuts[first].x)) / width;

  if (slack < -TOLERANCE / width)
    return -1;
  if (end == self->n_cuts)
    return LINE_COST + (last - first == 1 ? LONE_COST : last - first == 2 ? PAIR_COST : 0);
  /* Rather one line more than a date in two. */
  if (self->cuts[end].loss == LIAISON_SQUARES_WORST)
    return 2.5 * LINE_COST;
  return LINE_COST + self->cuts[end].loss + EDGE_COST * slack * slack;
}

gboolean
liaison_squares_break (const LiaisonShapedParagraph *self, double width, GArray *ends)
{
  g_autoptr (GArray) ways = g_array_new (FALSE, TRUE, sizeof (Way));
  Way *list, way = { 0 };
  guint oldest = 0, n;

  if (self->n_cuts > MOST_CUTS)
    return FALSE;
  g_array_append_val (ways, way);
  way.cost = -1;
  for (way.cut = 1; way.cut <= self->n_cuts; way.cut++)
    if (way.cut == self->n_cuts || self->cuts[way.cut].breaks)
      g_array_append_val (ways, way);
  list = (Way *) ways->data;
  n = ways->len;
  for (guint i = 1; i < n; i++)
    for (guint j = i; j-- > oldest;)
      {
        double cost = judge_line (self, list[j].cut, list[i].cut, width);

        /* From here on all lines are too long. */
        if (cost < 0)
          {
            oldest = j + 1;
            break;
          }
        if (list[j].cost >= 0 && (list[i].cost < 0 || list[j].cost + cost < list[i].cost))
          {
            list[i].cost = list[j].cost + cost;
            list[i].before = j;
          }
      }
  if (list[n - 1].cost < 0)
    return FALSE;
  for (guint i = n - 1; i > 0; i = list[i].before)
    g_array_prepend_val (ends, list[i].cut);
  return TRUE;
}
