/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What could take the place of a site, circuit, agreement or nation. */
#include "config.h"

#include "withdraw/withdrawal-private.h"

#include "record/kinds/agreement.h"
#include "record/kinds/channel.h"
#include "record/kinds/event.h"
#include "record/kinds/nation.h"
#include "record/kinds/site.h"
#include "record/kinds/support-request.h"
#include "liaison/languages.h"

#include <glib/gi18n-lib.h>

static gboolean
is_to_be_had (const LiaisonLooking *self, const LiaisonBlock *candidate)
{
  return !liaison_looking_is_lost (self, liaison_block_get_target (candidate))
         && !liaison_block_is_over (candidate);
}

/* How many people need room; 0: not known. */
static gint64
get_size (const LiaisonBreaking *breaking)
{
  gint64 expected = breaking->user->shape == &liaison_event_kind.shape
                        ? LIAISON_DATA (Event, breaking->user)->expected
                        : LIAISON_INTEGER_UNSET;

  return expected != LIAISON_INTEGER_UNSET ? expected : 0;
}

/* Rooms of any type do for each other, and for a command post; the rest only for their like. */
static gboolean
is_like (int lost, int candidate)
{
  const guint64 rooms = (1 << LIAISON_SITE_TYPE_BUILDING) | (1 << LIAISON_SITE_TYPE_ROOM)
                        | (1 << LIAISON_SITE_TYPE_MEDIA_CENTRE);

  return lost == candidate
         || ((((rooms >> lost) & 1) || lost == LIAISON_SITE_TYPE_COMMAND_POST)
             && ((rooms >> candidate) & 1));
}

/* A conference may be held abroad, and where the whole country is lost there is no choice. */
static gboolean
is_within_reach (const LiaisonLooking *self,
                 const LiaisonBreaking *breaking,
                 const LiaisonSiteData *lost,
                 const LiaisonSiteData *candidate)
{
  return lost->nation == candidate->nation || liaison_looking_is_lost_code (self, lost->nation)
         || (breaking->user->shape == &liaison_event_kind.shape
             && LIAISON_DATA (Event, breaking->user)->type == LIAISON_EVENT_TYPE_CONFERENCE);
}

/* Where the event that this one is part of has been proposed to go; NULL: nowhere. */
static const LiaisonBlock *
find_place_of_whole (const LiaisonLooking *self, const LiaisonBreaking *breaking)
{
  LiaisonId parent = breaking->user->shape == &liaison_event_kind.shape
                         ? LIAISON_DATA (Event, breaking->user)->parent
                         : (LiaisonId){ 0 };

  return liaison_id_is_zero (parent) ? NULL : g_hash_table_lookup (self->moved, &parent);
}

/* Events stand in each other's way at a site; who is lodged or posted there does not. */
static gboolean
is_free (LiaisonLooking *self, const LiaisonBreaking *breaking, const LiaisonBlock *site)
{
  return breaking->user->shape != &liaison_event_kind.shape
         || liaison_looking_is_free (self, site, breaking->spans);
}

static gboolean
is_large_enough (gint64 size, const LiaisonSiteData *lost, gint64 capacity)
{
  if (size > 0)
    return capacity >= size;
  return lost->capacity == LIAISON_INTEGER_UNSET || capacity * 2 >= lost->capacity;
}

void
liaison_find_site (LiaisonLooking *self, LiaisonBreaking *breaking, LiaisonCandidates *found)
{
  const LiaisonSiteData *lost
      = breaking->lost->shape == &liaison_site_kind.shape ? LIAISON_DATA (Site, breaking->lost) : NULL;
  const LiaisonBlock *whole = find_place_of_whole (self, breaking);
  gint64 size = get_size (breaking);
  guint n;
  const LiaisonBlock *const *sites = liaison_snapshot_get (self->snapshot, LIAISON_KIND_SITE, &n);

  for (guint i = 0; lost != NULL && i < n; i++)
    {
      const LiaisonSiteData *site = LIAISON_DATA (Site, sites[i]);
      gint64 capacity = site->capacity != LIAISON_INTEGER_UNSET ? site->capacity : 0;
      LiaisonCandidate candidate = { .block = sites[i] };
      gboolean with_whole = whole == sites[i]
                            || (whole != NULL && liaison_id_same (site->parent, whole->id));
      if (!with_whole
          && (!is_like (lost->type, site->type)
              || !is_within_reach (self, breaking, lost, site)))
        continue;
      if (!is_to_be_had (self, sites[i]) || !is_large_enough (size, lost, capacity)
          || (whole != sites[i] && !is_free (self, breaking, sites[i])))
        continue;
      candidate.score = 100 + 200 * with_whole + 20 * (lost->type == site->type)
                        + 20 * (!liaison_id_is_zero (lost->parent)
                                && liaison_id_same (lost->parent, site->parent))
                        + 40 * (lost->nation == site->nation)
                        - (int) MIN (ABS (capacity - (size > 0 ? size : MAX (lost->capacity, 0))), 60);
      candidate.sentence = capacity > 0 ? N_ ("Free then, with room for {count}") : N_ ("Free then");
      if (capacity > 0)
        candidate.operand = liaison_operand_integer ("count", capacity);
      liaison_candidates_offer (found, candidate);
    }
}

void
liaison_find_channel (LiaisonLooking *self, LiaisonBreaking *breaking, LiaisonCandidates *found)
{
  const LiaisonChannelData *lost = breaking->lost->shape == &liaison_channel_kind.shape
                                       ? LIAISON_DATA (Channel, breaking->lost)
                                       : NULL;
  guint n;
  const LiaisonBlock *const *all = liaison_snapshot_get (self->snapshot, LIAISON_KIND_CHANNEL, &n);

  for (guint i = 0; lost != NULL && !liaison_id_is_zero (lost->parent) && i < n; i++)
    {
      const LiaisonChannelData *channel = LIAISON_DATA (Channel, all[i]);
      if (!liaison_id_same (channel->parent, lost->parent) || !is_to_be_had (self, all[i])
          || channel->status == LIAISON_CHANNEL_STATUS_DOWN)
        continue;
      liaison_candidates_offer (
          found, (LiaisonCandidate){
                     all[i], 10 - channel->pace, N_ ("Serves the same need line: {pace}"),
                     liaison_operand_field ("pace", liaison_paces.choices[channel->pace].label) });
    }
}

void
liaison_find_agreement (LiaisonLooking *self, LiaisonBreaking *breaking, LiaisonCandidates *found)
{
  const LiaisonAgreementData *lost = breaking->lost->shape == &liaison_agreement_kind.shape
                                         ? LIAISON_DATA (Agreement, breaking->lost)
                                         : NULL;
  guint n;
  const LiaisonBlock *const *all = liaison_snapshot_get (self->snapshot, LIAISON_KIND_AGREEMENT, &n);

  for (guint i = 0; lost != NULL && i < n; i++)
    {
      const LiaisonAgreementData *agreement = LIAISON_DATA (Agreement, all[i]);
      gboolean in_force = agreement->stage == LIAISON_AGREEMENT_STAGE_IN_FORCE;
      int common = 0;
      if (agreement->type != lost->type || agreement->type == LIAISON_AGREEMENT_TYPE_SITE_USE
          || !is_to_be_had (self, all[i]))
        continue;
      for (guint k = 0; k < liaison_items_get_size (agreement->parties); k++)
        for (guint j = 0; j < liaison_items_get_size (lost->parties); j++)
          common += LIAISON_DATA (Party, liaison_items_get (agreement->parties, k))->nation
                    == LIAISON_DATA (Party, liaison_items_get (lost->parties, j))->nation;
      if (common >= 2)
        liaison_candidates_offer (
            found, (LiaisonCandidate){ all[i], common + 10 * in_force,
                                       in_force ? N_ ("Of the same type, in force; parties in common: {count}")
                                                : N_ ("Of the same type, not in force yet; parties in common: {count}"),
                                       liaison_operand_integer ("count", common) });
    }
}

static gboolean
takes_part (const LiaisonNationData *nation)
{
  return nation->code != NULL && nation->role != LIAISON_NATION_ROLE_OBSERVER
         && nation->status != LIAISON_NATION_STATUS_INVITED
         && nation->status != LIAISON_NATION_STATUS_INTERESTED;
}

/* The first language that both use; NULL: none. */
static const char *
find_common (const LiaisonNationData *one, const LiaisonNationData *other)
{
  for (guint i = 0; i < liaison_items_get_size (one->languages); i++)
    for (guint k = 0; k < liaison_items_get_size (other->languages); k++)
      {
        const char *a = LIAISON_DATA (LanguageUse, liaison_items_get (one->languages, i))->language.language;
        const char *b = LIAISON_DATA (LanguageUse, liaison_items_get (other->languages, k))->language.language;
        if (a != NULL && b != NULL && liaison_language_same (a, b))
          return a;
      }
  return NULL;
}

void
liaison_find_spokesman (LiaisonLooking *self, LiaisonBreaking *breaking, LiaisonCandidates *found)
{
  const LiaisonNationData *mute = LIAISON_DATA (Nation, breaking->user);
  guint n;
  const LiaisonBlock *const *all = liaison_snapshot_get (self->snapshot, LIAISON_KIND_NATION, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonNationData *nation = LIAISON_DATA (Nation, all[i]);
      const char *language = find_common (mute, nation);
      if (all[i] == breaking->user || language == NULL || !takes_part (nation)
          || !is_to_be_had (self, all[i]) || nation->represented_by != NULL)
        continue;
      liaison_candidates_offer (
          found, (LiaisonCandidate){ all[i], nation->role == LIAISON_NATION_ROLE_HOST ? 2 : 1,
                                     N_ ("Uses a common language: {language}"),
                                     liaison_operand_text ("language", language) });
    }
}

static const char *
get_provider (const LiaisonBlock *user, const LiaisonBlock *other)
{
  if (user->shape != other->shape || user == other)
    return NULL;
  if (user->shape == &liaison_support_request_kind.shape)
    return LIAISON_DATA (SupportRequest, user)->class == LIAISON_DATA (SupportRequest, other)->class
               ? LIAISON_DATA (SupportRequest, other)->provider_nation
               : NULL;
  return LIAISON_DATA (Channel, user)->medium == LIAISON_DATA (Channel, other)->medium
             ? LIAISON_DATA (Channel, other)->provider_nation
             : NULL;
}

/* Nations that provide things of the class, or circuits of the medium, already. */
void
liaison_find_provider (LiaisonLooking *self, LiaisonBreaking *breaking, LiaisonCandidates *found)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  LiaisonKindId kind = liaison_kind_for_shape (breaking->user->shape)->id;
  guint n;
  const LiaisonBlock *const *all = liaison_snapshot_get (self->snapshot, kind, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *code = get_provider (breaking->user, all[i]);
      const LiaisonBlock *nation
          = code != NULL ? liaison_lookup_find_nation (&self->lookup, code) : NULL;
      if (nation != NULL && is_to_be_had (self, nation))
        g_hash_table_insert (counts, (gpointer) nation,
                             GINT_TO_POINTER (
                                 GPOINTER_TO_INT (g_hash_table_lookup (counts, nation)) + 1));
    }
  all = liaison_snapshot_get (self->snapshot, LIAISON_KIND_NATION, &n);
  for (guint i = 0; i < n; i++)
    {
      int count = GPOINTER_TO_INT (g_hash_table_lookup (counts, all[i]));
      if (count > 0)
        liaison_candidates_offer (
            found, (LiaisonCandidate){ all[i], count, N_ ("Provides the like already: {count}"),
                                       liaison_operand_integer ("count", count) });
    }
}
