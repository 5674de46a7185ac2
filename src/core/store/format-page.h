/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reference page of the file format, made from the tables of all kinds. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The page in English and Markdown (CommonMark with tables). Transfer full. */
char *liaison_format_page_new (void);

/*< private to store/ >*/
/* Appends what is the same for all tables: the head, canonical form, values, limits, versions. */
void liaison_format_page_add_rules (GString *page);

G_END_DECLS
