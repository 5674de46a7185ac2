/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Briefing cards, phrase sheets, room cards and the order of flags on paper. The window prints
 * them with these functions, packs are made of them.
 *
 * All of them copy what they need: the manner and what it borrows may go before the pages flow.
 * They print what the plan at hand holds; an audience's pack gives the redacted one. */
#pragma once

#include "pack/pages.h"
#include "record/kinds/briefing.h"
#include "record/snapshot.h"
#include "words/manner.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_BRIEFING_STATEMENTS = 1 << 0, /* summary, statements, whom to ask, sources */
  LIAISON_BRIEFING_RANKS = 1 << 1,
  LIAISON_BRIEFING_PHRASES = 1 << 2, /* as a table at the end of the card */
  LIAISON_BRIEFING_FLAGS = 1 << 3,   /* the nation's place in the order of flags */
  LIAISON_BRIEFING_DAYS = 1 << 4,    /* the days it keeps while the exercise lasts */
  LIAISON_BRIEFING_ALL = (1 << 5) - 1,
} LiaisonBriefingParts;

/* How it stands among other matter. */
typedef struct
{
  LiaisonBriefingParts parts;
  gboolean only_approved; /* leave out what the nation has not approved; else it is said of it */
  gboolean new_page;      /* begins a page */
  guint level;            /* of its heading in the outline, from 1; 0: 1 */
  /* Sources are notes at the feet of pages, which are counted here; NULL: they are listed at the
   * end of the card */
  guint *n_notes;
} LiaisonBriefingLook;

/* Everything, each card on a page of its own. */
extern const LiaisonBriefingLook liaison_briefing_look_default;

/* The card of a nation: @briefing is a block of @snapshot. */
void liaison_briefing_to_pages (const LiaisonSnapshot *snapshot,
                                const LiaisonManner *manner,
                                const LiaisonBlock *briefing,
                                const LiaisonBriefingLook *look,
                                LiaisonPages *pages);
/* Its phrases by occasion, large enough to be read out or pointed at. Nothing where it has none. */
void liaison_phrase_sheet_to_pages (const LiaisonSnapshot *snapshot,
                                    const LiaisonManner *manner,
                                    const LiaisonBlock *briefing,
                                    const LiaisonBriefingLook *look,
                                    LiaisonPages *pages);
/* The nations in the order of their flags. @turn: see liaison_flags_new(). */
void liaison_flags_to_pages (const LiaisonSnapshot *snapshot,
                             const LiaisonManner *manner,
                             guint turn,
                             const LiaisonBriefingLook *look,
                             LiaisonPages *pages);
/* The ranks of all cards side by side, by the codes of STANAG 2116. */
void liaison_ranks_to_pages (const LiaisonSnapshot *snapshot,
                             const LiaisonManner *manner,
                             const LiaisonBriefingLook *look,
                             LiaisonPages *pages);

/* The days that the card's nation keeps while the exercise lasts, a line each: "Tue 2 Nov: Day of
 * the Dead". Weekends and hours are not among them. Transfer full, of char *. */
GPtrArray *liaison_briefing_list_days (const LiaisonSnapshot *snapshot,
                                       const LiaisonManner *manner,
                                       const LiaisonBlock *briefing);

/* The card's heading: its title, else "Norway". Transfer full. */
char *liaison_briefing_tell_title (const LiaisonManner *manner, const LiaisonBlock *briefing);
/* "28 January 2028 (subject to sighting)". Transfer full, of @days too. */
char *liaison_briefing_add_sighting (LiaisonWords *words, char *days);
/* What its status means for those who read it, a sentence. Transfer full. */
char *liaison_briefing_tell_status (const LiaisonManner *manner, const LiaisonBlock *briefing);
/* "Norway.no, official pages, 2 Nov 2026, https://…": a source in a list. Transfer full. */
char *liaison_briefing_tell_source (const LiaisonManner *manner,
                                    const char *text,
                                    const char *link,
                                    gint32 date);

G_END_DECLS
