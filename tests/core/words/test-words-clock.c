/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/clock.h"

static void
test_read (void)
{
  static const struct
  {
    const char *text;
    gint64 seconds;
  } cases[] = { { "08:30", 30600 }, { "8:30", 30600 },  { "0830", 30600 },    { "٠٨:٣٠", 30600 },
                { "00:00", 0 },     { "0000", 0 },      { "23:59", 86340 },   { "24:00", 86400 },
                { "2400", 86400 },  { "०८:३०", 30600 }, { "０８３０", 30600 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 seconds = -1;

      g_assert_true (liaison_clock_read (cases[i].text, &seconds));
      g_assert_cmpint (seconds, ==, cases[i].seconds);
    }
}

static void
test_refused (void)
{
  static const char *const texts[] = { "",      "8",     "08",     "830",    "08:3",   "08:60",
                                       "24:01", "25:00", "-1:30",  "08:30 ", "08:300", "008:30",
                                       ":30",   "8.30",  "09:00Z", "\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gint64 seconds;

      g_assert_false (liaison_clock_read (texts[i], &seconds));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/clock/read", test_read);
  g_test_add_func ("/words/clock/refused", test_refused);
  return g_test_run ();
}
