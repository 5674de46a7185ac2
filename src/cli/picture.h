/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawings and pages into files, for verbs. */
#pragma once

#include "command.h"

#include "draw/picture.h"
#include "pack/pages.h"

G_BEGIN_DECLS

/* Writes the drawing as PNG, SVG or PDF, by the ending of @path ("-": SVG to standard output), with the colours of
 * paper. FALSE after a complaint. */
gboolean liaison_picture_save (LiaisonDrawing *drawing, const LiaisonManner *manner, const char *path);
/* Sets @pages and writes them as PDF ("-": to standard output). FALSE after a complaint. */
gboolean liaison_pages_save (LiaisonPages *pages, const char *title, gint64 now, const char *path);

G_END_DECLS
