/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/observance.h"

#include "record/record.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_observance_types,
  [LIAISON_OBSERVANCE_TYPE_NATIONAL_DAY] = { "national-day", N_("National day") },
  [LIAISON_OBSERVANCE_TYPE_PUBLIC_HOLIDAY] = { "public-holiday", N_("Public holiday") },
  [LIAISON_OBSERVANCE_TYPE_RELIGIOUS] = { "religious", N_("Religious observance") },
  [LIAISON_OBSERVANCE_TYPE_WEEKEND] = { "weekend", N_("Weekend") },
  [LIAISON_OBSERVANCE_TYPE_PRAYER] = { "prayer", N_("Prayer") },
  [LIAISON_OBSERVANCE_TYPE_FASTING] = { "fasting", N_("Fasting") },
  /* Translators: Time off */
  [LIAISON_OBSERVANCE_TYPE_REST] = { "rest", N_("Rest") },
  [LIAISON_OBSERVANCE_TYPE_MEMORIAL] = { "memorial", N_("Memorial day") },
  [LIAISON_OBSERVANCE_TYPE_WORKING_TIME] = { "working-time", N_("Working time") },
  [LIAISON_OBSERVANCE_TYPE_OTHER] = { "other", N_("Other") });

LIAISON_DEFINE_CHOICES (liaison_observance_basises,
  [LIAISON_OBSERVANCE_BASIS_DATES] = { "dates", N_("Dates as listed") },
  [LIAISON_OBSERVANCE_BASIS_YEARLY] = { "yearly", N_("Day of the year in its calendar") },
  [LIAISON_OBSERVANCE_BASIS_RECURRENCE] = { "recurrence", N_("Recurrence rule") },
  [LIAISON_OBSERVANCE_BASIS_EASTER_WESTERN] = { "easter-western", N_("Days from Western Easter") },
  [LIAISON_OBSERVANCE_BASIS_EASTER_EASTERN] = { "easter-eastern", N_("Days from Eastern Easter") });

LIAISON_DEFINE_CHOICES (liaison_observance_effects,
  [LIAISON_OBSERVANCE_EFFECT_NO_WORK] = { "no-work", N_("No work") },
  [LIAISON_OBSERVANCE_EFFECT_NO_EVENTS] = { "no-events", N_("No events") },
  [LIAISON_OBSERVANCE_EFFECT_SHORT_HOURS] = { "short-hours", N_("Short hours") },
  [LIAISON_OBSERVANCE_EFFECT_AVOID] = { "avoid", N_("Avoid where possible") },
  [LIAISON_OBSERVANCE_EFFECT_CARE] = { "care", N_("Take care") });

LIAISON_DEFINE_CHOICES (liaison_observance_statuses,
  [LIAISON_OBSERVANCE_STATUS_SUGGESTED] = { "suggested", N_("Suggested") },
  [LIAISON_OBSERVANCE_STATUS_PROPOSED] = { "proposed", N_("Proposed") },
  [LIAISON_OBSERVANCE_STATUS_APPROVED] = { "approved", N_("Approved by the nation") },
  [LIAISON_OBSERVANCE_STATUS_REFUSED] = { "refused", N_("Refused") });

LIAISON_DEFINE_ITEM (ObservedDate, liaison_observed_date_shape, "observed-date", N_("Date"),
                     LIAISON_OBSERVED_DATE_FIELDS);

LIAISON_DEFINE_KIND (Observance, observance, OBSERVANCE, "observance", N_("Observance"),
                     .plural = "observances", .plural_label = N_("Observances"))
