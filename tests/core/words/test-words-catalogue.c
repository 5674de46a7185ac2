/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/catalogue.h"

#include "catalogues.h"

#include <glib/gstdio.h>
#include <string.h>

/* A copy of exactly @size bytes on the heap, so that a sanitizer sees a read beyond them. */
static LiaisonCatalogue *
open_copy (const char *data, gsize size, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  return liaison_catalogue_new_from_bytes (bytes, "test.mo", error);
}

static void
test_looks_up (gconstpointer order)
{
  g_autoptr (GBytes) bytes = catalogues_read ("fr", order);
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonCatalogue) fr = liaison_catalogue_new_from_bytes (bytes, "fr.mo", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (liaison_catalogue_get_n_messages (fr), ==, 7);
  g_assert_cmpuint (liaison_catalogue_get_n_forms (fr), ==, 2);
  g_assert_cmpstr (liaison_catalogue_look_up (fr, NULL, "Schedule"), ==, "Programme");
  g_assert_cmpstr (liaison_catalogue_look_up (fr, "verb", "Schedule"), ==, "Programmer");
  g_assert_cmpstr (liaison_catalogue_look_up (fr, NULL, "United Nations"), ==, "Nations Unies");
  g_assert_cmpstr (liaison_catalogue_look_up (fr, NULL, "{n} event"), ==, "{n} événement");
  g_assert_cmpstr (liaison_catalogue_look_up_plural (fr, NULL, "{n} event", 0), ==,
                   "{n} événement");
  g_assert_cmpstr (liaison_catalogue_look_up_plural (fr, NULL, "{n} event", 2), ==,
                   "{n} événements");

  g_assert_null (liaison_catalogue_look_up (fr, NULL, ""));
  g_assert_null (liaison_catalogue_look_up (fr, NULL, "Sched"));
  g_assert_null (liaison_catalogue_look_up (fr, NULL, "Schedules"));
  g_assert_null (liaison_catalogue_look_up (fr, "noun", "Schedule"));
  g_assert_null (liaison_catalogue_look_up (fr, "verbs", "Schedule"));
  g_assert_null (liaison_catalogue_look_up (fr, "ver", "Schedule"));
  g_assert_null (liaison_catalogue_look_up_plural (fr, "verb", "{n} event", 1));
  /* A message without plural has one form; the second is missing. */
  g_assert_cmpstr (liaison_catalogue_look_up_plural (fr, NULL, "Schedule", 1), ==, "Programme");
  g_assert_null (liaison_catalogue_look_up_plural (fr, NULL, "Schedule", 2));
}

static void
test_reads_a_file (void)
{
  g_autofree char *path = catalogues_get_path ("ja", "little");
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonCatalogue) ja = liaison_catalogue_new (path, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (liaison_catalogue_look_up (ja, NULL, "Schedule"), ==, "日程");
  g_assert_null (liaison_catalogue_new ("/nonexistent/liaison.mo", &error));
  g_assert_error (error, LIAISON_WORDS_ERROR, LIAISON_WORDS_ERROR_READ);
}

static void
test_refuses_a_huge_file (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp ("liaison-XXXXXX.mo", &path, NULL);

  g_assert_cmpint (ftruncate (fd, (off_t) LIAISON_CATALOGUE_MAX_SIZE + 1), ==, 0);
  g_close (fd, NULL);
  g_assert_null (liaison_catalogue_new (path, &error));
  g_assert_error (error, LIAISON_WORDS_ERROR, LIAISON_WORDS_ERROR_LIMIT);
  g_remove (path);
}

static void
test_refuses_every_truncation (gconstpointer order)
{
  g_autoptr (GBytes) bytes = catalogues_read ("ar", order);
  const char *data;
  gsize size;

  data = g_bytes_get_data (bytes, &size);
  for (gsize length = 0; length < size; length++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (open_copy (data, length, &error));
      g_assert_error (error, LIAISON_WORDS_ERROR, LIAISON_WORDS_ERROR_DAMAGED);
    }
}

static void
look_up_all (const LiaisonCatalogue *catalogue)
{
  static const char *const msgids[] = {
    "", "Schedule", "{n} event", "{who} speaks for {nation}", "{who} at {site}", "\xff\xff", "~",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (msgids); i++)
    for (guint64 n = 0; n < 120; n += 7)
      {
        const char *text = liaison_catalogue_look_up (catalogue, i % 2 ? "verb" : NULL, msgids[i]);
        const char *form = liaison_catalogue_look_up_plural (catalogue, NULL, msgids[i], n);

        g_assert_true (!text || g_utf8_validate (text, -1, NULL));
        g_assert_true (!form || g_utf8_validate (form, -1, NULL));
      }
}

/* A flipped byte is either noticed or harmless: what is then said is still text. */
static void
test_survives_every_flip (gconstpointer order)
{
  static const guchar masks[] = { 0x01, 0x80, 0xff };
  g_autoptr (GBytes) bytes = catalogues_read ("ar", order);
  g_autofree char *copy = NULL;
  gsize size, refused = 0;

  copy = g_memdup2 (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  size = g_bytes_get_size (bytes);
  for (gsize at = 0; at < size; at++)
    for (gsize i = 0; i < G_N_ELEMENTS (masks); i++)
      {
        g_autoptr (LiaisonCatalogue) catalogue = NULL;
        g_autoptr (GError) error = NULL;

        copy[at] ^= masks[i];
        catalogue = open_copy (copy, size, &error);
        copy[at] ^= masks[i];

        g_assert_true ((catalogue == NULL) == (error != NULL));
        if (catalogue)
          look_up_all (catalogue);
        else
          refused++;
      }
  g_assert_cmpuint (refused, >, size / 2);
}

static void
put_number (GString *data, gsize at, guint32 number)
{
  number = GUINT32_TO_LE (number);
  memcpy (data->str + at, &number, sizeof number);
}

/* A catalogue of a header and one message, whose tables stand at 28 and 44. */
static GString *
make_catalogue (const char *header)
{
  static const char original[] = "Schedule", translation[] = "Plan";
  GString *data = g_string_new (NULL);
  gsize at = 60;

  g_string_set_size (data, at);
  memset (data->str, 0, at);
  put_number (data, 0, 0x950412de);
  put_number (data, 8, 2);
  put_number (data, 12, 28);
  put_number (data, 16, 44);
  put_number (data, 28, 0);
  put_number (data, 32, (guint32) data->len);
  g_string_append_len (data, "", 1);
  put_number (data, 36, sizeof original - 1);
  put_number (data, 40, (guint32) data->len);
  g_string_append_len (data, original, sizeof original);
  put_number (data, 44, (guint32) strlen (header));
  put_number (data, 48, (guint32) data->len);
  g_string_append_len (data, header, (gssize) strlen (header) + 1);
  put_number (data, 52, sizeof translation - 1);
  put_number (data, 56, (guint32) data->len);
  g_string_append_len (data, translation, sizeof translation);
  return data;
}

#define GOOD_HEADER "Content-Type: text/plain; charset=UTF-8\n"

static void
expect (GString *data, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonCatalogue) catalogue = open_copy (data->str, data->len, &error);

  if (code < 0)
    {
      g_assert_no_error (error);
      g_assert_cmpstr (liaison_catalogue_look_up (catalogue, NULL, "Schedule"), ==, "Plan");
      return;
    }
  g_assert_null (catalogue);
  g_assert_error (error, LIAISON_WORDS_ERROR, code);
  g_assert_true (g_str_has_prefix (error->message, "test.mo: "));
}

static void
test_judges_headers (void)
{
  static const struct
  {
    const char *header;
    int code; /* -1: it is read */
  } cases[] = {
    { GOOD_HEADER, -1 },
    { "content-type: text/plain; charset=utf-8\n", -1 },
    { "X: y\n" GOOD_HEADER "Plural-Forms: nplurals=1; plural=0;\n", -1 },
    { GOOD_HEADER "Plural-Forms: nplurals=1; plural=0", -1 },
    { "", LIAISON_WORDS_ERROR_CHARSET },
    { "Content-Type: text/plain\n charset=UTF-8\n", LIAISON_WORDS_ERROR_CHARSET },
    { "Content-Type: text/plain; charset=ISO-8859-1\n", LIAISON_WORDS_ERROR_CHARSET },
    { GOOD_HEADER "Plural-Forms: nplurals=2; plural=system;\n", LIAISON_WORDS_ERROR_PLURAL },
    { GOOD_HEADER "Plural-Forms:\n", LIAISON_WORDS_ERROR_PLURAL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) data = make_catalogue (cases[i].header);

      g_test_message ("%s", cases[i].header);
      expect (data, cases[i].code);
    }
}

/* Each patches one number of the catalogue above. */
static void
test_refuses_bad_tables (void)
{
  static const struct
  {
    const char *what;
    gsize at;
    guint32 number;
  } cases[] = {
    { "magic", 0, 0x950412df },
    { "major revision 2", 4, 2 << 16 },
    { "no messages", 8, 0 },
    { "more messages than fit", 8, 1000 },
    { "as many messages as can be", 8, G_MAXUINT32 },
    { "originals beyond the end", 12, G_MAXUINT32 },
    { "translations beyond the end", 16, 4096 },
    { "a length beyond the end", 36, 4096 },
    { "a length that wraps", 36, G_MAXUINT32 },
    { "an offset beyond the end", 40, 4096 },
    { "an offset that wraps with its length", 40, G_MAXUINT32 - 7 },
    { "a length without its NUL", 36, 7 },
    { "the header's msgid is not empty", 32, 61 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) data = make_catalogue (GOOD_HEADER);

      g_test_message ("%s", cases[i].what);
      put_number (data, cases[i].at, cases[i].number);
      expect (data, LIAISON_WORDS_ERROR_DAMAGED);
    }
}

static void
test_refuses_disorder_and_bad_text (void)
{
  g_autoptr (GString) twice = make_catalogue (GOOD_HEADER);
  g_autoptr (GString) text = make_catalogue (GOOD_HEADER);

  /* Both messages with the empty msgid. */
  put_number (twice, 36, 0);
  put_number (twice, 40, 60);
  expect (twice, LIAISON_WORDS_ERROR_DAMAGED);

  text->str[text->len - 2] = '\xff';
  expect (text, LIAISON_WORDS_ERROR_DAMAGED);
}

/* One long string that every message claims as its translation would take minutes to check. */
static void
test_refuses_shared_strings (void)
{
  g_autoptr (GString) data = make_catalogue (GOOD_HEADER);

  for (guint i = 0; i < 100; i++)
    g_string_append_c (data, 'x');
  g_string_append_len (data, "", 1);
  for (gsize at = 44; at <= 52; at += 8)
    {
      put_number (data, at, (guint32) data->len - 61);
      put_number (data, at + 4, 60);
    }
  expect (data, LIAISON_WORDS_ERROR_DAMAGED);
}

static void
test_takes_minor_revisions (void)
{
  g_autoptr (GString) data = make_catalogue (GOOD_HEADER);

  put_number (data, 4, (1 << 16) + 1);
  expect (data, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/words/catalogue/looks-up/little-endian", "little", test_looks_up);
  g_test_add_data_func ("/words/catalogue/looks-up/big-endian", "big", test_looks_up);
  g_test_add_func ("/words/catalogue/reads-a-file", test_reads_a_file);
  g_test_add_func ("/words/catalogue/refuses-a-huge-file", test_refuses_a_huge_file);
  g_test_add_data_func ("/words/catalogue/refuses-every-truncation/little-endian", "little",
                        test_refuses_every_truncation);
  g_test_add_data_func ("/words/catalogue/refuses-every-truncation/big-endian", "big",
                        test_refuses_every_truncation);
  g_test_add_data_func ("/words/catalogue/survives-every-flip/little-endian", "little",
                        test_survives_every_flip);
  g_test_add_data_func ("/words/catalogue/survives-every-flip/big-endian", "big",
                        test_survives_every_flip);
  g_test_add_func ("/words/catalogue/judges-headers", test_judges_headers);
  g_test_add_func ("/words/catalogue/refuses-bad-tables", test_refuses_bad_tables);
  g_test_add_func ("/words/catalogue/refuses-disorder-and-bad-text",
                   test_refuses_disorder_and_bad_text);
  g_test_add_func ("/words/catalogue/refuses-shared-strings", test_refuses_shared_strings);
  g_test_add_func ("/words/catalogue/takes-minor-revisions", test_takes_minor_revisions);
  return g_test_run ();
}
