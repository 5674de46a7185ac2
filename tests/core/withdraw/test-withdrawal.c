/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a nation takes with it, who takes the place of what is missing, when, and refusals. */
#include "config.h"

#include "withdrawn.h"

static void
test_nation_goes_with_its_own (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId fr = nation (plan, "FR");
  LiaisonId unit = ADD (plan, participant, (gpointer) participant (plan, "FR", LIAISON_PARTICIPANT_TYPE_UNIT));
  LiaisonParticipantData *member = person (plan, "FR", 0), *other = person (plan, "NO", 0);
  LiaisonSiteData *site = plan_begin (plan, &liaison_site_kind), *room;
  LiaisonPackData *pack = plan_begin (plan, &liaison_pack_kind);

  nation (plan, "NO");
  member->parent = unit;
  site->nation = g_intern_string ("FR");
  pack->nation = g_intern_string ("FR");
  LiaisonId member_id = ADD (plan, participant, (gpointer) member);
  LiaisonId other_id = ADD (plan, participant, (gpointer) other);
  LiaisonId site_id = ADD (plan, site, (gpointer) site);
  room = plan_begin (plan, &liaison_site_kind);
  room->parent = site_id;
  LiaisonId room_id = ADD (plan, site, (gpointer) room);
  LiaisonId pack_id = ADD (plan, pack, (gpointer) pack);
  g_auto (Look) look = look_at (plan, fr);

  g_assert_cmpuint (look.found->n_lost, ==, 6);
  g_assert_cmpint (AFTER (Nation, look, fr)->status, ==, LIAISON_NATION_STATUS_WITHDRAWN);
  g_assert_cmpint (AFTER (Participant, look, unit)->status, ==, LIAISON_PARTICIPANT_STATUS_CANCELLED);
  g_assert_cmpint (AFTER (Participant, look, member_id)->status, ==,
                   LIAISON_PARTICIPANT_STATUS_CANCELLED);
  g_assert_cmpint (AFTER (Participant, look, other_id)->status, ==,
                   LIAISON_PARTICIPANT_STATUS_UNSET);
  g_assert_cmpint (AFTER (Site, look, site_id)->status, ==, LIAISON_SITE_STATUS_LOST);
  g_assert_cmpint (AFTER (Site, look, room_id)->status, ==, LIAISON_SITE_STATUS_LOST);
  g_assert_cmpint (AFTER (Pack, look, pack_id)->status, ==, LIAISON_PACK_STATUS_WITHDRAWN);
}

/* A group stands for all its nations. */
static void
test_group (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId fr = nation (plan, "FR"), pl = nation (plan, "PL"), no = nation (plan, "NO");
  LiaisonGroupData *group = plan_begin (plan, &liaison_group_kind);

  group->members = codes ("FR", "PL");
  g_auto (Look) look = look_at (plan, ADD (plan, group, (gpointer) group));

  g_assert_cmpint (AFTER (Nation, look, fr)->status, ==, LIAISON_NATION_STATUS_WITHDRAWN);
  g_assert_cmpint (AFTER (Nation, look, pl)->status, ==, LIAISON_NATION_STATUS_WITHDRAWN);
  g_assert_cmpint (AFTER (Nation, look, no)->status, ==, LIAISON_NATION_STATUS_CONFIRMED);
}

/* The room must be free, and hold those expected; what was proposed once is taken afterwards. */
static void
test_site_is_replaced (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId lost = site (plan, 40), busy = site (plan, 40), small = site (plan, 10);
  LiaisonId good = site (plan, 60), large = site (plan, 200);
  LiaisonId first = event_at (plan, lost, 10, 30), second = event_at (plan, lost, 11, 30);

  event_at (plan, busy, 11, 5);
  g_auto (Look) look = look_at (plan, lost);
  const LiaisonBreak *each = find (&look, first, "no place");

  g_assert_nonnull (each);
  g_assert_cmpint (each->severity, ==, LIAISON_SEVERITY_ERROR);
  g_assert_cmpuint (each->substitutes->len, ==, 2);
  g_assert_true (liaison_id_same (AFTER (Event, look, first)->site, good));
  g_assert_true (liaison_id_same (AFTER (Event, look, second)->site, large));
  for (guint i = 0; i < each->substitutes->len; i++)
    {
      LiaisonId id = g_array_index (each->substitutes, LiaisonSubstitute, i).record;
      g_assert_false (liaison_id_same (id, busy) || liaison_id_same (id, small));
    }
}

/* Parts go where the whole goes. */
static void
test_parts_follow (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId lost = site (plan, 40), room = site (plan, 41);
  LiaisonId whole = event_at (plan, lost, 10, 30);
  LiaisonEventData *part = plan_event (plan, 10, 1);

  site (plan, 40);
  part->parent = whole;
  part->site = lost;
  LiaisonId part_id = ADD (plan, event, (gpointer) part);
  g_auto (Look) look = look_at (plan, lost);

  g_assert_true (liaison_id_same (AFTER (Event, look, whole)->site,
                                  AFTER (Event, look, part_id)->site));
  g_assert_false (liaison_id_same (AFTER (Event, look, whole)->site, lost));
  (void) room;
}

/* Somebody of the same area and free; who is at another event then is not asked, nor twice. */
static void
test_chair_is_replaced (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId lost = ADD (plan, participant, (gpointer) person (plan, "FR", LIAISON_FUNCTIONAL_AREA_MEDICAL));
  LiaisonId free_one = ADD (plan, participant, (gpointer) person (plan, "NO", LIAISON_FUNCTIONAL_AREA_MEDICAL));
  LiaisonId busy = ADD (plan, participant, (gpointer) person (plan, "FR", LIAISON_FUNCTIONAL_AREA_MEDICAL));
  LiaisonId first = event_with_chair (plan, lost, 10), second = event_with_chair (plan, lost, 11);
  LiaisonId later = event_with_chair (plan, lost, 50);

  ADD (plan, participant, (gpointer) person (plan, "NO", LIAISON_FUNCTIONAL_AREA_CYBER));
  event_with_chair (plan, busy, 9);
  event_with_chair (plan, busy, 11.5);
  g_auto (Look) look = look_at (plan, lost);

  g_assert_true (liaison_id_same (AFTER (Event, look, first)->chair, free_one));
  g_assert_true (liaison_id_is_zero (AFTER (Event, look, second)->chair));
  g_assert_cmpuint (find (&look, second, "no chair")->preferred, ==, LIAISON_NO_SUBSTITUTE);
  g_assert_true (liaison_id_same (AFTER (Event, look, later)->chair, busy));
}

static LiaisonItems *
languages (Plan *plan, const char *const *tags, gboolean interprets)
{
  LiaisonBlock *blocks[4];
  guint n = 0;

  for (; tags[n] != NULL; n++)
    {
      LiaisonSpokenLanguageData *spoken
          = (gpointer) liaison_block_new (&liaison_spoken_language_shape, plan_id (++plan->made));
      g_assert_true (liaison_level_parse (tags[n], strlen (tags[n]), &spoken->level));
      spoken->interprets = interprets;
      blocks[n] = &spoken->block;
    }
  return liaison_items_new_take (blocks, n);
}

static LiaisonId
speaker (Plan *plan, const char *code, gboolean interprets, const char *one, const char *other)
{
  const char *const tags[] = { one, other, NULL };
  LiaisonParticipantData *block = person (plan, code, 0);

  block->languages = languages (plan, tags, interprets);
  return ADD (plan, participant, (gpointer) block);
}

static LiaisonItems *
role (Plan *plan, LiaisonEventRole part, LiaisonId who)
{
  LiaisonEventRoleData *block
      = (gpointer) liaison_block_new (&liaison_event_role_shape, plan_id (++plan->made));
  LiaisonBlock *each = &block->block;

  block->role = part;
  block->participant = who;
  return liaison_items_new_take (&each, 1);
}

/* Who steps in must be able to interpret between the same languages. */
static void
test_interpreter (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId lost = speaker (plan, "FR", TRUE, "ar 3333", "fr 3333");
  LiaisonEventData *event = plan_event (plan, 10, 2);

  speaker (plan, "JO", FALSE, "ar", NULL);
  speaker (plan, "FR", FALSE, "fr", NULL);
  speaker (plan, "FR", FALSE, "ar 1111", "fr");
  LiaisonId able = speaker (plan, "JO", FALSE, "ar", "fr 2222");
  event->roles = role (plan, LIAISON_EVENT_ROLE_INTERPRETER, lost);
  LiaisonId event_id = ADD (plan, event, (gpointer) event);
  g_auto (Look) look = look_at (plan, lost);
  const LiaisonBreak *each = find (&look, event_id, "interpret");

  g_assert_nonnull (each);
  g_assert_cmpint (each->type, ==, LIAISON_BREAK_LANGUAGE);
  g_assert_cmpuint (each->substitutes->len, ==, 1);
  g_assert_true (liaison_id_same (g_array_index (each->substitutes, LiaisonSubstitute, 0).record, able));
  /* Nobody is left whose trade it is. */
  g_assert_nonnull (find (&look, lost, "nobody interprets"));
}

/* What is over when it begins does not count, nor what is done or cancelled. */
static void
test_from (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId lost = site (plan, 40);
  LiaisonId before = event_at (plan, lost, 1, 5), across = event_at (plan, lost, 9, 5);
  LiaisonId after = event_at (plan, lost, 20, 5);
  LiaisonEventData *off = plan_event (plan, 30, 1);

  off->site = lost;
  off->status = LIAISON_EVENT_STATUS_CANCELLED;
  LiaisonId off_id = ADD (plan, event, (gpointer) off);
  g_auto (Look) look = look_between (plan, lost, PLAN_STARTEX + 10 * PLAN_HOUR,
                                     LIAISON_WITHDRAWAL_FOR_GOOD);

  g_assert_null (find (&look, before, ""));
  g_assert_nonnull (find (&look, across, "no place"));
  g_assert_cmpint (find (&look, across, "no place")->when, ==, PLAN_STARTEX + 10 * PLAN_HOUR);
  g_assert_nonnull (find (&look, after, "no place"));
  g_assert_null (find (&look, off_id, ""));
  /* It was there: its status stays, and its time ends. */
  g_assert_cmpint (AFTER (Site, look, lost)->status, ==, LIAISON_SITE_STATUS_UNSET);
  g_assert_cmpint (AFTER (Site, look, lost)->available_until.seconds, ==,
                   PLAN_STARTEX + 10 * PLAN_HOUR);
}

/* Breaks come by date, the worst of one date first. */
static void
test_order (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId lost = site (plan, 40);

  event_at (plan, lost, 30, 5);
  event_at (plan, lost, 10, 5);
  event_at (plan, lost, 20, 5);
  g_auto (Look) look = look_at (plan, lost);
  gint64 last = G_MININT64;

  g_assert_cmpuint (look.found->breaks->len, ==, 4);
  for (guint i = 0; i < look.found->breaks->len; i++)
    {
      const LiaisonBreak *each = look.found->breaks->pdata[i];
      g_assert_cmpint (each->when, >=, last);
      last = each->when;
    }
}

/* A series that has begun is told, not changed. */
static void
test_series (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId lost = site (plan, 40);
  LiaisonEventData *event = plan_event (plan, 0, 1);

  event->site = lost;
  event->rule = g_ref_string_new ("FREQ=DAILY;COUNT=4");
  LiaisonId id = ADD (plan, event, (gpointer) event);
  g_auto (Look) look = look_between (plan, lost, PLAN_STARTEX + 30 * PLAN_HOUR,
                                     LIAISON_WITHDRAWAL_FOR_GOOD);
  const LiaisonBreak *each = find (&look, id, "no place");

  g_assert_nonnull (each);
  g_assert_true (each->partly);
  g_assert_cmpint (each->when, ==, PLAN_STARTEX + 48 * PLAN_HOUR);
  g_assert_true (liaison_id_same (AFTER (Event, look, id)->site, lost));
}

/* Joining late: what comes before counts, and nothing is cancelled. */
static void
test_late (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId fr = nation (plan, "FR");
  LiaisonId lost = ADD (plan, participant, (gpointer) person (plan, "FR", 0));
  LiaisonId early = event_with_chair (plan, lost, 10), late = event_with_chair (plan, lost, 60);
  g_auto (Look) look = look_between (plan, fr, G_MININT64, PLAN_STARTEX + 48 * PLAN_HOUR);

  g_assert_nonnull (find (&look, early, "no chair"));
  g_assert_null (find (&look, late, ""));
  g_assert_cmpint (AFTER (Nation, look, fr)->status, ==, LIAISON_NATION_STATUS_CONFIRMED);
  g_assert_cmpint (AFTER (Nation, look, fr)->joined, ==, (PLAN_STARTEX + 48 * PLAN_HOUR) / 86400);
  g_assert_cmpint (AFTER (Participant, look, lost)->status, ==, LIAISON_PARTICIPANT_STATUS_UNSET);
  g_assert_cmpint (AFTER (Participant, look, lost)->available_from.seconds, ==,
                   PLAN_STARTEX + 48 * PLAN_HOUR);
}

/* What was given to a nation is recalled when it leaves, and stays with one that only comes later. */
static void
test_holds (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId fr = nation (plan, "FR");
  LiaisonReleaseData *release = plan_begin (plan, &liaison_release_kind);

  release->nation = g_intern_string ("FR");
  release->status = LIAISON_RELEASE_STATUS_RELEASED;
  plan_at (&release->start, -100);
  LiaisonId id = ADD (plan, release, (gpointer) release);
  g_auto (Look) gone = look_at (plan, fr);
  g_auto (Look) later = look_between (plan, fr, G_MININT64, PLAN_STARTEX + 48 * PLAN_HOUR);
  g_assert_nonnull (find (&gone, id, "holds"));
  g_assert_null (find (&later, id, "holds"));
}

static void
test_company (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId fr = nation (plan, "FR");
  LiaisonEventData *alone = plan_event (plan, 1, 1), *pair, *three;

  alone->nations = codes ("FR", NULL);
  LiaisonId alone_id = ADD (plan, event, (gpointer) alone);
  pair = plan_event (plan, 2, 1);
  pair->nations = codes ("FR", "NO");
  LiaisonId pair_id = ADD (plan, event, (gpointer) pair);
  three = plan_event (plan, 3, 1);
  const char *const all[] = { "FR", "NO", "PL" };
  three->nations = liaison_codes_new (all, 3);
  LiaisonId three_id = ADD (plan, event, (gpointer) three);
  g_auto (Look) look = look_at (plan, fr);

  g_assert_cmpint (find (&look, alone_id, "nobody left")->severity, ==, LIAISON_SEVERITY_ERROR);
  g_assert_cmpint (AFTER (Event, look, alone_id)->status, ==, LIAISON_EVENT_STATUS_CANCELLED);
  g_assert_cmpint (find (&look, pair_id, "alone")->severity, ==, LIAISON_SEVERITY_WARNING);
  g_assert_cmpint (find (&look, three_id, "without {lost}")->severity, ==, LIAISON_SEVERITY_NOTE);
  g_assert_false (liaison_codes_contains (AFTER (Event, look, three_id)->nations, "FR"));
}

/* What is left alone stays; without a substitute the place is empty. */
static void
test_choices (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId lost = site (plan, 40), good = site (plan, 40);
  LiaisonId event = event_at (plan, lost, 10, 5);
  g_auto (Look) look = look_at (plan, lost);
  guint n = look.found->breaks->len;
  g_autofree LiaisonBreakChoice *choices = g_new0 (LiaisonBreakChoice, n);

  g_assert_true (liaison_id_same (AFTER (Event, look, event)->site, good));
  for (guint i = 0; i < n; i++)
    choices[i].left = TRUE;
  g_autoptr (LiaisonSnapshot) same = liaison_withdrawal_apply (look.found, choices);
  g_assert_true (liaison_id_same (LIAISON_DATA (Event, liaison_snapshot_find (same, event))->site, lost));
  for (guint i = 0; i < n; i++)
    choices[i] = (LiaisonBreakChoice){ FALSE, LIAISON_NO_SUBSTITUTE };
  g_autoptr (LiaisonSnapshot) bare = liaison_withdrawal_apply (look.found, choices);
  g_assert_true (liaison_id_is_zero (LIAISON_DATA (Event, liaison_snapshot_find (bare, event))->site));
}

static void
test_refusals (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId event = event_at (plan, none, 1, 5), place = site (plan, 5);
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  const LiaisonWithdrawalOptions refused[] = {
    { event, 0, LIAISON_WITHDRAWAL_FOR_GOOD },
    { plan_id (3999), 0, LIAISON_WITHDRAWAL_FOR_GOOD },
    { none, 0, LIAISON_WITHDRAWAL_FOR_GOOD },
    { place, 100, 100 },
    { place, 100, 50 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_null (liaison_withdrawal_new (snapshot, &refused[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/withdraw/nation-goes-with-its-own", test_nation_goes_with_its_own);
  g_test_add_func ("/withdraw/group", test_group);
  g_test_add_func ("/withdraw/site-is-replaced", test_site_is_replaced);
  g_test_add_func ("/withdraw/parts-follow", test_parts_follow);
  g_test_add_func ("/withdraw/chair-is-replaced", test_chair_is_replaced);
  g_test_add_func ("/withdraw/interpreter", test_interpreter);
  g_test_add_func ("/withdraw/from", test_from);
  g_test_add_func ("/withdraw/order", test_order);
  g_test_add_func ("/withdraw/series", test_series);
  g_test_add_func ("/withdraw/late", test_late);
  g_test_add_func ("/withdraw/company", test_company);
  g_test_add_func ("/withdraw/holds", test_holds);
  g_test_add_func ("/withdraw/choices", test_choices);
  g_test_add_func ("/withdraw/refusals", test_refusals);
  return g_test_run ();
}
