/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawings as pictures: PNG, SVG and PDF, of the whole or of a window of it. */
#pragma once

#include "draw/drawing.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  LIAISON_PICTURE_PNG,
  LIAISON_PICTURE_SVG,
  LIAISON_PICTURE_PDF,
} LiaisonPictureFormat;

/* Domain of refusals and failures to write. */
#define LIAISON_PICTURE_ERROR (liaison_picture_error_quark ())
GQuark liaison_picture_error_quark (void);

typedef enum
{
  LIAISON_PICTURE_ERROR_SIZE, /* there is nothing, or more than a picture may hold */
  LIAISON_PICTURE_ERROR_WRITE,
} LiaisonPictureError;

/* What to picture, in units; all zero: the whole drawing. A window holds the heads too, as on a
 * screen. */
typedef struct
{
  double width, height;
  double x, y; /* the body is scrolled by so much */
} LiaisonPictureWindow;

/* The format for the ending of @name, PNG where it is none of them. */
LiaisonPictureFormat liaison_picture_format_for_name (const char *name);

/* The picture's bytes. @scale: pixels a unit, for PNG. @canvas needs no cairo context; its palette
 * is used. A PNG has at most 100 million pixels, a PDF page at most 14,400 points a side: what is
 * larger is scaled down. NULL on failure. */
GBytes *liaison_picture_make (LiaisonDrawing *drawing,
                              const LiaisonCanvas *canvas,
                              const LiaisonPictureWindow *window,
                              LiaisonPictureFormat format,
                              double scale,
                              GError **error);

G_END_DECLS
