/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A PDF of cairo 1.16 written anew, with what cairo cannot say in it: its language, which way its
 * pages are turned, what its figures show, and what the cells of its tables head. Objects that are
 * no streams are packed into streams (ISO 32000-1, 7.5.7 and 7.5.8), as those of its structure
 * would be a third of the file. */
#pragma once

#include "pack/matter.h"

G_BEGIN_DECLS

typedef struct
{
  const char *language; /* BCP 47; borrowed; or NULL */
  gboolean right_to_left;
  GPtrArray *figures; /* of char *, in the order of their tags */
  GArray *cells;      /* of LiaisonPressCell, in the order of their tags */
} LiaisonPdfTold;

/* Where there are not as many figures, or cells, in the file as are told, nothing is said of them.
 * Transfer full; NULL where the file is not as cairo 1.16 writes it. */
GByteArray *liaison_pdf_rewrite (const LiaisonPdfTold *told, const GByteArray *pdf);

G_END_DECLS
