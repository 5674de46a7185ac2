/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of A5 to put matter on, for tests. */
#pragma once

#include "pack/pages-private.h"

LiaisonPages *new_pages (const char *language);
void flow (LiaisonPages *pages);
/* So many words, until it is called again. */
const char *make_text (guint words);
const LiaisonPlacement *get_placement (const LiaisonPages *pages, guint i);
/* The page that a placement is on. */
guint find_page (const LiaisonPages *pages, guint placement);
