/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "withdraw/withdrawal-private.h"

#include "record/kinds/agreement.h"
#include "record/kinds/channel.h"
#include "record/kinds/group.h"
#include "record/kinds/information-request.h"
#include "record/kinds/movement.h"
#include "record/kinds/nation.h"
#include "record/kinds/pack.h"
#include "record/kinds/participant.h"
#include "record/kinds/post.h"
#include "record/kinds/product.h"
#include "record/kinds/site.h"
#include "record/kinds/support-request.h"

LiaisonId
liaison_block_get_target (const LiaisonBlock *block)
{
  const char *code
      = block->shape == &liaison_nation_kind.shape ? LIAISON_DATA (Nation, block)->code : NULL;

  return code != NULL ? liaison_id_for_code (code) : block->id;
}

gboolean
liaison_looking_is_lost (const LiaisonLooking *self, LiaisonId target)
{
  return !liaison_id_is_zero (target) && g_hash_table_contains (self->lost, &target);
}

gboolean
liaison_looking_is_lost_code (const LiaisonLooking *self, const char *code)
{
  return code != NULL && liaison_looking_is_lost (self, liaison_id_for_code (code));
}

static void
lose (LiaisonLooking *self, const LiaisonBlock *block)
{
  LiaisonId target = liaison_block_get_target (block);

  if (g_hash_table_contains (self->lost, &target))
    return;
  g_hash_table_insert (self->lost, g_memdup2 (&target, sizeof target), (gpointer) block);
  g_ptr_array_add (self->losses, (gpointer) block);
}

/* Whether only one of those who sign or may sign is left. */
static gboolean
has_no_partner (const LiaisonLooking *self, const LiaisonAgreementData *agreement)
{
  guint n = liaison_items_get_size (agreement->parties), left = 0, gone = 0;

  for (guint i = 0; i < n; i++)
    {
      const LiaisonPartyData *party
          = LIAISON_DATA (Party, liaison_items_get (agreement->parties, i));
      if (party->role == LIAISON_PARTY_ROLE_OBSERVER || party->role == LIAISON_PARTY_ROLE_DEPOSITARY)
        continue;
      if (liaison_looking_is_lost_code (self, party->nation))
        gone++;
      else
        left++;
    }
  return gone > 0 && left < 2;
}

/* A site whose use hangs on the agreement that is asked about. */
static gboolean
needs_subject (const LiaisonLooking *self, const LiaisonSiteData *site)
{
  return self->subject->shape == &liaison_agreement_kind.shape
         && liaison_ids_contains (site->agreements, self->subject->id);
}

static gboolean
has_lost_end (const LiaisonLooking *self, const LiaisonChannelData *channel)
{
  return liaison_looking_is_lost (self, channel->from) || liaison_looking_is_lost (self, channel->to)
         || liaison_looking_is_lost (self, channel->parent);
}

/* Whether @block goes because of what has gone so far. */
static gboolean
goes (const LiaisonLooking *self, const LiaisonBlock *block)
{
  const LiaisonKind *kind = liaison_kind_for_shape (block->shape);
#define LOST(T, member)      liaison_looking_is_lost (self, LIAISON_DATA (T, block)->member)
#define LOST_CODE(T, member) liaison_looking_is_lost_code (self, LIAISON_DATA (T, block)->member)

  switch (kind->id)
    {
    case LIAISON_KIND_PARTICIPANT:
      return LOST_CODE (Participant, nation) || LOST (Participant, parent);
    case LIAISON_KIND_POST:
      return LOST_CODE (Post, from_nation) || LOST_CODE (Post, to_nation) || LOST (Post, from)
             || LOST (Post, to);
    case LIAISON_KIND_SITE:
      return LOST_CODE (Site, nation) || LOST (Site, parent)
             || needs_subject (self, LIAISON_DATA (Site, block));
    case LIAISON_KIND_CHANNEL:
      return has_lost_end (self, LIAISON_DATA (Channel, block));
    case LIAISON_KIND_AGREEMENT:
      return has_no_partner (self, LIAISON_DATA (Agreement, block));
    case LIAISON_KIND_PRODUCT:
      return LOST_CODE (Product, originator)
             && LIAISON_DATA (Product, block)->status < LIAISON_PRODUCT_STATUS_RELEASED;
    case LIAISON_KIND_PACK:
      return LOST_CODE (Pack, nation) || LOST (Pack, post) || LOST (Pack, participant);
    case LIAISON_KIND_INFORMATION_REQUEST:
      return LOST_CODE (InformationRequest, nation);
    case LIAISON_KIND_SUPPORT_REQUEST:
      return LOST_CODE (SupportRequest, nation);
    case LIAISON_KIND_MOVEMENT:
      return LOST (Movement, participant) || LOST_CODE (Movement, nation);
    default:
      return FALSE;
    }
#undef LOST
#undef LOST_CODE
}

static void
lose_members (LiaisonLooking *self, const LiaisonGroupData *group)
{
  guint n;
  const char *const *codes = liaison_codes_get (group->members, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *nation = liaison_lookup_find_nation (&self->lookup, codes[i]);
      if (nation != NULL)
        lose (self, nation);
    }
}

/* Kinds whose records may go with others, the order in which most is found at once. */
static const LiaisonKindId kinds[]
    = { LIAISON_KIND_PARTICIPANT, LIAISON_KIND_POST,    LIAISON_KIND_SITE,
        LIAISON_KIND_CHANNEL,     LIAISON_KIND_AGREEMENT, LIAISON_KIND_PRODUCT,
        LIAISON_KIND_PACK,        LIAISON_KIND_INFORMATION_REQUEST,
        LIAISON_KIND_SUPPORT_REQUEST, LIAISON_KIND_MOVEMENT };

static void
lose_of_kind (LiaisonLooking *self, LiaisonKindId kind)
{
  guint n;
  const LiaisonBlock *const *blocks = liaison_snapshot_get (self->snapshot, kind, &n);

  for (guint i = 0; i < n; i++)
    if (goes (self, blocks[i]))
      lose (self, blocks[i]);
}

/* Until a round finds no more: units lie in units, sites in sites. */
void
liaison_looking_lose (LiaisonLooking *self)
{
  guint before;

  if (self->subject->shape == &liaison_group_kind.shape)
    lose_members (self, LIAISON_DATA (Group, self->subject));
  else
    lose (self, self->subject);
  do
    {
      before = self->losses->len;
      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        lose_of_kind (self, kinds[i]);
    }
  while (self->losses->len > before);
}
