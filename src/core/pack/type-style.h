/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How text is set: sizes, leading, weight. One small family of styles, so that everything that
 * leaves the program looks alike. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LIAISON_SET_AT_START, /* where the page's language begins its lines */
  LIAISON_SET_CENTRED,
  LIAISON_SET_AT_END,
  LIAISON_SET_JUSTIFIED, /* both edges even but for the last line */
} LiaisonSetAlign;

/* A plain value, all in points. Two with the same members are one style. */
typedef struct
{
  double size;
  double leading; /* from baseline to baseline; see liaison_typesetter_get_leading */
  int weight;     /* 400 regular, 700 bold */
  gboolean italic;
  double grey; /* 0 black, 1 white */
  LiaisonSetAlign align;
  double before, after; /* room above and below; none above at the top of a page */
  const char *tag;      /* of PDF structure: "H1", "P" */
} LiaisonTypeStyle;

extern const LiaisonTypeStyle liaison_type_title, liaison_type_heading, liaison_type_subheading,
    liaison_type_body, liaison_type_note, liaison_type_cell, liaison_type_cell_head,
    liaison_type_running, liaison_type_banner;

/* The same, larger or smaller. */
LiaisonTypeStyle liaison_type_scaled (const LiaisonTypeStyle *style, double factor);

G_END_DECLS
