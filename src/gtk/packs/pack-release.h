/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The record of what was handed over: for each pack that is printed, which version of it, with
 * which hash, to whom, and the numbers of its copies. */
#pragma once

#include "packs/pack-job.h"
#include "session.h"

G_BEGIN_DECLS

/* Writes it for @packs, copies of one pack: one record a nation of the audience, in one step that
 * can be undone. */
void liaison_pack_record_release (LiaisonSession *session, const GPtrArray *packs);

G_END_DECLS
