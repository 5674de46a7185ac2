/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the lines of a paragraph end. */
#include "config.h"

#include "pack/squares.h"

/* Narrower differences are none: widths are sums of rounded numbers. */
#define TOLERANCE 0.01
/* How much of their width blanks are made narrower at most, and wider without harm. */
#define SHRINK  0.15
#define STRETCH 0.6
/* What a hyphen costs, and one more below it, where a blank stretched to its limit costs 100. */
#define HYPHEN_COST 60
#define LADDER_COST 4000.
/* Longer paragraphs are broken line by line. */
#define MOST_BREAKS 4000

static double
get_hyphen_width (LiaisonTypesetter *self, const LiaisonShapedParagraph *paragraph, guint cut)
{
  const LiaisonCut *before = &paragraph->cuts[cut - 1];
  guint seen = paragraph->read != NULL ? paragraph->read[before->run].seen : before->run;
  const LiaisonHyphen *hyphen =
      liaison_typesetter_get_hyphen (self, paragraph->line.runs[seen].font);

  return hyphen != NULL ? hyphen->width : 0;
}

/* The cut at which the line that begins at @first ends, when each line takes what it can. */
static guint
find_end (LiaisonTypesetter *self,
          const LiaisonShapedParagraph *paragraph,
          guint first,
          double width,
          gboolean *hyphen)
{
  const LiaisonCut *cuts = paragraph->cuts;
  double limit = cuts[first].x + width + TOLERANCE;
  guint end = first, best = 0, parted = 0;

  while (end < paragraph->n_cuts && (cuts[end].white || cuts[end + 1].x <= limit))
    {
      end++;
      if (cuts[end].breaks)
        best = end;
      else if (cuts[end].hyphen && cuts[end].x + get_hyphen_width (self, paragraph, end) <= limit)
        parted = end;
    }
  *hyphen = FALSE;
  if (end == paragraph->n_cuts)
    return end;
  /* A single word that is too long is parted, or else broken between letters. */
  *hyphen = best <= first && parted > first;
  return best > first ? best : parted > first ? parted : MAX (end, first + 1);
}

static gboolean
is_justified (const LiaisonTypeStyle *style)
{
  return style->align == LIAISON_SET_JUSTIFIED;
}

static void
break_by_line (LiaisonTypesetter *self,
               const LiaisonShapedParagraph *paragraph,
               const LiaisonTypeStyle *style,
               double width,
               GArray *lines)
{
  guint first = 0;

  do
    {
      gboolean hyphen, even;
      guint end = find_end (self, paragraph, first, width, &hyphen);
      LiaisonSetLine line = { 0 };

      even = is_justified (style) && end < paragraph->n_cuts;
      liaison_cut_line (self, paragraph, first, end, hyphen, even ? width : -1, &line);
      g_array_append_val (lines, line);
      first = end;
    }
  while (first < paragraph->n_cuts);
}

/* The best way to end a line here. */
typedef struct
{
  guint cut;
  gboolean hyphen;
  guint before; /* the break that the line begins at */
  double cost;  /* of all lines so far; negative: no way leads here */
  double blank; /* width of all blanks before it */
} Break;

static GArray *
list_breaks (const LiaisonShapedParagraph *self)
{
  GArray *breaks = g_array_new (FALSE, TRUE, sizeof (Break));
  Break each = { 0 };

  g_array_append_val (breaks, each);
  each.cost = -1;
  for (guint i = 1; i <= self->n_cuts; i++)
    {
      each.cut = i;
      each.hyphen = !self->cuts[i].breaks;
      if (self->cuts[i - 1].white)
        each.blank += self->cuts[i].x - self->cuts[i - 1].x;
      if (i == self->n_cuts || self->cuts[i].breaks || self->cuts[i].hyphen)
        g_array_append_val (breaks, each);
    }
  return breaks;
}

/* What a line costs whose blanks, @blank wide together, are to take @slack more; negative: it
 * cannot be. */
static double
judge (double slack, double blank, const Break *from, const Break *to, gboolean last)
{
  double ratio = 0, cost;

  if (slack < -TOLERANCE)
    ratio = blank > 0 ? -slack / (SHRINK * blank) : 2;
  else if (slack > 0 && !last)
    ratio = slack / (STRETCH * MAX (blank, 0.5));
  if (slack < -TOLERANCE && ratio > 1)
    return -1;
  cost = 1 + 100 * ratio * ratio * ratio + (to->hyphen ? HYPHEN_COST : 0);
  return cost * cost + (to->hyphen && from->hyphen ? LADDER_COST : 0);
}

/* Knuth and Plass, "Breaking Paragraphs into Lines", 1981: of all ways the one whose lines cost
 * least together. FALSE: there is none. */
static gboolean
find_best (LiaisonTypesetter *self,
           const LiaisonShapedParagraph *paragraph,
           double width,
           GArray *breaks)
{
  Break *list = (Break *) breaks->data;
  guint oldest = 0;

  for (guint i = 1; i < breaks->len; i++)
    {
      guint end = liaison_trim_line (paragraph, 0, list[i].cut);
      double right = paragraph->cuts[end].x;
      gboolean last = i + 1 == breaks->len;

      if (list[i].hyphen && !last)
        right += get_hyphen_width (self, paragraph, list[i].cut);
      list[i].hyphen = list[i].hyphen && !last;
      for (guint j = oldest; j < i; j++)
        {
          double slack = width - (right - paragraph->cuts[list[j].cut].x), cost;
          /* The blank that the line ends with does not count. */
          double blank = list[i].blank - list[j].blank
                         - (paragraph->cuts[list[i].cut].x - paragraph->cuts[end].x);

          if (list[j].cost < 0)
            continue;
          cost = judge (slack, blank, &list[j], &list[i], last);
          if (cost >= 0 && (list[i].cost < 0 || list[j].cost + cost < list[i].cost))
            {
              list[i].cost = list[j].cost + cost;
              list[i].before = j;
            }
        }
      /* Lines from there would all be too long from here on. */
      while (oldest < i
             && right - paragraph->cuts[list[oldest].cut].x > width * (1 + SHRINK) + TOLERANCE)
        oldest++;
    }
  return list[breaks->len - 1].cost >= 0;
}

/* FALSE: it has to be broken line by line. */
static gboolean
break_by_paragraph (LiaisonTypesetter *self,
                    const LiaisonShapedParagraph *paragraph,
                    double width,
                    GArray *lines)
{
  g_autoptr (GArray) breaks = list_breaks (paragraph);
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  guint first = 0;

  if (breaks->len > MOST_BREAKS || !find_best (self, paragraph, width, breaks))
    return FALSE;
  for (guint i = breaks->len - 1; i > 0; i = g_array_index (breaks, Break, i).before)
    g_array_append_val (chosen, i);
  for (guint i = chosen->len; i > 0; i--)
    {
      const Break *at = &g_array_index (breaks, Break, g_array_index (chosen, guint, i - 1));
      LiaisonSetLine line = { 0 };
      guint end = liaison_trim_line (paragraph, first, at->cut);
      /* The last line too, where it is a little too long. */
      gboolean even =
          i > 1 || paragraph->cuts[end].x - paragraph->cuts[first].x > width + TOLERANCE;

      liaison_cut_line (self, paragraph, first, at->cut, at->hyphen, even ? width : -1, &line);
      g_array_append_val (lines, line);
      first = at->cut;
    }
  return TRUE;
}

/* Characters that stand in squares are the same whichever way they are broken. */
static gboolean
is_of_words (const LiaisonShapedParagraph *self)
{
  guint white = 0, wide = 0;

  for (guint i = 0; i < self->n_cuts; i++)
    {
      white += self->cuts[i].white;
      wide += self->cuts[i].wide;
    }
  return wide <= white;
}

/* FALSE: it has to be broken line by line. */
static gboolean
break_by_words (LiaisonTypesetter *self,
                const LiaisonShapedParagraph *paragraph,
                double width,
                GArray *lines)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  guint first = 0;

  if (!liaison_squares_break (paragraph, width, ends))
    return FALSE;
  for (guint i = 0; i < ends->len; i++)
    {
      LiaisonSetLine line = { 0 };

      liaison_cut_line (self, paragraph, first, g_array_index (ends, guint, i), FALSE, -1, &line);
      g_array_append_val (lines, line);
      first = g_array_index (ends, guint, i);
    }
  return TRUE;
}

/* It fits as it was shaped: the same glyphs, which stay the paragraph's. */
static void
take_whole (const LiaisonShapedParagraph *paragraph, GArray *lines)
{
  LiaisonSetLine line = paragraph->line;

  line.own = NULL;
  g_array_append_val (lines, line);
}

void
liaison_break_paragraph (LiaisonTypesetter *self,
                         const LiaisonShapedParagraph *paragraph,
                         const LiaisonTypeStyle *style,
                         double width,
                         GArray *lines)
{
  guint first = lines->len;
  gboolean done = TRUE;

  if (paragraph->line.width <= width + TOLERANCE)
    take_whole (paragraph, lines);
  else if (is_of_words (paragraph))
    done = is_justified (style) && break_by_paragraph (self, paragraph, width, lines);
  else
    done = !is_justified (style) && break_by_words (self, paragraph, width, lines);
  if (!done)
    break_by_line (self, paragraph, style, width, lines);
  for (guint i = first; i < lines->len; i++)
    g_array_index (lines, LiaisonSetLine, i).right_to_left = paragraph->right_to_left;
}
