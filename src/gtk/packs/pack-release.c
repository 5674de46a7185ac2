/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "packs/pack-release.h"

#include "record/kinds/pack.h"
#include "record/kinds/release.h"

#include <glib/gi18n.h>

static LiaisonItems *
make_copies (LiaisonSession *session, const GPtrArray *packs)
{
  g_autofree LiaisonBlock **blocks = g_new0 (LiaisonBlock *, packs->len);

  for (guint i = 0; i < packs->len; i++)
    {
      const LiaisonSetPack *pack = packs->pdata[i];

      blocks[i] = liaison_block_new (&liaison_release_copy_shape,
                                     liaison_editor_new_id (liaison_session_get_editor (session)));
      ((LiaisonReleaseCopyData *) blocks[i])->number = MAX (pack->copy, 1);
    }
  return liaison_items_new_take (blocks, packs->len);
}

/* Copies differ in their number alone, so the hash of the first one names the print. */
static LiaisonBlock *
make_release (LiaisonSession *session, const GPtrArray *packs, const char *nation)
{
  const LiaisonSetPack *first = packs->pdata[0];
  const LiaisonManner manner = liaison_session_get_manner (session);
  LiaisonBlock *block = liaison_session_new_block (session, &liaison_release_kind);
  LiaisonReleaseData *release = (LiaisonReleaseData *) block;

  release->item = first->order->record;
  release->nation = nation;
  if (first->order->title != NULL)
    release->title =
        liaison_text_new (g_intern_string (first->order->language), first->order->title);
  if (first->order->version != NULL)
    release->version = g_ref_string_new (first->order->version);
  release->status = LIAISON_RELEASE_STATUS_RELEASED;
  release->medium = LIAISON_RELEASE_MEDIUM_PAPER;
  release->language.language = g_intern_string (first->order->language);
  liaison_instant_from_unix (manner.now, manner.zone, &release->start);
  release->pages = liaison_pages_get_n (first->pages);
  release->paper = (int) first->order->paper;
  if (first->hash != NULL)
    release->sha256 = g_ref_string_new (first->hash);
  release->copies = make_copies (session, packs);
  return block;
}

void
liaison_pack_record_release (LiaisonSession *session, const GPtrArray *packs)
{
  const LiaisonSetPack *first = packs->len > 0 ? packs->pdata[0] : NULL;
  LiaisonProposal *proposal;
  const char *const *nations;
  guint n;

  if (first == NULL || liaison_id_is_zero (first->order->record))
    return;
  nations = liaison_codes_get (first->order->audience->nations, &n);
  if (n == 0)
    return;
  /* Translators: {record} is a pack that was printed */
  proposal = liaison_proposal_new (N_ ("Record the release of {record}"));
  liaison_proposal_take_operand (proposal, liaison_operand_record ("record", first->order->record));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LiaisonBlock) block = make_release (session, packs, nations[i]);

      liaison_proposal_add_record (proposal, block);
    }
  liaison_session_commit (session, proposal, _ ("The release was recorded."));
}
