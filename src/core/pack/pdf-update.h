/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What cairo 1.16 cannot say in a PDF: its language, which way its pages are turned, and what its
 * figures show. It is said in an update at the end of the file, as ISO 32000-1, 7.5.6 has it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *language; /* BCP 47; borrowed; or NULL */
  gboolean right_to_left;
  GPtrArray *figures; /* of char *, in the order of their tags */
} LiaisonPdfUpdate;

/* The bytes to be added to a file of @size bytes that ends with @tail, in which its structure and
 * its catalogue are; none where there is nothing to say, or the tail is not as it is known. */
GByteArray *
liaison_pdf_update_make (const LiaisonPdfUpdate *self, const GByteArray *tail, gsize size);

G_END_DECLS
