/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plan-generator.h"

#include "record/intern.h"
#include "record/kinds.h"

#include <math.h>

/* Milliseconds: 2026-11-02T08:00Z, when the first record was made. */
#define FIRST_MADE G_GINT64_CONSTANT (1793606400000)
/* Seconds: 2027-05-03T06:00Z, 08:00 in Oslo. */
#define STARTEX G_GINT64_CONSTANT (1809324000)
#define HOUR    3600
#define DAY     86400

static const char *const codes[] = { "NO", "FR", "PL", "DE", "EE", "LV", "LT", "SE",
                                     "FI", "DK", "NL", "BE", "ES", "IT", "PT", "RO",
                                     "CA", "US", "GB", "CZ", "SK", "HU", "GR", "TR" };
static const char *const zones[] = { "Europe/Oslo", "Europe/Paris", "Europe/Warsaw",
                                     "Europe/Tallinn" };
static const char *const topics[][2] = {
  { "Mine clearance of the northern approach", "Déminage de l’accès nord" },
  { "Air defence coordination", "Coordination de la défense aérienne" },
  { "Medical evacuation by helicopter", "Évacuation sanitaire par hélicoptère" },
  { "River crossing with engineers", "Franchissement avec le génie" },
  { "Logistics synchronisation board", "Comité de synchronisation logistique" },
  { "Radio relay set-up & test", "Mise en place & essai du relais radio" },
  { "Host-nation support briefing", "Exposé sur le soutien du pays hôte" },
  { "Cyber incident drill", "Exercice d’incident cyber" },
  { "Civil-military working group", "Groupe de travail civilo-militaire" },
  { "Debriefing of the morning serial", "Compte rendu de la séance du matin" },
};
static const char *const sentences[] = {
  "Both contingents meet at the gate and are led in by the host.",
  "Interpreters are needed for the first hour; later the working language is English.",
  "Safety officers hold the word “STOP EXERCISE” and may use it at any time.",
  "Vehicles stay on the marked routes; the farmer’s \"upper field\" is out of bounds.",
  "The liaison officer of the neighbouring brigade reports before and after.",
};

typedef struct
{
  LiaisonPlan *plan;
  guint64 state;
  guint made;

  GArray *participants, *sites, *objectives, *events; /* of LiaisonId */
  LiaisonMarking *markings[3];
} Maker;

/* A step of the generator splitmix64. */
static guint64
draw (Maker *self)
{
  guint64 word = (self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  word = (word ^ (word >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  word = (word ^ (word >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return word ^ (word >> 31);
}

static guint
below (Maker *self, guint limit)
{
  return draw (self) % limit;
}

static gboolean
chance (Maker *self, guint percent)
{
  return below (self, 100) < percent;
}

/* Records are made some seconds after one another. */
static LiaisonId
new_id (Maker *self)
{
  guint n = self->made++;
  return liaison_id_new_from_parts (FIRST_MADE + n * G_GINT64_CONSTANT (997), n & 0xfff,
                                    draw (self));
}

static LiaisonId
pick (Maker *self, const GArray *ids)
{
  return g_array_index (ids, LiaisonId, below (self, ids->len));
}

static LiaisonText *
text (const char *english, const char *french)
{
  const char *const languages[] = { "en", "fr" };
  const char *interned[2];
  GRefString *strings[] = { g_ref_string_new (english),
                            g_ref_string_new (french != NULL ? french : "") };
  guint n = french != NULL ? 2 : 1;

  for (guint i = 0; i < 2; i++)
    interned[i] = liaison_intern (languages[i], 2);
  if (n == 1)
    g_ref_string_release (strings[1]);
  return liaison_text_new_take (n, interned, strings);
}

static LiaisonText *
numbered (const char *english, const char *french, guint number)
{
  g_autofree char *left = g_strdup_printf ("%s %u", english, number);
  g_autofree char *right = g_strdup_printf ("%s %u", french, number);
  return text (left, right);
}

static const char *
code (guint number)
{
  return liaison_intern (codes[number % G_N_ELEMENTS (codes)], 2);
}

static gpointer
begin (Maker *self, const LiaisonKind *kind, GArray *ids)
{
  LiaisonBlock *block = liaison_block_new (&kind->shape, new_id (self));
  if (ids != NULL)
    g_array_append_val (ids, block->id);
  return block;
}

static void
finish (Maker *self, gpointer block)
{
  LiaisonBlock *made = block;
  liaison_document_fill (self->plan->document, liaison_kind_for_shape (made->shape), made);
}

static void
fix (LiaisonInstant *instant, gint64 seconds, const char *zone)
{
  liaison_instant_from_unix (seconds, zone, instant);
}

static void
make_exercise (Maker *self, guint days)
{
  LiaisonExerciseData *exercise = begin (self, &liaison_exercise_kind, NULL);

  exercise->name = text ("Exercise LONG BRIDGE", "Exercice LONG BRIDGE");
  fix (&exercise->startex, STARTEX, zones[0]);
  fix (&exercise->endex, STARTEX + days * (gint64) DAY, zones[0]);
  exercise->zone = exercise->startex.zone;
  exercise->default_marking = liaison_marking_ref (self->markings[0]);
  finish (self, exercise);
}

static void
make_nations (Maker *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      LiaisonNationData *nation = begin (self, &liaison_nation_kind, NULL);
      nation->code = code (i);
      nation->name = text (codes[i], codes[i]);
      nation->role = i == 0 ? LIAISON_NATION_ROLE_HOST : LIAISON_NATION_ROLE_PARTICIPANT;
      nation->status = LIAISON_NATION_STATUS_CONFIRMED;
      finish (self, nation);
    }
}

static void
make_participants (Maker *self, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      LiaisonId parent = i > 24 ? g_array_index (self->participants, LiaisonId, below (self, i))
                                : (LiaisonId){ 0, 0 };
      LiaisonParticipantData *participant =
          begin (self, &liaison_participant_kind, self->participants);
      participant->name = numbered ("Liaison team", "Équipe de liaison", i + 1);
      participant->type =
          i < 24 ? LIAISON_PARTICIPANT_TYPE_CONTINGENT : LIAISON_PARTICIPANT_TYPE_TEAM;
      participant->nation = code (i);
      participant->role = LIAISON_PARTICIPANT_ROLE_TRAINING_AUDIENCE;
      participant->parent = parent;
      participant->strength = 3 + below (self, 60);
      participant->marking = liaison_marking_ref (self->markings[i % 3]);
      finish (self, participant);
    }
}

static void
make_sites (Maker *self, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      LiaisonSiteData *site = begin (self, &liaison_site_kind, self->sites);
      LiaisonInstant somewhen;
      site->name = numbered ("Range", "Champ de tir", i + 1);
      site->type = LIAISON_SITE_TYPE_TRAINING_AREA;
      fix (&somewhen, STARTEX, zones[i % G_N_ELEMENTS (zones)]);
      site->zone = somewhen.zone;
      site->capacity = 20 + below (self, 400);
      finish (self, site);
    }
}

static void
make_objectives (Maker *self, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      LiaisonObjectiveData *objective = begin (self, &liaison_objective_kind, self->objectives);
      objective->title = numbered ("Train together, part", "S’entraîner ensemble, partie", i + 1);
      objective->type = LIAISON_OBJECTIVE_TYPE_TRAINING;
      finish (self, objective);
    }
}

static LiaisonIds *
pick_set (Maker *self, const GArray *ids, guint n)
{
  LiaisonId members[8];

  for (guint i = 0; i < n; i++)
    members[i] = pick (self, ids);
  return liaison_ids_new (members, n);
}

/* None to three of the fifty events before. */
static LiaisonItems *
make_dependencies (Maker *self, guint event)
{
  LiaisonBlock *blocks[3];
  guint n = event > 50 ? below (self, 4) : 0;

  for (guint i = 0; i < n; i++)
    {
      LiaisonDependencyData *dependency =
          (gpointer) liaison_block_new (&liaison_dependency_shape, new_id (self));
      dependency->event = g_array_index (self->events, LiaisonId, event - 1 - below (self, 50));
      dependency->type = chance (self, 80) ? LIAISON_DEPENDENCY_TYPE_FINISH_START
                                           : LIAISON_DEPENDENCY_TYPE_START_START;
      if (chance (self, 30))
        dependency->lag = (1 + below (self, 8)) * 900;
      blocks[i] = (gpointer) dependency;
    }
  return liaison_items_new_take (blocks, n);
}

static LiaisonItems *
make_booking (Maker *self)
{
  LiaisonBookingData *booking =
      (gpointer) liaison_block_new (&liaison_booking_shape, new_id (self));
  LiaisonBlock *block = (gpointer) booking;

  booking->resource = pick (self, self->participants);
  booking->amount = 1 + below (self, 4);
  booking->status = LIAISON_BOOKING_STATUS_CONFIRMED;
  return liaison_items_new_take (&block, 1);
}

/* Most are fixed, some hang on STARTEX, a few on the event before. */
static void
set_start (Maker *self, LiaisonInstant *start, guint event, gint64 seconds)
{
  guint choice = event > 0 && event % 20 != 0 ? below (self, 100) : 0;

  fix (start, seconds, zones[event % G_N_ELEMENTS (zones)]);
  if (choice < 80)
    return;
  if (choice < 90)
    *start = (LiaisonInstant){ .form = LIAISON_INSTANT_ELAPSED, .seconds = seconds - STARTEX };
  else if (choice < 95)
    *start = (LiaisonInstant){ .form = LIAISON_INSTANT_CLOCK,
                               .days = (seconds - STARTEX) / DAY,
                               .seconds = 9 * HOUR,
                               .zone = start->zone };
  else
    *start = (LiaisonInstant){ .form = LIAISON_INSTANT_ELAPSED,
                               .edge = LIAISON_ANCHOR_END,
                               .seconds = 1800,
                               .anchor = liaison_anchor_for (
                                   g_array_index (self->events, LiaisonId, event - 1)) };
}

static void
make_event (Maker *self, guint number, gint64 seconds)
{
  LiaisonEventData *event = begin (self, &liaison_event_kind, NULL);
  const char *const *topic = topics[below (self, G_N_ELEMENTS (topics))];
  g_autofree char *serial = g_strdup_printf ("EV%06u", number + 1);

  event->serial = g_ref_string_new (serial);
  event->title = numbered (topic[0], topic[1], number + 1);
  event->type = 1 + below (self, LIAISON_EVENT_TYPE_OTHER);
  event->status = 1 + below (self, LIAISON_EVENT_STATUS_CONFIRMED);
  set_start (self, &event->start, number, seconds);
  event->duration = (1 + below (self, 16)) * 1800;
  event->site = pick (self, self->sites);
  event->participants = pick_set (self, self->participants, 1 + (below (self, 5) == 0));
  if (chance (self, 30))
    event->bookings = make_booking (self);
  event->dependencies = make_dependencies (self, number);
  event->objectives = pick_set (self, self->objectives, 1);
  if (chance (self, 60))
    event->description = text (sentences[below (self, G_N_ELEMENTS (sentences))], NULL);
  event->priority = below (self, 10);
  event->marking = liaison_marking_ref (self->markings[below (self, 3)]);
  event->originator = code (below (self, G_N_ELEMENTS (codes)));
  g_array_append_val (self->events, event->block.id);
  finish (self, event);
}

static void
make_inject (Maker *self, guint number, gint64 seconds)
{
  LiaisonInjectData *inject = begin (self, &liaison_inject_kind, NULL);
  g_autofree char *serial = g_strdup_printf ("IN%06u", number + 1);

  inject->serial = g_ref_string_new (serial);
  inject->title = numbered ("Report from the border", "Rapport de la frontière", number + 1);
  inject->type = LIAISON_INJECT_TYPE_KEY_EVENT;
  inject->status = LIAISON_INJECT_STATUS_APPROVED;
  fix (&inject->start, seconds, zones[0]);
  inject->to = pick_set (self, self->participants, 1 + below (self, 2));
  inject->method = LIAISON_INJECT_METHOD_RADIO;
  inject->event = pick (self, self->events);
  inject->expected_action = text (sentences[below (self, G_N_ELEMENTS (sentences))], NULL);
  inject->marking = liaison_marking_ref (self->markings[below (self, 3)]);
  finish (self, inject);
}

static void
maker_init (Maker *self, guint64 seed)
{
  const char *const few[] = { "NO", "FR", "PL" };

  self->plan = liaison_plan_new (liaison_id_new_from_parts (0, 0, 1));
  self->state = seed;
  self->participants = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  self->sites = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  self->objectives = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  self->events = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  for (guint i = 0; i < G_N_ELEMENTS (self->markings); i++)
    {
      g_autoptr (LiaisonCodes) nations =
          i < 2 ? liaison_codes_new (few, 3 - i) : liaison_codes_new (codes, 8);
      self->markings[i] = liaison_marking_new ("EXERCISE-UNCLASSIFIED", nations, NULL);
    }
}

LiaisonPlan *
plan_generate (guint events, guint64 seed)
{
  Maker self = { NULL };
  guint registers = sqrt (events);
  guint days = 10 + MIN (registers, 300);
  gint64 span = days * (gint64) DAY;

  maker_init (&self, seed);
  make_exercise (&self, days);
  make_objectives (&self, 10 + registers / 8);
  make_nations (&self);
  make_participants (&self, 40 + 4 * registers);
  make_sites (&self, 10 + registers);
  for (guint i = 0; i < events; i++)
    make_event (&self, i, STARTEX + span * i / events / 300 * 300);
  for (guint i = 0; i < events / 4; i++)
    make_inject (&self, i, STARTEX + span * 4 * i / events / 300 * 300);

  g_array_unref (self.participants);
  g_array_unref (self.sites);
  g_array_unref (self.objectives);
  g_array_unref (self.events);
  for (guint i = 0; i < G_N_ELEMENTS (self.markings); i++)
    liaison_marking_unref (self.markings[i]);
  return self.plan;
}
