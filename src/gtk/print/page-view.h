/* SPDX-License-Identifier: GPL-3.0-or-later */
/* LiaisonPageView: one page of what is to be printed, drawn by what prints it. */
#pragma once

#include "pack/pages.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_PAGE_VIEW (liaison_page_view_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonPageView, liaison_page_view, LIAISON, PAGE_VIEW, GtkWidget)

/* As wide as it is given and as high as the page is then, at least @width pixels wide; or (@fixed)
 * just that wide. */
GtkWidget *liaison_page_view_new (int width, gboolean fixed);
/* Shows page @number, counted from 0; NULL: nothing. */
void liaison_page_view_set_page (LiaisonPageView *self, LiaisonPages *pages, guint number);

G_END_DECLS
