/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/dtg.h"
#include "record/value.h"
#include "store/template-private.h"

/* "25OCT27" is the date of a DTG, whose century is the nearest. */
static gboolean
read_dtg_date (const LiaisonManner *manner, const char *text, LiaisonWall *wall)
{
  static GRegex *spelling;
  LiaisonDtgContext context = { .reference = manner->now };
  g_autoptr (GMatchInfo) match = NULL;
  LiaisonInstant instant;

  if (g_once_init_enter (&spelling))
    g_once_init_leave (&spelling, g_regex_new ("^\\s*(\\d{1,2})\\s*([A-Za-z]{3,})\\s*(\\d{2})\\s*$",
                                               0, 0, NULL));
  if (!g_regex_match (spelling, text, 0, &match))
    return FALSE;
  g_autofree char *day = g_match_info_fetch (match, 1), *month = g_match_info_fetch (match, 2);
  g_autofree char *year = g_match_info_fetch (match, 3);
  g_autofree char *dtg
      = g_strdup_printf ("%s%s0000Z%s%s", strlen (day) == 1 ? "0" : "", day, month, year);
  if (!liaison_dtg_parse (dtg, &context, &instant, NULL))
    return FALSE;
  liaison_wall_from_unix (instant.seconds, 0, wall);
  return TRUE;
}

static gboolean
read_date (const LiaisonManner *manner, const char *text, LiaisonWall *wall)
{
  static const LiaisonField field = { .type = LIAISON_FIELD_DATE, .name = "date", .label = "" };
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;

  if (!liaison_manner_read_field (manner, NULL, &field, NULL, text, &value, NULL)
      || value.form == LIAISON_VALUE_NONE)
    return FALSE;
  liaison_date_from_days (value.as.date, &wall->year, &wall->month, &wall->day);
  return TRUE;
}

gboolean
liaison_template_read_date (const LiaisonManner *manner,
                            const char *text,
                            LiaisonTemplateWishes *wishes,
                            GError **error)
{
  LiaisonWall wall = { 0 };

  if (!g_utf8_validate (text, -1, NULL)
      || (!read_date (manner, text, &wall) && !read_dtg_date (manner, text, &wall)))
    return liaison_template_fail (LIAISON_TEMPLATE_ERROR_DATE, error);
  wishes->year = wall.year;
  wishes->month = wall.month;
  wishes->day = wall.day;
  return TRUE;
}
