/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clang-format off */
/* One line that makes an event: "141300ZMAY27 2h Planning conference @Oslo #FR #PL !conference",
 * or an inject: "261300Z Fuel spill reported @Maritime component !telephone >Storm surge".
 *
 * The parts stand in any order; what is none of them is the title, in the language of the words.
 *
 *   time      anything that liaison_manner_read_field () understands, up to eight words; numbers
 *             alone only at the start. Without a zone it is meant in that of the site
 *   duration  with a unit: 2h, 1h30, 90 min, 3d; 1:30 where there is a time too
 *   @         an event's site, whom an inject goes to: by code or name, the longest run of words
 *             that is one, or in quotes
 *   #nation   by code, or by name in quotes; several as #FR,PL
 *   !         the type of an event, the method of an inject, by its label or its name in files
 *   >         the storyline or incident that an inject is part of */
/* clang-format on */
#pragma once

#include "words/manner.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_QUICK_TITLE,
  LIAISON_QUICK_TIME,
  LIAISON_QUICK_DURATION,
  LIAISON_QUICK_SITE,
  LIAISON_QUICK_NATION,
  LIAISON_QUICK_TYPE,
  LIAISON_QUICK_RECIPIENT,
  LIAISON_QUICK_METHOD,
  LIAISON_QUICK_PARENT,
} LiaisonQuickPartKind;

/* One part of the line, for highlighting. */
typedef struct
{
  LiaisonQuickPartKind kind;
  guint start, end; /* bytes of the line, the end after the last */
  char *problem;    /* a sentence that says why it is left out of the record; NULL: it is in it */
} LiaisonQuickPart;

typedef struct
{
  LiaisonBlock *block; /* not shared: may be written to, and given away with g_steal_pointer () */
  GArray *parts;       /* of LiaisonQuickPart, in the order of the line, not overlapping */
  guint n_problems;
} LiaisonQuickEntry;

/* Understands @text for a new record with @id: an event or an inject. Nothing else than what the
 * line says is set: no marking, no serial. */
LiaisonQuickEntry *liaison_quick_entry_read (const LiaisonManner *manner,
                                             const LiaisonSnapshot *snapshot,
                                             const LiaisonKind *kind,
                                             LiaisonId id,
                                             const char *text);
/* The same where an event is made at a place: a time without a zone is meant in that of @site, unless
 * the line names another one. The site itself is not set. */
LiaisonQuickEntry *liaison_quick_entry_read_at (const LiaisonManner *manner,
                                                const LiaisonSnapshot *snapshot,
                                                const LiaisonKind *kind,
                                                LiaisonId id,
                                                LiaisonId site,
                                                const char *text);
/* Whether records of @kind can be made of a line. */
gboolean liaison_quick_entry_knows (const LiaisonKind *kind);
void liaison_quick_entry_free (LiaisonQuickEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonQuickEntry, liaison_quick_entry_free)

G_END_DECLS
