/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/type-style.h"

const LiaisonTypeStyle liaison_type_title = {
  .size = 18, .leading = 23, .weight = 700, .after = 2, .tag = "H1"
};
const LiaisonTypeStyle liaison_type_heading = {
  .size = 13, .leading = 17, .weight = 700, .before = 14, .after = 4, .tag = "H2"
};
const LiaisonTypeStyle liaison_type_subheading = {
  .size = 10.5, .leading = 14, .weight = 700, .before = 10, .after = 2, .tag = "H3"
};
const LiaisonTypeStyle liaison_type_body = {
  .size = 10, .leading = 14, .weight = 400, .after = 6, .align = LIAISON_SET_JUSTIFIED, .tag = "P"
};
const LiaisonTypeStyle liaison_type_note = {
  .size = 9, .leading = 12.5, .weight = 400, .grey = 0.25, .after = 2, .tag = "P"
};
const LiaisonTypeStyle liaison_type_cell = {
  .size = 8.5, .leading = 11.5, .weight = 400, .tag = "TD"
};
const LiaisonTypeStyle liaison_type_cell_head = {
  .size = 8.5, .leading = 11.5, .weight = 700, .tag = "TH"
};
const LiaisonTypeStyle liaison_type_running = {
  .size = 8, .leading = 11, .weight = 400, .grey = 0.25, .tag = "P"
};
const LiaisonTypeStyle liaison_type_banner = {
  .size = 9, .leading = 12, .weight = 700, .align = LIAISON_SET_CENTRED, .tag = "P"
};

LiaisonTypeStyle
liaison_type_scaled (const LiaisonTypeStyle *style, double factor)
{
  LiaisonTypeStyle scaled = *style;

  scaled.size *= factor;
  scaled.leading *= factor;
  scaled.before *= factor;
  scaled.after *= factor;
  return scaled;
}
