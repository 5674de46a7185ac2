/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which planned tests of a channel nobody has answered: for the register, and for the review. */
#pragma once

#include "record/kinds/channel-test.h"
#include "record/kinds/channel.h"
#include "record/lookup.h"

G_BEGIN_DECLS

/* A test answers the planned one that it is this near to, in s. */
#define LIAISON_TEST_NEAR (12 * 3600)

/* Whether the test was made, whatever came of it. */
gboolean liaison_channel_test_was_made (const LiaisonBlock *test);
/* When a test that was made, or could not be made (which has been looked at, too), answers planned ones: when it was
 * planned, else when it was made. FALSE: it answers none. */
gboolean liaison_channel_test_find_answer (const LiaisonLookup *lookup,
                                           const LiaisonBlock *test,
                                           gint64 *time);

typedef struct
{
  guint n;
  gint64 since; /* Unix s: the first of them; where n */
} LiaisonOverdueTests;

/* Those of the test plans of @channel that lie @grace s (where a plan does not say) or more before @now, and are not
 * answered at any of @answers: Unix s, ascending. */
LiaisonOverdueTests liaison_channel_find_overdue (const LiaisonLookup *lookup,
                                                  const LiaisonBlock *channel,
                                                  const gint64 *answers,
                                                  guint n_answers,
                                                  gint64 now,
                                                  gint64 grace);

G_END_DECLS
