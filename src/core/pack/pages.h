/* SPDX-License-Identifier: GPL-3.0-or-later */
/* LiaisonPages: matter set into pages. One function draws a page, for PDF, preview and printer, so
 * that they are the same.
 *
 *   LiaisonPages *pages = liaison_pages_new (&setup, words);
 *   liaison_pages_add (pages, liaison_matter_new_heading (...));
 *   ...
 *   liaison_pages_flow (pages, ..., cancellable, &error);     in any thread
 *   liaison_pages_draw (pages, 0, cr);                        afterwards, in any thread
 */
#pragma once

#include "pack/composing-room.h"
#include "pack/matter.h"
#include "pack/sheet-size.h"
#include "words/words.h"

G_BEGIN_DECLS

typedef struct _LiaisonPages LiaisonPages;

/* What stands on every page around the text; each may be NULL. In the words of the reader. */
typedef struct
{
  const char *banner;     /* marking, at the top and the bottom, centred and bold */
  const char *head_start; /* running head: the exercise */
  const char *head_end;   /* the view and its filter */
  const char *foot_start; /* when it was made, with the zone */
  /* A book: `head_end` is the section that the page is in, page numbers stand alone at the outer
   * edge, and the two change sides from page to page where it is bound. */
  gboolean book;
  /* `head_end` is the section that the page is in, and the rest as it is. */
  gboolean sections;
} LiaisonFurniture;

/* The marking of a page that shows @records, in the words of the reader; NULL: none. Transfer full.
 */
typedef char *(*LiaisonBannerFunc) (const LiaisonBlock *const *records, guint n, gpointer data);

LiaisonPages *liaison_pages_new (const LiaisonPageSetup *setup, LiaisonWords *words);
LiaisonPages *liaison_pages_ref (LiaisonPages *self);
void liaison_pages_unref (LiaisonPages *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonPages, liaison_pages_unref)

/* Before the flow. Copies. */
void liaison_pages_set_furniture (LiaisonPages *self, const LiaisonFurniture *furniture);
/* Where they are to be set, among others; @room must live until they have flowed. */
void liaison_pages_set_room (LiaisonPages *self, LiaisonComposingRoom *room);
/* Before the flow: pale letters across each page, behind all else ("DRAFT"); NULL: none. They are
 * outlines, not text: what is copied or searched in a PDF does not have them. */
void liaison_pages_set_watermark (LiaisonPages *self, const char *text);
/* Instead of one banner for all pages; @func is called in the flow. */
void liaison_pages_set_banner (LiaisonPages *self, LiaisonBannerFunc func, gpointer data);
/* Takes @matter, which is set on pages that are left blank by an alignment. */
void liaison_pages_set_blank (LiaisonPages *self, LiaisonMatter *matter);
/* The sizes of what stands around the text and at its foot; 1 where nothing is said. */
void liaison_pages_set_type_factor (LiaisonPages *self, double factor);
/* Takes @matter. */
void liaison_pages_add (LiaisonPages *self, LiaisonMatter *matter);
/* How many were added; and what those added since then show, where nothing is said of it: a record,
 * and more of them (of const LiaisonBlock *; may be NULL; must live as long as the pages). */
guint liaison_pages_count_matter (const LiaisonPages *self);
void liaison_pages_mark_matter (LiaisonPages *self,
                                guint from,
                                const LiaisonBlock *record,
                                const GPtrArray *records);
/* Keeps what matter borrows as long as the pages live. */
void liaison_pages_keep (LiaisonPages *self, gpointer data, GDestroyNotify destroy);

/* How far it is, from 0 to 1; in the thread that works. */
typedef void (*LiaisonPagesProgressFunc) (double done, gpointer data);

/* Sets everything into pages. Once. FALSE with G_IO_ERROR_CANCELLED, and then the pages are of no
 * use. */
gboolean liaison_pages_flow (LiaisonPages *self,
                             LiaisonPagesProgressFunc progress,
                             gpointer data,
                             GCancellable *cancellable,
                             GError **error);

/* On which pages the anchored matters stand, counted from 1, of guint; 0 for none. Transfer full.
 */
GArray *liaison_pages_list_anchors (const LiaisonPages *self);
/* Flows anew, such that no anchored matter stands before the page in @starts: with the latest of
 * several languages all of them have the same page numbers. */
gboolean liaison_pages_align (
    LiaisonPages *self, const guint *starts, guint n, GCancellable *cancellable, GError **error);

guint liaison_pages_get_n (const LiaisonPages *self);
/* In points. */
void liaison_pages_get_size (const LiaisonPages *self, double *width, double *height);
/* Draws page @number, counted from 0, a point as one unit of @cr; no ground. */
void liaison_pages_draw (const LiaisonPages *self, guint number, cairo_t *cr);
/* What the system lacks, and the Debian packages that have it: sentences for people, in the words
 * of
 * @in (NULL: those of the pages), NULL when all is well; after the flow. Transfer full. First,
 * characters that no font here has. */
char *liaison_pages_tell_missing (const LiaisonPages *self, LiaisonWords *in);
/* The font of the language of the pages. */
char *liaison_pages_tell_fonts (const LiaisonPages *self, LiaisonWords *in);
/* All of it, a line each. */
char *liaison_pages_tell_lacks (const LiaisonPages *self, LiaisonWords *in);

/* That words were not parted, and the package that has patterns for the language: a sentence; NULL
 * when they were, or are not in that language. Transfer full. */
char *liaison_pages_tell_patterns (const LiaisonPages *self, LiaisonWords *in);

/* What a PDF says of itself; texts may be NULL. */
typedef struct
{
  const char *title;
  const char *subject;
  const char *author;
  gint64 created; /* Unix s. With the same, the bytes are the same */
} LiaisonPdfInfo;

/* Writes a tagged PDF with outline and page labels. The stream stays open. */
gboolean liaison_pages_write_pdf (const LiaisonPages *self,
                                  const LiaisonPdfInfo *info,
                                  GOutputStream *stream,
                                  LiaisonPagesProgressFunc progress,
                                  gpointer data,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
