/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The round sheet on paper: the checks of a day with figures to be ringed, in the operator's
 * language. */
#pragma once

#include "arrangements/round.h"
#include "pack/pages.h"
#include "words/manner.h"

G_BEGIN_DECLS

/* Pages of @round, told by @manner, whose words choose the language; still to flow. @now (Unix s):
 * when it is printed. Keeps nothing of @round. */
LiaisonPages *liaison_round_to_pages (const LiaisonRound *round,
                                      const LiaisonManner *manner,
                                      const LiaisonPageSetup *setup,
                                      gint64 now);

G_END_DECLS
