/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/ical-read.h"

#include "record/zone.h"
#include "schedule/recurrence.h"
#include "words/language.h"
#include "words/search.h"

#include <libical/ical.h>
#include <string.h>

#define MAX_BYTES  (4 * 1024 * 1024)
#define MAX_LINE   (64 * 1024)
#define MAX_LINES  200000
#define MAX_DEPTH  6
#define MAX_EVENTS 10000
/* Longer ones are no holidays. */
#define MAX_DAYS   60
#define MAX_TITLE  300
#define MAX_ADVICE 2000
#define DAY        86400

/* One event, as far as it matters. */
typedef struct
{
  char *uid, *title, *language, *advice, *link, *rule;
  gint32 first, last;
  gint64 from, until; /* times of day, s; -1: the whole day */
  const char *zone;   /* interned; NULL: wherever people are */
  gboolean holiday;   /* it says so */
} Event;

static void
event_clear (Event *self)
{
  g_free (self->uid);
  g_free (self->title);
  g_free (self->language);
  g_free (self->advice);
  g_free (self->link);
  g_free (self->rule);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Event, event_clear)

void
liaison_ical_holidays_free (LiaisonIcalHolidays *self)
{
  g_ptr_array_unref (self->blocks);
  g_free (self->name);
  g_free (self);
}

static gboolean
refuse (GError **error, LiaisonExchangeError code, const char *why)
{
  g_set_error_literal (error, LIAISON_EXCHANGE_ERROR, code, why);
  return FALSE;
}

/* A look over the lines before anything parses them. */
typedef struct
{
  guint n_lines, n_events, depth;
  gsize unfolded;               /* bytes of the line that goes on */
  const char *names[MAX_DEPTH]; /* of the components that are open, in the text */
  gsize lengths[MAX_DEPTH];
  gboolean began, ended;
} Lines;

static gboolean
open_component (Lines *self, const char *name, gsize length, GError **error)
{
  self->n_events += length == 6 && g_ascii_strncasecmp (name, "VEVENT", 6) == 0;
  if (self->depth == MAX_DEPTH)
    return refuse (error, LIAISON_EXCHANGE_ERROR_HOSTILE, "components lie too deep");
  if (self->n_events > MAX_EVENTS)
    return refuse (error, LIAISON_EXCHANGE_ERROR_LIMIT, "too many events");
  self->names[self->depth] = name;
  self->lengths[self->depth++] = length;
  return TRUE;
}

static gboolean
close_component (Lines *self, const char *name, gsize length, GError **error)
{
  if (self->depth == 0 || self->lengths[self->depth - 1] != length
      || g_ascii_strncasecmp (self->names[self->depth - 1], name, length) != 0)
    return refuse (error, LIAISON_EXCHANGE_ERROR_DAMAGED, "an END of what did not BEGIN");
  self->depth--;
  self->ended |= self->depth == 0;
  return TRUE;
}

static gboolean
take_line (Lines *self, const char *line, gsize length, GError **error)
{
  if (++self->n_lines > MAX_LINES)
    return refuse (error, LIAISON_EXCHANGE_ERROR_LIMIT, "too many lines");
  self->unfolded = *line == ' ' || *line == '\t' ? self->unfolded + length : length;
  if (self->unfolded > MAX_LINE)
    return refuse (error, LIAISON_EXCHANGE_ERROR_LIMIT, "a line is too long");
  if (length == 0)
    return TRUE;
  if (!self->began && g_ascii_strncasecmp (line, "BEGIN:VCALENDAR", 15) != 0)
    return refuse (error, LIAISON_EXCHANGE_ERROR_FORMAT, "expected BEGIN:VCALENDAR");
  self->began = TRUE;
  if (length > 6 && g_ascii_strncasecmp (line, "BEGIN:", 6) == 0)
    return open_component (self, line + 6, length - 6, error);
  if (length > 4 && g_ascii_strncasecmp (line, "END:", 4) == 0)
    return close_component (self, line + 4, length - 4, error);
  return TRUE;
}

static gboolean
check (const char *text, Lines *lines, GError **error)
{
  for (const char *at = text; *at != '\0';)
    {
      gsize length = strcspn (at, "\r\n");

      if (!take_line (lines, at, length, error))
        return FALSE;
      at += length;
      at += *at == '\r' && at[1] == '\n' ? 2 : *at != '\0';
    }
  if (!lines->began)
    return refuse (error, LIAISON_EXCHANGE_ERROR_EMPTY, "nothing in it");
  if (lines->depth > 0 || !lines->ended)
    return refuse (error, LIAISON_EXCHANGE_ERROR_DAMAGED, "the end is missing");
  return TRUE;
}

/* The text, checked; NULL when it may not be read. */
static char *
take_text (GBytes *bytes, Lines *lines, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = NULL;

  if (size > MAX_BYTES)
    {
      refuse (error, LIAISON_EXCHANGE_ERROR_LIMIT, "larger than 4 MiB");
      return NULL;
    }
  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      size -= 3;
    }
  if (size > 0 && memchr (data, '\0', size) != NULL)
    {
      refuse (error, LIAISON_EXCHANGE_ERROR_FORMAT, "a NUL in it");
      return NULL;
    }
  if (!g_utf8_validate_len (data != NULL ? data : "", size, NULL))
    {
      refuse (error, LIAISON_EXCHANGE_ERROR_ENCODING, "not UTF-8");
      return NULL;
    }
  text = g_strndup (data != NULL ? data : "", size);
  return check (text, lines, error) ? g_steal_pointer (&text) : NULL;
}

/* Plain text of at most @most bytes, controls as blanks (line breaks stay where @lines). */
static char *
clean (const char *text, gsize most, gboolean lines)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *clean = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (clean->len + 6 > most)
        break;
      if (c == '\n' && lines)
        g_string_append_c (clean, '\n');
      else
        g_string_append_unichar (clean, g_unichar_iscntrl (c) ? ' ' : c);
    }
  g_strstrip (clean->str);
  return g_string_free (clean, FALSE);
}

static const char *
get_text (icalcomponent *component, icalproperty_kind kind)
{
  icalproperty *property = icalcomponent_get_first_property (component, kind);
  icalvalue *value = property != NULL ? icalproperty_get_value (property) : NULL;

  if (value == NULL)
    return NULL;
  switch (icalvalue_isa (value))
    {
    case ICAL_TEXT_VALUE:
      return icalvalue_get_text (value);
    case ICAL_URI_VALUE:
      return icalvalue_get_uri (value);
    default:
      return NULL;
    }
}

static gint32
get_day (const struct icaltimetype *time)
{
  gint32 day;

  return liaison_days_from_date (time->year, time->month, time->day, &day) ? day
                                                                           : LIAISON_DATE_UNSET;
}

static gint64
get_seconds (const struct icaltimetype *time)
{
  return time->hour * 3600 + time->minute * 60 + MIN (time->second, 59);
}

static const char *
get_zone (icalcomponent *component, const struct icaltimetype *start)
{
  icalproperty *property = icalcomponent_get_first_property (component, ICAL_DTSTART_PROPERTY);
  icalparameter *parameter =
      property != NULL ? icalproperty_get_first_parameter (property, ICAL_TZID_PARAMETER) : NULL;
  const char *name = parameter != NULL ? icalparameter_get_tzid (parameter) : NULL;

  if (icaltime_is_utc (*start))
    return g_intern_static_string ("UTC");
  return name != NULL && liaison_zone_is_valid_name (name, strlen (name))
                 && liaison_zone_is_known (name)
             ? liaison_zone_intern (name, strlen (name))
             : NULL;
}

/* From when until when; FALSE where that cannot be a holiday. */
static gboolean
take_time (Event *self, icalcomponent *component)
{
  struct icaltimetype start = icalcomponent_get_dtstart (component);
  struct icaltimetype end = icalcomponent_get_dtend (component);

  if (icaltime_is_null_time (start))
    return FALSE;
  self->from = self->until = -1;
  self->first = self->last = get_day (&start);
  if (self->first == LIAISON_DATE_UNSET)
    return FALSE;
  if (!icaltime_is_null_time (end) && get_day (&end) != LIAISON_DATE_UNSET)
    self->last = get_day (&end) - (icaltime_is_date (end) || get_seconds (&end) == 0 ? 1 : 0);
  self->last = MAX (self->first, self->last);
  if (self->last - self->first >= MAX_DAYS)
    return FALSE;
  if (icaltime_is_date (start))
    return TRUE;
  self->zone = get_zone (component, &start);
  if (self->last == self->first && !icaltime_is_null_time (end)
      && get_seconds (&end) > get_seconds (&start))
    {
      self->from = get_seconds (&start);
      self->until = get_seconds (&end);
    }
  return TRUE;
}

static gboolean
take_rule (Event *self, icalcomponent *component)
{
  icalproperty *property = icalcomponent_get_first_property (component, ICAL_RRULE_PROPERTY);
  struct icalrecurrencetype rule;
  char *text;

  if (property == NULL)
    return TRUE;
  rule = icalproperty_get_rrule (property);
  text = icalrecurrencetype_as_string_r (&rule);
  self->rule = g_strdup (text);
  icalmemory_free_buffer (text);
  return self->rule != NULL && liaison_recurrence_check (self->rule, NULL);
}

static gboolean
says_holiday (icalcomponent *component)
{
  for (icalproperty *property =
           icalcomponent_get_first_property (component, ICAL_CATEGORIES_PROPERTY);
       property != NULL;
       property = icalcomponent_get_next_property (component, ICAL_CATEGORIES_PROPERTY))
    {
      g_autofree char *folded = g_ascii_strdown (icalproperty_get_categories (property) != NULL
                                                     ? icalproperty_get_categories (property)
                                                     : "",
                                                 -1);
      if (strstr (folded, "holiday") != NULL)
        return TRUE;
    }
  return FALSE;
}

static char *
take_language (icalcomponent *component)
{
  icalproperty *property = icalcomponent_get_first_property (component, ICAL_SUMMARY_PROPERTY);
  icalparameter *parameter =
      property != NULL ? icalproperty_get_first_parameter (property, ICAL_LANGUAGE_PARAMETER)
                       : NULL;
  const char *tag = parameter != NULL ? icalparameter_get_language (parameter) : NULL;

  return tag != NULL && strlen (tag) < 36 ? liaison_language_normalise (tag) : NULL;
}

static gboolean
take_event (Event *self, icalcomponent *component)
{
  const char *link = get_text (component, ICAL_URL_PROPERTY);

  self->title = clean (get_text (component, ICAL_SUMMARY_PROPERTY), MAX_TITLE, FALSE);
  if (*self->title == '\0' || icalcomponent_get_status (component) == ICAL_STATUS_CANCELLED
      || !take_time (self, component) || !take_rule (self, component))
    return FALSE;
  self->uid = clean (get_text (component, ICAL_UID_PROPERTY), MAX_TITLE, FALSE);
  self->advice = clean (get_text (component, ICAL_DESCRIPTION_PROPERTY), MAX_ADVICE, TRUE);
  self->language = take_language (component);
  self->holiday = says_holiday (component);
  if (link != NULL && strlen (link) < 500 && g_str_has_prefix (link, "https://"))
    self->link = clean (link, 500, FALSE);
  return TRUE;
}

/* Observances while they are put together. */
typedef struct
{
  const LiaisonIcalTerms *terms;
  LiaisonIcalHolidays *holidays;
  GHashTable *by_name; /* folded name and length -> LiaisonObservanceData; of single days */
} Reading;

static GRefString *
count_string (const char *text)
{
  return text != NULL && *text != '\0' ? g_ref_string_new (text) : NULL;
}

static LiaisonObservanceData *
begin_observance (Reading *self, const Event *event)
{
  const LiaisonIcalTerms *terms = self->terms;
  LiaisonObservanceData *data =
      (gpointer) liaison_block_new (&liaison_observance_kind.shape, liaison_id_new (terms->now));
  const char *language = event->language != NULL   ? event->language
                         : terms->language != NULL ? terms->language
                                                   : "en";
  const char *source = self->holidays->name != NULL ? self->holidays->name : terms->source;

  data->title = liaison_text_new (language, event->title);
  if (*event->advice != '\0' && strcmp (event->advice, event->title) != 0)
    data->advice = liaison_text_new (language, event->advice);
  data->type = event->holiday || terms->type == LIAISON_OBSERVANCE_TYPE_UNSET
                   ? LIAISON_OBSERVANCE_TYPE_PUBLIC_HOLIDAY
                   : terms->type;
  data->effect = terms->effect != LIAISON_OBSERVANCE_EFFECT_UNSET
                     ? terms->effect
                     : LIAISON_OBSERVANCE_EFFECT_NO_WORK;
  data->status = LIAISON_OBSERVANCE_STATUS_SUGGESTED;
  data->nations = liaison_codes_new (terms->nations, terms->n_nations);
  data->source = count_string (source);
  data->source_link = count_string (event->link);
  data->feed = count_string (terms->feed);
  data->checked = terms->checked;
  data->zone = event->zone;
  if (event->from >= 0)
    {
      data->time_from = event->from;
      data->time_until = event->until;
    }
  g_ptr_array_add (self->holidays->blocks, data);
  return data;
}

static void
add_date (LiaisonObservanceData *data, const Event *event, gint64 now)
{
  LiaisonObservedDateData *item;
  LiaisonItems *dates;

  for (guint i = 0; i < liaison_items_get_size (data->dates); i++)
    if (LIAISON_DATA (ObservedDate, liaison_items_get (data->dates, i))->from == event->first)
      return;
  item = (gpointer) liaison_block_new (&liaison_observed_date_shape, liaison_id_new (now));
  item->from = event->first;
  if (event->last > event->first)
    item->until = event->last;
  dates = liaison_items_with (data->dates, item->block.id, &item->block);
  liaison_block_unref (&item->block);
  g_clear_pointer (&data->dates, liaison_items_unref);
  data->dates = dates;
}

static void
file_single (Reading *self, const Event *event)
{
  g_autofree char *folded = liaison_words_fold (event->title);
  g_autofree char *key =
      g_strdup_printf ("%s\n%d\n%d", folded, (int) event->from, (int) event->until);
  LiaisonObservanceData *data = g_hash_table_lookup (self->by_name, key);

  if (data == NULL)
    {
      g_autofree char *uid = g_strconcat ("name:", folded, NULL);

      data = begin_observance (self, event);
      data->basis = LIAISON_OBSERVANCE_BASIS_DATES;
      /* Calendars give each year's day another UID: the name is what stays. */
      data->uid = g_ref_string_new (uid);
      g_hash_table_insert (self->by_name, g_steal_pointer (&key), data);
    }
  add_date (data, event, self->terms->now);
}

static void
file_recurring (Reading *self, const Event *event)
{
  LiaisonObservanceData *data = begin_observance (self, event);

  data->basis = LIAISON_OBSERVANCE_BASIS_RECURRENCE;
  data->rule = g_ref_string_new (event->rule);
  data->first = event->first;
  if (event->last > event->first)
    data->length = event->last - event->first + 1;
  data->uid = count_string (event->uid);
}

static void
read_events (Reading *self, icalcomponent *calendar)
{
  for (icalcomponent *component =
           icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
       component != NULL;
       component = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    {
      g_auto (Event) event = { 0 };

      self->holidays->n_events++;
      if (!take_event (&event, component))
        self->holidays->n_skipped++;
      else if (event.rule != NULL)
        file_recurring (self, &event);
      else
        file_single (self, &event);
    }
}

static char *
find_name (icalcomponent *calendar)
{
  for (icalproperty *property = icalcomponent_get_first_property (calendar, ICAL_X_PROPERTY);
       property != NULL; property = icalcomponent_get_next_property (calendar, ICAL_X_PROPERTY))
    {
      const char *name = icalproperty_get_x_name (property);
      g_autofree char *value = NULL;

      if (name == NULL || g_ascii_strcasecmp (name, "X-WR-CALNAME") != 0)
        continue;
      value = clean (icalproperty_get_x (property), MAX_TITLE, FALSE);
      return *value != '\0' ? g_steal_pointer (&value) : NULL;
    }
  return NULL;
}

/* A file may hold several calendars; then libical puts them into one component without a name. */
static void
read_calendars (Reading *self, icalcomponent *root)
{
  if (icalcomponent_isa (root) == ICAL_VCALENDAR_COMPONENT)
    {
      if (self->holidays->name == NULL)
        self->holidays->name = find_name (root);
      read_events (self, root);
      return;
    }
  for (icalcomponent *component =
           icalcomponent_get_first_component (root, ICAL_VCALENDAR_COMPONENT);
       component != NULL;
       component = icalcomponent_get_next_component (root, ICAL_VCALENDAR_COMPONENT))
    read_calendars (self, component);
}

LiaisonIcalHolidays *
liaison_ical_read_holidays (GBytes *bytes, const LiaisonIcalTerms *terms, GError **error)
{
  Lines lines = { 0 };
  g_autofree char *text = take_text (bytes, &lines, error);
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (LiaisonIcalHolidays) holidays = NULL;
  icalcomponent *root;
  Reading reading = { terms, NULL, by_name };

  if (text == NULL)
    return NULL;
  root = icalparser_parse_string (text);
  if (root == NULL)
    {
      refuse (error, LIAISON_EXCHANGE_ERROR_DAMAGED, "libical cannot read it");
      return NULL;
    }
  holidays = g_new0 (LiaisonIcalHolidays, 1);
  holidays->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_block_unref);
  reading.holidays = holidays;
  read_calendars (&reading, root);
  icalcomponent_free (root);
  if (holidays->blocks->len == 0)
    {
      refuse (error, LIAISON_EXCHANGE_ERROR_EMPTY, "no event in it can be taken as a holiday");
      return NULL;
    }
  return g_steal_pointer (&holidays);
}
