/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/tabular-private.h"

#include <math.h>
#include <string.h>

/* Where columns do not fit, the type becomes smaller, step by step down to this part of it. */
#define SMALLEST 0.72
#define STEP     0.07
/* So many rows are not parted, as long as they are no more than this part of a page. */
#define SMALL   5
#define COMPANY 0.3
/* Rows of so many lines more than they must have are low enough; smaller type is worth it where it
 * saves the rest of this. */
#define LOW_ENOUGH 2
#define WORTH      0.93
/* Below this, codes may be broken where they have a hyphen. */
#define RELAXED 0.9
/* The widest that words may make a column that cannot break them, that what is whole may, and that
 * a column of a tiled table becomes, all in sizes of the type. */
#define WIDEST_WORD   14
#define WIDEST_WHOLE  22
#define WIDEST_COLUMN 34
/* Rows between two looks at the cancellable. */
#define STRIDE 64
/* Rows that widths are balanced by. */
#define SAMPLE 96
/* What is kept whole is no more than this part of a page. */
#define MOST_WHOLE 0.5
/* Lines of a parted row that must not stand alone. */
#define TOGETHER 2

static const char *
get_text (const LiaisonTabular *self, guint row, guint column)
{
  const char *text = self->source.get_text (self->source.data, row, column);

  return text != NULL ? text : "";
}

static double
get_indent (const LiaisonTabular *self, guint row, guint column)
{
  guint level = 0;

  if (column == 0 && self->source.get_level != NULL)
    level = self->source.get_level (self->source.data, row);
  if (column == 0 && self->source.get_picture != NULL)
    return self->source.picture_width + LIAISON_TABULAR_GAP;
  return MIN (level, 8) * LIAISON_TABULAR_INDENT;
}

static const LiaisonTypeStyle *
get_style (const LiaisonTabular *self, guint column)
{
  return self->columns[column].numeric ? self->cell_end : self->cell;
}

static void
choose_styles (LiaisonTabular *self, LiaisonTypesetter *typesetter, double factor)
{
  double size = self->source.factor > 0 ? self->source.factor : 1;
  LiaisonTypeStyle cell = liaison_type_scaled (&liaison_type_cell, size);
  LiaisonTypeStyle head = liaison_type_scaled (&liaison_type_cell_head, size);
  const LiaisonTypeStyle **styles[] = { &self->cell, &self->head, &self->cell_end,
                                        &self->head_end };

  self->cell = liaison_typesetter_add_style (typesetter, &cell);
  self->head = liaison_typesetter_add_style (typesetter, &head);
  cell.align = head.align = LIAISON_SET_AT_END;
  self->cell_end = liaison_typesetter_add_style (typesetter, &cell);
  self->head_end = liaison_typesetter_add_style (typesetter, &head);
  for (guint i = 0; i < G_N_ELEMENTS (styles) && factor < 1; i++)
    *styles[i] = liaison_typesetter_add_scaled (typesetter, *styles[i], factor);
  self->right_to_left = liaison_typesetter_is_right_to_left (typesetter);
  self->leading = liaison_typesetter_get_leading (typesetter, self->cell);
}

/* Letters that stand out are so much wider. */
#define BOLD 1.13

/* How wide the lines of a cell are that are broken on purpose; what is more than there is room for
 * counts with the last. */
static void
measure_parts (const LiaisonTabular *self,
               LiaisonTypesetter *typesetter,
               const char *text,
               guint column,
               double indent,
               float parts[LIAISON_TABULAR_PARTS])
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", LIAISON_TABULAR_PARTS);

  for (guint i = 0; i < LIAISON_TABULAR_PARTS; i++)
    parts[i] = 0;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      double width =
          liaison_typesetter_measure (typesetter, lines[i], get_style (self, column), NULL);

      parts[i] = (float) (width * (i == 0 && self->columns[column].lead ? BOLD : 1) + indent);
    }
}

/* Returns the natural width. */
static double
measure_cell (LiaisonTypesetter *typesetter,
              const LiaisonTabularColumn *column,
              const char *text,
              const LiaisonTypeStyle *style,
              double indent,
              LiaisonColumnNeeds *needs)
{
  double least, natural;

  if (*text == '\0')
    return 0;
  natural = liaison_typesetter_measure (typesetter, text, style, &least);
  natural = natural * (column->lead ? BOLD : 1) + indent;
  least = least * (column->lead ? BOLD : 1) + indent;
  needs->relaxed =
      MAX (needs->relaxed, MIN (least, style->size * (column->whole ? WIDEST_WHOLE : WIDEST_WORD)));
  if (column->whole)
    least = natural;
  needs->natural = MAX (needs->natural, natural);
  needs->least =
      MAX (needs->least, MIN (least, style->size * (column->whole ? WIDEST_WHOLE : WIDEST_WORD)));
  needs->weight += natural;
  return natural;
}

/* NULL: cancelled. Natural widths of some of the rows, all over the table, go into @sample:
 * LIAISON_TABULAR_PARTS a cell. */
static LiaisonColumnNeeds *
measure_columns (LiaisonTabular *self, LiaisonFlow *flow, GArray *sample)
{
  LiaisonTypesetter *typesetter = liaison_flow_get_typesetter (flow);
  guint n = self->source.n_columns, n_rows = self->source.n_rows;
  g_autofree LiaisonColumnNeeds *needs = g_new0 (LiaisonColumnNeeds, n);
  guint every = MAX (n_rows / SAMPLE, 1);

  for (guint i = 0; i < n && !self->source.headless; i++)
    {
      LiaisonColumnNeeds head = { 0 };

      measure_cell (typesetter, &self->columns[i], self->columns[i].heading, self->head, 0, &head);
      needs[i] = head;
      needs[i].weight = 1;
    }
  for (guint row = 0; row < n_rows; row++)
    {
      if (row % STRIDE == 0 && liaison_flow_is_cancelled (flow, 0.6 * row / n_rows))
        return NULL;
      for (guint i = 0; i < n && !liaison_tabular_is_span (self, row); i++)
        {
          const char *text = get_text (self, row, i);
          double indent = get_indent (self, row, i);
          float parts[LIAISON_TABULAR_PARTS] = { (float) measure_cell (
              typesetter, &self->columns[i], text, get_style (self, i), indent, &needs[i]) };

          if (row % every != 0)
            continue;
          if (strchr (text, '\n') != NULL)
            measure_parts (self, typesetter, text, i, indent, parts);
          g_array_append_vals (sample, parts, LIAISON_TABULAR_PARTS);
        }
    }
  return g_steal_pointer (&needs);
}

static guint
find_name (const LiaisonTabular *self)
{
  for (guint i = 0; i < self->source.n_columns; i++)
    if (self->columns[i].name)
      return i;
  return 0;
}

/* What the type would need at @factor of its size: outlines are not hinted, so all is in
 * proportion. */
static LiaisonColumnNeeds *
scale_needs (const LiaisonColumnNeeds *needs, guint n, double factor)
{
  LiaisonColumnNeeds *scaled = g_memdup2 (needs, n * sizeof *needs);

  for (guint i = 0; i < n; i++)
    {
      scaled[i].natural *= factor;
      scaled[i].least = (factor < RELAXED ? needs[i].relaxed : needs[i].least) * factor;
      scaled[i].weight *= factor;
    }
  return scaled;
}

static void
choose_tiled (LiaisonTabular *self, const LiaisonColumnNeeds *needs, double measure)
{
  guint n = self->source.n_columns;

  for (guint i = 0; i < n; i++)
    self->widths[i] = MIN (
        MAX (MIN (needs[i].natural, self->cell->size * WIDEST_COLUMN), needs[i].least), measure);
  self->tiles =
      liaison_tabular_cut (self->widths, n, find_name (self), measure, LIAISON_TABULAR_GAP);
}

/* How many lines rows have on average where nothing has to be broken. */
static double
find_lowest (const GArray *sample, guint n)
{
  g_autofree double *widths = g_new (double, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    widths[i] = G_MAXFLOAT;
  return liaison_tabular_estimate ((const float *) (gconstpointer) sample->data,
                                   n > 0 ? sample->len / n / LIAISON_TABULAR_PARTS : 0, n, widths);
}

/* Fits all columns with type of @factor of its size; returns how high rows are then on average, in
 * lines of full size, and G_MAXDOUBLE where they do not fit. */
static double
try_factor (LiaisonTabular *self,
            const LiaisonColumnNeeds *needs,
            const GArray *sample,
            double measure,
            double factor,
            double *widths)
{
  guint n = self->source.n_columns;
  g_autofree LiaisonColumnNeeds *scaled = scale_needs (needs, n, factor);
  g_autofree float *naturals = g_new (float, sample->len + 1);

  if (!liaison_tabular_fit (scaled, n, measure, LIAISON_TABULAR_GAP, widths))
    return G_MAXDOUBLE;
  for (guint i = 0; i < sample->len; i++)
    naturals[i] = g_array_index (sample, float, i) * (float) factor;
  liaison_tabular_balance (scaled, n, naturals, sample->len / n / LIAISON_TABULAR_PARTS, widths);
  return factor
         * liaison_tabular_estimate (naturals, sample->len / n / LIAISON_TABULAR_PARTS, n, widths);
}

/* Returns the factor of the type: the full size where rows are low enough with it, else the one
 * that saves the most paper. */
static double
choose_fitted (LiaisonTabular *self,
               const LiaisonColumnNeeds *needs,
               const GArray *sample,
               double measure)
{
  guint n = self->source.n_columns;
  double best = G_MAXDOUBLE, chosen = 1, low_enough = LOW_ENOUGH + find_lowest (sample, n);

  for (double factor = 1; n > 0 && factor >= SMALLEST; factor -= STEP)
    {
      g_autofree double *widths = g_new0 (double, n);
      double height = try_factor (self, needs, sample, measure, factor, widths);

      if (height >= best * WORTH && best < G_MAXDOUBLE)
        continue;
      /* What does not fit is squeezed, in the smallest type. */
      best = height;
      chosen = factor;
      memcpy (self->widths, widths, n * sizeof *widths);
      if (height <= low_enough)
        break;
    }
  self->tiles = liaison_tabular_cut (self->widths, n, G_MAXUINT, G_MAXDOUBLE, 0);
  return chosen;
}

/* FALSE: cancelled. */
static gboolean
choose_widths (LiaisonTabular *self, LiaisonFlow *flow)
{
  LiaisonTypesetter *typesetter = liaison_flow_get_typesetter (flow);
  double measure = liaison_flow_get_measure (flow), factor;
  g_autofree LiaisonColumnNeeds *needs = NULL;
  g_autoptr (GArray) sample = g_array_new (FALSE, FALSE, sizeof (float));

  choose_styles (self, typesetter, 1);
  needs = measure_columns (self, flow, sample);
  if (needs == NULL)
    return FALSE;
  if (self->source.tiled)
    {
      choose_tiled (self, needs, measure);
      return TRUE;
    }
  factor = choose_fitted (self, needs, sample, measure);
  if (factor < 1)
    choose_styles (self, typesetter, factor);
  return TRUE;
}

static void
set_span (LiaisonTabular *self, LiaisonFlow *flow, guint row)
{
  const LiaisonSetting *cell =
      liaison_typesetter_set (liaison_flow_get_typesetter (flow), get_text (self, row, 0),
                              self->head, liaison_flow_get_measure (flow));

  self->cells[(gsize) row * self->source.n_columns] = cell;
  self->lines[row] = liaison_setting_get_n_lines (cell);
}

static const LiaisonSetting *
set_cell (const LiaisonTabular *self,
          LiaisonTypesetter *typesetter,
          const char *text,
          guint column,
          double width)
{
  const LiaisonRichSpan lead = { .end = (guint) strcspn (text, "\n"),
                                 .marks = LIAISON_RICH_STRONG };

  if (!self->columns[column].lead)
    return liaison_typesetter_set (typesetter, text, get_style (self, column), width);
  return liaison_typesetter_set_spans (typesetter, text, &lead, 1, get_style (self, column), width);
}

/* FALSE: cancelled. */
static gboolean
set_rows (LiaisonTabular *self, LiaisonFlow *flow)
{
  LiaisonTypesetter *typesetter = liaison_flow_get_typesetter (flow);
  guint n = self->source.n_columns, n_rows = self->source.n_rows;

  for (guint i = 0; i < n; i++)
    {
      self->heads[i] = liaison_typesetter_set (
          typesetter, self->columns[i].heading,
          self->columns[i].numeric ? self->head_end : self->head, self->widths[i]);
      self->head_lines = MAX (self->head_lines, liaison_setting_get_n_lines (self->heads[i]));
    }
  for (guint row = 0; row < n_rows; row++)
    {
      if (row % STRIDE == 0 && liaison_flow_is_cancelled (flow, 0.6 + 0.3 * row / n_rows))
        return FALSE;
      self->lines[row] = 1;
      if (liaison_tabular_is_span (self, row))
        {
          set_span (self, flow, row);
          continue;
        }
      if (self->source.get_picture != NULL)
        self->lines[row] = (guint) ceil (self->source.picture_height / self->leading);
      for (guint i = 0; i < n; i++)
        {
          const char *text = get_text (self, row, i);
          const LiaisonSetting *cell = NULL;

          if (*text != '\0')
            cell =
                set_cell (self, typesetter, text, i, self->widths[i] - get_indent (self, row, i));
          self->cells[(gsize) row * n + i] = cell;
          if (cell != NULL)
            self->lines[row] = MAX (self->lines[row], liaison_setting_get_n_lines (cell));
        }
    }
  return TRUE;
}

gboolean
liaison_tabular_prepare (LiaisonTabular *self, LiaisonFlow *flow)
{
  guint n = self->source.n_columns;

  if (self->cells != NULL)
    return TRUE;
  self->widths = g_new0 (double, n + 1);
  self->heads = g_new0 (const LiaisonSetting *, n + 1);
  self->lines = g_new0 (guint, self->source.n_rows + 1);
  self->cells = g_new0 (const LiaisonSetting *, (gsize) self->source.n_rows *n + 1);
  return choose_widths (self, flow) && set_rows (self, flow);
}

double
liaison_tabular_get_row_height (const LiaisonTabular *self, guint lines)
{
  return lines * self->leading + 2 * LIAISON_TABULAR_PAD;
}

gboolean
liaison_tabular_is_span (const LiaisonTabular *self, guint row)
{
  return self->source.is_span != NULL && self->source.is_span (self->source.data, row);
}

guint
liaison_tabular_find_span (const LiaisonTabular *self, guint row)
{
  if (self->source.is_span == NULL)
    return G_MAXUINT;
  while (row > 0 && !liaison_tabular_is_span (self, row))
    row--;
  return liaison_tabular_is_span (self, row) ? row : G_MAXUINT;
}

double
liaison_tabular_get_head_height (const LiaisonTabular *self)
{
  if (self->source.headless)
    return 0;
  return liaison_tabular_get_row_height (self, self->head_lines) + 1;
}

/* The rows that stay with the head: all of a small table, two of a large one; @first and what
 * stands over it are among them already. How much higher they are; 0 where that would be too much.
 */
static double
find_company (const LiaisonTabular *self, guint first, guint end, double most)
{
  guint last = end - first <= SMALL ? end : MIN (first + 2, end);
  double height = 0;

  for (guint row = first + 1; row < last; row++)
    height += liaison_tabular_get_row_height (self, self->lines[row]);
  return height <= most ? height : 0;
}

static double
get_height (const LiaisonTabular *self, guint from, guint to)
{
  double height = liaison_tabular_get_head_height (self);

  for (guint row = from; row < to; row++)
    height += liaison_tabular_get_row_height (self, self->lines[row]);
  return height;
}

static double
tabular_get_least (LiaisonMatter *matter, LiaisonFlow *flow)
{
  const LiaisonTabular *part = (LiaisonTabular *) matter;
  LiaisonTabular *self = (LiaisonTabular *) part->whole;
  double height, first;
  guint row = part->from;

  if (!liaison_tabular_prepare (self, flow) || part->from >= part->to)
    return 0;
  if (part->together)
    {
      height = get_height (self, part->from, part->to);
      if (height <= liaison_flow_get_depth (flow) * MOST_WHOLE)
        return height;
    }
  height = liaison_tabular_get_head_height (self);
  /* What stands over rows stays with the first of them. */
  for (; row + 1 < part->to && liaison_tabular_is_span (self, row); row++)
    height += liaison_tabular_get_row_height (self, self->lines[row]);
  first = liaison_tabular_get_row_height (self, self->lines[row]);
  first += find_company (self, row, part->to, liaison_flow_get_depth (flow) * COMPANY);
  if (self->source.get_notes != NULL)
    first += liaison_flow_measure_notes (flow, self->source.get_notes (self->source.data, row));
  if (height + first > liaison_flow_get_depth (flow))
    first = liaison_tabular_get_row_height (self, MIN (self->lines[row], TOGETHER));
  return height + first;
}

static void
tabular_finalize (LiaisonMatter *matter)
{
  LiaisonTabular *self = (LiaisonTabular *) matter;

  g_free (self->columns);
  g_free (self->widths);
  g_free (self->heads);
  g_free (self->cells);
  g_free (self->lines);
  g_clear_pointer (&self->tiles, g_array_unref);
}

static void
tabular_list_records (const LiaisonMatter *matter,
                      const LiaisonPlacement *placement,
                      GPtrArray *records)
{
  const LiaisonTabular *self = (const LiaisonTabular *) ((const LiaisonTabular *) matter)->whole;

  for (guint row = placement->from; self->source.get_record != NULL && row < placement->to; row++)
    {
      const LiaisonBlock *record = self->source.get_record (self->source.data, row);

      if (record != NULL)
        g_ptr_array_add (records, (gpointer) record);
    }
}

static const LiaisonMatterClass tabular_class = {
  tabular_get_least,   liaison_tabular_flow, liaison_tabular_draw, tabular_finalize, NULL,
  tabular_list_records
};

LiaisonMatter *
liaison_tabular_new (const LiaisonTabularSource *source)
{
  LiaisonTabular *self = liaison_matter_alloc (&tabular_class, sizeof *self);

  self->source = *source;
  self->columns = g_memdup2 (source->columns, sizeof *source->columns * source->n_columns);
  self->source.columns = self->columns;
  self->whole = &self->parent;
  self->to = source->n_rows;
  return &self->parent;
}

LiaisonMatter *
liaison_tabular_new_part (LiaisonMatter *whole, guint from, guint to)
{
  LiaisonTabular *self = liaison_matter_alloc (&tabular_class, sizeof *self);

  self->whole = whole;
  self->from = from;
  self->to = to;
  return &self->parent;
}

void
liaison_tabular_keep_whole (LiaisonMatter *part)
{
  g_return_if_fail (part->klass == &tabular_class);
  ((LiaisonTabular *) part)->together = TRUE;
}
