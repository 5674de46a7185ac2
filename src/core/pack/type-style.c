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

/* FIRST, TLP 2.0: “12-point type or greater for users with low vision”. */
const LiaisonTypeStyle liaison_type_banner_label = {
  .size = 12, .leading = 17, .weight = 700, .align = LIAISON_SET_CENTRED, .tag = "P"
};

const LiaisonTypeStyle liaison_type_cover = {
  .size = 27, .leading = 33, .weight = 700, .after = 6, .tag = "H1", .ink = LIAISON_INK_ACCENT
};
const LiaisonTypeStyle liaison_type_cover_small = {
  .size = 14, .leading = 19, .weight = 400, .grey = 0.15, .after = 4, .tag = "P"
};
const LiaisonTypeStyle liaison_type_chapter = { .size = 17,
                                                .leading = 24,
                                                .weight = 700,
                                                .before = 26,
                                                .after = 10,
                                                .tag = "H1",
                                                .ink = LIAISON_INK_ACCENT,
                                                .rule = 1.2 };
const LiaisonTypeStyle liaison_type_section = {
  .size = 11.5, .leading = 15, .weight = 700, .before = 12, .after = 4, .tag = "H2"
};
const LiaisonTypeStyle liaison_type_label = {
  .size = 9, .leading = 13.5, .weight = 600, .tag = "TH", .ink = LIAISON_INK_ACCENT
};
const LiaisonTypeStyle liaison_type_text = { .size = 9.5,
                                             .leading = 13.5,
                                             .weight = 400,
                                             .after = 5,
                                             .align = LIAISON_SET_JUSTIFIED,
                                             .tag = "P" };
const LiaisonTypeStyle liaison_type_footnote = {
  .size = 7.5, .leading = 10, .weight = 400, .grey = 0.2, .tag = "Note"
};
const LiaisonTypeStyle liaison_type_alarm = { .size = 17,
                                              .leading = 24,
                                              .weight = 700,
                                              .before = 26,
                                              .after = 10,
                                              .tag = "H1",
                                              .ink = LIAISON_INK_ALARM,
                                              .rule = 2.4 };

void
liaison_ink_get (LiaisonInk ink, double grey, double rgb[3])
{
  static const double inks[][3] = { [LIAISON_INK_ACCENT] = { 0.07, 0.23, 0.39 },
                                    [LIAISON_INK_ALARM] = { 0.69, 0.06, 0.09 },
                                    [LIAISON_INK_PAPER] = { 1, 1, 1 } };

  for (guint i = 0; i < 3; i++)
    rgb[i] = ink == LIAISON_INK_GREY ? grey : inks[ink][i];
}

LiaisonTypeStyle
liaison_type_scaled (const LiaisonTypeStyle *style, double factor)
{
  LiaisonTypeStyle scaled = *style;

  scaled.size *= factor;
  scaled.leading *= factor;
  scaled.before *= factor;
  scaled.after *= factor;
  scaled.indent *= factor;
  return scaled;
}
