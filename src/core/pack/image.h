/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of attachments on paper. */
#pragma once

#include "pack/matter.h"
#include "record/kinds/attachment.h"

G_BEGIN_DECLS

/* At most @width by @height points, never larger than print allows, @centred or where lines begin.
 * NULL where the attachment is no picture that can be read: attachments come from outside. */
LiaisonMatter *liaison_image_new (const LiaisonBlock *attachment,
                                  double width,
                                  double height,
                                  gboolean centred,
                                  const char *language);

G_END_DECLS
