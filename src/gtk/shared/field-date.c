/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/field-date.h"

#include "shared/field-calendar.h"
#include "words/dates.h"

struct _LiaisonFieldDateRow
{
  LiaisonFieldTyped parent_instance;
};

G_DEFINE_FINAL_TYPE (LiaisonFieldDateRow, liaison_field_date_row, LIAISON_TYPE_FIELD_TYPED)

static gint32
get_day (LiaisonFormRow *row)
{
  const LiaisonBlock *block = liaison_field_target_get_block (liaison_form_row_get_target (row), 0);

  if (block == NULL)
    return LIAISON_DATE_UNSET;
  return *(const gint32 *) LIAISON_BLOCK_AT (block, liaison_form_row_get_field (row));
}

static void
opening_cb (LiaisonFormRow *row, LiaisonFieldCalendar *calendar)
{
  LiaisonManner manner = liaison_session_get_manner (liaison_form_row_get_session (row));
  gint32 day = get_day (row);

  liaison_field_calendar_set_day (calendar,
                                  day != LIAISON_DATE_UNSET ? day : (gint32) (manner.now / 86400));
}

static void
chosen_cb (LiaisonFormRow *row, int days)
{
  gint32 day = days;
  g_auto (LiaisonValue) value = liaison_value_field (liaison_form_row_get_field (row), &day);

  liaison_field_target_set_value (liaison_form_row_get_target (row),
                                  liaison_form_row_get_index (row), &value);
  liaison_form_row_refresh (row);
}

static void
liaison_field_date_row_build (LiaisonFormRow *row)
{
  LIAISON_FORM_ROW_CLASS (liaison_field_date_row_parent_class)->build (row);

  LiaisonFieldCalendar *calendar = liaison_field_calendar_new (liaison_form_row_get_label (row));
  liaison_form_row_add_suffix (row, GTK_WIDGET (calendar));
  g_signal_connect_swapped (calendar, "opening", G_CALLBACK (opening_cb), row);
  g_signal_connect_swapped (calendar, "chosen", G_CALLBACK (chosen_cb), row);
}

/* How far off it is: “in 12 days”. */
static char *
liaison_field_date_row_tell_hint (LiaisonFieldTyped *typed, const LiaisonBlock *block)
{
  LiaisonFormRow *row = LIAISON_FORM_ROW (typed);
  LiaisonManner manner = liaison_session_get_manner (liaison_form_row_get_session (row));
  gint32 day = get_day (row);

  if (day == LIAISON_DATE_UNSET)
    return NULL;
  return liaison_words_format_relative_days (manner.words, day - (gint32) (manner.now / 86400));
}

static void
liaison_field_date_row_class_init (LiaisonFieldDateRowClass *klass)
{
  LIAISON_FORM_ROW_CLASS (klass)->build = liaison_field_date_row_build;
  LIAISON_FIELD_TYPED_CLASS (klass)->tell_hint = liaison_field_date_row_tell_hint;
}

static void
liaison_field_date_row_init (LiaisonFieldDateRow *self)
{
}
