/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/instant.h"

#include "record/zone.h"

#include <string.h>

#define ID        "01890a5d-ac96-774b-bcce-b302099a8057"
#define LONG_ZONE "Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

/* Read from a copy without a NUL, so that a memory checker sees a byte too many being read. */
static gboolean
parse (const char *text, LiaisonInstant *instant, GError **error)
{
  gsize length = strlen (text);
  g_autofree char *copy = g_memdup2 (text, length);

  return liaison_instant_parse (copy, length, instant, error);
}

static LiaisonInstant
read_good (const char *text)
{
  g_autoptr (GError) error = NULL;
  LiaisonInstant instant = { 0 };

  parse (text, &instant, &error);
  g_assert_no_error (error);
  return instant;
}

static void
assert_text (const LiaisonInstant *instant, const char *expected)
{
  char text[LIAISON_INSTANT_TEXT_SIZE];

  g_assert_cmpuint (liaison_instant_format (instant, text), ==, strlen (text));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_canonical (void)
{
  static const char *const texts[] = {
    "2027-05-14T15:00+02:00[Europe/Oslo]",
    "2027-05-14T13:00Z",
    "2027-05-14T13:00:05Z",
    "2027-05-14T00:00Z",
    "2027-05-14T23:59:59Z",
    "2028-02-29T12:00+01:00[Europe/Oslo]",
    "2027-05-14T15:00+02:00",
    "2027-05-14T13:00-03:30[America/St_Johns]",
    "2027-05-14T18:45+05:45[Asia/Kathmandu]",
    "2027-05-14T18:30+05:30[Asia/Kolkata]",
    "2027-05-15T03:00+14:00[Pacific/Kiritimati]",
    "2027-05-14T01:00-12:00",
    "2027-05-14T13:00+00:00[Europe/London]",
    "2027-05-14T13:00+00:00[UTC]",
    "2027-05-14T13:00+18:00",
    "2027-05-14T13:00-18:00",
    "1910-01-01T00:00+05:41:16[Asia/Kathmandu]",
    "1910-01-01T00:00:01-00:00:30",
    "1900-01-01T00:00+14:00[Pacific/Kiritimati]",
    "2200-12-31T23:59:59-12:00[Etc/GMT+12]",
    "2027-05-14T15:00+02:00[Not/A_Zone]",
    "2027-05-14T15:00+02:00[" LONG_ZONE "]",
    "STARTEX",
    "ENDEX",
    "STARTEX+57h",
    "STARTEX-57h",
    "STARTEX+30m",
    "STARTEX+1s",
    "STARTEX+1h30m",
    "STARTEX+23h",
    "STARTEX+1d",
    "STARTEX-2d",
    "STARTEX+36525d",
    "STARTEX+25h",
    "STARTEX+2d4h30m",
    "STARTEX+2d30m",
    "STARTEX-1d1s",
    "ENDEX-1d23h59m59s",
    "STARTEX+2d@09:00[Europe/Oslo]",
    "STARTEX-2d@09:00:30[Europe/Oslo]",
    "STARTEX@00:00[Asia/Kathmandu]",
    "ENDEX+1d@23:59:59Z",
    "STARTEX@09:00Z",
    "STARTEX-36525d@09:00[" LONG_ZONE "]",
    "start(" ID ")",
    "start(" ID ")+30m",
    "end(" ID ")-2h",
    "end(" ID ")-1d23h59m59s",
    "end(" ID ")+1d@09:00[Europe/Oslo]",
    "start(" ID ")-36525d@23:59:59[Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      LiaisonInstant instant;

      g_test_message ("%s", texts[i]);
      instant = read_good (texts[i]);
      assert_text (&instant, texts[i]);
    }
}

static void
test_longest_text_fits (void)
{
  static const char longest[] = "start(" ID ")-36525d@23:59:59[" LONG_ZONE "]";
  LiaisonInstant instant = read_good (longest);

  G_STATIC_ASSERT (sizeof longest < LIAISON_INSTANT_TEXT_SIZE);
  assert_text (&instant, longest);
}

static void
test_other_spellings_become_canonical (void)
{
  static const struct
  {
    const char *text, *canonical;
  } spellings[] = {
    { "2027-05-14T13:00:00Z", "2027-05-14T13:00Z" },
    { "2027-05-14T13:00+00:00", "2027-05-14T13:00Z" },
    { "2027-05-14T15:00:00+02:00[Europe/Oslo]", "2027-05-14T15:00+02:00[Europe/Oslo]" },
    { "STARTEX+2d9h", "STARTEX+57h" },
    { "STARTEX+90m", "STARTEX+1h30m" },
    { "STARTEX+48h", "STARTEX+2d" },
    { "STARTEX-86400s", "STARTEX-1d" },
    { "STARTEX@09:00:00Z", "STARTEX@09:00Z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      LiaisonInstant instant = read_good (spellings[i].text);

      assert_text (&instant, spellings[i].canonical);
    }
}

static void
test_members (void)
{
  LiaisonInstant instant = read_good ("2027-05-14T15:00+02:00[Europe/Oslo]");

  g_assert_cmpint (instant.form, ==, LIAISON_INSTANT_FIXED);
  g_assert_cmpint (instant.seconds, ==, 1810299600);
  g_assert_cmpint (instant.offset, ==, 7200);
  g_assert_true (instant.zone == liaison_zone_intern ("Europe/Oslo", 11));
  instant = read_good ("2027-05-14T15:00+02:00");
  g_assert_null (instant.zone);
  instant = read_good ("end(" ID ")-57h");
  g_assert_cmpint (instant.form, ==, LIAISON_INSTANT_ELAPSED);
  g_assert_cmpint (instant.edge, ==, LIAISON_ANCHOR_END);
  g_assert_cmpint (instant.seconds, ==, -57 * 3600);
  g_assert_cmphex (liaison_anchor_get_id (instant.anchor).high, ==, G_GUINT64_CONSTANT (0x01890a5dac96774b));
  instant = read_good ("ENDEX-2d@09:00:30[Europe/Oslo]");
  g_assert_cmpint (instant.form, ==, LIAISON_INSTANT_CLOCK);
  g_assert_cmpint (instant.edge, ==, LIAISON_ANCHOR_ENDEX);
  g_assert_cmpint (instant.days, ==, -2);
  g_assert_cmpint (instant.seconds, ==, 9 * 3600 + 30);
  g_assert_cmpstr (instant.zone, ==, "Europe/Oslo");
}

static void
test_refusals (void)
{
  static const struct
  {
    const char *text;
    int code;
  } refusals[] = {
    { "", LIAISON_TIME_ERROR_SYNTAX },
    { "garbage", LIAISON_TIME_ERROR_SYNTAX },
    { "\xff\xfe\x00", LIAISON_TIME_ERROR_SYNTAX },
    { "2027", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14T", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14T13", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14T13:00", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14T13:00:Z", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14T13:00:05.5Z", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14t13:00Z", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14T13:00z", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14 13:00Z", LIAISON_TIME_ERROR_SYNTAX },
    { " 2027-05-14T13:00Z", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14T13:00Z ", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14T13:00Z\n", LIAISON_TIME_ERROR_SYNTAX },
    { "20270514T1300Z", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-5-14T13:00Z", LIAISON_TIME_ERROR_SYNTAX },
    { "+2027-05-14T13:00Z", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14T1:00Z", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14T13:00Z[Europe/Oslo]", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14T13:00[Europe/Oslo]", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14T13:00-00:00", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14T13:00+2", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14T13:00+0200", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14T13:00+02", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14T13:00+02:00:00", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14T13:00+02:00:0", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14T13:00+", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14T13:00+02:00[", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14T13:00+02:00[]", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14T13:00+02:00[Europe/Oslo", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14T13:00+02:00[Europe/Oslo]]", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14T13:00+02:00[Europe/Oslo][u-ca=hebrew]", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14T13:00+02:00[!Europe/Oslo]", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14T13:00+02:00[../../etc/passwd]", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14T13:00+02:00[/etc]", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14T13:00+02:00[Europe/\n]", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14T13:00+02:00[Europe\\/Oslo]", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14T13:00+02:00[+02:00]", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14T13:00+02:00[a" LONG_ZONE "]", LIAISON_TIME_ERROR_SYNTAX },
    { "2027-05-14T24:00Z", LIAISON_TIME_ERROR_RANGE },
    { "2027-05-14T23:60Z", LIAISON_TIME_ERROR_RANGE },
    { "2027-05-14T23:59:60Z", LIAISON_TIME_ERROR_RANGE },
    { "2027-00-14T13:00Z", LIAISON_TIME_ERROR_RANGE },
    { "2027-13-14T13:00Z", LIAISON_TIME_ERROR_RANGE },
    { "2027-05-00T13:00Z", LIAISON_TIME_ERROR_RANGE },
    { "2027-05-32T13:00Z", LIAISON_TIME_ERROR_RANGE },
    { "2027-04-31T13:00Z", LIAISON_TIME_ERROR_RANGE },
    { "2027-02-29T13:00Z", LIAISON_TIME_ERROR_RANGE },
    { "2100-02-29T13:00Z", LIAISON_TIME_ERROR_RANGE },
    { "1899-12-31T23:59Z", LIAISON_TIME_ERROR_RANGE },
    { "2201-01-01T00:00Z", LIAISON_TIME_ERROR_RANGE },
    { "0000-01-01T00:00Z", LIAISON_TIME_ERROR_RANGE },
    { "2027-05-14T13:00+18:01", LIAISON_TIME_ERROR_RANGE },
    { "2027-05-14T13:00-18:00:01", LIAISON_TIME_ERROR_RANGE },
    { "2027-05-14T13:00+02:60", LIAISON_TIME_ERROR_RANGE },
    { "2027-05-14T13:00+99:00", LIAISON_TIME_ERROR_RANGE },
    { "startex", LIAISON_TIME_ERROR_SYNTAX },
    { "STARTE", LIAISON_TIME_ERROR_SYNTAX },
    { "STARTEX ", LIAISON_TIME_ERROR_SYNTAX },
    { "STARTEX+", LIAISON_TIME_ERROR_SYNTAX },
    { "STARTEX+h", LIAISON_TIME_ERROR_SYNTAX },
    { "STARTEX+5", LIAISON_TIME_ERROR_SYNTAX },
    { "STARTEX57h", LIAISON_TIME_ERROR_SYNTAX },
    { "STARTEX+0h", LIAISON_TIME_ERROR_SYNTAX },
    { "STARTEX-0d", LIAISON_TIME_ERROR_SYNTAX },
    { "STARTEX+05h", LIAISON_TIME_ERROR_SYNTAX },
    { "STARTEX+1w", LIAISON_TIME_ERROR_SYNTAX },
    { "STARTEX+1H", LIAISON_TIME_ERROR_SYNTAX },
    { "STARTEX+1.5h", LIAISON_TIME_ERROR_SYNTAX },
    { "STARTEX+1h2d", LIAISON_TIME_ERROR_SYNTAX },
    { "STARTEX+1h1h", LIAISON_TIME_ERROR_SYNTAX },
    { "STARTEX+1d-1h", LIAISON_TIME_ERROR_SYNTAX },
    { "STARTEX+-1h", LIAISON_TIME_ERROR_SYNTAX },
    { "STARTEX+PT1H", LIAISON_TIME_ERROR_SYNTAX },
    { "STARTEX+2d4h@09:00Z", LIAISON_TIME_ERROR_SYNTAX },
    { "STARTEX+48h@09:00Z", LIAISON_TIME_ERROR_SYNTAX },
    { "STARTEX+2d@", LIAISON_TIME_ERROR_SYNTAX },
    { "STARTEX+2d@09:00", LIAISON_TIME_ERROR_SYNTAX },
    { "STARTEX+2d@09:00+02:00", LIAISON_TIME_ERROR_SYNTAX },
    { "STARTEX+2d@9:00Z", LIAISON_TIME_ERROR_SYNTAX },
    { "STARTEX+2d@09:00[]", LIAISON_TIME_ERROR_SYNTAX },
    { "STARTEX+2d@09:00Z[Europe/Oslo]", LIAISON_TIME_ERROR_SYNTAX },
    { "STARTEX+2d@24:00Z", LIAISON_TIME_ERROR_RANGE },
    { "STARTEX+36525d1s", LIAISON_TIME_ERROR_RANGE },
    { "STARTEX+36526d@09:00Z", LIAISON_TIME_ERROR_RANGE },
    { "STARTEX+99999999999999999999d", LIAISON_TIME_ERROR_RANGE },
    { "STARTEX-3155760000d", LIAISON_TIME_ERROR_RANGE },
    { "start()", LIAISON_TIME_ERROR_SYNTAX },
    { "start(" ID, LIAISON_TIME_ERROR_SYNTAX },
    { "start(" ID "+30m", LIAISON_TIME_ERROR_SYNTAX },
    { "start(" ID "]+30m", LIAISON_TIME_ERROR_SYNTAX },
    { "Start(" ID ")", LIAISON_TIME_ERROR_SYNTAX },
    { "middle(" ID ")", LIAISON_TIME_ERROR_SYNTAX },
    { "end(01890A5D-AC96-774B-BCCE-B302099A8057)", LIAISON_TIME_ERROR_SYNTAX },
    { "end(00000000-0000-0000-0000-000000000000)", LIAISON_TIME_ERROR_SYNTAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *shown = g_strescape (refusals[i].text, NULL);
      g_autoptr (GError) error = NULL;
      LiaisonInstant instant = { .form = 7 };

      g_test_message ("%s", shown);
      g_assert_false (parse (refusals[i].text, &instant, &error));
      g_assert_error (error, LIAISON_TIME_ERROR, refusals[i].code);
      g_assert_cmpint (instant.form, ==, 7);
      g_assert_false (parse (refusals[i].text, &instant, NULL));
    }
}

/* Every beginning of a good text, and every byte of it changed to every other: nothing may read
 * past its end or crash, and what is accepted must come back as a text that reads the same. */
static void
test_mangled_texts (void)
{
  static const char *const texts[] = { "2027-05-14T15:00:01+05:41:16[Europe/Oslo]",
                                       "start(" ID ")-2d4h30m1s",
                                       "STARTEX+2d@09:00:01[Europe/Oslo]" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (gsize at = 0; at <= strlen (texts[i]); at++)
      for (guint byte = 0; byte < 256; byte++)
        {
          gsize length = byte == 0 ? at : strlen (texts[i]);
          g_autofree char *copy = g_memdup2 (texts[i], length);
          char text[LIAISON_INSTANT_TEXT_SIZE];
          LiaisonInstant instant, again;

          if (at < length)
            copy[at] = (char) byte;
          if (!liaison_instant_parse (copy, length, &instant, NULL))
            continue;
          length = liaison_instant_format (&instant, text);
          g_assert_true (liaison_instant_parse (text, length, &again, NULL));
          g_assert_true (liaison_instant_equal (&instant, &again));
        }
}

static void
test_any_value_is_written (void)
{
  static const gint64 numbers[] = { G_MININT64, -1, 0, 1, G_MAXINT64 };

  for (guint form = 0; form < 6; form++)
    for (guint edge = 0; edge < 6; edge++)
      for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
        {
          LiaisonInstant instant = { .form = form,
                                     .edge = edge,
                                     .seconds = numbers[i],
                                     .days = CLAMP (numbers[i], -(1 << 25), (1 << 25) - 1),
                                     .offset = CLAMP (numbers[i], G_MININT32, G_MAXINT32),
                                     .zone = LONG_ZONE LONG_ZONE };
          char text[LIAISON_INSTANT_TEXT_SIZE];

          g_assert_cmpuint (liaison_instant_format (&instant, text), ==, strlen (text));
          liaison_instant_get_wall_state (&instant);
        }
}

static void
test_errors_name_the_place (void)
{
  g_autoptr (GError) error = NULL;
  LiaisonInstant instant;

  g_assert_false (parse ("2027-02-29T13:00Z", &instant, &error));
  g_assert_cmpstr (error->message, ==, "expected a day of the years 1900 to 2200 at character 1");
  g_clear_error (&error);
  g_assert_false (parse ("STARTEX+2d4x", &instant, &error));
  g_assert_cmpstr (error->message, ==, "expected d, h, m or s, as in +2d4h30m at character 12");
}

static void
test_equal (void)
{
  static const char *const texts[] = {
    "2027-05-14T15:00+02:00[Europe/Oslo]",
    "2027-05-14T15:00+02:00[Europe/Paris]",
    "2027-05-14T15:00+02:00",
    "2027-05-14T13:00Z",
    "2027-05-14T13:01Z",
    "STARTEX",
    "ENDEX",
    "STARTEX+1h",
    "STARTEX@00:00Z",
    "STARTEX+1d@00:00Z",
    "STARTEX@00:00[Europe/Oslo]",
    "STARTEX@00:01Z",
    "start(" ID ")",
    "end(" ID ")",
    "start(01890a5d-ac96-774b-bcce-b302099a8058)",
  };
  LiaisonInstant unset = { 0 }, other_unset = { .seconds = 5 };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
      {
        LiaisonInstant a = read_good (texts[i]), b = read_good (texts[j]);

        g_assert_cmpint (liaison_instant_equal (&a, &b), ==, i == j);
      }
  g_assert_true (liaison_instant_equal (&unset, &other_unset));
  assert_text (&unset, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/instant/canonical", test_canonical);
  g_test_add_func ("/record/instant/longest-text-fits", test_longest_text_fits);
  g_test_add_func ("/record/instant/other-spellings-become-canonical",
                   test_other_spellings_become_canonical);
  g_test_add_func ("/record/instant/members", test_members);
  g_test_add_func ("/record/instant/refusals", test_refusals);
  g_test_add_func ("/record/instant/mangled-texts", test_mangled_texts);
  g_test_add_func ("/record/instant/any-value-is-written", test_any_value_is_written);
  g_test_add_func ("/record/instant/errors-name-the-place", test_errors_name_the_place);
  g_test_add_func ("/record/instant/equal", test_equal);
  return g_test_run ();
}
