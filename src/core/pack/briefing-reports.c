/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/briefing-reports.h"

#include "brief/room.h"
#include "pack/briefing-pages.h"
#include "pack/room-pages.h"
#include "record/kinds/event.h"

#include <glib/gi18n-lib.h>

typedef void (*WriteFunc) (const LiaisonSnapshot *snapshot,
                           const LiaisonManner *manner,
                           const LiaisonBlock *block,
                           const LiaisonBriefingLook *look,
                           LiaisonPages *pages);

/* The records named, or all of the kind but withdrawn cards. */
static GPtrArray *
list_blocks (const LiaisonReport *report, LiaisonKindId kind)
{
  GPtrArray *blocks = g_ptr_array_new ();
  const LiaisonShape *shape = &liaison_kind_get (kind)->shape;
  guint n;
  const LiaisonBlock *const *all = liaison_snapshot_get (report->snapshot, kind, &n);

  for (guint i = 0; i < report->n_ids; i++)
    {
      const LiaisonBlock *block = liaison_snapshot_find (report->snapshot, report->ids[i]);

      if (block != NULL && block->shape == shape)
        g_ptr_array_add (blocks, (gpointer) block);
    }
  for (guint i = 0; report->n_ids == 0 && i < n; i++)
    if (kind != LIAISON_KIND_BRIEFING
        || LIAISON_DATA (Briefing, all[i])->status != LIAISON_BRIEFING_STATUS_WITHDRAWN)
      g_ptr_array_add (blocks, (gpointer) all[i]);
  return blocks;
}

static LiaisonPages *
make (const LiaisonReport *report, LiaisonKindId kind, const char *title, WriteFunc write)
{
  g_autoptr (GPtrArray) blocks = list_blocks (report, kind);
  LiaisonPages *pages =
      liaison_report_begin (report, liaison_report_say (report, title),
                            (const LiaisonBlock *const *) blocks->pdata, blocks->len);

  for (guint i = 0; i < blocks->len; i++)
    write (report->snapshot, &report->manner, blocks->pdata[i], NULL, pages);
  return pages;
}

LiaisonPages *
liaison_report_briefings (const LiaisonReport *report)
{
  return make (report, LIAISON_KIND_BRIEFING, N_ ("Briefing cards"), liaison_briefing_to_pages);
}

LiaisonPages *
liaison_report_phrase_sheets (const LiaisonReport *report)
{
  return make (report, LIAISON_KIND_BRIEFING, N_ ("Phrase sheets"), liaison_phrase_sheet_to_pages);
}

/* The events and all cards that are cited: the pages are marked as the highest of them. */
static GPtrArray *
list_cited (const LiaisonReport *report, const GPtrArray *events)
{
  GPtrArray *cited = g_ptr_array_new ();

  for (guint i = 0; i < events->len; i++)
    {
      g_autoptr (LiaisonRoom) room =
          liaison_room_new (report->snapshot, events->pdata[i], report->manner.words);

      g_ptr_array_add (cited, events->pdata[i]);
      for (guint j = 0; j < room->nations->len; j++)
        {
          const LiaisonBlock *card = ((LiaisonRoomNation *) room->nations->pdata[j])->briefing;

          if (card != NULL && !g_ptr_array_find (cited, card, NULL))
            g_ptr_array_add (cited, (gpointer) card);
        }
    }
  return cited;
}

LiaisonPages *
liaison_report_room_cards (const LiaisonReport *report)
{
  g_autoptr (GPtrArray) events = list_blocks (report, LIAISON_KIND_EVENT);
  g_autoptr (GPtrArray) cited = list_cited (report, events);
  LiaisonPages *pages =
      liaison_report_begin (report, liaison_report_say (report, N_ ("Room card")),
                            (const LiaisonBlock *const *) cited->pdata, cited->len);

  for (guint i = 0; i < events->len; i++)
    liaison_room_card_to_pages (report->snapshot, &report->manner, events->pdata[i], NULL, pages);
  return pages;
}

LiaisonPages *
liaison_report_flags (const LiaisonReport *report)
{
  LiaisonPages *pages =
      liaison_report_begin (report, liaison_report_say (report, N_ ("Order of flags")), NULL, 0);

  liaison_flags_to_pages (report->snapshot, &report->manner, 0, NULL, pages);
  return pages;
}

LiaisonPages *
liaison_report_ranks (const LiaisonReport *report)
{
  g_autoptr (GPtrArray) blocks = list_blocks (report, LIAISON_KIND_BRIEFING);
  LiaisonPages *pages =
      liaison_report_begin (report, liaison_report_say (report, N_ ("Ranks side by side")),
                            (const LiaisonBlock *const *) blocks->pdata, blocks->len);

  liaison_ranks_to_pages (report->snapshot, &report->manner, NULL, pages);
  return pages;
}
