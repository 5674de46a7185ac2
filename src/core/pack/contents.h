/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contents: what is in the outline, with the pages on which it begins. They may stand before all of
 * it. */
#pragma once

#include "pack/matter.h"
#include "words/words.h"

G_BEGIN_DECLS

/* Down to @levels of the outline. Page numbers are written by @words, which must outlive the flow.
 */
LiaisonMatter *liaison_contents_new (LiaisonWords *words, guint levels, double factor);

G_END_DECLS
