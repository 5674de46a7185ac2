/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small plans with nations, people and liaison posts. */
#pragma once

#include "../schedule/plan.h"

#include "edit/editor.h"
#include "record/intern.h"

static inline const char *
posts_code (const char *code)
{
  return g_intern_string (code);
}

static inline LiaisonItems *
posts_items (gpointer block)
{
  LiaisonBlock *one = block;

  return liaison_items_new_take (&one, 1);
}

/* A nation that uses one language at home. */
static inline LiaisonNationData *
posts_nation (Plan *plan, const char *code, const char *language)
{
  LiaisonNationData *nation = plan_begin (plan, &liaison_nation_kind);
  LiaisonLanguageUseData *use =
      (gpointer) liaison_block_new (&liaison_language_use_shape, plan_id (++plan->made));

  nation->code = posts_code (code);
  nation->role = LIAISON_NATION_ROLE_PARTICIPANT;
  nation->status = LIAISON_NATION_STATUS_CONFIRMED;
  use->language.language = g_intern_string (language);
  use->use = LIAISON_LANGUAGE_USE_OFFICIAL;
  nation->languages = posts_items (use);
  return nation;
}

/* A person who speaks "fr", "en 3332" and so on, with blanks as '_'; separated by commas. */
static inline LiaisonId
posts_person (Plan *plan, const char *nation, const char *levels)
{
  LiaisonParticipantData *person = plan_begin (plan, &liaison_participant_kind);
  g_auto (GStrv) parts = g_strsplit (levels, ",", -1);
  guint n = g_strv_length (parts);
  LiaisonBlock *spoken[8];

  person->nation = posts_code (nation);
  person->type = LIAISON_PARTICIPANT_TYPE_PERSON;
  for (guint i = 0; i < n; i++)
    {
      LiaisonSpokenLanguageData *one =
          (gpointer) liaison_block_new (&liaison_spoken_language_shape, plan_id (++plan->made));
      g_assert_true (liaison_level_parse (parts[i], strlen (parts[i]), &one->level));
      spoken[i] = &one->block;
    }
  person->languages = liaison_items_new_take (spoken, n);
  return plan_add (plan, &liaison_participant_kind, person);
}

static inline LiaisonShiftData *
posts_shift (Plan *plan, LiaisonId person, double start, double hours, const char *rule)
{
  LiaisonShiftData *shift =
      (gpointer) liaison_block_new (&liaison_shift_shape, plan_id (++plan->made));

  shift->participant = person;
  plan_at (&shift->start, start);
  plan_at (&shift->end, start + hours);
  shift->rule = rule != NULL ? g_ref_string_new (rule) : NULL;
  return shift;
}

static inline LiaisonPostData *
posts_post (Plan *plan, const char *serial, const char *from, const char *to)
{
  LiaisonPostData *post = plan_begin (plan, &liaison_post_kind);

  post->serial = g_ref_string_new (serial);
  post->from_nation = posts_code (from);
  post->to_nation = posts_code (to);
  return post;
}

static inline gint64
posts_now_cb (gpointer data)
{
  return PLAN_STARTEX * 1000;
}

static inline void
posts_commit (LiaisonEditor *editor, LiaisonProposal *proposal)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (proposal);
  liaison_editor_commit (editor, proposal, &error);
  g_assert_no_error (error);
  liaison_proposal_free (proposal);
}
