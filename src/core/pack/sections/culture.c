/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards of the other nations, phrase sheets, and cards for the chair of a meeting. */
#include "config.h"

#include "pack/book.h"

#include "pack/briefing-pages.h"
#include "pack/room-pages.h"
#include "record/kinds/briefing.h"
#include "record/kinds/event.h"

static void
add_cards (LiaisonBook *book,
           LiaisonBriefingParts parts,
           void (*set) (const LiaisonSnapshot *,
                        const LiaisonManner *,
                        const LiaisonBlock *,
                        const LiaisonBriefingLook *,
                        LiaisonPages *))
{
  g_autoptr (GPtrArray) briefings = liaison_book_list (book, &liaison_briefing_kind, NULL);
  const LiaisonBriefingLook look = { .parts = parts, .level = 2, .n_notes = &book->n_notes };

  for (guint i = 0; i < briefings->len; i++)
    {
      const LiaisonBlock *briefing = briefings->pdata[i];
      guint from;

      /* One's own people need no telling. */
      if (g_strcmp0 (LIAISON_DATA (Briefing, briefing)->nation, liaison_book_get_nation (book))
          == 0)
        continue;
      liaison_book_head (book);
      from = liaison_pages_count_matter (book->pages);
      set (book->copy, &book->manner, briefing, &look, book->pages);
      liaison_pages_mark_matter (book->pages, from, briefing, NULL);
    }
}

void
liaison_section_briefings (LiaisonBook *book)
{
  add_cards (book, LIAISON_BRIEFING_STATEMENTS | LIAISON_BRIEFING_RANKS | LIAISON_BRIEFING_DAYS,
             liaison_briefing_to_pages);
}

void
liaison_section_phrases (LiaisonBook *book)
{
  add_cards (book, LIAISON_BRIEFING_PHRASES, liaison_phrase_sheet_to_pages);
}

/* Where people sit together and manners matter. */
static gboolean
is_meeting (const LiaisonEventData *event)
{
  switch ((LiaisonEventType) event->type)
    {
    case LIAISON_EVENT_TYPE_CONFERENCE:
    case LIAISON_EVENT_TYPE_CEREMONY:
    case LIAISON_EVENT_TYPE_VISIT:
    case LIAISON_EVENT_TYPE_SOCIAL:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Who is in the room and what is to be minded there comes from their records. */
static void
mark_room (LiaisonBook *book, guint from, const LiaisonBlock *event)
{
  static const LiaisonKindId kinds[] = { LIAISON_KIND_PARTICIPANT, LIAISON_KIND_BRIEFING };
  GPtrArray *records = g_ptr_array_new ();

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      const LiaisonBlock *const *blocks;
      guint n;

      blocks = liaison_snapshot_get (book->copy, kinds[k], &n);
      for (guint i = 0; i < n; i++)
        g_ptr_array_add (records, (gpointer) blocks[i]);
    }
  liaison_pages_keep (book->pages, records, (GDestroyNotify) g_ptr_array_unref);
  liaison_pages_mark_matter (book->pages, from, event, records);
}

static void
add_room (LiaisonBook *book, const LiaisonBlock *event)
{
  const LiaisonBriefingLook look = { .parts = LIAISON_BRIEFING_ALL, .new_page = TRUE, .level = 2 };
  guint from = liaison_pages_count_matter (book->pages);

  liaison_room_card_to_pages (book->copy, &book->manner, event, &look, book->pages);
  mark_room (book, from, event);
}

/* The event the pack is for, those that the filter names, or all meetings. */
void
liaison_section_room_cards (LiaisonBook *book)
{
  const LiaisonBlock *own = liaison_book_find_event (book);
  g_autoptr (GPtrArray) events = NULL;

  book->heading = NULL;
  if (own != NULL)
    {
      add_room (book, own);
      return;
    }
  events = liaison_book_list (book, &liaison_event_kind, NULL);
  for (guint i = 0; i < events->len; i++)
    if (book->part->filter != NULL || is_meeting (LIAISON_DATA (Event, events->pdata[i])))
      add_room (book, events->pdata[i]);
}
