/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arrivals, departures and visit requests of people and what they bring. */
#pragma once

#include "record/kind.h"
#include "record/kinds/clearance-state.h"
#include "record/kinds/shared-fields.h"
#include "record/kinds/site.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_MOVEMENT_STATUS_UNSET,
  LIAISON_MOVEMENT_STATUS_PLANNED,
  LIAISON_MOVEMENT_STATUS_CONFIRMED,
  LIAISON_MOVEMENT_STATUS_ARRIVED,
  LIAISON_MOVEMENT_STATUS_DEPARTED,
  LIAISON_MOVEMENT_STATUS_CANCELLED,
} LiaisonMovementStatus;
extern const LiaisonChoices liaison_movement_statuses;

#define LIAISON_MOVEMENT_FIELDS(F, T)                                                              \
  F (T, STRING, serial, "serial", N_("Serial"), .open = TRUE, .group = N_("Movement"),             \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_COLUMN)                                           \
  F (T, REFERENCE, participant, "participant", N_("Person or unit"), .open = TRUE,                 \
     .targets = LIAISON_TARGET (PARTICIPANT),                                                      \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, NATION, nation, "nation", N_("Nation"), .open = TRUE, .flags = LIAISON_FIELD_COLUMN)       \
  F (T, INTEGER, persons, "persons", N_("People"), .open = TRUE, .minimum = 0, .maximum = 1000000) \
  F (T, CHOICE, status, "status", N_("Status"), .open = TRUE,                                      \
     .choices = &liaison_movement_statuses,                                                        \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, TEXT, purpose, "purpose", N_("Purpose"), .open = TRUE)                                     \
  F (T, REFERENCES, events, "events", N_("Events"), .open = TRUE,                                  \
     .targets = LIAISON_TARGET (EVENT),                                                            \
     .help = N_("What they come for."))                                                            \
  F (T, INSTANT, arrival, "arrival", N_("Arrival"), .open = TRUE, .group = N_("Arrival"),          \
     .flags = LIAISON_FIELD_START | LIAISON_FIELD_COLUMN)                                          \
  F (T, CHOICE, arrival_mode, "arrival-mode", N_("Arrives by"), .open = TRUE,                      \
     .choices = &liaison_travel_modes)                                                             \
  F (T, STRING, arrival_flight, "arrival-flight", N_("Flight or train"), .open = TRUE,             \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, TEXT, arrival_from, "arrival-from", N_("Coming from"), .open = TRUE)                       \
  F (T, REFERENCE, arrival_site, "arrival-site", N_("Arrives at"), .open = TRUE,                   \
     .targets = LIAISON_TARGET (SITE), .flags = LIAISON_FIELD_COLUMN)                              \
  F (T, BOOLEAN, arrival_met, "arrival-met", N_("To be met"), .open = TRUE)                        \
  F (T, INSTANT, departure, "departure", N_("Departure"), .open = TRUE, .group = N_("Departure"),  \
     .flags = LIAISON_FIELD_END | LIAISON_FIELD_COLUMN)                                            \
  F (T, CHOICE, departure_mode, "departure-mode", N_("Departs by"), .open = TRUE,                  \
     .choices = &liaison_travel_modes)                                                             \
  F (T, STRING, departure_flight, "departure-flight", N_("Flight or train"), .open = TRUE)         \
  F (T, TEXT, departure_to, "departure-to", N_("Going to"), .open = TRUE)                          \
  F (T, REFERENCE, departure_site, "departure-site", N_("Departs from"), .open = TRUE,             \
     .targets = LIAISON_TARGET (SITE))                                                             \
  F (T, BOOLEAN, departure_taken, "departure-taken", N_("To be taken there"), .open = TRUE)        \
  F (T, CHOICE, visit_request, "visit-request", N_("Visit request"), .open = TRUE,                 \
     .group = N_("Visit"),                                                                         \
     .choices = &liaison_clearance_states, .flags = LIAISON_FIELD_COLUMN)                          \
  F (T, STRING, visit_number, "visit-number", N_("Number of the visit request"))                   \
  F (T, DATE, visit_sent, "visit-sent", N_("Sent on"), .open = TRUE)                               \
  F (T, DATE, visit_from, "visit-from", N_("Valid from"), .open = TRUE)                            \
  F (T, DATE, visit_until, "visit-until", N_("Valid until"), .open = TRUE)                         \
  F (T, CHOICE, visa, "visa", N_("Visa"), .open = TRUE, .choices = &liaison_clearance_states)      \
  F (T, CHOICE, customs, "customs", N_("Customs"), .open = TRUE,                                   \
     .choices = &liaison_clearance_states)                                                         \
  F (T, CHOICE, diplomatic, "diplomatic", N_("Diplomatic clearance"), .open = TRUE,                \
     .choices = &liaison_clearance_states)                                                         \
  F (T, STRING, diplomatic_number, "diplomatic-number", N_("Number of the clearance"))             \
  F (T, REFERENCE, escort, "escort", N_("Escort"), .open = TRUE,                                   \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, TEXT, baggage, "baggage", N_("Baggage and cargo"), .open = TRUE, .group = N_("Load"),      \
     .flags = LIAISON_FIELD_LONG)                                                                  \
  F (T, BOOLEAN, weapons, "weapons", N_("Weapons"), .open = TRUE)                                  \
  F (T, INTEGER, vehicles, "vehicles", N_("Vehicles"), .open = TRUE,                               \
     .minimum = 0, .maximum = 100000)                                                              \
  F (T, REFERENCE, quarters, "quarters", N_("Accommodation"), .open = TRUE, .group = N_("Stay"),   \
     .targets = LIAISON_TARGET (SITE))                                                             \
  F (T, STRING, room, "room", N_("Room"), .open = TRUE)                                            \
  F (T, REFERENCES, support, "support", N_("Support requests"), .open = TRUE,                      \
     .targets = LIAISON_TARGET (SUPPORT_REQUEST))                                                  \
  LIAISON_MARKED_FIELDS (F, T)                                                                     \
  LIAISON_REMARKS_FIELDS (F, T)

LIAISON_DECLARE_KIND (Movement, movement, MOVEMENT)

G_END_DECLS
