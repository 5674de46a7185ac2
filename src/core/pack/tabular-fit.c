/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How wide columns are. */
#include "config.h"

#include "pack/tabular-private.h"

#include <math.h>

/* Columns are not drawn further apart than this to fill the page. */
#define MAX_STRETCH 1.6

static double
sum (const double *widths, guint n)
{
  double total = 0;

  for (guint i = 0; i < n; i++)
    total += widths[i];
  return total;
}

/* All columns fit as they are: what is left goes to those with the most text. */
static void
stretch (const LiaisonColumnNeeds *needs, guint n, double spare, double *widths)
{
  double total = 0;

  for (guint i = 0; i < n; i++)
    total += needs[i].natural;
  if (total <= 0)
    return;
  spare = MIN (spare, total * (MAX_STRETCH - 1));
  for (guint i = 0; i < n; i++)
    widths[i] += spare * needs[i].natural / total;
}

/* Less than the least: each gives way in proportion. */
static void
squeeze (guint n, double room, double *widths)
{
  double factor = room / MAX (sum (widths, n), 1);

  for (guint i = 0; i < n; i++)
    widths[i] *= factor;
}

/* Room is shared by how much text there is (its square root: twice the text wants less than twice
 * the width, as the height of a row is that of its highest cell). A column that would get more than
 * it can use, or less than it must have, is settled first, and the others share what is left. */
static void
share (const LiaisonColumnNeeds *needs, guint n, double room, double *widths)
{
  g_autofree gboolean *settled = g_new0 (gboolean, n);
  gboolean changed = TRUE;

  while (changed)
    {
      double left = room, total = 0;

      changed = FALSE;
      for (guint i = 0; i < n; i++)
        if (settled[i])
          left -= widths[i];
        else
          total += sqrt (needs[i].weight);
      /* Those that must have more come first: they take from all. */
      for (guint i = 0; i < n; i++)
        if (!settled[i] && left * sqrt (needs[i].weight) / MAX (total, 1e-9) < needs[i].least)
          {
            widths[i] = needs[i].least;
            settled[i] = changed = TRUE;
          }
      for (guint i = 0; i < n && !changed; i++)
        {
          double part = left * sqrt (needs[i].weight) / MAX (total, 1e-9);

          if (settled[i])
            continue;
          widths[i] = part;
          if (part > needs[i].natural)
            {
              widths[i] = needs[i].natural;
              settled[i] = changed = TRUE;
              break;
            }
        }
    }
}

gboolean
liaison_tabular_fit (
    const LiaisonColumnNeeds *needs, guint n, double measure, double gap, double *widths)
{
  double room = measure - gap * (n > 0 ? n - 1 : 0), natural = 0, least = 0;

  for (guint i = 0; i < n; i++)
    {
      natural += needs[i].natural;
      least += needs[i].least;
      widths[i] = needs[i].natural;
    }
  if (natural <= room)
    {
      stretch (needs, n, room - natural, widths);
      return TRUE;
    }
  for (guint i = 0; i < n; i++)
    widths[i] = needs[i].least;
  if (least > room)
    {
      squeeze (n, room, widths);
      return FALSE;
    }
  share (needs, n, room, widths);
  return TRUE;
}

/* Words do not fill their lines to the end. */
#define FILL 0.92
/* Steps are this part of all widths at first, and are halved so often. */
#define FIRST_STEP 0.04
#define HALVINGS   3
#define MAX_MOVES  120

static guint
estimate_lines (double natural, double width)
{
  return natural <= width + 0.01 ? 1 : (guint) ceil (natural / MAX (width * FILL, 1));
}

/* What all rows cost with the column @changed @by wider: lines, and a little for text that could be
 * on fewer, so that there is always a way downhill. */
static double
estimate_cost (
    const float *naturals, guint n_rows, guint n, const double *widths, guint changed, double by)
{
  double cost = 0;

  for (guint row = 0; row < n_rows; row++)
    {
      guint highest = 1;

      for (guint i = 0; i < n; i++)
        {
          const float *parts = naturals + (row * n + i) * LIAISON_TABULAR_PARTS;
          double width = widths[i] + (i == changed ? by : 0);
          guint lines = 0;

          for (guint part = 0; part < LIAISON_TABULAR_PARTS && parts[part] > 0; part++)
            lines += estimate_lines (parts[part], width);
          if (lines == 0)
            continue;
          cost += 0.02 * lines;
          highest = MAX (highest, lines);
        }
      cost += highest;
    }
  return cost;
}

double
liaison_tabular_estimate (const float *naturals, guint n_rows, guint n, const double *widths)
{
  return n_rows > 0 ? estimate_cost (naturals, n_rows, n, widths, G_MAXUINT, 0) / n_rows : 1;
}

/* Moves @step from where it costs least to where it gains most; FALSE where nothing is gained. */
static gboolean
move (const LiaisonColumnNeeds *needs,
      guint n,
      const float *naturals,
      guint n_rows,
      double step,
      double *widths)
{
  double now = estimate_cost (naturals, n_rows, n, widths, G_MAXUINT, 0);
  double best_gain = 0, best_loss = G_MAXDOUBLE;
  guint to = n, from = n;

  for (guint i = 0; i < n; i++)
    {
      double gain = now - estimate_cost (naturals, n_rows, n, widths, i, step);

      if (widths[i] < needs[i].natural && gain > best_gain)
        {
          best_gain = gain;
          to = i;
        }
    }
  for (guint i = 0; i < n && to < n; i++)
    if (i != to && widths[i] - step >= needs[i].least - 0.01)
      {
        double loss = estimate_cost (naturals, n_rows, n, widths, i, -step) - now;

        if (loss < best_loss)
          {
            best_loss = loss;
            from = i;
          }
      }
  if (to == n || from == n || best_loss >= best_gain)
    return FALSE;
  widths[to] += step;
  widths[from] -= step;
  return TRUE;
}

void
liaison_tabular_balance (
    const LiaisonColumnNeeds *needs, guint n, const float *naturals, guint n_rows, double *widths)
{
  double step = sum (widths, n) * FIRST_STEP;
  guint moves = 0;

  for (guint halving = 0; halving <= HALVINGS; halving++, step /= 2)
    while (moves < MAX_MOVES && move (needs, n, naturals, n_rows, step, widths))
      moves++;
}

GArray *
liaison_tabular_cut (const double *widths, guint n, guint repeated, double measure, double gap)
{
  GArray *tiles = g_array_new (FALSE, FALSE, sizeof (LiaisonTile));

  for (guint first = 0; first < n || tiles->len == 0;)
    {
      LiaisonTile tile = { first, first, first > repeated && repeated < n ? repeated : G_MAXUINT };
      double used = tile.repeated < n ? widths[repeated] + gap : 0;

      /* A tile has a column of its own, however wide. */
      while (tile.end < n && (tile.end == first || used + widths[tile.end] <= measure + 0.01))
        used += widths[tile.end++] + gap;
      first = MAX (tile.end, first + 1);
      g_array_append_val (tiles, tile);
    }
  return tiles;
}
