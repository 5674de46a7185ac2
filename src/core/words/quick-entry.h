/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clang-format off */
/* One line that makes an event: "141300ZMAY27 2h Planning conference @Oslo #FR #PL !conference".
 *
 * The parts stand in any order; what is none of them is the title, in the language of the words.
 *
 *   time      anything that liaison_manner_read_field () understands, up to eight words; numbers
 *             alone only at the start. Without a zone it is meant in that of the site
 *   duration  with a unit: 2h, 1h30, 90 min, 3d; 1:30 where there is a time too
 *   @site     by code or name: the longest run of words that is one, or in quotes
 *   #nation   by code, or by name in quotes; several as #FR,PL
 *   !type     of the event, by its label or its name in files */
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
} LiaisonQuickPartKind;

/* One part of the line, for highlighting. */
typedef struct
{
  LiaisonQuickPartKind kind;
  guint start, end; /* bytes of the line, the end after the last */
  char *problem;    /* a sentence that says why it is left out of the event; NULL: it is in it */
} LiaisonQuickPart;

typedef struct
{
  LiaisonBlock *event; /* not shared: may be written to, and given away with g_steal_pointer () */
  GArray *parts;       /* of LiaisonQuickPart, in the order of the line, not overlapping */
  guint n_problems;
} LiaisonQuickEntry;

/* Understands @text for a new event with @id. Nothing else than what the line says is set: no
 * marking, no serial. */
LiaisonQuickEntry *liaison_quick_entry_read (const LiaisonManner *manner,
                                             const LiaisonSnapshot *snapshot,
                                             LiaisonId id,
                                             const char *text);
void liaison_quick_entry_free (LiaisonQuickEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonQuickEntry, liaison_quick_entry_free)

G_END_DECLS
