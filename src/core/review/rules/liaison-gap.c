/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/kinds/exercise.h"
#include "record/kinds/nation.h"
#include "record/kinds/post.h"

#include <glib/gi18n-lib.h>

static gboolean
needs_liaison (const LiaisonNationData *nation)
{
  return nation->code != NULL && nation->role == LIAISON_NATION_ROLE_PARTICIPANT && nation->represented_by == NULL
         && nation->type != LIAISON_NATION_TYPE_ORGANISATION && nation->status != LIAISON_NATION_STATUS_DECLINED
         && nation->status != LIAISON_NATION_STATUS_WITHDRAWN && nation->status != LIAISON_NATION_STATUS_INTERESTED
         && nation->status != LIAISON_NATION_STATUS_INVITED;
}

/* That the host, else the lead, speaks for it, until it sends somebody. */
static void
offer_voice (LiaisonReview *review, LiaisonFinding *finding, const LiaisonBlock *nation)
{
  const LiaisonExerciseData *exercise
      = LIAISON_DATA (Exercise, liaison_snapshot_get_exercise (review->snapshot));
  const char *voice = exercise->host != NULL ? exercise->host : exercise->lead;
  const guint field = LIAISON_FIELD (Nation, represented_by);
  LiaisonSlot slot = liaison_slot_field (nation->id, field);

  if (voice == NULL || voice == LIAISON_DATA (Nation, nation)->code)
    return;
  liaison_finding_take_operand (finding, liaison_operand_nation ("voice", voice));
  liaison_finding_take_fix (finding, N_ ("Let {voice} speak for “{record}”"), &slot,
                            liaison_value_field (&liaison_nation_kind.shape.fields[field], &voice));
}

/* In a plan that has liaison posts at all, a nation that sends none has nobody to speak for it. */
static void
run (LiaisonReview *review)
{
  g_autoptr (GHashTable) senders = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_posts, n;
  const LiaisonBlock *const *posts = liaison_snapshot_get (review->snapshot, LIAISON_KIND_POST, &n_posts);
  const LiaisonBlock *const *nations = liaison_snapshot_get (review->snapshot, LIAISON_KIND_NATION, &n);

  for (guint i = 0; i < n_posts; i++)
    {
      const LiaisonPostData *post = LIAISON_DATA (Post, posts[i]);
      if (post->from_nation != NULL && post->status != LIAISON_POST_STATUS_CLOSED && post->status != LIAISON_POST_STATUS_VACANT)
        g_hash_table_add (senders, (gpointer) post->from_nation);
    }
  for (guint i = 0; i < n && n_posts > 0; i++)
    {
      const LiaisonNationData *nation = LIAISON_DATA (Nation, nations[i]);
      if (needs_liaison (nation) && !g_hash_table_contains (senders, nation->code) && liaison_review_may_list (review))
        offer_voice (review,
                     liaison_review_add (review, nations[i], "represented-by",
                                         N_ ("“{record}” sends no liaison, and nobody is said to speak for it.")),
                     nations[i]);
    }
}

const LiaisonRule liaison_rule_liaison_gap = {
  "liaison-gap", LIAISON_SEVERITY_WARNING, N_ ("Nations that nobody speaks for"),
  N_ ("A nation takes part, sends no liaison officer to anybody and is represented by no other. Plan a post, or name who speaks "
      "for it."),
  run,
  .reads = LIAISON_TARGET (POST) | LIAISON_TARGET (NATION) | LIAISON_TARGET (EXERCISE)
};
