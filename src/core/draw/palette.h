/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The colours that drawings use, by what they mean: for a light, a dark and two high-contrast
 * screens and for paper. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Each from 0 to 1; not premultiplied. */
typedef struct
{
  double red, green, blue, alpha;
} LiaisonColour;

typedef enum
{
  LIAISON_ROLE_GROUND,      /* behind everything */
  LIAISON_ROLE_RAISED,      /* heads and rulers */
  LIAISON_ROLE_STRIPE,      /* laid over every other row */
  LIAISON_ROLE_LINE,        /* between rows and small ticks */
  LIAISON_ROLE_LINE_STRONG, /* between days, under heads */
  LIAISON_ROLE_TEXT,
  LIAISON_ROLE_TEXT_DIM,
  LIAISON_ROLE_ACCENT, /* frame of what is selected */
  LIAISON_ROLE_ON_ACCENT,
  LIAISON_ROLE_SELECTION,  /* laid over what is selected */
  LIAISON_ROLE_SHADE,      /* laid over time nobody works */
  LIAISON_ROLE_OBSERVANCE, /* laid over a day that a nation observes */
  LIAISON_ROLE_NOW,
  LIAISON_ROLE_NOTE, /* the severities of findings */
  LIAISON_ROLE_WARNING,
  LIAISON_ROLE_ERROR,
  LIAISON_ROLE_LINK,     /* what is tied to something else */
  LIAISON_ROLE_CRITICAL, /* what determines the end */
  LIAISON_ROLE_SLACK,
} LiaisonRole;
#define LIAISON_N_ROLES (LIAISON_ROLE_SLACK + 1)

/* What tells categories apart; each is a fill, an edge on the fill or the ground, and a text on the
 * fill. */
typedef enum
{
  LIAISON_HUE_GREY,
  LIAISON_HUE_BLUE,
  LIAISON_HUE_TEAL,
  LIAISON_HUE_GREEN,
  LIAISON_HUE_YELLOW,
  LIAISON_HUE_ORANGE,
  LIAISON_HUE_RED,
  LIAISON_HUE_PINK,
  LIAISON_HUE_PURPLE,
  LIAISON_HUE_BROWN,
} LiaisonHue;
#define LIAISON_N_HUES (LIAISON_HUE_BROWN + 1)

typedef struct
{
  LiaisonColour fill, edge, text;
} LiaisonCategoryColours;

typedef enum
{
  LIAISON_PALETTE_LIGHT,
  LIAISON_PALETTE_DARK,
  LIAISON_PALETTE_CONTRAST, /* high contrast, light */
  LIAISON_PALETTE_CONTRAST_DARK,
  LIAISON_PALETTE_PAPER,
} LiaisonPaletteId;
#define LIAISON_N_PALETTES (LIAISON_PALETTE_PAPER + 1)

typedef struct
{
  LiaisonColour roles[LIAISON_N_ROLES];
  LiaisonCategoryColours hues[LIAISON_N_HUES];
  gboolean outlined; /* categories are framed with their edge all round */
} LiaisonPalette;

/* Static. */
const LiaisonPalette *liaison_palette_get (LiaisonPaletteId id);

/* The contrast of two opaque colours, 1 to 21 (WCAG 2.1, 1.4.3). */
double liaison_colour_get_contrast (const LiaisonColour *a, const LiaisonColour *b);
/* What is seen where @top lies on the opaque @below. */
LiaisonColour liaison_colour_over (const LiaisonColour *top, const LiaisonColour *below);
/* @colour with its alpha multiplied by @by. */
LiaisonColour liaison_colour_fade (const LiaisonColour *colour, double by);

G_END_DECLS
