/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places, rooms, ranges, networks and other things with a capacity that events occupy. */
#pragma once

#include "record/kind.h"
#include "record/kinds/shared-fields.h"
#include "record/kinds/support-class.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_SITE_TYPE_UNSET,
  LIAISON_SITE_TYPE_AREA,
  LIAISON_SITE_TYPE_BASE,
  LIAISON_SITE_TYPE_CAMP,
  LIAISON_SITE_TYPE_BUILDING,
  LIAISON_SITE_TYPE_ROOM,
  LIAISON_SITE_TYPE_RANGE,
  LIAISON_SITE_TYPE_TRAINING_AREA,
  LIAISON_SITE_TYPE_AIRFIELD,
  LIAISON_SITE_TYPE_PORT,
  LIAISON_SITE_TYPE_SEA_AREA,
  LIAISON_SITE_TYPE_AIRSPACE,
  LIAISON_SITE_TYPE_STATION,
  LIAISON_SITE_TYPE_BORDER,
  LIAISON_SITE_TYPE_COMMAND_POST,
  LIAISON_SITE_TYPE_MEDIA_CENTRE,
  LIAISON_SITE_TYPE_MEDICAL,
  LIAISON_SITE_TYPE_ACCOMMODATION,
  LIAISON_SITE_TYPE_DINING,
  LIAISON_SITE_TYPE_DEPOT,
  LIAISON_SITE_TYPE_NETWORK,
  LIAISON_SITE_TYPE_VIRTUAL,
  LIAISON_SITE_TYPE_VEHICLE,
  LIAISON_SITE_TYPE_SHIP,
  LIAISON_SITE_TYPE_AIRCRAFT,
  LIAISON_SITE_TYPE_EQUIPMENT,
  LIAISON_SITE_TYPE_OTHER,
} LiaisonSiteType;
extern const LiaisonChoices liaison_site_types;

typedef enum
{
  LIAISON_SITE_STATUS_UNSET,
  LIAISON_SITE_STATUS_PROPOSED,
  LIAISON_SITE_STATUS_REQUESTED,
  LIAISON_SITE_STATUS_CONFIRMED,
  LIAISON_SITE_STATUS_READY,
  LIAISON_SITE_STATUS_LOST,
  LIAISON_SITE_STATUS_RELEASED,
} LiaisonSiteStatus;
extern const LiaisonChoices liaison_site_statuses;

typedef enum
{
  LIAISON_TRAVEL_MODE_UNSET,
  LIAISON_TRAVEL_MODE_FOOT,
  LIAISON_TRAVEL_MODE_ROAD,
  LIAISON_TRAVEL_MODE_RAIL,
  LIAISON_TRAVEL_MODE_AIR,
  LIAISON_TRAVEL_MODE_SEA,
  LIAISON_TRAVEL_MODE_SHUTTLE,
} LiaisonTravelMode;
extern const LiaisonChoices liaison_travel_modes;

typedef enum
{
  LIAISON_PHOTO_RULE_UNSET,
  LIAISON_PHOTO_RULE_FREE,
  LIAISON_PHOTO_RULE_WITH_PERMISSION,
  LIAISON_PHOTO_RULE_FORBIDDEN,
} LiaisonPhotoRule;
extern const LiaisonChoices liaison_photo_rules;

/* How long it takes from this site to another, and back unless that site says otherwise. */
#define LIAISON_TRAVEL_TIME_FIELDS(F, T)                                                           \
  F (T, REFERENCE, site, "site", N_("Destination"), .open = TRUE, .subject = TRUE,                 \
     .targets = LIAISON_TARGET (SITE),                                                             \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, DURATION, time, "time", N_("Duration"), .open = TRUE, .minimum = 0, .maximum = 8640000,    \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  /* Translators: Mode of travel: road, rail … */                                                  \
  F (T, CHOICE, mode, "mode", N_("Mode"), .open = TRUE, .choices = &liaison_travel_modes,          \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, INTEGER, distance, "distance", N_("Distance"), .open = TRUE,                               \
     .minimum = 0, .maximum = 50000,                                                               \
     .unit = N_("km"))                                                                             \
  F (T, TEXT, notes, "notes", N_("Notes"), .open = TRUE)
LIAISON_DECLARE_DATA (TravelTime, LIAISON_TRAVEL_TIME_FIELDS)
extern const LiaisonShape liaison_travel_time_shape;

/* What a site or provider can give a day. */
#define LIAISON_SUPPLY_FIELDS(F, T)                                                                \
  /* Translators: Class of support: accommodation, rations … */                                    \
  F (T, CHOICE, class, "class", N_("Class"), .open = TRUE, .choices = &liaison_support_classes,    \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, INTEGER, quantity, "quantity", N_("Quantity a day"), .open = TRUE,                         \
     .minimum = 0, .maximum = 100000000,                                                           \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, TEXT, unit, "unit", N_("Unit of quantity"), .open = TRUE, .flags = LIAISON_FIELD_COLUMN)   \
  F (T, INSTANT, start, "start", N_("Available from"), .open = TRUE,                               \
     .flags = LIAISON_FIELD_START | LIAISON_FIELD_COLUMN)                                          \
  F (T, INSTANT, end, "end", N_("Available until"), .open = TRUE,                                  \
     .flags = LIAISON_FIELD_END | LIAISON_FIELD_COLUMN)                                            \
  F (T, TEXT, notes, "notes", N_("Notes"), .open = TRUE)
LIAISON_DECLARE_DATA (Supply, LIAISON_SUPPLY_FIELDS)
extern const LiaisonShape liaison_supply_shape;

#define LIAISON_OPENING_HOURS_FIELDS(F, T)                                                         \
  F (T, STRING, rule, "rule", N_("Repeats"), .open = TRUE,                                         \
     .help = N_("A recurrence rule as in iCalendar (RRULE), such as "                              \
                "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR."))                                              \
  F (T, DURATION, opens, "opens", N_("Opens"), .open = TRUE, .minimum = 0, .maximum = 172800,      \
     .help = N_("Time of day, as hours and minutes after midnight."))                              \
  F (T, DURATION, closes, "closes", N_("Closes"), .open = TRUE, .minimum = 0, .maximum = 172800)   \
  F (T, TEXT, notes, "notes", N_("Notes"), .open = TRUE)
LIAISON_DECLARE_DATA (OpeningHours, LIAISON_OPENING_HOURS_FIELDS)
extern const LiaisonShape liaison_opening_hours_shape;

#define LIAISON_SITE_FIELDS(F, T)                                                                  \
  F (T, STRING, code, "code", N_("Code"), .open = TRUE, .group = N_("Site"),                       \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_COLUMN)                                           \
  F (T, TEXT, name, "name", N_("Name"), .open = TRUE,                                              \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, STRING, aliases, "aliases", N_("Other spellings"),                                         \
     .help = N_("With commas between them; imports then recognise it."))                           \
  F (T, CHOICE, type, "type", N_("Type"), .open = TRUE, .choices = &liaison_site_types,            \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, REFERENCE, parent, "parent", N_("Inside"), .open = TRUE, .targets = LIAISON_TARGET (SITE), \
     .flags = LIAISON_FIELD_PARENT, .help = N_("The site that this one lies in."))                 \
  F (T, NATION, nation, "nation", N_("Nation"), .open = TRUE, .flags = LIAISON_FIELD_COLUMN,       \
     .help = N_("The nation that the site lies in or belongs to."))                                \
  F (T, CHOICE, status, "status", N_("Status"), .open = TRUE, .choices = &liaison_site_statuses,   \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, TEXT, description, "description", N_("Description"), .open = TRUE,                         \
     .flags = LIAISON_FIELD_LONG)                                                                  \
  F (T, ZONE, zone, "zone", N_("Time zone"), .open = TRUE,                                         \
     .group = N_("Place"), .flags = LIAISON_FIELD_COLUMN,                                          \
     .help = N_("Where nothing is said, the zone of the site that it lies in."))                   \
  F (T, STRING, position, "position", N_("Coordinates"), .open = TRUE,                             \
     .help = N_("Latitude and longitude (59.91,10.75) or a grid reference (32VNM9843)."))          \
  F (T, STRING, map, "map", N_("Map sheet"), .open = TRUE)                                         \
  F (T, TEXT, address, "address", N_("Address"), .open = TRUE, .flags = LIAISON_FIELD_LONG)        \
  /* Translators: How to get there */                                                              \
  F (T, TEXT, directions, "directions", N_("Directions"), .open = TRUE,                            \
     .flags = LIAISON_FIELD_LONG)                                                                  \
  F (T, REFERENCE, plan, "plan", N_("Floor plan or sketch"), .open = TRUE,                         \
     .targets = LIAISON_TARGET (ATTACHMENT))                                                       \
  F (T, INTEGER, capacity, "capacity", N_("Capacity"), .open = TRUE, .group = N_("Capacity"),      \
     .minimum = 0, .maximum = 1000000, .unit = N_("people"), .flags = LIAISON_FIELD_COLUMN)        \
  F (T, INTEGER, at_once, "at-once", N_("Events at once"), .open = TRUE,                           \
     .minimum = 1, .maximum = 10000,                                                               \
     .help = N_("How many events may take place at the same time; one where nothing is said."))    \
  F (T, INTEGER, beds, "beds", N_("Beds"), .open = TRUE, .minimum = 0, .maximum = 1000000)         \
  F (T, INTEGER, seats, "seats", N_("Seats"), .open = TRUE, .minimum = 0, .maximum = 1000000)      \
  F (T, INTEGER, meals, "meals", N_("Meals a sitting"), .open = TRUE,                              \
     .minimum = 0, .maximum = 1000000)                                                             \
  F (T, INTEGER, vehicles, "vehicles", N_("Vehicles"), .open = TRUE,                               \
     .minimum = 0, .maximum = 100000)                                                              \
  F (T, ITEMS, supplies, "supplies", N_("Supplies"), .open = TRUE, .items = &liaison_supply_shape) \
  F (T, DURATION, turnaround, "turnaround", N_("Time between events"), .open = TRUE,               \
     .minimum = 0, .maximum = 8640000)                                                             \
  F (T, ITEMS, travel, "travel", N_("Travel times"), .open = TRUE,                                 \
     .items = &liaison_travel_time_shape)                                                          \
  F (T, INSTANT, available_from, "available-from", N_("Available from"), .open = TRUE,             \
     .group = N_("Use"),                                                                           \
     .flags = LIAISON_FIELD_START)                                                                 \
  F (T, INSTANT, available_until, "available-until", N_("Available until"), .open = TRUE,          \
     .flags = LIAISON_FIELD_END)                                                                   \
  F (T, ITEMS, hours, "hours", N_("Opening hours"), .open = TRUE,                                  \
     .items = &liaison_opening_hours_shape)                                                        \
  F (T, REFERENCE, contact, "contact", N_("Contact"), .open = TRUE,                                \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, REFERENCE, owner, "owner", N_("Owner"), .open = TRUE,                                      \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, STRING, phone, "phone", N_("Telephone"), .open = TRUE)                                     \
  F (T, TEXT, facilities, "facilities", N_("Facilities"), .open = TRUE,                            \
     .flags = LIAISON_FIELD_LONG)                                                                  \
  F (T, TEXT, access, "access", N_("Access"), .open = TRUE, .flags = LIAISON_FIELD_LONG,           \
     .help = N_("Passes, gates, escorts and what may not be brought in."))                         \
  F (T, CHOICE, photography, "photography", N_("Photography"), .open = TRUE,                       \
     .choices = &liaison_photo_rules)                                                              \
  F (T, TEXT, safety, "safety", N_("Safety"), .open = TRUE, .flags = LIAISON_FIELD_LONG)           \
  F (T, REFERENCE, medical, "medical", N_("Nearest medical facility"), .open = TRUE,               \
     .targets = LIAISON_TARGET (SITE))                                                             \
  F (T, REFERENCES, agreements, "agreements", N_("Agreements"), .open = TRUE,                      \
     .targets = LIAISON_TARGET (AGREEMENT),                                                        \
     .help = N_("Agreements that must be in force for its use."))                                  \
  LIAISON_MARKED_FIELDS (F, T)                                                                     \
  LIAISON_REMARKS_FIELDS (F, T)                                                                    \
  LIAISON_ORDER_FIELDS (F, T)

LIAISON_DECLARE_KIND (Site, site, SITE)

G_END_DECLS
