/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports: documents made of the records, each by one function that needs a plan and a reader and
 * nothing else, so that the window, the command line and packs print the same. */
#pragma once

#include "pack/pages.h"
#include "record/snapshot.h"
#include "words/manner.h"

G_BEGIN_DECLS

/* What is to be reported, and how. All borrowed for the length of the call. */
typedef struct
{
  LiaisonSnapshot *snapshot;
  LiaisonManner manner; /* looks into the snapshot; its words choose the language */
  LiaisonPageSetup setup;
  gint64 now;           /* Unix s: when it is printed */
  const LiaisonId *ids; /* the records it is about; none: all */
  guint n_ids;
} LiaisonReport;

/* Makes pages, still to flow. Any thread. Transfer full. */
typedef LiaisonPages *(*LiaisonReportFunc) (const LiaisonReport *report);

/* A hand receipt for each of the releases: what is handed over, its numbered copies, and room to
 * sign for each of them. */
LiaisonPages *liaison_report_hand_receipts (const LiaisonReport *report);
/* The after-action report: the exercise, its objectives and how they were met, what was observed,
 * learned and still has to be done. */
LiaisonPages *liaison_report_after_action (const LiaisonReport *report);

/*< private to reports >*/
/* Pages with exercise, title, time and the marking of @blocks around them. */
LiaisonPages *liaison_report_begin (const LiaisonReport *report,
                                    const char *title,
                                    const LiaisonBlock *const *blocks,
                                    guint n);
void liaison_report_add_paragraph (LiaisonPages *pages, const char *text, gboolean keep);
void liaison_report_add_note (LiaisonPages *pages, const char *text);
void liaison_report_add_heading (LiaisonPages *pages, const char *text, guint level, gboolean page);
/* The words of the reader. */
const char *liaison_report_say (const LiaisonReport *report, const char *msgid);
/* What is told of the field of that name; NULL where it is not set. Transfer full. */
char *
liaison_report_tell (const LiaisonReport *report, const LiaisonBlock *block, const char *field);

G_END_DECLS
