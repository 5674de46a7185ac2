/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pages of briefings share: matter is written one piece after the other. */
#pragma once

#include "brief/card.h"
#include "pack/briefing-pages.h"

G_BEGIN_DECLS

typedef struct
{
  const LiaisonSnapshot *snapshot;
  const LiaisonManner *manner;
  const LiaisonBriefingLook *look;
  LiaisonPages *pages;
  gboolean begun;
  guint n_before;         /* notes of cards before this one */
  const GPtrArray *notes; /* of GPtrArray: one a source of the card, its note alone; or NULL */
} LiaisonBriefWriter;

#define LIAISON_BRIEF_WRITER(snapshot, manner, look, pages)                                        \
  {                                                                                                \
    snapshot, manner, look != NULL ? look : &liaison_briefing_look_default, pages, FALSE, 0, NULL  \
  }

/* A LiaisonMatterFunc: the first one begins a page where the look says so. */
void liaison_brief_add (LiaisonMatter *matter, gpointer writer);
/* The title (@depth 0) and headings below it (1, 2), at levels of the outline. */
void liaison_brief_add_heading (LiaisonBriefWriter *self, guint depth, const char *text);
/* Plain text; nothing for NULL and "". */
void
liaison_brief_add_plain (LiaisonBriefWriter *self, const char *text, const LiaisonTypeStyle *style);
/* Makes the sources of @card notes, where the look says so. */
void liaison_brief_begin_notes (LiaisonBriefWriter *self, const LiaisonCard *card);
/* Makes a note that belongs to no source of the card: a tail with its mark, which is the caller's,
 * and the note alone. NULL where notes are not made, or @text is empty. */
char *liaison_brief_add_note (LiaisonBriefWriter *self, const char *text, const GPtrArray **note);
/* The number of a note as it is called, at the end of a sentence; and what a note begins with. */
char *liaison_brief_make_mark (LiaisonWords *words, guint number);
/* The note @number, which says @told, kept by @pages; alone, as matter takes notes. */
const GPtrArray *
liaison_brief_keep_note (LiaisonPages *pages, LiaisonWords *words, guint number, const char *told);
/* What the note @text begins with. */
char *liaison_brief_find_mark (const char *text);
/* A statement of a card, with the mark of its source. */
void liaison_brief_add_line (LiaisonBriefWriter *self,
                             const LiaisonCard *card,
                             const LiaisonCardLine *line,
                             gboolean bullet,
                             gboolean mark_source);
/* The same as lines of a pair, added to @lines (of LiaisonPairLine), which borrow from what is
 * returned. Transfer full. */
GPtrArray *liaison_brief_set_line (const LiaisonBriefWriter *self,
                                   const LiaisonCard *card,
                                   const LiaisonCardLine *line,
                                   gboolean bullet,
                                   const LiaisonTypeStyle *style,
                                   GArray *lines);
/* Rows of texts under headings: a table. */
typedef struct _LiaisonBriefGrid LiaisonBriefGrid;
LiaisonBriefGrid *liaison_brief_grid_new (const char *const *headings, guint n_columns);
/* Takes @text, for the next cell. */
void liaison_brief_grid_take (LiaisonBriefGrid *self, char *text);
/* Takes @self. Columns nothing is in are left out; @whole has a bit for each that is not broken. */
void liaison_brief_add_grid (LiaisonBriefWriter *self, LiaisonBriefGrid *grid, guint whole);

/* Which statements of cards are printed. */
LiaisonCardFlags liaison_brief_get_card_flags (const LiaisonBriefWriter *self);

G_END_DECLS
