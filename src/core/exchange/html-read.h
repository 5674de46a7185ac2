/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables as spreadsheets put them on the clipboard: a page of HTML that has values too. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The rows (GPtrArray of GStrv) of the first table of @html, with dates, times and numbers spelt so
 * that they mean one thing; merged cells are followed by empty ones. NULL when no cell has a value
 * that says more than its text, or it is too much: the text that stands beside it does as well
 * then. Nothing is fetched. Transfer full. */
GPtrArray *liaison_html_read_values (const char *html, gsize length);

G_END_DECLS
