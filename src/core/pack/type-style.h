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

/* What a style is printed in. There are few inks, all of which are dark enough to be copied. */
typedef enum
{
  LIAISON_INK_GREY, /* black, or as grey as the style says */
  LIAISON_INK_ACCENT,
  LIAISON_INK_ALARM,      /* what saves lives */
  LIAISON_INK_PAPER,      /* on a ground of ink */
  LIAISON_INK_PRESCRIBED, /* as the style says: of labels whose colour a marking scheme prescribes
                           */
} LiaisonInk;

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
  LiaisonInk ink;
  double rule;   /* thickness of a rule of the ink below the last line; 0: none */
  double indent; /* where lines begin, from the start of the page's lines */
  guint colour;  /* 0xRRGGBB of the ink PRESCRIBED */
} LiaisonTypeStyle;

extern const LiaisonTypeStyle liaison_type_title, liaison_type_heading, liaison_type_subheading,
    liaison_type_body, liaison_type_note, liaison_type_cell, liaison_type_cell_head,
    liaison_type_running, liaison_type_banner, liaison_type_banner_label;
/* Of packs. */
extern const LiaisonTypeStyle liaison_type_cover, liaison_type_cover_small, liaison_type_chapter,
    liaison_type_section, liaison_type_label, liaison_type_text, liaison_type_footnote,
    liaison_type_alarm;

/* The colour of an ink, from 0 to 1 each. */
void liaison_ink_get (LiaisonInk ink, double grey, double rgb[3]);

/* The same, larger or smaller. */
LiaisonTypeStyle liaison_type_scaled (const LiaisonTypeStyle *style, double factor);

G_END_DECLS
