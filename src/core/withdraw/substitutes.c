/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "withdraw/withdrawal-private.h"

#include "edit/clearing.h"
#include "record/kinds/channel.h"
#include "record/kinds/participant.h"
#include "record/kinds/post.h"
#include "record/kinds/site.h"

/* An operand that was never made has no name. */
static void
drop (LiaisonCandidate *candidate)
{
  if (candidate->operand.name != NULL)
    liaison_operand_clear (&candidate->operand);
}

void
liaison_candidates_offer (LiaisonCandidates *self, LiaisonCandidate candidate)
{
  guint place = self->n;

  while (place > 0 && self->best[place - 1].score < candidate.score)
    place--;
  if (place >= LIAISON_CANDIDATES)
    {
      drop (&candidate);
      return;
    }
  if (self->n == LIAISON_CANDIDATES)
    drop (&self->best[--self->n]);
  for (guint i = self->n; i > place; i--)
    self->best[i] = self->best[i - 1];
  self->best[place] = candidate;
  self->n++;
}

typedef void (*Find) (LiaisonLooking *self, LiaisonBreaking *breaking, LiaisonCandidates *found);

/* For what any of several kinds may be named: as its kind asks. */
static Find
find_by_kind (const LiaisonBlock *lost)
{
  if (lost->shape == &liaison_site_kind.shape)
    return liaison_find_site;
  if (lost->shape == &liaison_channel_kind.shape)
    return liaison_find_channel;
  return lost->shape == &liaison_participant_kind.shape ? liaison_find_player : NULL;
}

static Find
get_find (const LiaisonBreaking *breaking)
{
  static const Find finds[] = {
    [LIAISON_SUBSTITUTE_PLAYER] = liaison_find_player,
    [LIAISON_SUBSTITUTE_INTERPRETER] = liaison_find_interpreter,
    [LIAISON_SUBSTITUTE_HOLDER] = liaison_find_holder,
    [LIAISON_SUBSTITUTE_OWNER] = liaison_find_owner,
    [LIAISON_SUBSTITUTE_SITE] = liaison_find_site,
    [LIAISON_SUBSTITUTE_CHANNEL] = liaison_find_channel,
    [LIAISON_SUBSTITUTE_AGREEMENT] = liaison_find_agreement,
    [LIAISON_SUBSTITUTE_SPOKESMAN] = liaison_find_spokesman,
    [LIAISON_SUBSTITUTE_PROVIDER] = liaison_find_provider,
    [LIAISON_SUBSTITUTE_ANY] = NULL,
  };

  if (breaking->need == LIAISON_SUBSTITUTE_ANY)
    return find_by_kind (breaking->lost);
  return finds[breaking->need];
}

static void
put_cb (const LiaisonSlot *slot, LiaisonValue value, gpointer data)
{
  liaison_edits_take (data, slot, value);
}

/* The edits that put @instead where the break's record names what is lost. */
static GArray *
replace (LiaisonLooking *self, const LiaisonBreaking *breaking, const LiaisonBlock *instead)
{
  g_autoptr (GHashTable) table = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  LiaisonId lost = liaison_block_get_target (breaking->lost), with = instead->id;
  GArray *edits = liaison_edits_new ();
  const LiaisonClearing clearing = { .lookup = self->lookup,
                                     .gone = breaking->gone,
                                     .instead = table,
                                     .only_work = TRUE,
                                     .put = put_cb,
                                     .data = edits };

  g_hash_table_insert (table, &lost, &with);
  if (!breaking->public.partly)
    liaison_clearing_look (&clearing, breaking->user);
  return edits;
}

static void
take (LiaisonLooking *self, LiaisonBreaking *breaking, LiaisonCandidate *candidate)
{
  LiaisonSubstitute substitute = { candidate->block->id, candidate->sentence, NULL,
                                   replace (self, breaking, candidate->block) };

  if (candidate->operand.name != NULL)
    {
      substitute.operands = liaison_operands_new ();
      g_array_append_val (substitute.operands, candidate->operand);
    }
  g_array_append_val (breaking->public.substitutes, substitute);
}

void
liaison_looking_find_substitutes (LiaisonLooking *self, LiaisonBreaking *breaking)
{
  LiaisonCandidates found = { .n = 0 };
  Find find = breaking->lost != NULL ? get_find (breaking) : NULL;

  if (find == NULL)
    return;
  find (self, breaking, &found);
  if (found.n == 0)
    return;
  liaison_looking_reserve (self, found.best[0].block, breaking->spans);
  if (found.best[0].block->shape == &liaison_site_kind.shape)
    g_hash_table_insert (self->moved, (gpointer) &breaking->user->id,
                         (gpointer) found.best[0].block);
  breaking->public.preferred = 0;
  for (guint i = 0; i < found.n; i++)
    take (self, breaking, &found.best[i]);
}
