/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked for on each day against what there is. STARTEX of plan.h is 15 January 2027, 08:00 Zulu. */
#include "config.h"

#include "arrangements/days.h"
#include "arrangements/movement-days.h"
#include "arrangements/support-days.h"

#include "plan.h"

static const LiaisonId none = { 0, 0 };

static LiaisonSupportRequestData *
begin_request (Plan *plan, LiaisonSupportClass class, gint64 quantity, double from, double until)
{
  LiaisonSupportRequestData *request = plan_begin (plan, &liaison_support_request_kind);

  request->class = (int) class;
  request->quantity = quantity;
  request->nation = g_intern_string ("FR");
  plan_at (&request->start, from);
  plan_at (&request->end, until);
  return request;
}

static LiaisonId
add_camp (Plan *plan, LiaisonId parent, gint64 beds)
{
  LiaisonSiteData *site = plan_begin (plan, &liaison_site_kind);

  site->parent = parent;
  site->beds = beds;
  return plan_add (plan, &liaison_site_kind, site);
}

static LiaisonItems *
make_supplies (Plan *plan, LiaisonSupportClass class, gint64 quantity, const char *unit, double from)
{
  LiaisonSupplyData *supply =
      (gpointer) liaison_block_new (&liaison_supply_shape, plan_id (++plan->made));
  LiaisonBlock *block = &supply->block;

  supply->class = (int) class;
  supply->quantity = quantity;
  supply->unit = liaison_text_new (g_intern_string ("en"), unit);
  if (from >= 0)
    plan_at (&supply->start, from);
  return liaison_items_new_take (&block, 1);
}

static LiaisonSupportDays *
look (Plan *plan)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  return liaison_support_days_new (snapshot);
}

/* Of beds the day of leaving does not count, of meals it does. */
static void
test_days (void)
{
  g_autoptr (Plan) plan = plan_new ();
  g_autoptr (LiaisonSupportDays) days = NULL;
  LiaisonId camp = add_camp (plan, none, 100);
  LiaisonSupportRequestData *beds =
      begin_request (plan, LIAISON_SUPPORT_CLASS_ACCOMMODATION, 60, 0, 48);
  LiaisonSupportRequestData *meals = begin_request (plan, LIAISON_SUPPORT_CLASS_RATIONS, 30, 0, 48);
  const LiaisonSupportPool *pool;

  beds->site = camp;
  meals->site = camp;
  plan_add (plan, &liaison_support_request_kind, beds);
  plan_add (plan, &liaison_support_request_kind, meals);
  days = look (plan);
  g_assert_cmpuint (days->pools->len, ==, 2);
  g_assert_cmpint (days->first, ==, liaison_day_of (NULL, PLAN_STARTEX));
  g_assert_cmpuint (days->n_days, ==, 3);
  pool = days->pools->pdata[0];
  g_assert_cmpint (pool->class, ==, LIAISON_SUPPORT_CLASS_ACCOMMODATION);
  g_assert_true (pool->known);
  g_assert_cmpint (pool->asked[0], ==, 60);
  g_assert_cmpint (pool->asked[1], ==, 60);
  g_assert_cmpint (pool->asked[2], ==, 0);
  g_assert_cmpint (pool->available[2], ==, 100);
  g_assert_cmpuint (pool->n_short, ==, 0);
  pool = days->pools->pdata[1];
  g_assert_false (pool->known);
  g_assert_cmpint (pool->asked[2], ==, 30);
}

static void
test_shortfall (void)
{
  g_autoptr (Plan) plan = plan_new ();
  g_autoptr (LiaisonSupportDays) days = NULL;
  LiaisonId base = add_camp (plan, none, 100), tent = add_camp (plan, base, LIAISON_INTEGER_UNSET);
  LiaisonSupportRequestData *first =
      begin_request (plan, LIAISON_SUPPORT_CLASS_ACCOMMODATION, 70, 0, 96);
  LiaisonSupportRequestData *second =
      begin_request (plan, LIAISON_SUPPORT_CLASS_ACCOMMODATION, 40, 24, 48);
  LiaisonSupportRequestData *third =
      begin_request (plan, LIAISON_SUPPORT_CLASS_ACCOMMODATION, 500, 24, 48);
  const LiaisonSupportPool *pool;
  const LiaisonSupportDemand *last;
  LiaisonId id;
  gint64 asked, available;
  gint32 day;

  /* What a tent does not have, the base around it gives. */
  first->site = base;
  second->site = tent;
  second->nation = g_intern_string ("DE");
  third->site = base;
  third->status = LIAISON_SUPPORT_STATUS_REFUSED;
  plan_add (plan, &liaison_support_request_kind, first);
  id = plan_add (plan, &liaison_support_request_kind, second);
  plan_add (plan, &liaison_support_request_kind, third);
  days = look (plan);
  g_assert_cmpuint (days->pools->len, ==, 1);
  pool = days->pools->pdata[0];
  g_assert_cmpuint (pool->n_short, ==, 1);
  g_assert_cmpint (pool->worst, ==, days->first + 1);
  g_assert_cmpint (liaison_support_pool_sum (days, pool, "DE", 1), ==, 40);
  g_assert_cmpint (liaison_support_pool_sum (days, pool, "DE", 0), ==, 0);
  g_assert_cmpint (liaison_support_pool_sum (days, pool, NULL, 1), ==, 110);
  last = liaison_support_pool_find_shortfall (days, pool, &day, &asked, &available);
  g_assert_nonnull (last);
  g_assert_true (liaison_id_same (last->request->id, id));
  g_assert_cmpint (day, ==, days->first + 1);
  g_assert_cmpint (asked, ==, 110);
  g_assert_cmpint (available, ==, 100);
}

/* A supply counts from when it is there; three sittings of meals a day, seats for workspace. */
static void
test_supplies (void)
{
  g_autoptr (Plan) plan = plan_new ();
  g_autoptr (LiaisonSupportDays) days = NULL;
  LiaisonSiteData *depot = plan_begin (plan, &liaison_site_kind);
  LiaisonSiteData *mess = plan_begin (plan, &liaison_site_kind);
  LiaisonSupportRequestData *fuel = begin_request (plan, LIAISON_SUPPORT_CLASS_FUEL, 500, 0, 47);
  LiaisonSupportRequestData *meals = begin_request (plan, LIAISON_SUPPORT_CLASS_RATIONS, 31, 0, 1);
  const LiaisonSupportPool *pool;

  depot->supplies = make_supplies (plan, LIAISON_SUPPORT_CLASS_FUEL, 1000, "litres", 24);
  mess->meals = 10;
  fuel->provider = plan_add (plan, &liaison_site_kind, depot);
  meals->site = plan_add (plan, &liaison_site_kind, mess);
  plan_add (plan, &liaison_support_request_kind, fuel);
  plan_add (plan, &liaison_support_request_kind, meals);
  days = look (plan);
  g_assert_cmpuint (days->pools->len, ==, 2);
  pool = days->pools->pdata[0];
  g_assert_cmpint (pool->class, ==, LIAISON_SUPPORT_CLASS_RATIONS);
  g_assert_cmpint (pool->available[0], ==, 30);
  g_assert_cmpuint (pool->n_short, ==, 1);
  pool = days->pools->pdata[1];
  g_assert_cmpint (pool->available[0], ==, 0);
  g_assert_cmpint (pool->available[1], ==, 1000);
  g_assert_cmpuint (pool->n_short, ==, 1);
}

static void
test_nothing (void)
{
  g_autoptr (Plan) plan = plan_new ();
  g_autoptr (LiaisonSupportDays) days = NULL;
  LiaisonSupportRequestData *timeless = plan_begin (plan, &liaison_support_request_kind);

  timeless->class = LIAISON_SUPPORT_CLASS_FUEL;
  timeless->quantity = 5;
  plan_add (plan, &liaison_support_request_kind, timeless);
  days = look (plan);
  g_assert_cmpuint (days->pools->len, ==, 0);
  g_assert_cmpuint (days->n_days, ==, 0);
  g_assert_cmpuint (days->n_undated, ==, 1);
}

static void
add_movement (Plan *plan, gint64 persons, double arrival, double departure, LiaisonMovementStatus status)
{
  LiaisonMovementData *movement = plan_begin (plan, &liaison_movement_kind);

  movement->persons = persons;
  movement->status = (int) status;
  movement->visit_request = LIAISON_CLEARANCE_STATE_SENT;
  plan_at (&movement->arrival, arrival);
  if (departure >= 0)
    plan_at (&movement->departure, departure);
  plan_add (plan, &liaison_movement_kind, movement);
}

static void
test_movements (void)
{
  g_autoptr (Plan) plan = plan_new ();
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (LiaisonMovementDays) days = NULL;
  static const guint expected[][3] = { { 10, 0, 10 }, { 1, 0, 11 }, { 0, 10, 1 } };

  add_movement (plan, 10, 0, 48, LIAISON_MOVEMENT_STATUS_PLANNED);
  add_movement (plan, LIAISON_INTEGER_UNSET, 24, -1, LIAISON_MOVEMENT_STATUS_PLANNED);
  add_movement (plan, 99, 0, 96, LIAISON_MOVEMENT_STATUS_CANCELLED);
  snapshot = liaison_document_get_snapshot (plan->document);
  days = liaison_movement_days_new (snapshot, NULL);
  g_assert_cmpuint (days->n_days, ==, 3);
  g_assert_cmpuint (days->n_undated, ==, 1);
  g_assert_cmpuint (days->n_open, ==, 2);
  for (guint i = 0; i < days->n_days; i++)
    {
      g_assert_cmpuint (days->days[i].arrive, ==, expected[i][0]);
      g_assert_cmpuint (days->days[i].leave, ==, expected[i][1]);
      g_assert_cmpuint (days->days[i].stay, ==, expected[i][2]);
    }
  g_clear_pointer (&days, liaison_movement_days_free);
  days = liaison_movement_days_new (snapshot, "JP");
  g_assert_cmpuint (days->n_days, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arrangements/support-days/days", test_days);
  g_test_add_func ("/arrangements/support-days/shortfall", test_shortfall);
  g_test_add_func ("/arrangements/support-days/supplies", test_supplies);
  g_test_add_func ("/arrangements/support-days/nothing", test_nothing);
  g_test_add_func ("/arrangements/movement-days/counts", test_movements);
  return g_test_run ();
}
