/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawings into files, for verbs: as a picture, a page, or the table that is in it. */
#pragma once

#include "command.h"

#include "draw/drawing.h"
#include "exchange/listing.h"

G_BEGIN_DECLS

/* Where it goes. Either may be NULL; without both it is told to the terminal. */
typedef struct
{
  char *path;   /* "-": standard output, where it is also without one */
  char *format; /* csv, tsv, xlsx, html, text, markdown, pdf, svg or png; NULL: the path's ending says it */
} LiaisonDrawnTarget;

void liaison_drawn_target_clear (LiaisonDrawnTarget *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LiaisonDrawnTarget, liaison_drawn_target_clear)

/* The options of it, to stand in a table of entries. @self is an lvalue. */
#define LIAISON_DRAWN_TARGET_ENTRIES(self)                                                         \
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &(self).path,                                         \
    N_ ("Where to write; its ending says the format; “-” for standard output"), N_ ("FILE") },      \
  { "format", 'f', 0, G_OPTION_ARG_STRING, &(self).format,                                         \
    N_ ("The format: csv, tsv, xlsx, html, text, markdown, pdf, svg or png"), N_ ("FORMAT") }

/* Whether anything is to be written. */
gboolean liaison_drawn_target_is_set (const LiaisonDrawnTarget *self);
/* FALSE after a complaint: there is no such format. */
gboolean liaison_drawn_target_check (const LiaisonDrawnTarget *self, const LiaisonVerb *verb);

/* A drawing; or (without one) tables, which are written in all of the formats but pictures: to csv and tsv the first alone. */
typedef struct
{
  LiaisonDrawing *drawing;
  const char *title; /* msgid */
  const LiaisonManner *manner;
  const LiaisonSnapshot *snapshot;
  LiaisonListing *const *listings;
  guint n_listings;
} LiaisonDrawnOutput;

/* Whether it is to be a picture. */
gboolean liaison_drawn_target_is_picture (const LiaisonDrawnTarget *self);

/* Writes it, over what stands there or not at all. FALSE after a complaint. */
gboolean liaison_drawn_output_save (const LiaisonDrawnOutput *self, const LiaisonDrawnTarget *target);

G_END_DECLS
