/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/calendar-system.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_calendar_systems,
  [LIAISON_CALENDAR_SYSTEM_GREGORIAN] = { "gregorian", N_("Gregorian") },
  [LIAISON_CALENDAR_SYSTEM_JULIAN] = { "julian", N_("Julian") },
  [LIAISON_CALENDAR_SYSTEM_ISLAMIC_UMALQURA] = { "islamic-umalqura", N_("Islamic (Umm al-Qura)") },
  [LIAISON_CALENDAR_SYSTEM_ISLAMIC_CIVIL] = { "islamic-civil", N_("Islamic (civil)") },
  [LIAISON_CALENDAR_SYSTEM_HEBREW] = { "hebrew", N_("Hebrew") },
  [LIAISON_CALENDAR_SYSTEM_CHINESE] = { "chinese", N_("Chinese") },
  [LIAISON_CALENDAR_SYSTEM_PERSIAN] = { "persian", N_("Persian") },
  [LIAISON_CALENDAR_SYSTEM_COPTIC] = { "coptic", N_("Coptic") },
  [LIAISON_CALENDAR_SYSTEM_ETHIOPIC] = { "ethiopic", N_("Ethiopic") },
  [LIAISON_CALENDAR_SYSTEM_INDIAN] = { "indian", N_("Indian national") },
  [LIAISON_CALENDAR_SYSTEM_BUDDHIST] = { "buddhist", N_("Buddhist") },
  [LIAISON_CALENDAR_SYSTEM_JAPANESE] = { "japanese", N_("Japanese") });
