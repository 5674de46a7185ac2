/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/channel.h"

#include "record/record.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_channel_levels,
  [LIAISON_CHANNEL_LEVEL_NEED_LINE] = { "need-line", N_("Need line") },
  [LIAISON_CHANNEL_LEVEL_CIRCUIT] = { "circuit", N_("Circuit") });

LIAISON_DEFINE_CHOICES (liaison_paces,
  /* Translators: PACE: first choice of circuit */
  [LIAISON_PACE_PRIMARY] = { "primary", N_("Primary") },
  /* Translators: PACE: second choice of circuit */
  [LIAISON_PACE_ALTERNATE] = { "alternate", N_("Alternate") },
  /* Translators: PACE: third choice of circuit */
  [LIAISON_PACE_CONTINGENCY] = { "contingency", N_("Contingency") },
  /* Translators: PACE: last choice of circuit */
  [LIAISON_PACE_EMERGENCY] = { "emergency", N_("Emergency") });

LIAISON_DEFINE_CHOICES (liaison_mediums,
  [LIAISON_MEDIUM_VOICE_RADIO] = { "voice-radio", N_("Voice radio") },
  [LIAISON_MEDIUM_DATA_RADIO] = { "data-radio", N_("Data radio") },
  [LIAISON_MEDIUM_SATELLITE_VOICE] = { "satellite-voice", N_("Satellite telephone") },
  [LIAISON_MEDIUM_TELEPHONE] = { "telephone", N_("Telephone") },
  [LIAISON_MEDIUM_MOBILE] = { "mobile", N_("Mobile telephone") },
  [LIAISON_MEDIUM_VIDEO] = { "video", N_("Video conference") },
  [LIAISON_MEDIUM_CHAT] = { "chat", N_("Chat") },
  [LIAISON_MEDIUM_EMAIL] = { "email", N_("E-mail") },
  [LIAISON_MEDIUM_MESSAGE] = { "message", N_("Formal messages") },
  [LIAISON_MEDIUM_WEB] = { "web", N_("Web portal") },
  [LIAISON_MEDIUM_COMMAND_SYSTEM] = { "command-system", N_("Command and control system") },
  [LIAISON_MEDIUM_DATA_LINK] = { "data-link", N_("Tactical data link") },
  [LIAISON_MEDIUM_TRACKING] = { "tracking", N_("Friendly-force tracking") },
  [LIAISON_MEDIUM_FILE] = { "file", N_("File transfer") },
  [LIAISON_MEDIUM_FAX] = { "fax", N_("Fax") },
  [LIAISON_MEDIUM_COURIER] = { "courier", N_("Courier") },
  [LIAISON_MEDIUM_LIAISON] = { "liaison", N_("Liaison officer") },
  [LIAISON_MEDIUM_VISUAL] = { "visual", N_("Visual signals") },
  [LIAISON_MEDIUM_OTHER] = { "other", N_("Other") });

LIAISON_DEFINE_CHOICES (liaison_bearers,
  [LIAISON_BEARER_FIBRE] = { "fibre", N_("Fibre") },
  [LIAISON_BEARER_COPPER] = { "copper", N_("Copper line") },
  [LIAISON_BEARER_MICROWAVE] = { "microwave", N_("Microwave link") },
  [LIAISON_BEARER_MOBILE_NETWORK] = { "mobile-network", N_("Mobile network") },
  [LIAISON_BEARER_INTERNET] = { "internet", N_("Internet") },
  [LIAISON_BEARER_MILITARY_NETWORK] = { "military-network", N_("Military network") },
  [LIAISON_BEARER_SATELLITE] = { "satellite", N_("Satellite") },
  [LIAISON_BEARER_HF] = { "hf", N_("HF radio") },
  [LIAISON_BEARER_VHF] = { "vhf", N_("VHF radio") },
  [LIAISON_BEARER_UHF] = { "uhf", N_("UHF radio") },
  [LIAISON_BEARER_WIRELESS] = { "wireless", N_("Wireless network") },
  /* Translators: What a message is carried by */
  [LIAISON_BEARER_PERSON] = { "person", N_("Person") },
  /* Translators: Carried by nothing */
  [LIAISON_BEARER_NONE] = { "none", N_("Nothing") });

LIAISON_DEFINE_CHOICES (liaison_channel_hourses,
  [LIAISON_CHANNEL_HOURS_CONTINUOUS] = { "continuous", N_("Around the clock") },
  [LIAISON_CHANNEL_HOURS_SCHEDULED] = { "scheduled", N_("At fixed times") },
  [LIAISON_CHANNEL_HOURS_ON_CALL] = { "on-call", N_("On call") });

LIAISON_DEFINE_CHOICES (liaison_channel_statuses,
  [LIAISON_CHANNEL_STATUS_PLANNED] = { "planned", N_("Planned") },
  [LIAISON_CHANNEL_STATUS_REQUESTED] = { "requested", N_("Requested") },
  [LIAISON_CHANNEL_STATUS_INSTALLED] = { "installed", N_("Installed") },
  /* Translators: A circuit that works */
  [LIAISON_CHANNEL_STATUS_WORKING] = { "working", N_("Working") },
  [LIAISON_CHANNEL_STATUS_DEGRADED] = { "degraded", N_("Degraded") },
  /* Translators: A circuit that does not work */
  [LIAISON_CHANNEL_STATUS_DOWN] = { "down", N_("Down") },
  [LIAISON_CHANNEL_STATUS_CLOSED] = { "closed", N_("Closed") });

LIAISON_DEFINE_CHOICES (liaison_station_roles,
  [LIAISON_STATION_ROLE_CONTROL] = { "control", N_("Net control") },
  [LIAISON_STATION_ROLE_ALTERNATE_CONTROL] = { "alternate-control", N_("Alternate net control") },
  [LIAISON_STATION_ROLE_MEMBER] = { "member", N_("Member") },
  [LIAISON_STATION_ROLE_RELAY] = { "relay", N_("Relay") },
  [LIAISON_STATION_ROLE_LISTENER] = { "listener", N_("Listener") });

/* Translators: One end of a circuit */
LIAISON_DEFINE_ITEM (Station, liaison_station_shape, "station", N_("Station"),
                     LIAISON_STATION_FIELDS);

LIAISON_DEFINE_ITEM (TestPlan, liaison_test_plan_shape, "test-plan", N_("Test plan"),
                     LIAISON_TEST_PLAN_FIELDS);

/* Translators: A circuit of the communications plan */
LIAISON_DEFINE_KIND (Channel, channel, CHANNEL, "channel", N_("Channel"),
                     .plural = "channels", .plural_label = N_("Channels"), .prefix = "CH")
