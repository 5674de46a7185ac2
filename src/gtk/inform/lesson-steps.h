/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moving observations along their way, from the table and from the board. */
#pragma once

#include "record/kinds/observation.h"
#include "session.h"

G_BEGIN_DECLS

/* Gives the records that stage as one edit; UNSET: the next one of each, or (@back) the one before.
 * FALSE where one cannot go there: nothing is changed, and *@why says why, translated. */
gboolean liaison_lessons_move (LiaisonSession *session,
                               const LiaisonId *ids,
                               guint n,
                               LiaisonLessonStage stage,
                               gboolean back,
                               const char **why);

G_END_DECLS
