/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/pairs.h"

/* Names take so much of the line; where it is narrower than this many sizes of type, they stand
 * above. */
#define LABEL_PART 0.24
#define NARROW     21
/* Where text has fewer sizes of type than this, even edges would leave holes in it. */
#define UNEVEN 24
/* Between name and text, and between pairs. */
#define GAP   10
#define SPACE 3
/* Lines that do not stand alone; and of pairs that are not parted from each other. */
#define TOGETHER 2
#define SMALL    5

typedef struct
{
  char *label, *text;
  const LiaisonBlock *record;
  const GPtrArray *notes;
  const LiaisonSetting *label_set, *text_set;
} Pair;

typedef struct
{
  LiaisonMatter parent;

  /* Given */
  double factor, label_part;
  GArray *pairs; /* of Pair */

  /* Made by the flow */
  double measure, label_width, text_width, leading;
  gboolean stacked, right_to_left;
} Pairs;

static void
clear_pair (gpointer data)
{
  Pair *pair = data;

  g_free (pair->label);
  g_free (pair->text);
}

static const LiaisonSetting *
set (LiaisonTypesetter *typesetter,
     const char *text,
     const LiaisonTypeStyle *style,
     double factor,
     double width)
{
  LiaisonTypeStyle scaled = liaison_type_scaled (style, factor);

  return liaison_typesetter_set (typesetter, text,
                                 liaison_typesetter_add_style (typesetter, &scaled), width);
}

static void
prepare (Pairs *self, LiaisonFlow *flow)
{
  LiaisonTypesetter *typesetter = liaison_flow_get_typesetter (flow);
  double measure = liaison_flow_get_measure (flow);
  LiaisonTypeStyle text = liaison_type_text;

  if (self->measure == measure)
    return;
  self->measure = measure;
  self->right_to_left = liaison_typesetter_is_right_to_left (typesetter);
  self->stacked = measure < NARROW * liaison_type_text.size * self->factor;
  self->label_width = self->stacked ? measure : measure * self->label_part - GAP;
  self->text_width = self->stacked ? measure : measure * (1 - self->label_part);
  if (self->text_width < UNEVEN * text.size * self->factor)
    text.align = LIAISON_SET_AT_START;
  for (guint i = 0; i < self->pairs->len; i++)
    {
      Pair *pair = &g_array_index (self->pairs, Pair, i);

      pair->label_set =
          set (typesetter, pair->label, &liaison_type_label, self->factor, self->label_width);
      pair->text_set = set (typesetter, pair->text, &text, self->factor, self->text_width);
      self->leading = liaison_setting_get_leading (pair->text_set);
    }
}

static guint
count_label (const Pair *pair)
{
  return *pair->label != '\0' ? liaison_setting_get_n_lines (pair->label_set) : 0;
}

static guint
count_text (const Pair *pair)
{
  return *pair->text != '\0' ? liaison_setting_get_n_lines (pair->text_set) : 0;
}

static guint
count_lines (const Pairs *self, const Pair *pair)
{
  return self->stacked ? count_label (pair) + count_text (pair)
                       : MAX (count_label (pair), count_text (pair));
}

/* Short pairs stay whole. */
static guint
count_least (const Pairs *self, const Pair *pair)
{
  guint n = count_lines (self, pair);
  guint first = TOGETHER + (self->stacked ? count_label (pair) : 0);

  return n <= first + TOGETHER ? n : MAX (first, self->stacked ? 0 : count_label (pair));
}

static double
pairs_get_least (LiaisonMatter *matter, LiaisonFlow *flow)
{
  Pairs *self = (Pairs *) matter;

  guint all = 0;

  prepare (self, flow);
  if (self->pairs->len == 0)
    return 0;
  for (guint i = 0; i < self->pairs->len && all <= SMALL; i++)
    all += count_lines (self, &g_array_index (self->pairs, Pair, i));
  /* A few of them stay under their heading. */
  if (all <= SMALL)
    return all * self->leading + self->pairs->len * SPACE * MAX (self->factor, 1);
  return count_least (self, &g_array_index (self->pairs, Pair, 0)) * self->leading + SPACE;
}

static void
flow_pair (Pairs *self, LiaisonFlow *flow, guint index)
{
  const Pair *pair = &g_array_index (self->pairs, Pair, index);
  guint n = count_lines (self, pair), least = count_least (self, pair);

  for (guint done = 0; done < n;)
    {
      double notes = liaison_flow_measure_notes (flow, pair->notes);
      double room = liaison_flow_get_room (flow);
      guint left = n - done, now = (guint) CLAMP (room / self->leading + 0.001, 0, 1e6);
      LiaisonPlacement *placement;

      now = MIN (now, left);
      if (now == left && left * self->leading + notes > room && !liaison_flow_is_at_top (flow))
        now = left > least ? left - 1 : 0;
      if (now < left && left - now < TOGETHER)
        now = left > TOGETHER ? left - TOGETHER : 0;
      if (now < (done == 0 ? MIN (least, left) : MIN (TOGETHER, left)))
        now = 0;
      if (now == 0 && !liaison_flow_is_at_top (flow))
        {
          liaison_flow_turn (flow);
          continue;
        }
      now = MAX (now, 1);
      if (done + now == n)
        liaison_flow_add_notes (flow, pair->notes);
      placement = liaison_flow_place (flow, &self->parent, now * self->leading);
      placement->from = index;
      placement->to = index + 1;
      placement->first_line = done;
      placement->last_line = done + now;
      done += now;
      if (done < n)
        liaison_flow_turn (flow);
    }
  liaison_flow_skip (flow, SPACE * self->factor);
}

static void
pairs_flow (LiaisonMatter *matter, LiaisonFlow *flow)
{
  Pairs *self = (Pairs *) matter;

  prepare (self, flow);
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const Pair *pair = &g_array_index (self->pairs, Pair, i);
      double height = count_least (self, pair) * self->leading;

      if (i > 0 && height > liaison_flow_get_room (flow) && !liaison_flow_is_at_top (flow))
        liaison_flow_turn (flow);
      flow_pair (self, flow, i);
      if (liaison_flow_is_cancelled (flow, (double) i / self->pairs->len))
        return;
    }
}

/* Lines of a setting that fall between @first and @last, the setting's own beginning at @begin. */
static void
draw_part (const LiaisonSetting *setting,
           guint n,
           guint begin,
           const LiaisonPlacement *at,
           double x,
           double width,
           double leading,
           cairo_t *cr)
{
  guint from = MAX (at->first_line, begin), to = MIN (at->last_line, begin + n);

  if (from < to)
    liaison_setting_draw (setting, cr, x, at->y + (from - at->first_line) * leading, width,
                          from - begin, to - from);
}

static void
pairs_draw (const LiaisonMatter *matter, const LiaisonPlacement *at, LiaisonPress *press)
{
  const Pairs *self = (const Pairs *) matter;
  const Pair *pair = &g_array_index (self->pairs, Pair, at->from);
  double label_x = at->x, text_x = at->x + at->width - self->text_width;

  if (self->right_to_left)
    {
      label_x = at->x + at->width - self->label_width;
      text_x = at->x;
    }
  liaison_press_begin (press, "P");
  draw_part (pair->label_set, count_label (pair), 0, at, label_x, self->label_width, self->leading,
             press->cr);
  draw_part (pair->text_set, count_text (pair), self->stacked ? count_label (pair) : 0, at, text_x,
             self->text_width, self->leading, press->cr);
  liaison_press_end (press, "P");
}

static void
pairs_list_records (const LiaisonMatter *matter,
                    const LiaisonPlacement *placement,
                    GPtrArray *records)
{
  const Pair *pair = &g_array_index (((const Pairs *) matter)->pairs, Pair, placement->from);

  if (pair->record != NULL)
    g_ptr_array_add (records, (gpointer) pair->record);
}

static void
pairs_finalize (LiaisonMatter *matter)
{
  g_array_unref (((Pairs *) matter)->pairs);
}

static const LiaisonMatterClass pairs_class = { pairs_get_least, pairs_flow, pairs_draw,
                                                pairs_finalize,  NULL,       pairs_list_records };

LiaisonMatter *
liaison_pairs_new (double factor, double label_part)
{
  Pairs *self = liaison_matter_alloc (&pairs_class, sizeof *self);

  self->factor = factor;
  self->label_part = label_part > 0 ? label_part : LABEL_PART;
  self->pairs = g_array_new (FALSE, TRUE, sizeof (Pair));
  g_array_set_clear_func (self->pairs, clear_pair);
  self->parent.after = 6 * factor;
  return &self->parent;
}

void
liaison_pairs_add (LiaisonMatter *matter,
                   const char *label,
                   const char *text,
                   const LiaisonBlock *record,
                   const GPtrArray *notes)
{
  Pairs *self = (Pairs *) matter;
  const Pair pair = { g_strdup (label != NULL ? label : ""),
                      g_strdup (text != NULL ? text : ""),
                      record,
                      notes,
                      NULL,
                      NULL };

  g_array_append_val (self->pairs, pair);
}

guint
liaison_pairs_get_n (const LiaisonMatter *self)
{
  return ((const Pairs *) self)->pairs->len;
}
