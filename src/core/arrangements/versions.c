/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "arrangements/versions.h"

#include "record/kinds/nation.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
add_language (LiaisonVersions *self, const char *language)
{
  for (guint i = 0; i < self->languages->len; i++)
    if (strcmp (self->languages->pdata[i], language) == 0)
      return;
  g_ptr_array_add (self->languages, (gpointer) language);
}

static const LiaisonBlock *
find_nation (const LiaisonVersions *self, const char *code)
{
  guint n;
  const LiaisonBlock *const *nations =
      liaison_snapshot_get (self->snapshot, LIAISON_KIND_NATION, &n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (LIAISON_DATA (Nation, nations[i])->code, code) == 0)
      return nations[i];
  return NULL;
}

/* The first official language of a nation, and whether the agreement has a version in any of them. NULL: it has
 * none. */
static const char *
find_official (const LiaisonBlock *nation, const LiaisonBlock *agreement, gboolean *has)
{
  const LiaisonItems *uses = LIAISON_DATA (Nation, nation)->languages;
  const char *first = NULL;

  *has = FALSE;
  for (guint i = 0; i < liaison_items_get_size (uses); i++)
    {
      const LiaisonLanguageUseData *use = LIAISON_DATA (LanguageUse, liaison_items_get (uses, i));

      if (use->use != LIAISON_LANGUAGE_USE_OFFICIAL || use->language.language == NULL)
        continue;
      if (first == NULL)
        first = use->language.language;
      *has |= liaison_versions_find (agreement, use->language.language) != NULL;
    }
  return first;
}

/* The language in which the party at a place lacks a version; NULL: it lacks none. */
static const char *
find_lack (const LiaisonVersions *self, const LiaisonBlock *agreement, guint party)
{
  const LiaisonItems *parties = LIAISON_DATA (Agreement, agreement)->parties;
  const LiaisonBlock *nation =
      find_nation (self, LIAISON_DATA (Party, liaison_items_get (parties, party))->nation);
  gboolean has = FALSE;
  const char *language = nation != NULL ? find_official (nation, agreement, &has) : NULL;

  return has ? NULL : language;
}

static gboolean
is_over (int stage)
{
  return stage == LIAISON_AGREEMENT_STAGE_EXPIRED || stage == LIAISON_AGREEMENT_STAGE_ABANDONED;
}

LiaisonVersions *
liaison_versions_new (LiaisonSnapshot *snapshot)
{
  LiaisonVersions *self = g_new0 (LiaisonVersions, 1);
  guint n;
  const LiaisonBlock *const *agreements =
      liaison_snapshot_get (snapshot, LIAISON_KIND_AGREEMENT, &n);

  self->snapshot = liaison_snapshot_ref (snapshot);
  self->agreements = g_ptr_array_new ();
  self->languages = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    {
      const LiaisonAgreementData *agreement = LIAISON_DATA (Agreement, agreements[i]);

      if (is_over (agreement->stage))
        continue;
      g_ptr_array_add (self->agreements, (gpointer) agreements[i]);
      for (guint j = 0; j < liaison_items_get_size (agreement->versions); j++)
        {
          const LiaisonAgreementVersionData *version =
              LIAISON_DATA (AgreementVersion, liaison_items_get (agreement->versions, j));

          if (version->language.language != NULL)
            add_language (self, version->language.language);
        }
    }
  for (guint i = 0; i < self->agreements->len; i++)
    {
      const LiaisonBlock *agreement = self->agreements->pdata[i];
      guint n_parties = liaison_items_get_size (LIAISON_DATA (Agreement, agreement)->parties);

      for (guint j = 0; j < n_parties; j++)
        {
          const char *language = find_lack (self, agreement, j);

          if (language != NULL)
            add_language (self, language);
        }
    }
  return self;
}

void
liaison_versions_free (LiaisonVersions *self)
{
  g_ptr_array_unref (self->agreements);
  g_ptr_array_unref (self->languages);
  liaison_snapshot_unref (self->snapshot);
  g_free (self);
}

const LiaisonBlock *
liaison_versions_find (const LiaisonBlock *agreement, const char *language)
{
  const LiaisonItems *versions = LIAISON_DATA (Agreement, agreement)->versions;

  for (guint i = 0; i < liaison_items_get_size (versions); i++)
    if (g_strcmp0 (LIAISON_DATA (AgreementVersion, liaison_items_get (versions, i))->language.language,
                   language)
        == 0)
      return liaison_items_get (versions, i);
  return NULL;
}

gboolean
liaison_versions_is_missing (const LiaisonVersions *self,
                             const LiaisonBlock *agreement,
                             const char *language)
{
  guint n = liaison_items_get_size (LIAISON_DATA (Agreement, agreement)->parties);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (find_lack (self, agreement, i), language) == 0)
      return TRUE;
  return FALSE;
}

static LiaisonValue
make_version (const char *language, LiaisonTextStatus status, LiaisonId *id, gint64 now)
{
  g_autoptr (LiaisonBlock) made =
      liaison_block_new (&liaison_agreement_version_shape, liaison_id_new (now));
  LiaisonAgreementVersionData *data = (LiaisonAgreementVersionData *) made;

  data->language.language = g_intern_string (language);
  data->status = (int) status;
  *id = made->id;
  return liaison_value_block (made);
}

LiaisonProposal *
liaison_versions_propose (const LiaisonBlock *agreement,
                          const char *language,
                          LiaisonTextStatus status,
                          gint64 now)
{
  const LiaisonBlock *present = liaison_versions_find (agreement, language);
  const guint field = LIAISON_FIELD (Agreement, versions);
  const int choice = (int) status;
  LiaisonValue value = LIAISON_VALUE_INIT;
  LiaisonProposal *proposal;
  LiaisonSlot slot;
  LiaisonId id;

  if (present != NULL ? LIAISON_DATA (AgreementVersion, present)->status == choice
                      : status == LIAISON_TEXT_STATUS_UNSET)
    return NULL;
  proposal = liaison_proposal_new (N_ ("Set the language version of {agreement}"));
  liaison_proposal_take_operand (proposal, liaison_operand_record ("agreement", agreement->id));
  if (present == NULL)
    {
      value = make_version (language, status, &id, now);
      slot = liaison_slot_item (agreement->id, field, id);
    }
  else if (status == LIAISON_TEXT_STATUS_UNSET)
    slot = liaison_slot_item (agreement->id, field, present->id);
  else
    {
      slot = liaison_slot_item_field (agreement->id, field, present->id,
                                      LIAISON_FIELD (AgreementVersion, status));
      value = liaison_value_field (
          &liaison_agreement_version_shape.fields[LIAISON_FIELD (AgreementVersion, status)],
          &choice);
    }
  liaison_proposal_take (proposal, &liaison_agreement_kind, &slot, value);
  return proposal;
}
