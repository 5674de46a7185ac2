/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a pack, small, one below the other, to choose one. Signal "chosen": another one is.
 */
#pragma once

#include "pack/pages.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_PAGE_THUMBNAILS (liaison_page_thumbnails_get_type ())
G_DECLARE_FINAL_TYPE (
    LiaisonPageThumbnails, liaison_page_thumbnails, LIAISON, PAGE_THUMBNAILS, AdwBin)

/* NULL: none. The same page stays chosen where there still is such a one. */
void liaison_page_thumbnails_set_pages (LiaisonPageThumbnails *self, LiaisonPages *pages);
/* From 0. */
guint liaison_page_thumbnails_get_chosen (LiaisonPageThumbnails *self);
void liaison_page_thumbnails_choose (LiaisonPageThumbnails *self, guint page);

G_END_DECLS
