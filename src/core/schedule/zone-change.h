/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times whose clock and moment part: where the clock rules of a zone have changed since they were
 * written down, and where a site is to get another zone. For each, either the time on the clock is
 * kept, and people come when the clock says so, or the moment, and the clock shows another time. */
#pragma once

#include "edit/proposal.h"
#include "record/snapshot.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_ZONE_LEAVE,       /* as it is written */
  LIAISON_ZONE_KEEP_CLOCK,  /* the same time on the clock, at another moment */
  LIAISON_ZONE_KEEP_MOMENT, /* the same moment, at another time on the clock */
} LiaisonZoneKeep;

/* One time of one record. A plain value. */
typedef struct
{
  LiaisonSlot slot;
  const LiaisonKind *kind;
  LiaisonInstant now;    /* as it is written */
  LiaisonInstant clock;  /* with its clock kept, */
  LiaisonInstant moment; /* and with its moment kept */
  gint64 shift;          /* s by which it comes later where its clock is kept */
  gboolean locked;       /* of an event that must not be moved: its moment is better kept */
} LiaisonZoneTime;

/* The fixed times of all records whose offset is not one that their zone has then, in the order of
 * the records: an array of LiaisonZoneTime. Transfer full. */
GArray *liaison_zone_find_outdated (const LiaisonSnapshot *snapshot);
/* The times of the events at a site, and at those in it that have no zone of their own, that are
 * written in the zone which the site has now, were it to be @zone (interned; NULL: that of what it
 * lies in). Empty where that is the same. Transfer full. */
GArray *liaison_zone_find_at_site (const LiaisonSnapshot *snapshot, LiaisonId site, const char *zone);

/* A site, and the zone it is to get (interned; NULL: that of what it lies in). */
typedef struct
{
  LiaisonId site;
  const char *zone;
} LiaisonSiteZone;

/* The sites that @proposal gives other zones, where it does nothing else: an array of
 * LiaisonSiteZone. NULL: it does other things. Transfer full. */
GArray *liaison_zone_read_proposal (const LiaisonProposal *proposal);
/* The times at all of @sites, each once. Transfer full. */
GArray *liaison_zone_find_at_sites (const LiaisonSnapshot *snapshot,
                                    const LiaisonSiteZone *sites,
                                    guint n);

/* What is kept where nobody says: the clock, but the moment of what is locked. */
LiaisonZoneKeep liaison_zone_time_suggest (const LiaisonZoneTime *self);

/* The edits, as one group: each of @times as @keeps (one a time; NULL: as suggested) has it. */
LiaisonProposal *liaison_zone_propose_outdated (const GArray *times, const LiaisonZoneKeep *keeps);
/* The same with the site's new zone, in one group. */
LiaisonProposal *liaison_zone_propose_at_site (const GArray *times,
                                               const LiaisonZoneKeep *keeps,
                                               const LiaisonBlock *site,
                                               const char *zone);

/* The same to be looked through first: a list of moves, one for each time, with why; those of locked
 * events keep their moment whatever @keep says. Transfer full. */
GArray *liaison_zone_list_moves (const GArray *times,
                                 LiaisonZoneKeep keep,
                                 const LiaisonSnapshot *snapshot);
/* Adds the new zones themselves, and the events at @sites that are not written for the clocks there
 * and stay when they are. */
void liaison_zone_add_sites (GArray *moves,
                             const LiaisonSnapshot *snapshot,
                             const LiaisonSiteZone *sites,
                             guint n);

G_END_DECLS
