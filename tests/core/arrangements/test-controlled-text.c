/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What looks like a frequency or a key, and what does not. */
#include "config.h"

#include "arrangements/controlled-text.h"

#include "record/kinds/channel.h"

static void
test_frequencies (void)
{
  static const char *const texts[] = { "36.525 MHz", "36,525MHz", "Use 7150 kHz at night", "145.500",
                                       "243.000 on guard", "call on 1.2 GHz", "٣٦ ميغاهرتز",
                                       "36,5 МГц", "2182 khz" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      g_assert_cmpint (liaison_controlled_text_look (texts[i]), ==, LIAISON_CONTROLLED_FREQUENCY);
    }
}

static void
test_keys (void)
{
  static const char *const texts[] = { "9F86D081884C7D65", "key: 9f86 d081 884c 7d65",
                                       "DE:AD:BE:EF:00:11:22:33", "KXQVT ABLOP ZZQRT MNBVC",
                                       "48213 99310 55172 30018" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      g_assert_cmpint (liaison_controlled_text_look (texts[i]), ==, LIAISON_CONTROLLED_KEY);
    }
}

static void
test_others (void)
{
  static const char *const texts[] = {
    NULL, "", "+47 5550 0602", "10.0.0.1", "192.168.100.101", "LANTERN-27/CIS/101",
    "See controlled document no. 145", "No answer after three calls in five minutes.",
    "12.500 litres a day", "room 145.5", "01a13e5d-5f18-7256-801b-7b57496b7c2d",
    "https://chat.example.org/room/145.500", "2027-10-14T06:16", "UHF radio, channel 12",
    "Call at 06:15, 12:15 and 18:15", "Hz", "version 1.2.345", "deadbeef", "1234567890123456",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      g_assert_cmpint (liaison_controlled_text_look (texts[i]), ==, LIAISON_CONTROLLED_NOTHING);
    }
}

/* In any language and in what hangs on the record too, but not where the number of a document belongs. */
static void
test_records (void)
{
  LiaisonChannelData *channel =
      (gpointer) liaison_block_new (&liaison_channel_kind.shape, (LiaisonId){ 1, 1 });
  LiaisonStationData *station =
      (gpointer) liaison_block_new (&liaison_station_shape, (LiaisonId){ 1, 2 });
  LiaisonBlock *item = &station->block;
  guint field = 99;

  channel->document = g_ref_string_new ("145.500");
  channel->code = g_ref_string_new ("145.500");
  g_assert_cmpint (liaison_controlled_text_find (&channel->block, &field), ==,
                   LIAISON_CONTROLLED_NOTHING);
  station->address = g_ref_string_new ("36.525 MHz");
  channel->stations = liaison_items_new_take (&item, 1);
  g_assert_cmpint (liaison_controlled_text_find (&channel->block, &field), ==,
                   LIAISON_CONTROLLED_FREQUENCY);
  g_assert_cmpuint (field, ==, LIAISON_FIELD (Channel, stations));
  channel->purpose = liaison_text_new (g_intern_string ("fr"), "sur 145.500");
  g_assert_cmpint (liaison_controlled_text_find (&channel->block, &field), ==,
                   LIAISON_CONTROLLED_FREQUENCY);
  g_assert_cmpuint (field, ==, LIAISON_FIELD (Channel, purpose));
  liaison_block_unref (&channel->block);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arrangements/controlled-text/frequencies", test_frequencies);
  g_test_add_func ("/arrangements/controlled-text/keys", test_keys);
  g_test_add_func ("/arrangements/controlled-text/others", test_others);
  g_test_add_func ("/arrangements/controlled-text/records", test_records);
  return g_test_run ();
}
