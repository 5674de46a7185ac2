/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack/pages.h"
#include "words/marking-scheme.h"

G_BEGIN_DECLS

typedef struct
{
  guint first; /* of the placements */
  guint n;
  const LiaisonSetting *folio; /* "Page 2 of 5" */
  const LiaisonSetting *banner, *end;
  const LiaisonMarkingLevel *label; /* of the banner, where colours are prescribed; or NULL */
  gboolean bare;                    /* only the banner */
} LiaisonPageRecord;

struct _LiaisonPages
{
  gatomicrefcount refs;

  /* Given */
  LiaisonPageSetup setup;
  double width, height; /* of the page */
  LiaisonWords *words;
  GPtrArray *matters; /* of LiaisonMatter */
  GPtrArray *kept;
  char *banner, *head_start, *head_end, *foot_start, *watermark;
  gboolean book, sections;
  double type_factor;
  LiaisonBannerFunc banner_func;
  gpointer banner_data;
  LiaisonMatter *blank;
  GArray *starts;             /* of guint, or NULL */
  LiaisonComposingRoom *room; /* or NULL */

  /* Made by the flow */
  LiaisonTypesetter *typesetter;
  GArray *missing;    /* of gunichar */
  GArray *placements; /* of LiaisonPlacement */
  GArray *pages;      /* of LiaisonPageRecord */
  const LiaisonSetting *banner_set, *start_set, *end_set, *foot_set, *watermark_set;
  const LiaisonTypeStyle *banner_style;
  double top, bottom; /* of the text area */
};

/* A PDF while it is written. */
typedef struct _LiaisonPdfSink LiaisonPdfSink;

LiaisonPdfSink *liaison_pdf_sink_new (const LiaisonPdfInfo *info,
                                      GOutputStream *stream,
                                      double width,
                                      double height,
                                      GCancellable *cancellable);
cairo_surface_t *liaison_pdf_sink_get_surface (LiaisonPdfSink *self);
/* What is said of the whole document; @language is a BCP 47 tag. */
void
liaison_pdf_sink_set_language (LiaisonPdfSink *self, const char *language, gboolean right_to_left);
/* Ends and frees it. */
gboolean liaison_pdf_sink_finish (LiaisonPdfSink *self, GError **error);

/* Settings of what stands around the text; and their drawing. */
void liaison_furniture_set (LiaisonPages *self);
/* Of each page, when all have their places. */
void liaison_furniture_set_pages (LiaisonPages *self);
/* Whether the outer edge of a page is where its lines end; else it is where they begin. */
gboolean liaison_furniture_is_outer_at_end (const LiaisonPages *self, guint number);
void liaison_furniture_draw (const LiaisonPages *self, guint number, LiaisonPress *press);
/* One page with its structure. */
void liaison_pages_print (const LiaisonPages *self, guint number, LiaisonPress *press);

G_END_DECLS
