/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would stand against an event, were it elsewhere. */
#include "config.h"

#include "schedule/placement.h"

#include "plan.h"

#include <string.h>

typedef struct
{
  Plan *plan;
  LiaisonId hall, annex, team;
  LiaisonId first, second, other;
} Made;

static LiaisonId
add_site (Plan *plan, LiaisonId far)
{
  LiaisonSiteData *site = plan_begin (plan, &liaison_site_kind);

  site->type = LIAISON_SITE_TYPE_BUILDING;
  site->at_once = 1;
  if (!liaison_id_is_zero (far))
    {
      LiaisonTravelTimeData *way =
          (gpointer) liaison_block_new (&liaison_travel_time_shape, plan_id (++plan->made));
      LiaisonBlock *block = &way->block;
      way->site = far;
      way->time = 2 * PLAN_HOUR;
      site->travel = liaison_items_new_take (&block, 1);
    }
  return plan_add (plan, &liaison_site_kind, site);
}

static LiaisonId
add_event (Made *made, double start, LiaisonId site, const LiaisonId *team)
{
  LiaisonEventData *event = plan_event (made->plan, start, 1);

  event->site = site;
  if (team != NULL)
    event->participants = liaison_ids_new (team, 1);
  return plan_add (made->plan, &liaison_event_kind, event);
}

/* Two in the hall at 0 and 4, one of the same team in the annex, two hours away, at 8. */
static Made
make (void)
{
  Made made = { .plan = plan_new () };

  made.annex = add_site (made.plan, (LiaisonId){ 0 });
  made.hall = add_site (made.plan, made.annex);
  made.team = plan_person (made.plan);
  made.first = add_event (&made, 0, made.hall, &made.team);
  made.second = add_event (&made, 4, made.hall, NULL);
  made.other = add_event (&made, 8, made.annex, &made.team);
  return made;
}

static const char *
ask (const Made *made, double hours, LiaisonId to, const LiaisonId *moving, guint n)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (made->plan->document);
  g_autoptr (LiaisonPlacement) placement = liaison_placement_new (snapshot);
  g_autoptr (GArray) operands = liaison_operands_new ();
  gint64 start = PLAN_STARTEX + (gint64) (hours * PLAN_HOUR);
  LiaisonPlace place = { .event = made->first,
                         .was_start = PLAN_STARTEX,
                         .start = start,
                         .end = start + PLAN_HOUR,
                         .from = made->hall,
                         .to = liaison_id_is_zero (to) ? made->hall : to,
                         .moving = moving,
                         .n_moving = n };
  const char *sentence = liaison_placement_find (placement, &place, operands);

  g_assert_true ((sentence == NULL) == (operands->len == 0));
  return sentence == NULL                        ? "free"
         : strstr (sentence, "taken") != NULL    ? "taken"
         : strstr (sentence, "takes") != NULL    ? "journey"
         : strstr (sentence, "order") != NULL    ? "order"
                                                 : "?";
}

static void
test_places (void)
{
  static const struct
  {
    double hours;
    gboolean annex;
    const char *expected;
  } places[] = {
    { 0, FALSE, "free" },     { 1, FALSE, "free" },   { 3, FALSE, "free" },
    { 3.5, FALSE, "taken" },  { 4, FALSE, "taken" },  { 4.5, FALSE, "taken" },
    { 5, FALSE, "free" },     { 5.5, FALSE, "journey" }, { 4, TRUE, "free" },
    { 7.5, TRUE, "taken" },   { 7, TRUE, "free" },    { 10, FALSE, "journey" },
    { 11, FALSE, "free" },
  };
  Made made = make ();

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const char *found =
          ask (&made, places[i].hours, places[i].annex ? made.annex : (LiaisonId){ 0 }, NULL, 0);
      if (strcmp (found, places[i].expected) != 0)
        g_error ("at %g: %s, expected %s", places[i].hours, found, places[i].expected);
    }
  /* What moves along stands against nothing. */
  g_assert_cmpstr (ask (&made, 4, (LiaisonId){ 0 }, &made.second, 1), ==, "free");
  plan_free (made.plan);
}

static void
test_order (void)
{
  Made made = make ();
  LiaisonEventData *event = plan_event (made.plan, 20, 1);

  event->dependencies =
      plan_dependency (made.plan, made.first, LIAISON_DEPENDENCY_TYPE_FINISH_START, 0);
  plan_add (made.plan, &liaison_event_kind, event);
  g_assert_cmpstr (ask (&made, 19, (LiaisonId){ 0 }, NULL, 0), ==, "free");
  g_assert_cmpstr (ask (&made, 19.5, (LiaisonId){ 0 }, NULL, 0), ==, "order");
  plan_free (made.plan);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/placement/places", test_places);
  g_test_add_func ("/schedule/placement/order", test_order);
  return g_test_run ();
}
