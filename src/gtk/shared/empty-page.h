/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands where there is nothing to show: an icon, what is so, and what a person does about it. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* An AdwStatusPage. @icon and @text may be NULL. */
GtkWidget *liaison_empty_page_new (const char *icon, const char *title, const char *text);

/* The next step from here, a button in the middle, of which a page has one; @label has a mnemonic. What is @suggested stands
 * out. Borrowed: connect to it or give it an action. */
GtkWidget *liaison_empty_page_add_step (GtkWidget *page, const char *label, gboolean suggested);

G_END_DECLS
