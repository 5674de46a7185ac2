/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New names for what an audience sees: ids, serials and order keys from which nothing of what is
 * withheld can be read. */
#pragma once

#include "release/view.h"

G_BEGIN_DECLS

typedef struct _LiaisonFresh LiaisonFresh;

/* Names for all that is seen. */
LiaisonFresh *liaison_fresh_new (const LiaisonView *view);
/* The same of two versions of a plan for one audience: a record that is seen in both has one id in
 * both and keeps the serial that it has in the earlier one. Transfer full. */
void liaison_fresh_new_both (const LiaisonView *earlier,
                             const LiaisonView *later,
                             LiaisonFresh **fresh_earlier,
                             LiaisonFresh **fresh_later);
void liaison_fresh_free (LiaisonFresh *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonFresh, liaison_fresh_free)

/* The new id of a record; the zero id where it is not seen, in either version. New ids ascend as the
 * old ones do, without gaps. */
LiaisonId liaison_fresh_get_id (const LiaisonFresh *self, LiaisonId id);
/* An id for the item that stands at @place in its list, and for an exercise that is withheld. */
LiaisonId liaison_fresh_make_item_id (const LiaisonFresh *self, guint place, LiaisonId id);
LiaisonId liaison_fresh_make_exercise_id (const LiaisonFresh *self);
/* An id that depends on @id alone: for faults that tests seed. */
LiaisonId liaison_fresh_hash_id (const LiaisonFresh *self, LiaisonId id);

/* The serial in a numbering without gaps. Transfer full. */
char *liaison_fresh_make_serial (const LiaisonFresh *self, LiaisonKindId kind, const char *serial);
/* @text with the serials of what is seen as they are now; NULL where nothing changes. Transfer
 * full. */
char *liaison_fresh_make_text (const LiaisonFresh *self, const char *text);

/* The key of the @place-th of @n neighbours. Transfer full. */
char *liaison_fresh_make_order (guint place, guint n);

G_END_DECLS
