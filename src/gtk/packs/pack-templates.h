/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a new pack may begin with. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One item a template, with its title in the window's language; the action is "packs.new" with the
 * template's name. Transfer full. */
GMenuModel *liaison_pack_templates_make_menu (LiaisonSession *session);
/* Adds a pack made of the template called @name. */
void liaison_pack_templates_add (LiaisonSession *session, const char *name);

G_END_DECLS
