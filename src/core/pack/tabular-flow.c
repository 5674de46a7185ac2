/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows over pages, with notes at their feet. */
#include "config.h"

#include "pack/tabular-private.h"

/* Lines of a parted row that must not stand alone. */
#define TOGETHER 2

/* What goes on one page: rows from `from`, of which the first begins at `first_line`, up to `to`,
 * of which the last ends before `last_line` (its own number: whole). */
typedef struct
{
  guint from, to;
  guint first_line, last_line;
  double height;
} Band;

/* Part of a row that is higher than a page, at the end of @band; FALSE where too little fits. */
static gboolean
part_row (const LiaisonTabular *self, Band *band, guint row, guint begin, double room)
{
  double lines = (room - band->height - 2 * LIAISON_TABULAR_PAD) / self->leading;
  guint left = self->lines[row] - begin, now;

  if (lines < TOGETHER)
    return FALSE;
  now = MIN ((guint) lines, left);
  /* Not the last line alone on the next page. */
  if (left > now && left - now < TOGETHER && now > TOGETHER)
    now = left - TOGETHER;
  band->to = row + 1;
  band->last_line = begin + now;
  band->height += liaison_tabular_get_row_height (self, now);
  return TRUE;
}

static Band
find_band (
    const LiaisonTabular *self, guint from, guint end, guint first_line, double room, double depth)
{
  double head = liaison_tabular_get_head_height (self);
  guint span = liaison_tabular_find_span (self, from);
  Band band = { from, from, first_line, 0, head };

  if (span < from)
    band.height += liaison_tabular_get_row_height (self, self->lines[span]);

  for (guint row = from; row < end; row++)
    {
      guint begin = row == from ? first_line : 0;
      double height = liaison_tabular_get_row_height (self, self->lines[row] - begin);

      if (band.height + height <= room)
        {
          band.height += height;
          band.to = row + 1;
          band.last_line = self->lines[row];
          continue;
        }
      if (begin > 0 || head + height > depth)
        part_row (self, &band, row, begin, room);
      break;
    }
  /* Not the last row alone on the next page. */
  if (band.to + 1 == end && band.to > from + 2 && band.last_line == self->lines[band.to - 1])
    {
      band.to--;
      band.height -= liaison_tabular_get_row_height (self, self->lines[band.to]);
      band.last_line = self->lines[band.to - 1];
    }
  while (band.to > from && band.to < end && liaison_tabular_is_span (self, band.to - 1))
    {
      band.to--;
      band.height -= liaison_tabular_get_row_height (self, self->lines[band.to]);
      band.last_line = band.to > from ? self->lines[band.to - 1] : 0;
    }
  return band;
}

/* On a page too low for anything a row is placed all the same, one line of it. */
static void
force_line (const LiaisonTabular *self, Band *band)
{
  band->to = band->from + 1;
  band->last_line = MIN (band->first_line + 1, self->lines[band->from]);
  band->height += liaison_tabular_get_row_height (self, 1);
}

/* Each once. */
static void
add_notes (const LiaisonTabular *self, const Band *band, GPtrArray *notes)
{
  for (guint row = band->from; row < band->to; row++)
    {
      const GPtrArray *own = self->source.get_notes (self->source.data, row);

      for (guint i = 0; own != NULL && i < own->len; i++)
        if (!g_ptr_array_find (notes, own->pdata[i], NULL))
          g_ptr_array_add (notes, own->pdata[i]);
    }
}

/* The rows that there is room for together with their notes, which are then at the foot. */
static Band
find_noted_band (
    const LiaisonTabular *self, LiaisonFlow *flow, guint from, guint end, guint line, double depth)
{
  double room = liaison_flow_get_room (flow), given = room;

  for (;;)
    {
      g_autoptr (GPtrArray) notes = g_ptr_array_new ();
      Band band = find_band (self, from, end, line, given, depth);

      add_notes (self, &band, notes);
      if (band.height + liaison_flow_measure_notes (flow, notes) <= room || band.to == from
          || (band.to == from + 1 && liaison_flow_is_at_top (flow)))
        {
          liaison_flow_add_notes (flow, notes);
          return band;
        }
      given = band.height - 0.5;
    }
}

static void
place_band (LiaisonTabular *part, LiaisonFlow *flow, const Band *band)
{
  const LiaisonTabular *self = (LiaisonTabular *) part->whole;

  for (guint i = 0; i < self->tiles->len; i++)
    {
      LiaisonPlacement *placement;

      if (i > 0)
        liaison_flow_turn (flow);
      placement = liaison_flow_place (flow, &part->parent, band->height);
      placement->from = band->from;
      placement->to = band->to;
      placement->first_line = band->first_line;
      placement->last_line = band->last_line;
      placement->tile = i;
    }
}

void
liaison_tabular_flow (LiaisonMatter *matter, LiaisonFlow *flow)
{
  LiaisonTabular *part = (LiaisonTabular *) matter, *self = (LiaisonTabular *) part->whole;
  double depth = liaison_flow_get_depth (flow);
  guint row = part->from, line = 0;

  if (!liaison_tabular_prepare (self, flow))
    return;
  while (row < part->to)
    {
      Band band = self->source.get_notes != NULL
                      ? find_noted_band (self, flow, row, part->to, line, depth)
                      : find_band (self, row, part->to, line, liaison_flow_get_room (flow), depth);

      if (band.to == band.from && !liaison_flow_is_at_top (flow))
        {
          liaison_flow_turn (flow);
          continue;
        }
      if (band.to == band.from)
        force_line (self, &band);
      place_band (part, flow, &band);
      row = band.last_line < self->lines[band.to - 1] ? band.to - 1 : band.to;
      line = row == band.to ? 0 : band.last_line;
      if (row < part->to)
        liaison_flow_turn (flow);
      if (liaison_flow_is_cancelled (flow, 0.9 + 0.1 * row / MAX (self->source.n_rows, 1)))
        return;
    }
}
