/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packs: which there are, and each of them page by page as it will be printed. Their definitions
 * are edited in the inspector. */
#pragma once

#include "session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_PACKS_AREA (liaison_packs_area_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonPacksArea, liaison_packs_area, LIAISON, PACKS_AREA, AdwBin)

GtkWidget *liaison_packs_area_new (LiaisonSession *session);

G_END_DECLS
