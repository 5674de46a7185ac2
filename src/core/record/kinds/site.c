/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/site.h"

#include "record/record.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_site_types,
  [LIAISON_SITE_TYPE_AREA] = { "area", N_("Area") },
  /* Translators: A military base */
  [LIAISON_SITE_TYPE_BASE] = { "base", N_("Base") },
  [LIAISON_SITE_TYPE_CAMP] = { "camp", N_("Camp") },
  [LIAISON_SITE_TYPE_BUILDING] = { "building", N_("Building") },
  [LIAISON_SITE_TYPE_ROOM] = { "room", N_("Room") },
  /* Translators: A firing range */
  [LIAISON_SITE_TYPE_RANGE] = { "range", N_("Range") },
  [LIAISON_SITE_TYPE_TRAINING_AREA] = { "training-area", N_("Training area") },
  [LIAISON_SITE_TYPE_AIRFIELD] = { "airfield", N_("Airfield") },
  /* Translators: A harbour */
  [LIAISON_SITE_TYPE_PORT] = { "port", N_("Port") },
  [LIAISON_SITE_TYPE_SEA_AREA] = { "sea-area", N_("Sea area") },
  [LIAISON_SITE_TYPE_AIRSPACE] = { "airspace", N_("Airspace") },
  [LIAISON_SITE_TYPE_STATION] = { "station", N_("Railway or bus station") },
  [LIAISON_SITE_TYPE_BORDER] = { "border", N_("Border crossing") },
  [LIAISON_SITE_TYPE_COMMAND_POST] = { "command-post", N_("Command post") },
  [LIAISON_SITE_TYPE_MEDIA_CENTRE] = { "media-centre", N_("Media centre") },
  [LIAISON_SITE_TYPE_MEDICAL] = { "medical", N_("Medical facility") },
  [LIAISON_SITE_TYPE_ACCOMMODATION] = { "accommodation", N_("Accommodation") },
  [LIAISON_SITE_TYPE_DINING] = { "dining", N_("Dining facility") },
  [LIAISON_SITE_TYPE_DEPOT] = { "depot", N_("Depot") },
  [LIAISON_SITE_TYPE_NETWORK] = { "network", N_("Network") },
  [LIAISON_SITE_TYPE_VIRTUAL] = { "virtual", N_("Virtual room") },
  [LIAISON_SITE_TYPE_VEHICLE] = { "vehicle", N_("Vehicle") },
  [LIAISON_SITE_TYPE_SHIP] = { "ship", N_("Ship") },
  [LIAISON_SITE_TYPE_AIRCRAFT] = { "aircraft", N_("Aircraft") },
  [LIAISON_SITE_TYPE_EQUIPMENT] = { "equipment", N_("Equipment") },
  [LIAISON_SITE_TYPE_OTHER] = { "other", N_("Other") });

LIAISON_DEFINE_CHOICES (liaison_site_statuses,
  [LIAISON_SITE_STATUS_PROPOSED] = { "proposed", N_("Proposed") },
  [LIAISON_SITE_STATUS_REQUESTED] = { "requested", N_("Requested") },
  [LIAISON_SITE_STATUS_CONFIRMED] = { "confirmed", N_("Confirmed") },
  [LIAISON_SITE_STATUS_READY] = { "ready", N_("Ready") },
  /* Translators: A site that cannot be used any more */
  [LIAISON_SITE_STATUS_LOST] = { "lost", N_("Lost") },
  [LIAISON_SITE_STATUS_RELEASED] = { "released", N_("Given back") });

LIAISON_DEFINE_CHOICES (liaison_travel_modes,
  [LIAISON_TRAVEL_MODE_FOOT] = { "foot", N_("On foot") },
  [LIAISON_TRAVEL_MODE_ROAD] = { "road", N_("Road") },
  [LIAISON_TRAVEL_MODE_RAIL] = { "rail", N_("Rail") },
  [LIAISON_TRAVEL_MODE_AIR] = { "air", N_("Air") },
  [LIAISON_TRAVEL_MODE_SEA] = { "sea", N_("Sea") },
  [LIAISON_TRAVEL_MODE_SHUTTLE] = { "shuttle", N_("Shuttle") });

LIAISON_DEFINE_CHOICES (liaison_photo_rules,
  /* Translators: Photography is allowed */
  [LIAISON_PHOTO_RULE_FREE] = { "free", N_("Free") },
  [LIAISON_PHOTO_RULE_WITH_PERMISSION] = { "with-permission", N_("With permission") },
  [LIAISON_PHOTO_RULE_FORBIDDEN] = { "forbidden", N_("Forbidden") });

LIAISON_DEFINE_ITEM (TravelTime, liaison_travel_time_shape, "travel-time", N_("Travel time"),
                     LIAISON_TRAVEL_TIME_FIELDS);

LIAISON_DEFINE_ITEM (Supply, liaison_supply_shape, "supply", N_("Supply"), LIAISON_SUPPLY_FIELDS);

LIAISON_DEFINE_ITEM (OpeningHours, liaison_opening_hours_shape, "opening-hours",
                     N_("Opening hours"),
                     LIAISON_OPENING_HOURS_FIELDS);

/* Translators: A place, room, range or network, not a web site */
LIAISON_DEFINE_KIND (Site, site, SITE, "site", N_("Site"),
                     .plural = "sites", .plural_label = N_("Sites"))
