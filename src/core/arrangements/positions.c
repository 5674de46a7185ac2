/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "arrangements/positions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const LiaisonBlock *
find_party (const LiaisonBlock *agreement, const char *nation)
{
  const LiaisonItems *parties = LIAISON_DATA (Agreement, agreement)->parties;

  for (guint i = 0; i < liaison_items_get_size (parties); i++)
    if (g_strcmp0 (LIAISON_DATA (Party, liaison_items_get (parties, i))->nation, nation) == 0)
      return liaison_items_get (parties, i);
  return NULL;
}

/* The last one, where somebody has written down several. */
static const LiaisonBlock *
find_position (const LiaisonPositionRow *row, const char *nation)
{
  const LiaisonItems *positions = LIAISON_DATA (Agreement, row->agreement)->positions;
  const char *number = LIAISON_DATA (Article, row->article)->number;

  for (guint i = liaison_items_get_size (positions); i > 0; i--)
    {
      const LiaisonBlock *item = liaison_items_get (positions, i - 1);
      const LiaisonArticlePositionData *position = LIAISON_DATA (ArticlePosition, item);

      if (g_strcmp0 (position->nation, nation) == 0 && g_strcmp0 (position->article, number) == 0)
        return item;
    }
  return NULL;
}

LiaisonPosition
liaison_positions_get (const LiaisonPositionRow *row, const char *nation)
{
  const LiaisonBlock *party = find_party (row->agreement, nation);
  const LiaisonBlock *item = row->article != NULL ? find_position (row, nation) : NULL;
  int position = LIAISON_POSITION_UNSET;

  if (party == NULL)
    return LIAISON_POSITION_UNSET;
  if (row->article == NULL)
    position = LIAISON_DATA (Party, party)->position;
  else if (item != NULL)
    position = LIAISON_DATA (ArticlePosition, item)->position;
  return position != LIAISON_POSITION_UNSET ? (LiaisonPosition) position
                                            : LIAISON_POSITION_NOT_STATED;
}

static gboolean
is_over (int stage)
{
  return stage == LIAISON_AGREEMENT_STAGE_EXPIRED || stage == LIAISON_AGREEMENT_STAGE_ABANDONED;
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_nations (LiaisonPositions *self, const LiaisonBlock *agreement)
{
  const LiaisonItems *parties = LIAISON_DATA (Agreement, agreement)->parties;

  for (guint i = 0; i < liaison_items_get_size (parties); i++)
    {
      const char *nation = LIAISON_DATA (Party, liaison_items_get (parties, i))->nation;

      if (nation != NULL && !g_ptr_array_find (self->nations, nation, NULL))
        g_ptr_array_add (self->nations, (gpointer) nation);
    }
}

static int
compare_articles (gconstpointer a, gconstpointer b)
{
  const LiaisonArticleData *one = *(const LiaisonArticleData *const *) a,
                           *two = *(const LiaisonArticleData *const *) b;
  int order = g_strcmp0 (one->order, two->order);

  return order != 0 ? order : liaison_id_compare (one->block.id, two->block.id);
}

static void
add_row (LiaisonPositions *self, const LiaisonBlock *agreement, const LiaisonBlock *article)
{
  LiaisonPositionRow row = { .agreement = agreement, .article = article };
  const LiaisonItems *parties = LIAISON_DATA (Agreement, agreement)->parties;

  for (guint i = 0; i < liaison_items_get_size (parties); i++)
    {
      const char *nation = LIAISON_DATA (Party, liaison_items_get (parties, i))->nation;
      LiaisonPosition position = liaison_positions_get (&row, nation);

      row.n_concerns += position == LIAISON_POSITION_CONCERN;
      row.n_reservations += position == LIAISON_POSITION_RESERVATION;
      row.n_silent += position == LIAISON_POSITION_NOT_STATED;
    }
  g_array_append_val (self->rows, row);
}

LiaisonPositions *
liaison_positions_new (LiaisonSnapshot *snapshot)
{
  LiaisonPositions *self = g_new0 (LiaisonPositions, 1);
  guint n;
  const LiaisonBlock *const *agreements =
      liaison_snapshot_get (snapshot, LIAISON_KIND_AGREEMENT, &n);

  self->snapshot = liaison_snapshot_ref (snapshot);
  self->nations = g_ptr_array_new ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (LiaisonPositionRow));
  for (guint i = 0; i < n; i++)
    {
      const LiaisonAgreementData *agreement = LIAISON_DATA (Agreement, agreements[i]);
      g_autoptr (GPtrArray) articles = g_ptr_array_new ();

      if (is_over (agreement->stage) || liaison_items_get_size (agreement->parties) == 0)
        continue;
      add_nations (self, agreements[i]);
      add_row (self, agreements[i], NULL);
      for (guint j = 0; j < liaison_items_get_size (agreement->articles); j++)
        g_ptr_array_add (articles, (gpointer) liaison_items_get (agreement->articles, j));
      g_ptr_array_sort (articles, compare_articles);
      for (guint j = 0; j < articles->len; j++)
        add_row (self, agreements[i], articles->pdata[j]);
    }
  g_ptr_array_sort (self->nations, compare_codes);
  return self;
}

void
liaison_positions_free (LiaisonPositions *self)
{
  g_ptr_array_unref (self->nations);
  g_array_unref (self->rows);
  liaison_snapshot_unref (self->snapshot);
  g_free (self);
}

static LiaisonValue
make_position (LiaisonPosition position)
{
  int choice = (int) position;

  return liaison_value_field (
      &liaison_article_position_shape.fields[LIAISON_FIELD (ArticlePosition, position)], &choice);
}

static void
set_on_article (LiaisonProposal *proposal,
                const LiaisonPositionRow *row,
                const char *nation,
                LiaisonPosition position,
                gint32 today,
                gint64 now)
{
  const LiaisonBlock *item = find_position (row, nation);
  g_autoptr (LiaisonBlock) made = item != NULL ? liaison_block_copy (item)
                                               : liaison_block_new (&liaison_article_position_shape,
                                                                    liaison_id_new (now));
  LiaisonArticlePositionData *data = (LiaisonArticlePositionData *) made;
  guint field = LIAISON_FIELD (Agreement, positions);
  LiaisonSlot slot;

  if (item != NULL)
    {
      slot = liaison_slot_item_field (row->agreement->id, field, item->id,
                                      LIAISON_FIELD (ArticlePosition, position));
      liaison_proposal_take (proposal, &liaison_agreement_kind, &slot, make_position (position));
      slot = liaison_slot_item_field (row->agreement->id, field, item->id,
                                      LIAISON_FIELD (ArticlePosition, date));
      liaison_proposal_take (
          proposal, &liaison_agreement_kind, &slot,
          liaison_value_field (
              &liaison_article_position_shape.fields[LIAISON_FIELD (ArticlePosition, date)],
              &today));
      return;
    }
  data->article = g_ref_string_new (LIAISON_DATA (Article, row->article)->number);
  data->nation = g_intern_string (nation);
  data->position = (int) position;
  data->date = today;
  slot = liaison_slot_item (row->agreement->id, field, made->id);
  liaison_proposal_take (proposal, &liaison_agreement_kind, &slot, liaison_value_block (made));
}

static void
set_on_whole (LiaisonProposal *proposal,
              const LiaisonPositionRow *row,
              const LiaisonBlock *party,
              LiaisonPosition position)
{
  LiaisonSlot slot =
      liaison_slot_item_field (row->agreement->id, LIAISON_FIELD (Agreement, parties), party->id,
                               LIAISON_FIELD (Party, position));
  int choice = (int) position;

  liaison_proposal_take (
      proposal, &liaison_agreement_kind, &slot,
      liaison_value_field (&liaison_party_shape.fields[LIAISON_FIELD (Party, position)], &choice));
}

LiaisonProposal *
liaison_positions_propose (const LiaisonPositionRow *row,
                           const char *nation,
                           LiaisonPosition position,
                           gint32 today,
                           gint64 now)
{
  const LiaisonBlock *party = find_party (row->agreement, nation);
  LiaisonProposal *proposal;

  if (party == NULL || (row->article != NULL && LIAISON_DATA (Article, row->article)->number == NULL))
    return NULL;
  proposal = liaison_proposal_new (N_ ("Set the position of {nation} on {agreement}"));
  liaison_proposal_take_operand (proposal, liaison_operand_nation ("nation", nation));
  liaison_proposal_take_operand (proposal,
                                 liaison_operand_record ("agreement", row->agreement->id));
  if (row->article != NULL)
    set_on_article (proposal, row, nation, position, today, now);
  else
    set_on_whole (proposal, row, party, position);
  return proposal;
}
