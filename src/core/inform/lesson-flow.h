/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way of an observation to a lesson learned: observation, analysis, lesson identified, remedial
 * action, validated, lesson learned. No stage is entered without what it stands for. */
#pragma once

#include "edit/proposal.h"
#include "record/kinds/observation.h"

G_BEGIN_DECLS

/* The stage after @stage on the way, or before; UNSET where it ends. */
LiaisonLessonStage liaison_lesson_get_next (LiaisonLessonStage stage);
LiaisonLessonStage liaison_lesson_get_previous (LiaisonLessonStage stage);

/* Whether @observation has what the stage stands for: a conclusion for a lesson identified, an
 * action body and a date for an action, a validation for what is validated. Going back is always
 * allowed. *@why (may be NULL) is a msgid of what is missing. */
gboolean liaison_lesson_may_enter (const LiaisonBlock *observation,
                                   LiaisonLessonStage stage,
                                   const char **why);
/* Adds the stage, and the dates that come with it, to @proposal. @today in days since 1970-01-01.
 * FALSE, with *@why and nothing added, where it may not be entered. */
gboolean liaison_lesson_enter (const LiaisonBlock *observation,
                               LiaisonLessonStage stage,
                               gint32 today,
                               LiaisonProposal *proposal,
                               const char **why);

/* Neither learned nor closed. */
gboolean liaison_lesson_is_open (const LiaisonBlock *observation);
/* Open, and due before @today. */
gboolean liaison_lesson_is_late (const LiaisonBlock *observation, gint32 today);

G_END_DECLS
