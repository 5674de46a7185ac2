/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The copy of a plan that an audience may see, and what it does not see of it.
 *
 * Everything that goes to an audience (packs, tables, a file) is made from such a copy and from
 * nothing else: what is not in memory cannot leak. It holds the records that the audience may see
 * (view.h) with the fields that are open in the kinds' tables. Anchored times are plain in it,
 * references to what is withheld are dropped, children of what is withheld hang on the next one
 * above that is seen, ids, serials and order keys are new, and no unknown member crosses. The same
 * plan and audience give the same copy, byte for byte; so do two plans that differ in nothing but
 * what is withheld. */
#pragma once

#include "record/document.h"
#include "release/audience.h"
#include "release/withheld.h"

G_BEGIN_DECLS

/* Planners may see all of it; the audience the document alone. */
typedef struct
{
  LiaisonAudience *audience;
  LiaisonDocument *document; /* the copy; an exercise that is withheld has nothing set */
  GArray *withheld; /* of LiaisonWithheld, by kind and record: whole records first, then fields of
                       those released */
  GArray *named;    /* of LiaisonWithheld: texts that are released and name what is withheld, to be
                       mended; and what a page of changes names as gone */
  guint n_records;  /* records that are withheld */
  guint n_told;     /* of these, how many the audience is told of: 0 unless the exercise says so */

  /*< private >*/
  GHashTable *origins; /* LiaisonId in the copy -> LiaisonId in the plan */
  LiaisonSnapshot *plan;
} LiaisonRedaction;

/* For any thread, as long as nobody else knows the document. Keeps references to both. Transfer
 * full. */
LiaisonRedaction *liaison_redact (LiaisonSnapshot *plan, LiaisonAudience *audience);
/* Copies of two versions of one plan, so that they can be compared: a record that is seen in both has
 * one id, and keeps the serial that it has in the earlier copy (serials.h says how).
 *
 * Each copy is made of what the audience may see in that version and of nothing else. So what was
 * withheld then and is released now cannot be told from what is new; and what was released then and
 * is withheld now cannot be told from what was deleted: neither is in the later copy, and nothing
 * there refers to it. The earlier copy does have its name, which the audience holds already. That a
 * baseline was released is taken from its markings; whether anything was printed of it nobody knows
 * here, so all that it names again though it is withheld now is in after_copy->named for planners
 * to see. */
void liaison_redact_both (LiaisonSnapshot *before,
                          LiaisonSnapshot *after,
                          LiaisonAudience *audience,
                          LiaisonRedaction **before_copy,
                          LiaisonRedaction **after_copy);
void liaison_redaction_free (LiaisonRedaction *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonRedaction, liaison_redaction_free)

/* The id in the plan of a record of the copy; the zero id where there is none. For planners. */
LiaisonId liaison_redaction_get_origin (const LiaisonRedaction *self, LiaisonId copy);

G_END_DECLS
