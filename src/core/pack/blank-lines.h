/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages to write on: faint lines from here to the foot of the page, and pages full of them. */
#pragma once

#include "pack/matter.h"

G_BEGIN_DECLS

/* On @pages pages, the rest of this one counted. */
LiaisonMatter *liaison_blank_lines_new (guint pages);

G_END_DECLS
