/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/zone.h"

#include "record/instant.h"
#include "record/zone-data.h"

#include <string.h>

/* Only rules of the past are named here: those of the future change with the system's zone data. */

static gint64
utc (int year, int month, int day, int hour, int minute)
{
  gint32 days;

  g_assert_true (liaison_days_from_date (year, month, day, &days));
  return days * G_GINT64_CONSTANT (86400) + hour * 3600 + minute * 60;
}

static void
test_offsets (void)
{
  const struct
  {
    const char *zone;
    gint64 when;
    gint32 offset;
  } cases[] = {
    { NULL, 0, 0 },
    { "UTC", utc (2025, 7, 1, 0, 0), 0 },
    { "Europe/Oslo", utc (2025, 1, 15, 12, 0), 3600 },
    { "Europe/Oslo", utc (2025, 3, 30, 1, 0) - 1, 3600 },
    { "Europe/Oslo", utc (2025, 3, 30, 1, 0), 7200 },
    { "Europe/Oslo", utc (2025, 10, 26, 1, 0) - 1, 7200 },
    { "Europe/Oslo", utc (2025, 10, 26, 1, 0), 3600 },
    { "America/New_York", utc (2025, 3, 9, 7, 0) - 1, -18000 },
    { "America/New_York", utc (2025, 3, 9, 7, 0), -14400 },
    { "America/New_York", utc (2025, 11, 2, 6, 0) - 1, -14400 },
    { "America/New_York", utc (2025, 11, 2, 6, 0), -18000 },
    { "Australia/Lord_Howe", utc (2025, 4, 5, 15, 0) - 1, 39600 },
    { "Australia/Lord_Howe", utc (2025, 4, 5, 15, 0), 37800 },
    { "Australia/Lord_Howe", utc (2025, 10, 4, 15, 30) - 1, 37800 },
    { "Australia/Lord_Howe", utc (2025, 10, 4, 15, 30), 39600 },
    /* Morocco turns its clocks back for Ramadan. */
    { "Africa/Casablanca", utc (2024, 3, 10, 2, 0) - 1, 3600 },
    { "Africa/Casablanca", utc (2024, 3, 10, 2, 0), 0 },
    { "Africa/Casablanca", utc (2024, 4, 14, 2, 0) - 1, 0 },
    { "Africa/Casablanca", utc (2024, 4, 14, 2, 0), 3600 },
    /* Ireland's standard time is the summer's. */
    { "Europe/Dublin", utc (2025, 1, 1, 0, 0), 0 },
    { "Europe/Dublin", utc (2025, 7, 1, 0, 0), 3600 },
    { "Pacific/Apia", utc (2011, 12, 30, 10, 0) - 1, -36000 },
    { "Pacific/Apia", utc (2011, 12, 30, 10, 0), 50400 },
    { "Pacific/Kiritimati", utc (2025, 1, 1, 0, 0), 50400 },
    { "Asia/Kathmandu", utc (2025, 1, 1, 0, 0), 20700 },
    { "Asia/Kathmandu", utc (1910, 1, 1, 0, 0), 20476 },
    { "Asia/Kolkata", utc (2025, 1, 1, 0, 0), 19800 },
    { "America/St_Johns", utc (2025, 1, 1, 0, 0), -12600 },
  };

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        gint32 offset = 77;

        g_assert_true (liaison_zone_get_offset (cases[i].zone, cases[i].when, &offset));
        g_assert_cmpint (offset, ==, cases[i].offset);
      }
}

static void
test_unknown (void)
{
  static const char *const names[] = {
    "",
    "Europe/Nowhere",
    "europe/oslo",
    "EUROPE/OSLO",
    "Europe",
    "Europe/",
    "Europe/Oslo/",
    "../../etc/passwd",
    "/usr/share/zoneinfo/Europe/Oslo",
    "+02:00",
    "ABC-5",
    "ABC5DEF",
    "posix/Europe/Oslo",
    "right/Europe/Oslo",
    "localtime",
    "posixrules",
    "Factory",
    "zone/tab",
    "leapseconds",
    "Europe/Oslo\n",
    "Europe/\xc3\x98slo",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    "aaaaaaaa",
  };

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
      {
        g_autofree char *shown = g_strescape (names[i], NULL);
        gint64 when;
        gint32 offset, after;
        guint count;

        g_test_message ("%s", shown);
        g_assert_false (liaison_zone_is_known (names[i]));
        g_assert_null (liaison_zone_get (names[i]));
        g_assert_false (liaison_zone_get_offset (names[i], 0, &offset));
        g_assert_false (liaison_zone_next_change (names[i], 0, G_MAXINT64, &when, &offset, &after));
        g_assert_false (liaison_zone_find_wall (names[i], 0, &count, &offset, &after));
      }
}

static void
test_names (void)
{
  static const char *const valid[] = { "UTC",       "Europe/Oslo", "America/Argentina/Buenos_Aires",
                                       "Etc/GMT+5", "Etc/GMT-14",  "America/Port-au-Prince",
                                       "Z",         "EST5EDT" };
  static const char *const invalid[] = { "",    "/Oslo", "5EST",  "_x",   "-x",      "Europe/Oslo]",
                                         "a.b", "a b",   "a\\nb", "a\nb", "\xc3\xa5" };
  char text[65];

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    g_assert_true (liaison_zone_is_valid_name (valid[i], strlen (valid[i])));
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    {
      g_assert_false (liaison_zone_is_valid_name (invalid[i], strlen (invalid[i])));
      g_assert_null (liaison_zone_intern (invalid[i], strlen (invalid[i])));
    }
  g_assert_false (liaison_zone_is_valid_name ("a\0b", 3));
  memset (text, 'a', sizeof text);
  g_assert_true (liaison_zone_is_valid_name (text, 64));
  g_assert_nonnull (liaison_zone_intern (text, 64));
  g_assert_false (liaison_zone_is_valid_name (text, 65));
  g_assert_null (liaison_zone_intern (text, 65));
}

static void
test_interned_names_are_one_pointer (void)
{
  g_autofree char *exact = g_memdup2 ("Europe/Oslo", 11);
  const char *name = liaison_zone_intern ("Europe/Oslo]", 11);

  g_assert_cmpstr (name, ==, "Europe/Oslo");
  g_assert_true (name == liaison_zone_intern (exact, 11));
  g_assert_true (name != liaison_zone_intern (exact, 10));
  /* Many names push each other out of the thread's cache, and are still one pointer each. */
  for (guint round = 0; round < 2; round++)
    {
      static const char *first[1000];

      for (guint i = 0; i < G_N_ELEMENTS (first); i++)
        {
          g_autofree char *made = g_strdup_printf ("Made/Up_%u", i);
          const char *interned = liaison_zone_intern (made, strlen (made));

          g_assert_cmpstr (interned, ==, made);
          if (round == 0)
            first[i] = interned;
          g_assert_true (interned == first[i]);
        }
    }
  g_assert_true (name == liaison_zone_intern (exact, 11));
}

static void
test_a_reused_buffer_is_read_anew (void)
{
  char name[32] = "Europe/Oslo";
  gint32 offset;

  g_assert_true (liaison_zone_get_offset (name, 0, &offset));
  g_assert_cmpint (offset, ==, 3600);
  strcpy (name, "Asia/Kolkata");
  g_assert_true (liaison_zone_get_offset (name, 0, &offset));
  g_assert_cmpint (offset, ==, 19800);
}

static gpointer
look_up_cb (gpointer data)
{
  static const char *const zones[] = { "Europe/Oslo",      "Asia/Kolkata",   "Pacific/Apia",
                                       "America/New_York", "Africa/Nairobi", "Europe/Nowhere" };
  guint64 sum = 0;

  for (guint i = 0; i < 50000; i++)
    {
      g_autofree char *zone = g_strdup (zones[i % G_N_ELEMENTS (zones)]);
      gint32 offset = 0;

      liaison_zone_get_offset (zone, i * G_GINT64_CONSTANT (36000), &offset);
      sum = sum * 31 + GPOINTER_TO_SIZE (liaison_zone_intern (zone, strlen (zone))) + offset;
      sum += GPOINTER_TO_SIZE (liaison_zone_get (zone));
    }
  return GSIZE_TO_POINTER (sum);
}

static void
test_threads_agree (void)
{
  GThread *threads[4];
  gpointer sums[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("zones", look_up_cb, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    sums[i] = g_thread_join (threads[i]);
  for (guint i = 1; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (sums[i] == sums[0]);
}

static void
test_changes (void)
{
  gint64 when;
  gint32 before, after;

  g_assert_true (liaison_zone_next_change ("Europe/Oslo", utc (2025, 1, 1, 0, 0),
                                           utc (2026, 1, 1, 0, 0), &when, &before, &after));
  g_assert_cmpint (when, ==, utc (2025, 3, 30, 1, 0));
  g_assert_cmpint (before, ==, 3600);
  g_assert_cmpint (after, ==, 7200);
  /* After the moment itself comes the next one; both ends are open. */
  g_assert_true (liaison_zone_next_change ("Europe/Oslo", when, utc (2026, 1, 1, 0, 0), &when,
                                           &before, &after));
  g_assert_cmpint (when, ==, utc (2025, 10, 26, 1, 0));
  g_assert_false (liaison_zone_next_change ("Europe/Oslo", utc (2025, 4, 1, 0, 0), when, &when,
                                            &before, &after));
  g_assert_false (liaison_zone_next_change ("Asia/Kolkata", utc (2000, 1, 1, 0, 0),
                                            utc (2025, 1, 1, 0, 0), &when, &before, &after));
  g_assert_false (liaison_zone_next_change (NULL, G_MININT64, G_MAXINT64, &when, &before, &after));
  g_assert_true (liaison_zone_next_change ("Pacific/Apia", utc (2011, 12, 1, 0, 0),
                                           utc (2012, 1, 1, 0, 0), &when, &before, &after));
  g_assert_cmpint (after - before, ==, 86400);
  g_assert_false (
      liaison_zone_next_change ("Europe/Oslo", G_MAXINT64, G_MAXINT64, &when, &before, &after));
  g_assert_true (
      liaison_zone_next_change ("Europe/Oslo", G_MININT64, G_MAXINT64, &when, &before, &after));
}

static void
test_walls (void)
{
  const struct
  {
    const char *zone;
    gint64 local;
    guint count;
    gint32 first, last;
  } cases[] = {
    { NULL, utc (2025, 3, 30, 2, 30), 1, 0, 0 },
    { "Europe/Oslo", utc (2025, 3, 30, 1, 59), 1, 3600, 3600 },
    { "Europe/Oslo", utc (2025, 3, 30, 2, 0), 0, 3600, 3600 },
    { "Europe/Oslo", utc (2025, 3, 30, 2, 59), 0, 3600, 3600 },
    { "Europe/Oslo", utc (2025, 3, 30, 3, 0), 1, 7200, 7200 },
    { "Europe/Oslo", utc (2025, 10, 26, 2, 0) - 1, 1, 7200, 7200 },
    { "Europe/Oslo", utc (2025, 10, 26, 2, 0), 2, 7200, 3600 },
    { "Europe/Oslo", utc (2025, 10, 26, 3, 0) - 1, 2, 7200, 3600 },
    { "Europe/Oslo", utc (2025, 10, 26, 3, 0), 1, 3600, 3600 },
    { "America/New_York", utc (2025, 3, 9, 2, 30), 0, -18000, -18000 },
    { "America/New_York", utc (2025, 11, 2, 1, 30), 2, -14400, -18000 },
    { "Australia/Lord_Howe", utc (2025, 4, 6, 1, 29), 1, 39600, 39600 },
    { "Australia/Lord_Howe", utc (2025, 4, 6, 1, 30), 2, 39600, 37800 },
    { "Australia/Lord_Howe", utc (2025, 4, 6, 2, 0), 1, 37800, 37800 },
    { "Australia/Lord_Howe", utc (2025, 10, 5, 2, 15), 0, 37800, 37800 },
    { "Australia/Lord_Howe", utc (2025, 10, 5, 2, 30), 1, 39600, 39600 },
    { "Africa/Casablanca", utc (2024, 3, 10, 2, 30), 2, 3600, 0 },
    { "Africa/Casablanca", utc (2024, 4, 14, 2, 30), 0, 0, 0 },
    { "Pacific/Apia", utc (2011, 12, 30, 12, 0), 0, -36000, -36000 },
    { "Pacific/Apia", utc (2011, 12, 31, 0, 0), 1, 50400, 50400 },
    { "Europe/Oslo", G_MAXINT64, 1, 3600, 3600 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint32 first, last;
      guint count;

      g_test_message ("%u", i);
      g_assert_true (liaison_zone_find_wall (cases[i].zone, cases[i].local, &count, &first, &last));
      g_assert_cmpuint (count, ==, cases[i].count);
      g_assert_cmpint (first, ==, cases[i].first);
      g_assert_cmpint (last, ==, cases[i].last);
    }
}

/* Both read the same files; GLib's reader knows rules up to 2037. */
static void
test_glib_agrees (void)
{
  for (const char *const *zone = liaison_zone_list (); *zone != NULL; zone++)
    {
      GTimeZone *other = liaison_zone_get (*zone);

      g_assert_nonnull (other);
      for (gint64 when = utc (1975, 1, 1, 0, 0); when < utc (2037, 1, 1, 0, 0);
           when += 40 * 86400 + 3571)
        {
          int interval = g_time_zone_find_interval (other, G_TIME_TYPE_UNIVERSAL, when);
          gint32 offset;

          g_assert_true (liaison_zone_get_offset (*zone, when, &offset));
          if (offset != g_time_zone_get_offset (other, interval))
            g_error ("%s at %" G_GINT64_FORMAT, *zone, when);
        }
    }
}

static void
test_letters (void)
{
  for (const char *letter = "ABCDEFGHIKLMNOPQRSTUVWXYZ"; *letter != '\0'; letter++)
    {
      gint32 offset;

      g_assert_true (liaison_zone_letter_to_offset (*letter, &offset));
      g_assert_cmpint (liaison_zone_offset_to_letter (offset), ==, *letter);
    }
}

static void
test_letters_table (void)
{
  static const struct
  {
    char letter;
    int hours;
  } letters[] = {
    { 'Z', 0 },  { 'A', 1 },  { 'I', 9 },  { 'K', 10 },
    { 'M', 12 }, { 'N', -1 }, { 'R', -5 }, { 'Y', -12 },
  };
  static const gint32 without[] = { 13 * 3600, -13 * 3600, 20700,      1800,
                                    1,         -1,         G_MAXINT32, G_MININT32 };
  gint32 offset;

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      g_assert_true (liaison_zone_letter_to_offset (letters[i].letter, &offset));
      g_assert_cmpint (offset, ==, letters[i].hours * 3600);
    }
  for (const char *letter = "Jaz0 @[\xff"; *letter != '\0'; letter++)
    g_assert_false (liaison_zone_letter_to_offset (*letter, &offset));
  for (guint i = 0; i < G_N_ELEMENTS (without); i++)
    g_assert_cmpint (liaison_zone_offset_to_letter (without[i]), ==, 0);
}

static void
test_list (void)
{
  const char *const *zones = liaison_zone_list ();

  g_assert_true (g_strv_contains (zones, "Europe/Oslo"));
  g_assert_true (g_strv_contains (zones, "UTC"));
  g_assert_cmpuint (g_strv_length ((char **) zones), >, 300);
  for (guint i = 1; zones[i] != NULL; i++)
    g_assert_cmpstr (zones[i - 1], <, zones[i]);
  g_assert_true (zones == liaison_zone_list ());
}

static void
test_list_for_country (void)
{
  g_auto (GStrv) norway = liaison_zone_list_for_country ("NO");
  g_auto (GStrv) states = liaison_zone_list_for_country ("us");
  g_auto (GStrv) none = liaison_zone_list_for_country ("XX");
  g_auto (GStrv) organisation = liaison_zone_list_for_country ("NATO");
  g_auto (GStrv) empty = liaison_zone_list_for_country ("");

  g_assert_cmpuint (g_strv_length (norway), ==, 1);
  g_assert_cmpstr (norway[0], ==, "Europe/Oslo");
  g_assert_cmpstr (states[0], ==, "America/New_York");
  g_assert_cmpuint (g_strv_length (states), >, 10);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_cmpuint (g_strv_length (organisation), ==, 0);
  g_assert_cmpuint (g_strv_length (empty), ==, 0);
}

/* Zone files made here */

/* A version 2 file: no first block, a standard time of an hour until @change, then another, then
 * the rule. */
static GByteArray *
make_file (gint64 change, gint32 offset, const char *rule)
{
  static const guint8 header[44] = { 'T', 'Z', 'i', 'f', '2' };
  GByteArray *file = g_byte_array_new ();
  guint64 time = GUINT64_TO_BE ((guint64) change);
  guint32 seconds = GUINT32_TO_BE ((guint32) offset);

  g_byte_array_append (file, header, 44);
  g_byte_array_append (file, header, 44);
  file->data[44 + 35] = 1; /* times */
  file->data[44 + 39] = 2; /* types */
  file->data[44 + 43] = 4; /* characters */
  g_byte_array_append (file, (const guint8 *) &time, 8);
  g_byte_array_append (file, (const guint8 *) "\1", 1);
  g_byte_array_append (file, (const guint8 *) "\0\0\x0e\x10\0\0", 6);
  g_byte_array_append (file, (const guint8 *) &seconds, 4);
  g_byte_array_append (file, (const guint8 *) "\0\0", 2);
  g_byte_array_append (file, (const guint8 *) "XXX", 4);
  g_byte_array_append (file, (const guint8 *) "\n", 1);
  g_byte_array_append (file, (const guint8 *) rule, strlen (rule));
  g_byte_array_append (file, (const guint8 *) "\n", 1);
  return file;
}

static gint32
get_made_offset (const LiaisonZoneData *data, gint64 when)
{
  return data->spans[liaison_zone_data_find (data, when, 0)].offset;
}

static void
test_rules_go_on (void)
{
  const struct
  {
    const char *rule;
    gint64 to_summer, to_standard;
    gint32 standard, summer;
  } rules[] = {
    { "CET-1CEST,M3.5.0,M10.5.0/3", utc (2150, 3, 29, 1, 0), utc (2150, 10, 25, 1, 0), 3600, 7200 },
    { "EST5EDT,M3.2.0,M11.1.0", utc (2150, 3, 8, 7, 0), utc (2150, 11, 1, 6, 0), -18000, -14400 },
    { "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", utc (2150, 10, 3, 15, 30), utc (2150, 4, 4, 15, 0),
      37800, 39600 },
    { "IST-1GMT0,M10.5.0,M3.5.0/1", utc (2150, 10, 25, 1, 0), utc (2150, 3, 29, 1, 0), 3600, 0 },
    /* Days of the year with and without 29 February, hours past a day and below nought. */
    { "AAA0BBB,J60/0,J300/24", utc (2148, 3, 1, 0, 0), utc (2148, 10, 27, 23, 0), 0, 3600 },
    { "AAA0BBB,60/0,300", utc (2148, 3, 1, 0, 0), utc (2148, 10, 27, 1, 0), 0, 3600 },
    { "<-02>2<-01>,M3.5.0/-1,M10.5.0/0", utc (2150, 3, 29, 1, 0), utc (2150, 10, 25, 1, 0), -7200,
      -3600 },
    { "AAA0BBB,M12.5.6/167,M2.1.1", utc (2149, 1, 3, 23, 0), utc (2149, 2, 3, 1, 0), 0, 3600 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (GByteArray) file = make_file (0, rules[i].standard, rules[i].rule);
      g_autofree LiaisonZoneData *data = liaison_zone_data_new (file->data, file->len);

      g_test_message ("%s", rules[i].rule);
      g_assert_nonnull (data);
      g_assert_cmpint (get_made_offset (data, rules[i].to_summer - 1), ==, rules[i].standard);
      g_assert_cmpint (get_made_offset (data, rules[i].to_summer), ==, rules[i].summer);
      g_assert_cmpint (get_made_offset (data, rules[i].to_standard - 1), ==, rules[i].summer);
      g_assert_cmpint (get_made_offset (data, rules[i].to_standard), ==, rules[i].standard);
    }
}

static void
test_rules_begin_after_the_table (void)
{
  g_autoptr (GByteArray) file =
      make_file (utc (2025, 5, 1, 0, 0), 7200, "CET-1CEST,M3.5.0,M10.5.0/3");
  g_autofree LiaisonZoneData *data = liaison_zone_data_new (file->data, file->len);

  g_assert_cmpint (get_made_offset (data, utc (2024, 7, 1, 0, 0)), ==, 3600);
  g_assert_cmpint (get_made_offset (data, utc (2025, 4, 30, 0, 0)), ==, 3600);
  g_assert_cmpint (get_made_offset (data, utc (2025, 5, 2, 0, 0)), ==, 7200);
  g_assert_cmpint (get_made_offset (data, utc (2025, 12, 1, 0, 0)), ==, 3600);
  g_assert_cmpint (get_made_offset (data, utc (2200, 7, 1, 0, 0)), ==, 7200);
}

static void
test_bad_rules_are_left_out (void)
{
  static const char *const rules[] = {
    "",
    "XXX-2",
    "X-2Y,M3.5.0,M10.5.0",
    "XXX-2YYY",
    "XXX-2YYY,M3.5.0",
    "XXX-2YYY,M13.5.0,M10.5.0",
    "XXX-2YYY,M3.6.0,M10.5.0",
    "XXX-2YYY,M3.5.7,M10.5.0",
    "XXX-2YYY,J0,J300",
    "XXX-2YYY,J60,J366",
    "XXX-25YYY,M3.5.0,M10.5.0",
    "XXX-2YYY,M3.5.0/168,M10.5.0",
    "XXX-2YYY,M3.5.0,M10.5.0,",
    "<XXX-2YYY,M3.5.0,M10.5.0",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (GByteArray) file = make_file (0, 7200, rules[i]);
      g_autofree LiaisonZoneData *data = liaison_zone_data_new (file->data, file->len);

      g_test_message ("%s", rules[i]);
      g_assert_cmpuint (data->n_spans, ==, 2);
    }
}

static void
test_damaged_files_are_refused (void)
{
  g_autoptr (GByteArray) file = make_file (0, 7200, "");
  /* Where the second block ends and the rule begins, which is not needed. */
  const guint needed = file->len - 2;

  for (guint length = 0; length < needed; length++)
    {
      g_autofree guint8 *bytes = g_memdup2 (file->data, length);

      g_assert_null (liaison_zone_data_new (bytes, length));
    }
  for (guint at = 0; at < file->len; at++)
    {
      g_autofree guint8 *bytes = g_memdup2 (file->data, file->len);
      g_autofree LiaisonZoneData *data = NULL;

      /* Whatever comes of it, it must end and stay within its bytes. */
      bytes[at] ^= 0xff;
      data = liaison_zone_data_new (bytes, file->len);
      g_assert_true (data == NULL || data->n_spans >= 1);
    }
}

static void
test_wrong_files_are_refused (void)
{
  static const struct
  {
    guint at;
    guint8 value;
  } changes[] = {
    { 0, 'X' },        /* not the magic word */
    { 44, 'X' },       /* nor that of the second header */
    { 44 + 31, 1 },    /* leap seconds */
    { 44 + 39, 0 },    /* no types */
    { 44 + 32, 0xff }, /* four thousand million times */
    { 88 + 8, 2 },     /* a type that is not there */
    { 88 + 15, 0x7f }, /* an offset of years */
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GByteArray) file = make_file (0, 7200, "");

      file->data[changes[i].at] = changes[i].value;
      g_assert_null (liaison_zone_data_new (file->data, file->len));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/zone/offsets", test_offsets);
  g_test_add_func ("/record/zone/unknown", test_unknown);
  g_test_add_func ("/record/zone/names", test_names);
  g_test_add_func ("/record/zone/interned-names-are-one-pointer",
                   test_interned_names_are_one_pointer);
  g_test_add_func ("/record/zone/a-reused-buffer-is-read-anew", test_a_reused_buffer_is_read_anew);
  g_test_add_func ("/record/zone/threads-agree", test_threads_agree);
  g_test_add_func ("/record/zone/changes", test_changes);
  g_test_add_func ("/record/zone/walls", test_walls);
  g_test_add_func ("/record/zone/glib-agrees", test_glib_agrees);
  g_test_add_func ("/record/zone/letters/come-back", test_letters);
  g_test_add_func ("/record/zone/letters/table", test_letters_table);
  g_test_add_func ("/record/zone/list", test_list);
  g_test_add_func ("/record/zone/list-for-country", test_list_for_country);
  g_test_add_func ("/record/zone-data/rules-go-on", test_rules_go_on);
  g_test_add_func ("/record/zone-data/rules-begin-after-the-table",
                   test_rules_begin_after_the_table);
  g_test_add_func ("/record/zone-data/bad-rules-are-left-out", test_bad_rules_are_left_out);
  g_test_add_func ("/record/zone-data/damaged-files-are-refused", test_damaged_files_are_refused);
  g_test_add_func ("/record/zone-data/wrong-files-are-refused", test_wrong_files_are_refused);
  return g_test_run ();
}
