/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a template is made of, and how its blocks get ids and a zone of their own. */
#pragma once

#include "record/times.h"
#include "record/zone.h"
#include "store/template.h"

#include <string.h>

G_BEGIN_DECLS

struct _LiaisonTemplate
{
  gatomicrefcount refs;
  char *name;
  LiaisonSnapshot *plan; /* owned */
};

/* The zone of the exercise, else that of STARTEX; interned or NULL. */
const char *liaison_template_get_zone (const LiaisonTemplate *self);
/* The wall time of one of its instants in that zone; FALSE when it has no time. */
gboolean liaison_template_get_wall (const LiaisonTemplate *self,
                                    const LiaisonInstant *instant,
                                    LiaisonWall *wall);

/* Sets @error to the sentence for @code; FALSE. */
gboolean liaison_template_fail (LiaisonTemplateError code, GError **error);

typedef struct
{
  gint64 now;           /* Unix ms, for new ids */
  GHashTable *ids;      /* owned; from each id of the template to the new one, LiaisonId * both */
  const char *old_zone; /* interned; what stands in it ... */
  const char *new_zone; /* ... will stand in this one. NULL: zones stay */
  gint32 days;          /* by which fixed times and dates move; 0: they stay */
} LiaisonRenewal;

void liaison_renewal_init (LiaisonRenewal *self, gint64 now);
void liaison_renewal_clear (LiaisonRenewal *self);
/* Makes up the new id of @id. In ascending order, so that what was older stays older. */
void liaison_renewal_add (LiaisonRenewal *self, LiaisonId id);

/* @block under its new id, with items and references to match; a reference to what is not in the
 * plan is dropped. Not yet shared. */
LiaisonBlock *liaison_renewal_renew (LiaisonRenewal *self, const LiaisonBlock *block);
/* The same marking with groups to match. NULL for NULL; transfer full. */
LiaisonMarking *liaison_renewal_renew_marking (LiaisonRenewal *self, const LiaisonMarking *marking);

G_END_DECLS
