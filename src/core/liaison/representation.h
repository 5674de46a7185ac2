/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who speaks for whom: for each nation with each other one, and at each site, through which liaison
 * post, by way of which nation, in which common language; and where nobody does.
 *
 * A nation is spoken for with another one by the first of these that is so:
 * - it sends a liaison post there;
 * - the other one sends a post to it;
 * - the nation that represents it (field "represented-by") sends one there, or is the other one;
 * - both have a post, or people of their own, at one site.
 * At a site it is spoken for by a post of its own there, by people of its own there, or by a post
 * or people of the nation that represents it.
 *
 * Languages are those that the people on the posts' shifts speak well enough (languages.h) and the
 * nation they are sent to uses; where nobody is named yet, those that the post asks for. */
#pragma once

#include "record/snapshot.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_VOICE_SELF,     /* a nation with itself; nothing to say */
  LIAISON_VOICE_NONE,     /* nobody, and nobody is needed */
  LIAISON_VOICE_GAP,      /* nobody, though both take part; at a site: though it takes part there */
  LIAISON_VOICE_POST,     /* a post of its own */
  LIAISON_VOICE_RETURN,   /* a post of the other side */
  LIAISON_VOICE_OTHER,    /* the nation that represents it */
  LIAISON_VOICE_MEETING,  /* both are at one site */
  LIAISON_VOICE_PRESENCE, /* at a site: people of its own */
} LiaisonVoice;

typedef struct
{
  LiaisonVoice voice;
  const char *by;       /* OTHER: the nation that speaks; else NULL. Interned */
  LiaisonId site;       /* MEETING: where */
  GPtrArray *posts;     /* through which, const LiaisonBlock *; owned by the table */
  GPtrArray *languages; /* interned tags, the most useful first; owned by the table */
  gboolean unnamed;     /* the languages are only asked for, nobody is named yet */
  gboolean speechless;  /* somebody is there, but no language is common to both */
} LiaisonRepresentation;

typedef struct _LiaisonRepresentations LiaisonRepresentations;

/* Any thread; the snapshot must outlive it. Rows are the nations that take part, in the order of
 * the plan's table: not those that declined or withdrew. Columns are the same, or, with @sites,
 * the sites that liaison posts stand at. */
LiaisonRepresentations *liaison_representations_new (const LiaisonSnapshot *snapshot,
                                                     gboolean sites);
void liaison_representations_free (LiaisonRepresentations *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonRepresentations, liaison_representations_free)

guint liaison_representations_count_rows (const LiaisonRepresentations *self);
guint liaison_representations_count_columns (const LiaisonRepresentations *self);
/* The block of a nation, and of a nation or site. */
const LiaisonBlock *liaison_representations_get_row (const LiaisonRepresentations *self, guint row);
const LiaisonBlock *liaison_representations_get_column (const LiaisonRepresentations *self,
                                                        guint column);
const LiaisonRepresentation *
liaison_representations_get (const LiaisonRepresentations *self, guint row, guint column);
guint liaison_representations_count_gaps (const LiaisonRepresentations *self);
guint liaison_representations_count_speechless (const LiaisonRepresentations *self);

/* Whether the nation takes part as far as is known: neither declined nor withdrawn. */
gboolean liaison_nation_takes_part (const LiaisonBlock *nation);
/* The same, and is to be spoken for: not only asked or interested, no observer. */
gboolean liaison_nation_needs_voice (const LiaisonBlock *nation);

G_END_DECLS
