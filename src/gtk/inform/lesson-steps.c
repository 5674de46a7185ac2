/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "inform/lesson-steps.h"

#include "inform/lesson-flow.h"

#include <glib/gi18n.h>

static LiaisonLessonStage
find_stage (const LiaisonBlock *block, LiaisonLessonStage stage, gboolean back)
{
  LiaisonLessonStage present = LIAISON_DATA (Observation, block)->stage;

  if (stage != LIAISON_LESSON_STAGE_UNSET)
    return stage;
  return back ? liaison_lesson_get_previous (present) : liaison_lesson_get_next (present);
}

gboolean
liaison_lessons_move (LiaisonSession *session,
                      const LiaisonId *ids,
                      guint n,
                      LiaisonLessonStage stage,
                      gboolean back,
                      const char **why)
{
  g_autoptr (LiaisonProposal) proposal =
      liaison_proposal_new (n == 1 ? N_ ("Move {record} to another stage")
                                   : N_ ("Move {count} observations to another stage"));
  gint32 today = (gint32) (g_get_real_time () / G_USEC_PER_SEC / 86400);

  *why = NULL;
  if (n == 1)
    liaison_proposal_take_operand (proposal, liaison_operand_record ("record", ids[0]));
  else
    liaison_proposal_take_operand (proposal, liaison_operand_integer ("count", n));
  for (guint i = 0; i < n; i++)
    {
      LiaisonRecord *record =
          liaison_document_find (liaison_session_get_document (session), ids[i]);
      if (record == NULL || liaison_record_get_kind (record) != &liaison_observation_kind)
        continue;
      const LiaisonBlock *block = liaison_record_get_block (record);
      LiaisonLessonStage next = find_stage (block, stage, back);
      if (next == LIAISON_LESSON_STAGE_UNSET
          || next == (LiaisonLessonStage) LIAISON_DATA (Observation, block)->stage)
        continue;
      if (!liaison_lesson_enter (block, next, today, proposal, why))
        {
          *why = _ (*why);
          return FALSE;
        }
    }
  if (liaison_proposal_get_size (proposal) == 0)
    {
      *why = _ ("There is no further step.");
      return FALSE;
    }
  return liaison_session_commit (session, g_steal_pointer (&proposal), NULL);
}
