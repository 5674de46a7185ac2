/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days of the year in the calendars people reckon in. */
#pragma once

#include "record/kinds/calendar-system.h"

G_BEGIN_DECLS

/* Called with each day (since 1970-01-01) on which the @day of the @month (from 1) falls in that
 * calendar, in ascending order.
 *
 * Months are counted as ICU has them: in the Hebrew calendar Tishri is 1, Adar I 6 (leap years
 * only), Adar and Adar II 7, Nisan 8, Elul 13; in the Chinese one leap months are passed over;
 * Coptic and Ethiopic years have 13. A day that a year does not have (29 February, the 30th of a
 * short month) does not fall in it. Computed days of calendars that go by the moon are suggestions;
 * ICU 72 is a day off the published calendars in few years, of which those known are mended. */
typedef void (*LiaisonDayFunc) (gint32 day, gpointer data);

void liaison_calendar_system_foreach_day (LiaisonCalendarSystem system,
                                          int month,
                                          int day,
                                          gint32 from,
                                          gint32 until,
                                          LiaisonDayFunc func,
                                          gpointer data);

/* The day of Easter in the Gregorian year, Western and Eastern. */
gint32 liaison_easter_western (int year);
gint32 liaison_easter_eastern (int year);

G_END_DECLS
