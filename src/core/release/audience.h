/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Audiences: for whom a copy of a plan is made. */
#pragma once

#include "record/kinds/participant-role.h"
#include "record/snapshot.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_AUDIENCE_NATION,      /* the people of one nation; with a role, those of that role */
  LIAISON_AUDIENCE_ROLE,        /* all who have one role, of whatever nation */
  LIAISON_AUDIENCE_POST,        /* the holder of one liaison post */
  LIAISON_AUDIENCE_PARTICIPANT, /* one participant with those under it */
  LIAISON_AUDIENCE_GROUP,       /* the nations of a group together */
  LIAISON_AUDIENCE_EVENT,       /* who is in the room at an event, together */
  LIAISON_AUDIENCE_PLANNERS,    /* the planning cell: every record, still without what is the cell's
                                   own */
} LiaisonAudienceType;

/* Immutable and counted. Several nations are an audience together: they see what each one of them
 * may see. */
typedef struct
{
  gatomicrefcount refs;
  LiaisonAudienceType type;
  char *name; /* as it is written: "FR", "role:exercise-control", "FR/role:evaluator", a record's id
               */
  LiaisonCodes *nations;       /* never empty, but for PLANNERS */
  LiaisonParticipantRole role; /* or UNSET */
  gboolean control;            /* they may see what is for exercise control */
  const char *highest; /* interned level of the marking scheme that they may see at most; NULL: no
                          such limit */
  LiaisonId record;    /* POST, PARTICIPANT, GROUP, EVENT: which */
} LiaisonAudience;

typedef enum
{
  LIAISON_AUDIENCE_ERROR_UNKNOWN, /* no nation, role, post, participant, group or event of this name
                                   */
  LIAISON_AUDIENCE_ERROR_EMPTY, /* there it is, but it has no nation, so nothing can be released to
                                   it */
} LiaisonAudienceError;

#define LIAISON_AUDIENCE_ERROR (liaison_audience_error_quark ())
GQuark liaison_audience_error_quark (void);

/* The audience that @text names: the code of a nation of the plan; "role:ROLE" with a role of
 * participants; both as "NATION/role:ROLE"; the id or code of a liaison post, a participant, a
 * group or an event; "planners". Transfer full. */
LiaisonAudience *
liaison_audience_parse (const LiaisonSnapshot *plan, const char *text, GError **error);
LiaisonAudience *liaison_audience_new_for_nation (const char *nation);
/* The audience of a pack record. Errors as for _parse. Transfer full. */
LiaisonAudience *liaison_audience_new_for_pack (const LiaisonSnapshot *plan,
                                                const LiaisonBlock *pack,
                                                GError **error);
/* The same audience, who may see nothing above @level (NULL: no limit). Transfer full. */
LiaisonAudience *liaison_audience_with_highest (const LiaisonAudience *self, const char *level);

LiaisonAudience *liaison_audience_ref (LiaisonAudience *self);
void liaison_audience_unref (LiaisonAudience *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonAudience, liaison_audience_unref)

G_END_DECLS
