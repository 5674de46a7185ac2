/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What hangs on agreements, channels and posts that are not there. */
#include "config.h"

#include "withdrawn.h"

static LiaisonId
agreement (Plan *plan, const char *const *parties)
{
  LiaisonAgreementData *block = plan_begin (plan, &liaison_agreement_kind);
  LiaisonBlock *items[8];
  guint n = 0;

  for (; parties[n] != NULL; n++)
    {
      LiaisonPartyData *party
          = (gpointer) liaison_block_new (&liaison_party_shape, plan_id (++plan->made));
      party->nation = g_intern_string (parties[n]);
      items[n] = &party->block;
    }
  block->parties = liaison_items_new_take (items, n);
  block->stage = LIAISON_AGREEMENT_STAGE_DRAFTING;
  return ADD (plan, agreement, (gpointer) block);
}

static void
test_agreements (void)
{
  static const char *const two[] = { "FR", "NO", NULL }, *const three[] = { "FR", "NO", "PL", NULL };
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId fr = nation (plan, "FR");
  LiaisonId pair = agreement (plan, two), many = agreement (plan, three);
  LiaisonEventData *event = plan_event (plan, 10, 1);

  event->agreements = ids (pair, none);
  LiaisonId event_id = ADD (plan, event, (gpointer) event);
  g_auto (Look) look = look_at (plan, fr);

  g_assert_nonnull (find (&look, pair, "one party"));
  g_assert_cmpint (AFTER (Agreement, look, pair)->stage, ==, LIAISON_AGREEMENT_STAGE_ABANDONED);
  g_assert_nonnull (find (&look, many, "read again"));
  g_assert_cmpint (AFTER (Agreement, look, many)->stage, ==, LIAISON_AGREEMENT_STAGE_DRAFTING);
  g_assert_cmpuint (liaison_items_get_size (AFTER (Agreement, look, many)->parties), ==, 2);
  g_assert_nonnull (find (&look, event_id, "in force"));
}

/* The site goes with the agreement that is asked about, and the events with the site. */
static void
test_agreement_of_a_site (void)
{
  static const char *const two[] = { "FR", "NO", NULL };
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId use = agreement (plan, two);
  LiaisonSiteData *block = plan_begin (plan, &liaison_site_kind);

  block->agreements = ids (use, none);
  LiaisonId place = ADD (plan, site, (gpointer) block);
  LiaisonId event = event_at (plan, place, 10, 5);
  g_auto (Look) look = look_at (plan, use);

  g_assert_nonnull (find (&look, place, "cannot be used"));
  g_assert_nonnull (find (&look, event, "no place"));
}

/* The contact of another party is no party. */
static void
test_contact_of_party (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId lost = ADD (plan, participant, (gpointer) person (plan, "DE", 0));
  LiaisonAgreementData *block = plan_begin (plan, &liaison_agreement_kind);
  LiaisonBlock *items[2];

  for (guint i = 0; i < 2; i++)
    {
      LiaisonPartyData *party
          = (gpointer) liaison_block_new (&liaison_party_shape, plan_id (++plan->made));
      party->nation = g_intern_string (i == 0 ? "NO" : "PL");
      party->contact = lost;
      items[i] = &party->block;
    }
  block->parties = liaison_items_new_take (items, 2);
  LiaisonId id = ADD (plan, agreement, (gpointer) block);
  g_auto (Look) look = look_at (plan, lost);

  g_assert_null (find (&look, id, "no party"));
  g_assert_nonnull (find (&look, id, "no contact"));
  g_assert_cmpuint (liaison_items_get_size (AFTER (Agreement, look, id)->parties), ==, 2);
}

static void
test_channels (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId fr = nation (plan, "FR");
  LiaisonId far = ADD (plan, participant, (gpointer) person (plan, "FR", 0));
  LiaisonId near = ADD (plan, participant, (gpointer) person (plan, "NO", 0));
  LiaisonId need = ADD (plan, channel, plan_begin (plan, &liaison_channel_kind));
  LiaisonChannelData *cut = plan_begin (plan, &liaison_channel_kind), *kept;
  LiaisonEventData *event = plan_event (plan, 10, 1);

  cut->parent = need;
  cut->from = near;
  cut->to = far;
  LiaisonId cut_id = ADD (plan, channel, (gpointer) cut);
  kept = plan_begin (plan, &liaison_channel_kind);
  kept->parent = need;
  kept->pace = LIAISON_PACE_ALTERNATE;
  LiaisonId kept_id = ADD (plan, channel, (gpointer) kept);
  event->channels = ids (cut_id, none);
  LiaisonId event_id = ADD (plan, event, (gpointer) event);
  g_auto (Look) look = look_at (plan, fr);

  g_assert_nonnull (find (&look, cut_id, "far end"));
  g_assert_cmpint (AFTER (Channel, look, cut_id)->status, ==, LIAISON_CHANNEL_STATUS_CLOSED);
  g_assert_true (liaison_ids_contains (AFTER (Event, look, event_id)->channels, kept_id));
  g_assert_false (liaison_ids_contains (AFTER (Event, look, event_id)->channels, cut_id));
}

static LiaisonId
post (Plan *plan, const char *from, const char *to)
{
  LiaisonPostData *block = plan_begin (plan, &liaison_post_kind);

  block->from_nation = g_intern_string (from);
  block->to_nation = g_intern_string (to);
  block->status = LIAISON_POST_STATUS_AGREED;
  return ADD (plan, post, (gpointer) block);
}

static void
test_posts (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId fr = nation (plan, "FR"), no = nation (plan, "NO"), pl = nation (plan, "PL");
  LiaisonId sent = post (plan, "FR", "NO"), received = post (plan, "NO", "FR"), only = post (plan, "PL", "NO");
  g_auto (Look) look = look_at (plan, fr);
  g_auto (Look) one = look_at (plan, only);

  g_assert_nonnull (find (&look, sent, "speaks for {from} there"));
  g_assert_cmpint (find (&look, received, "nobody to be sent to")->severity, ==, LIAISON_SEVERITY_NOTE);
  g_assert_cmpint (AFTER (Post, look, sent)->status, ==, LIAISON_POST_STATUS_CLOSED);
  g_assert_cmpint (AFTER (Post, look, received)->status, ==, LIAISON_POST_STATUS_CLOSED);
  g_assert_null (find (&look, only, ""));
  g_assert_nonnull (find (&one, only, "nobody speaks for {from} with {to}"));
  (void) no;
  (void) pl;
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/withdraw/agreements", test_agreements);
  g_test_add_func ("/withdraw/agreement-of-a-site", test_agreement_of_a_site);
  g_test_add_func ("/withdraw/contact-of-party", test_contact_of_party);
  g_test_add_func ("/withdraw/channels", test_channels);
  g_test_add_func ("/withdraw/posts", test_posts);
  return g_test_run ();
}
