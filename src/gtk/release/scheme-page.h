/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The marking scheme of the exercise: which one it is, its levels, and how often each is used. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_SCHEME_PAGE (liaison_scheme_page_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonSchemePage, liaison_scheme_page, LIAISON, SCHEME_PAGE, GtkWidget)

GtkWidget *liaison_scheme_page_new (LiaisonSession *session);
/* Takes another scheme for the exercise, as the list does; one edit. */
void liaison_scheme_page_choose (LiaisonSchemePage *self, const char *name);

G_END_DECLS
