/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Matter: what flows into pages (a heading, a paragraph, a table, a drawing). A new kind of matter
 * is one file with a LiaisonMatterClass; the engine knows none of them.
 *
 * Matter is asked twice: `flow` places all of it, page after page, and `draw` draws one placement
 * as often as the page is shown or printed. Everything that needs the typesetter happens in `flow`;
 * `draw` only reads, so that any thread may draw while another does. */
#pragma once

#include "pack/typesetter.h"
#include "record/block.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _LiaisonFlow LiaisonFlow;

/* What a cell of a table is the head of. */
typedef enum
{
  LIAISON_CELL_PLAIN,
  LIAISON_CELL_HEADS_COLUMN,
  LIAISON_CELL_HEADS_ROW,
} LiaisonCellRole;

typedef struct
{
  LiaisonCellRole role;
  guint columns;  /* that it goes across */
  gboolean first; /* of its row */
  gboolean empty; /* it has no tag */
} LiaisonPressCell;

/* Where to draw. */
typedef struct
{
  cairo_t *cr;
  gboolean tagged;     /* a PDF that tells what is what: begin and end structure */
  GPtrArray *figures;  /* of char *, what figures show in the order of their tags; or NULL */
  GArray *cells;       /* of LiaisonPressCell, in the order of their tags; or NULL */
  const char *heading; /* the last one, for figures that say nothing of themselves; or NULL */
  guint level;         /* of the last heading, so that none is passed over; 0: there was none */
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
  /* After everything has its place; may be NULL: contents set their page numbers here. */
  void (*finish) (LiaisonMatter *self, LiaisonFlow *flow);
  /* The records that a placement shows, for the banner of its page; NULL: the matter's own. */
  void (*list_records) (const LiaisonMatter *self,
                        const LiaisonPlacement *placement,
                        GPtrArray *records);
} LiaisonMatterClass;

struct _LiaisonMatter
{
  const LiaisonMatterClass *klass;
  double before, after;    /* room; none before at the top of a page */
  gboolean keep_with_next; /* never the last on its page */
  gboolean new_page;       /* begins a page */
  gboolean bare;           /* nothing stands around the text of its page but the banner: covers */
  gboolean anchored;       /* stands on the same page in every language version: see pages.h */
  guint columns;           /* how many the text runs in; 0 is one */
  char *outline;           /* its line in the outline of a PDF and in contents, or NULL */
  guint level;             /* there: 1 for the highest */
  gboolean unlisted;       /* in the outline of a PDF, but not in contents */
  const LiaisonBlock *record; /* that it shows, or NULL. Borrowed */
  /* More of them, of const LiaisonBlock *, or NULL. Borrowed: as long as the pages live */
  const GPtrArray *records;

  /* Made by the flow */
  guint page; /* where it begins, from 1; 0: nowhere yet */
  double x, y;
};

/* For classes: @size bytes with the matter first, zeroed. */
gpointer liaison_matter_alloc (const LiaisonMatterClass *klass, gsize size);
void liaison_matter_free (LiaisonMatter *self);

/* The tag of what says nothing: rules, grounds, running heads. Readers pass it over (ISO 32000-1,
 * 14.8.4.2); cairo 1.16 cannot mark artifacts. */
#define LIAISON_PRESS_DECORATION "Private"
/* Structure for readers of PDFs; does nothing elsewhere. */
void liaison_press_begin (LiaisonPress *self, const char *tag);
/* A figure until _end "Figure"; @shows (may be NULL) is told to those who do not see it. */
void liaison_press_begin_figure (LiaisonPress *self, const char *shows);
/* Cells of a row ("TR" of a "Table"), one by one. Nothing is drawn in an empty one, and the first
 * one of a row is none. */
void liaison_press_begin_cell (LiaisonPress *self, const LiaisonPressCell *cell);
void liaison_press_end_cell (LiaisonPress *self, const LiaisonPressCell *cell);
/* What is drawn until _end "Link" leads to the place of @matter. */
void liaison_press_begin_link (LiaisonPress *self, const LiaisonMatter *to);
/* A thin line of an ink. */
void liaison_press_draw_rule (
    LiaisonPress *self, double x, double y, double width, double thickness, LiaisonInk ink);
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
/* Goes down to where @height is left on the page. */
void liaison_flow_sink (LiaisonFlow *self, double height);
/* Puts a part of @matter, @height high, where the flow has come to. The placement returned is to be
 * filled in; it is valid until the next call. */
LiaisonPlacement *
liaison_flow_place (LiaisonFlow *self, const LiaisonMatter *matter, double height);
/* Lines narrower by @start and @end from here on, and again as before. */
void liaison_flow_indent (LiaisonFlow *self, double start, double end);
void liaison_flow_outdent (LiaisonFlow *self, double start, double end);
/* What is placed until _close stands in @frame, which gets a placement for each page or column on
 * which there is some of it, drawn below what is in it; @pad is left above and below. */
void liaison_flow_open (LiaisonFlow *self, const LiaisonMatter *frame, double pad);
void liaison_flow_close (LiaisonFlow *self);
/* How high @matters become below each other without any page ending. Changes nothing. */
double liaison_flow_try (LiaisonFlow *self, const GPtrArray *matters);
/* The same for one, without the room around it. */
double liaison_flow_try_one (LiaisonFlow *self, LiaisonMatter *matter);
/* Flows the one at @index of what a matter holds, with the room around it. */
void liaison_flow_add (LiaisonFlow *self, const GPtrArray *matters, guint index);
/* What the notes @texts still need at the foot of this page, or column; and puts them there, each
 * once. The texts must outlive the pages. */
double liaison_flow_measure_notes (LiaisonFlow *self, const GPtrArray *texts);
void liaison_flow_add_notes (LiaisonFlow *self, const GPtrArray *texts);
/* For matter that is lines of text: its first lines, with the room that the notes @notes (may be
 * NULL) need if they are all; and all of them over pages, the notes with the last, @below left
 * below it. Each placement has the lines from `from` to `to`. */
double liaison_flow_get_least_of_text (LiaisonFlow *self,
                                       const LiaisonSetting *setting,
                                       const GPtrArray *notes);
void liaison_flow_place_text (LiaisonFlow *self,
                              const LiaisonMatter *matter,
                              const LiaisonSetting *setting,
                              const GPtrArray *notes,
                              double below);
/* How many pages there are so far. */
guint liaison_flow_get_page (const LiaisonFlow *self);
/* All matter that is in the outline, in its order, of const LiaisonMatter *. Transfer full. */
GPtrArray *liaison_flow_list_outline (LiaisonFlow *self);
/* Long work asks now and then, with how much of all is done (0 to 1 of this matter). TRUE: give up.
 */
gboolean liaison_flow_is_cancelled (LiaisonFlow *self, double done);

/* Text in one style. Takes nothing; the style is copied. Headings are kept with what follows. */
LiaisonMatter *liaison_matter_new_paragraph (const char *text, const LiaisonTypeStyle *style);
/* The same, in the outline at @level. */
LiaisonMatter *
liaison_matter_new_heading (const char *text, const LiaisonTypeStyle *style, guint level);

/* Room, at the top of a page too: so much of its depth. */
LiaisonMatter *liaison_matter_new_space (double part);
/* The same, with notes at the foot of the page on which its last line stands. @notes (of char *;
 * transfer none) and its texts must outlive the pages. */
LiaisonMatter *
liaison_matter_new_noted (const char *text, const LiaisonTypeStyle *style, const GPtrArray *notes);

G_END_DECLS
