/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A briefing card as it is read: its statements by topic, each with the number of its source, in
 * one language. The window, paper and packs are made from it. */
#pragma once

#include "brief/ranks.h"
#include "record/kinds/briefing.h"
#include "record/lookup.h"

G_BEGIN_DECLS

/* A statement. All borrowed from the briefing. */
typedef struct
{
  const LiaisonStatementData *statement;
  const char *text;     /* CommonMark, in `language`; never NULL */
  const char *language; /* of the text, which may not be the reader's */
  gboolean translated;  /* it is in the reader's language */
  guint source;         /* number of its source, from 1; 0: it has none */
} LiaisonCardLine;

typedef struct
{
  LiaisonBriefingTopic topic;
  guint first, n; /* of the lines */
} LiaisonCardSection;

/* A source that statements name: what is the same in text, link and date is one. Borrowed. */
typedef struct
{
  const char *text, *link; /* may be NULL, not both */
  gint32 date;             /* or LIAISON_DATE_UNSET */
} LiaisonCardSource;

/* Borrows the briefing's block, which must outlive it. For any thread. */
typedef struct
{
  const LiaisonBriefingData *briefing;
  const char *language; /* interned */
  GArray *lines;        /* of LiaisonCardLine, section by section */
  GArray *sections;     /* of LiaisonCardSection, in the order of topics */
  GArray *sources;      /* of LiaisonCardSource, in the order of their numbers */
  GPtrArray *ranks;     /* of LiaisonRankNameData, highest first */
  GPtrArray *phrases;   /* of LiaisonPhraseData, by occasion, then as people ordered them */
  guint n_untranslated; /* texts (summary, statements, meanings) not in the language */
  guint n_texts;
  guint n_approved, n_refused; /* of all statements; the others are proposed */
  guint n_unsourced;
} LiaisonCard;

typedef enum
{
  LIAISON_CARD_DEFAULT = 0,
  /* For planners: what the nation refused, and what is not yet filled in; neither is printed. */
  LIAISON_CARD_WITH_REFUSED = 1 << 0,
  LIAISON_CARD_ONLY_APPROVED = 1 << 1, /* only what the nation has approved */
} LiaisonCardFlags;

LiaisonCard *
liaison_card_new (const LiaisonBlock *briefing, const char *language, LiaisonCardFlags flags);
void liaison_card_free (LiaisonCard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonCard, liaison_card_free)

/* Whether the nation has approved the statement. */
gboolean liaison_card_is_approved (const LiaisonBriefingData *briefing,
                                   const LiaisonStatementData *statement);

/* @text in @language or its base ("fr" for "fr-CA"). */
gboolean liaison_card_is_translated (const LiaisonText *text, const char *language);

/* "¹²": the number of a source, raised. Transfer full. */
char *liaison_card_format_mark (guint number);

/* The cards of a nation: the index-th one in the order of ids, or NULL. */
const LiaisonBlock *
liaison_card_find (const LiaisonBlock *const *briefings, guint n, const char *nation);

G_END_DECLS
