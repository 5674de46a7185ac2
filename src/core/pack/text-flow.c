/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of text over pages: no widows, no orphans, and notes with the last line. */
#include "config.h"

#include "pack/matter.h"

/* Lines that must not stand alone at the foot or the head of a page. */
#define TOGETHER 2

double
liaison_flow_get_least_of_text (LiaisonFlow *self,
                                const LiaisonSetting *setting,
                                const GPtrArray *notes)
{
  guint n = liaison_setting_get_n_lines (setting);
  double leading = liaison_setting_get_leading (setting);

  if (n > TOGETHER + 1)
    return TOGETHER * leading;
  return n * leading + liaison_flow_measure_notes (self, notes);
}

/* How many of the @left lines go on a page with room for @room of them. */
static guint
count_lines (guint left, guint room, gboolean at_top)
{
  if (left <= room)
    return left;
  if (at_top)
    return MAX (MIN (room, left > TOGETHER ? left - TOGETHER : left), 1);
  if (left <= TOGETHER + 1 || room < TOGETHER)
    return 0;
  return MIN (room, left - TOGETHER);
}

static guint
count_room (double room, double leading)
{
  return (guint) CLAMP (room / leading + 0.001, 0, 1e6);
}

/* The last lines need room for their notes. */
static guint
choose_lines (LiaisonFlow *self, const GPtrArray *notes, guint left, double leading)
{
  double room = liaison_flow_get_room (self), height;
  gboolean at_top = liaison_flow_is_at_top (self);
  guint now = count_lines (left, count_room (room, leading), at_top);

  if (now < left || notes == NULL)
    return now;
  height = liaison_flow_measure_notes (self, notes);
  if (left * leading + height <= room)
    return left;
  now = count_lines (left, MIN (count_room (room - height, leading), left - 1), at_top);
  return at_top && left <= TOGETHER ? left : now;
}

void
liaison_flow_place_text (LiaisonFlow *self,
                         const LiaisonMatter *matter,
                         const LiaisonSetting *setting,
                         const GPtrArray *notes,
                         double below)
{
  double leading = liaison_setting_get_leading (setting);
  guint n = liaison_setting_get_n_lines (setting);

  for (guint done = 0; done < n;)
    {
      guint now = choose_lines (self, notes, n - done, leading);
      gboolean last = done + now == n;
      LiaisonPlacement *placement;

      if (now == 0)
        {
          liaison_flow_turn (self);
          continue;
        }
      if (last)
        liaison_flow_add_notes (self, notes);
      placement = liaison_flow_place (self, matter, now * leading + (last ? below : 0));
      placement->from = done;
      placement->to = done + now;
      done += now;
      if (done < n)
        liaison_flow_turn (self);
    }
}
