/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/palette.h"

#include <math.h>

#define RGBA(hex, a)                                                                               \
  {                                                                                                \
    ((hex) >> 16 & 255) / 255., ((hex) >> 8 & 255) / 255., ((hex) &255) / 255., a                  \
  }
#define RGB(hex) RGBA (hex, 1.)
#define HUE(fill, edge, text)                                                                      \
  {                                                                                                \
    RGB (fill), RGB (edge), RGB (text)                                                             \
  }

/* clang-format off */
#define LIGHT_HUES                              \
  {                                             \
    HUE (0xe4e3e8, 0x66646e, 0x1d1d20), /* grey */   \
    HUE (0xd5e5fb, 0x1a66c4, 0x10233d), /* blue */   \
    HUE (0xcbecee, 0x0b717b, 0x08292c), /* teal */   \
    HUE (0xd3f0dc, 0x1c7b45, 0x0d2b19), /* green */  \
    HUE (0xf8eab0, 0x8f6a00, 0x332600), /* yellow */ \
    HUE (0xfddfc3, 0xb34a00, 0x3b1a02), /* orange */ \
    HUE (0xf9d4d6, 0xa81e2a, 0x3a0a0e), /* red */    \
    HUE (0xf8d6e9, 0xa82a75, 0x380d27), /* pink */   \
    HUE (0xe5d8f3, 0x763b93, 0x28113a), /* purple */ \
    HUE (0xeaddd0, 0x7a5433, 0x2b1d11), /* brown */  \
  }

static const LiaisonPalette palettes[LIAISON_N_PALETTES] = {
  [LIAISON_PALETTE_LIGHT] = {
    .roles = {
      [LIAISON_ROLE_GROUND] = RGB (0xffffff),
      [LIAISON_ROLE_RAISED] = RGB (0xf6f5f7),
      [LIAISON_ROLE_STRIPE] = RGBA (0x000000, .022),
      [LIAISON_ROLE_LINE] = RGBA (0x000000, .075),
      [LIAISON_ROLE_LINE_STRONG] = RGBA (0x000000, .2),
      [LIAISON_ROLE_TEXT] = RGB (0x26262b),
      [LIAISON_ROLE_TEXT_DIM] = RGB (0x5e5c66),
      [LIAISON_ROLE_ACCENT] = RGB (0x1c71d8),
      [LIAISON_ROLE_ON_ACCENT] = RGB (0xffffff),
      [LIAISON_ROLE_SELECTION] = RGBA (0x3584e4, .18),
      [LIAISON_ROLE_SHADE] = RGBA (0x5e5c66, .085),
      [LIAISON_ROLE_OBSERVANCE] = RGBA (0x813d9c, .1),
      [LIAISON_ROLE_NOW] = RGB (0xd0450a),
      [LIAISON_ROLE_NOTE] = RGB (0x1a5fb4),
      [LIAISON_ROLE_WARNING] = RGB (0x9c5d00),
      [LIAISON_ROLE_ERROR] = RGB (0xc01c28),
      [LIAISON_ROLE_LINK] = RGB (0x5b5966),
      [LIAISON_ROLE_CRITICAL] = RGB (0xb5179e),
      [LIAISON_ROLE_SLACK] = RGB (0x8a8894),
    },
    .hues = LIGHT_HUES,
  },
  [LIAISON_PALETTE_DARK] = {
    .roles = {
      [LIAISON_ROLE_GROUND] = RGB (0x1e1e1e),
      [LIAISON_ROLE_RAISED] = RGB (0x2a2a2c),
      [LIAISON_ROLE_STRIPE] = RGBA (0xffffff, .02),
      [LIAISON_ROLE_LINE] = RGBA (0xffffff, .075),
      [LIAISON_ROLE_LINE_STRONG] = RGBA (0xffffff, .22),
      [LIAISON_ROLE_TEXT] = RGB (0xf2f1f4),
      [LIAISON_ROLE_TEXT_DIM] = RGB (0xb3b1ba),
      [LIAISON_ROLE_ACCENT] = RGB (0x78aeed),
      [LIAISON_ROLE_ON_ACCENT] = RGB (0x10233d),
      [LIAISON_ROLE_SELECTION] = RGBA (0x78aeed, .26),
      [LIAISON_ROLE_SHADE] = RGBA (0xffffff, .05),
      [LIAISON_ROLE_OBSERVANCE] = RGBA (0xc79ae6, .13),
      [LIAISON_ROLE_NOW] = RGB (0xff9a4d),
      [LIAISON_ROLE_NOTE] = RGB (0x99c1f1),
      [LIAISON_ROLE_WARNING] = RGB (0xf5d04c),
      [LIAISON_ROLE_ERROR] = RGB (0xff8076),
      [LIAISON_ROLE_LINK] = RGB (0xa9a7b4),
      [LIAISON_ROLE_CRITICAL] = RGB (0xf58ce4),
      [LIAISON_ROLE_SLACK] = RGB (0x8f8d99),
    },
    .hues = {
      HUE (0x3d3d43, 0xa9a7b0, 0xf3f2f5),
      HUE (0x1e3c62, 0x7db2f0, 0xeaf3fe),
      HUE (0x14434b, 0x5fcad2, 0xe3f9fa),
      HUE (0x1c4831, 0x72d59d, 0xe5f9ed),
      HUE (0x4c4110, 0xe4c54a, 0xfdf5d8),
      HUE (0x56331a, 0xffa663, 0xfff0e3),
      HUE (0x5a2b2f, 0xff958f, 0xffeceb),
      HUE (0x532a45, 0xf49ad0, 0xfdeaf6),
      HUE (0x412b56, 0xc89ee7, 0xf5ecfb),
      HUE (0x45382b, 0xcfae93, 0xf8f1ea),
    },
  },
  [LIAISON_PALETTE_CONTRAST] = {
    .roles = {
      [LIAISON_ROLE_GROUND] = RGB (0xffffff),
      [LIAISON_ROLE_RAISED] = RGB (0xffffff),
      [LIAISON_ROLE_STRIPE] = RGBA (0x000000, 0.),
      [LIAISON_ROLE_LINE] = RGBA (0x000000, .4),
      [LIAISON_ROLE_LINE_STRONG] = RGBA (0x000000, 1.),
      [LIAISON_ROLE_TEXT] = RGB (0x000000),
      [LIAISON_ROLE_TEXT_DIM] = RGB (0x2b2b2b),
      [LIAISON_ROLE_ACCENT] = RGB (0x00479e),
      [LIAISON_ROLE_ON_ACCENT] = RGB (0xffffff),
      [LIAISON_ROLE_SELECTION] = RGBA (0x00479e, .25),
      [LIAISON_ROLE_SHADE] = RGBA (0x000000, .16),
      [LIAISON_ROLE_OBSERVANCE] = RGBA (0x5b1b77, .25),
      [LIAISON_ROLE_NOW] = RGB (0xa02c00),
      [LIAISON_ROLE_NOTE] = RGB (0x003f8c),
      [LIAISON_ROLE_WARNING] = RGB (0x6e3f00),
      [LIAISON_ROLE_ERROR] = RGB (0x9c0010),
      [LIAISON_ROLE_LINK] = RGB (0x222222),
      [LIAISON_ROLE_CRITICAL] = RGB (0x8a0079),
      [LIAISON_ROLE_SLACK] = RGB (0x444444),
    },
    .hues = {
      HUE (0xefeff2, 0x3d3c44, 0x000000),
      HUE (0xe4eefd, 0x0c4a96, 0x000000),
      HUE (0xdff4f5, 0x06545b, 0x000000),
      HUE (0xe2f6e8, 0x0f5b30, 0x000000),
      HUE (0xfbf3d0, 0x6b4e00, 0x000000),
      HUE (0xfeebd9, 0x873700, 0x000000),
      HUE (0xfce4e5, 0x86111c, 0x000000),
      HUE (0xfce5f2, 0x7f1a57, 0x000000),
      HUE (0xefe6f8, 0x592672, 0x000000),
      HUE (0xf3eae1, 0x5b3d22, 0x000000),
    },
    .outlined = TRUE,
  },
  [LIAISON_PALETTE_CONTRAST_DARK] = {
    .roles = {
      [LIAISON_ROLE_GROUND] = RGB (0x000000),
      [LIAISON_ROLE_RAISED] = RGB (0x0c0c0c),
      [LIAISON_ROLE_STRIPE] = RGBA (0xffffff, 0.),
      [LIAISON_ROLE_LINE] = RGBA (0xffffff, .4),
      [LIAISON_ROLE_LINE_STRONG] = RGBA (0xffffff, 1.),
      [LIAISON_ROLE_TEXT] = RGB (0xffffff),
      [LIAISON_ROLE_TEXT_DIM] = RGB (0xe0e0e0),
      [LIAISON_ROLE_ACCENT] = RGB (0xa6cdff),
      [LIAISON_ROLE_ON_ACCENT] = RGB (0x000000),
      [LIAISON_ROLE_SELECTION] = RGBA (0xa6cdff, .24),
      [LIAISON_ROLE_SHADE] = RGBA (0xffffff, .18),
      [LIAISON_ROLE_OBSERVANCE] = RGBA (0xd9b3f2, .3),
      [LIAISON_ROLE_NOW] = RGB (0xffb27a),
      [LIAISON_ROLE_NOTE] = RGB (0xbcd9ff),
      [LIAISON_ROLE_WARNING] = RGB (0xffe27a),
      [LIAISON_ROLE_ERROR] = RGB (0xffa8a1),
      [LIAISON_ROLE_LINK] = RGB (0xe0e0e0),
      [LIAISON_ROLE_CRITICAL] = RGB (0xffaef2),
      [LIAISON_ROLE_SLACK] = RGB (0xbbbbbb),
    },
    .hues = {
      HUE (0x26262b, 0xd6d5dc, 0xffffff),
      HUE (0x0e2746, 0xa9d0ff, 0xffffff),
      HUE (0x082d33, 0x8fe6ec, 0xffffff),
      HUE (0x0c3020, 0x9cefbf, 0xffffff),
      HUE (0x352c06, 0xf7df80, 0xffffff),
      HUE (0x3e220d, 0xffc597, 0xffffff),
      HUE (0x41181b, 0xffb8b3, 0xffffff),
      HUE (0x3d1a31, 0xffbfe6, 0xffffff),
      HUE (0x2d1a3f, 0xdfc2f6, 0xffffff),
      HUE (0x30261b, 0xe6cdb6, 0xffffff),
    },
    .outlined = TRUE,
  },
  [LIAISON_PALETTE_PAPER] = {
    .roles = {
      [LIAISON_ROLE_GROUND] = RGB (0xffffff),
      [LIAISON_ROLE_RAISED] = RGB (0xf3f3f5),
      [LIAISON_ROLE_STRIPE] = RGBA (0x000000, 0.),
      [LIAISON_ROLE_LINE] = RGBA (0x000000, .16),
      [LIAISON_ROLE_LINE_STRONG] = RGBA (0x000000, .45),
      [LIAISON_ROLE_TEXT] = RGB (0x000000),
      [LIAISON_ROLE_TEXT_DIM] = RGB (0x4a4a50),
      [LIAISON_ROLE_ACCENT] = RGB (0x1a5fb4),
      [LIAISON_ROLE_ON_ACCENT] = RGB (0xffffff),
      [LIAISON_ROLE_SELECTION] = RGBA (0x3584e4, .15),
      [LIAISON_ROLE_SHADE] = RGBA (0x000000, .07),
      [LIAISON_ROLE_OBSERVANCE] = RGBA (0x813d9c, .1),
      [LIAISON_ROLE_NOW] = RGB (0xc23d05),
      [LIAISON_ROLE_NOTE] = RGB (0x1a5fb4),
      [LIAISON_ROLE_WARNING] = RGB (0x8f5500),
      [LIAISON_ROLE_ERROR] = RGB (0xb5141f),
      [LIAISON_ROLE_LINK] = RGB (0x4a4854),
      [LIAISON_ROLE_CRITICAL] = RGB (0xa4108f),
      [LIAISON_ROLE_SLACK] = RGB (0x77757f),
    },
    .hues = LIGHT_HUES,
  },
};
/* clang-format on */

const LiaisonPalette *
liaison_palette_get (LiaisonPaletteId id)
{
  g_return_val_if_fail ((guint) id < LIAISON_N_PALETTES, &palettes[LIAISON_PALETTE_LIGHT]);

  return &palettes[id];
}

static double
linear (double value)
{
  return value <= .04045 ? value / 12.92 : pow ((value + .055) / 1.055, 2.4);
}

static double
luminance (const LiaisonColour *colour)
{
  return .2126 * linear (colour->red) + .7152 * linear (colour->green)
         + .0722 * linear (colour->blue);
}

double
liaison_colour_get_contrast (const LiaisonColour *a, const LiaisonColour *b)
{
  double of_a = luminance (a), of_b = luminance (b);

  return (MAX (of_a, of_b) + .05) / (MIN (of_a, of_b) + .05);
}

LiaisonColour
liaison_colour_over (const LiaisonColour *top, const LiaisonColour *below)
{
  double alpha = top->alpha;

  return (LiaisonColour){ top->red * alpha + below->red * (1 - alpha),
                          top->green * alpha + below->green * (1 - alpha),
                          top->blue * alpha + below->blue * (1 - alpha), 1. };
}

LiaisonColour
liaison_colour_fade (const LiaisonColour *colour, double by)
{
  LiaisonColour faded = *colour;

  faded.alpha *= by;
  return faded;
}
