/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Matter: what flows into pages (a heading, a paragraph, a table, a drawing). A new kind of matter
 * is one file with a LiaisonMatterClass; the engine knows none of them.
 *
 * Matter is asked twice: `flow` places all of it, page after page, and `draw` draws one placement
 * as often as the page is shown or printed. Everything that needs the typesetter happens in `flow`;
 * `draw` only reads, so that any thread may draw while another does. */
#pragma once

#include "pack/typesetter.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _LiaisonFlow LiaisonFlow;

/* Where to draw. */
typedef struct
{
  cairo_t *cr;
  gboolean tagged; /* a PDF that tells what is what: begin and end structure */
} LiaisonPress;

typedef struct _LiaisonMatter LiaisonMatter;

/* Part of a matter on a page. */
typedef struct
{
  const LiaisonMatter *matter;
  double x, y, width, height;  /* of the page, in points */
  guint from, to;              /* what of it, as its class counts: lines, rows */
  guint first_line, last_line; /* for rows that are parted: lines of the first and the last row */
  guint tile;                  /* of what is cut over pages side by side */
} LiaisonPlacement;

typedef struct
{
  /* The height that must stay with what stands before, at @flow's measure: its first lines. */
  double (*get_least) (LiaisonMatter *self, LiaisonFlow *flow);
  /* Places all of it. */
  void (*flow) (LiaisonMatter *self, LiaisonFlow *flow);
  void (*draw) (const LiaisonMatter *self, const LiaisonPlacement *placement, LiaisonPress *press);
  void (*finalize) (LiaisonMatter *self); /* may be NULL; frees what the class added */
} LiaisonMatterClass;

struct _LiaisonMatter
{
  const LiaisonMatterClass *klass;
  double before, after;    /* room; none before at the top of a page */
  gboolean keep_with_next; /* never the last on its page */
  gboolean new_page;       /* begins a page */
  char *outline;           /* its line in the outline of a PDF and in contents, or NULL */
  guint level;             /* there: 1 for the highest */
};

/* For classes: @size bytes with the matter first, zeroed. */
gpointer liaison_matter_alloc (const LiaisonMatterClass *klass, gsize size);
void liaison_matter_free (LiaisonMatter *self);

/* Structure for readers of PDFs; does nothing elsewhere. */
void liaison_press_begin (LiaisonPress *self, const char *tag);
void liaison_press_end (LiaisonPress *self, const char *tag);

/* What `flow` of a class is offered. Room and place are those of the page's text area. */
LiaisonTypesetter *liaison_flow_get_typesetter (LiaisonFlow *self);
double liaison_flow_get_measure (const LiaisonFlow *self); /* width */
double liaison_flow_get_depth (const LiaisonFlow *self);   /* height of an empty page */
double liaison_flow_get_room (const LiaisonFlow *self);    /* height left on this one */
gboolean liaison_flow_is_at_top (const LiaisonFlow *self);
/* Goes on at the top of the next page. */
void liaison_flow_turn (LiaisonFlow *self);
/* Leaves room, but not at the top of a page. */
void liaison_flow_skip (LiaisonFlow *self, double height);
/* Puts a part of @matter, @height high, where the flow has come to. The placement returned is to be
 * filled in; it is valid until the next call. */
LiaisonPlacement *
liaison_flow_place (LiaisonFlow *self, const LiaisonMatter *matter, double height);
/* Long work asks now and then, with how much of all is done (0 to 1 of this matter). TRUE: give up.
 */
gboolean liaison_flow_is_cancelled (LiaisonFlow *self, double done);

/* Text in one style. Takes nothing; the style is copied. Headings are kept with what follows. */
LiaisonMatter *liaison_matter_new_paragraph (const char *text, const LiaisonTypeStyle *style);
/* The same, in the outline at @level. */
LiaisonMatter *
liaison_matter_new_heading (const char *text, const LiaisonTypeStyle *style, guint level);

G_END_DECLS
