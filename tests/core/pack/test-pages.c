/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on pages, in the PDF that people get. */
#include "config.h"

#include "exchange/listing.h"
#include "pack/image.h"
#include "pack/listing-pages.h"
#include "pack/pages-private.h"
#include "words/search.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

/* 2027-05-14T13:00Z */
#define NOW G_GINT64_CONSTANT (1810299600)

typedef struct
{
  const char *language;
  const char *headings[3];
  const char *cells[3];
} Sample;

static const Sample samples[] = {
  { "en", { "DTG", "Title", "No." }, { "141300ZMAY27", "Opening & <welcome>", "1,150" } },
  { "fr", { "GDH", "Titre", "Nº" }, { "141300ZMAY27", "Réunion d’état-major", "1 150" } },
  { "ar", { "الوقت", "العنوان", "عدد" }, { "141300ZMAY27", "مؤتمر التخطيط الرئيسي", "١٬١٥٠" } },
  { "ja", { "日時", "件名", "数" }, { "141300ZMAY27", "主要計画会議（第二回）", "1,150" } },
};

static const LiaisonBlock *
find_nothing (gpointer data, LiaisonId id)
{
  return NULL;
}

static LiaisonListing *
make_listing (const Sample *sample, LiaisonWords *words, guint rows)
{
  const LiaisonManner manner = { .words = words, .lookup = { find_nothing, NULL } };
  LiaisonListing *listing = liaison_listing_new_plain (&manner, sample->headings, 3);

  listing->exercise = g_strdup ("Bridge 27");
  listing->title = g_strdup ("Table");
  listing->marking = g_strdup ("EXERCISE - UNCLASSIFIED");
  listing->columns[2].role = LIAISON_LISTING_NUMERIC;
  for (guint row = 0; row < rows; row++)
    {
      liaison_listing_begin_row (listing, 0);
      for (guint i = 0; i < 3; i++)
        liaison_listing_add_text (listing, sample->cells[i]);
    }
  return listing;
}

static LiaisonPages *
make_pages (const Sample *sample, guint rows)
{
  g_autoptr (LiaisonWords) words = liaison_words_new (sample->language, NULL);
  g_autoptr (LiaisonListing) listing = make_listing (sample, words, rows);
  const LiaisonListingPrint print = { .setup = liaison_page_setup_default (),
                                      .now = NOW,
                                      .zone = "Europe/Oslo" };
  LiaisonPages *pages = liaison_listing_to_pages (listing, &print, words);

  g_assert_true (liaison_pages_flow (pages, NULL, NULL, NULL, NULL));
  return pages;
}

static GBytes *
make_pdf (const Sample *sample, guint rows)
{
  g_autoptr (LiaisonPages) pages = make_pages (sample, rows);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  const LiaisonPdfInfo info = { "Table", "Bridge 27", NULL, NOW };

  g_assert_true (liaison_pages_write_pdf (pages, &info, stream, NULL, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_same_bytes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GBytes) first = make_pdf (&samples[i], 120);
      g_autoptr (GBytes) second = make_pdf (&samples[i], 120);

      g_assert_true (g_bytes_equal (first, second));
      g_assert_true (g_str_has_prefix (g_bytes_get_data (first, NULL), "%PDF-1."));
    }
}

/* The text of a PDF as mutool reads it, folded and without blanks, as readers of right-to-left text
 * put these where they like; NULL where it is not installed. */
static char *
extract (GBytes *pdf, const char *tool, const char *const *arguments)
{
  g_autofree char *program = g_find_program_in_path (tool);
  g_autofree char *path = NULL, *out = NULL;
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  int fd = g_file_open_tmp ("liaison-XXXXXX.pdf", &path, NULL);
  gsize size;
  const char *bytes = g_bytes_get_data (pdf, &size);
  gboolean done = program != NULL;

  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, bytes, size, NULL));
  g_ptr_array_add (argv, (gpointer) tool);
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, strcmp (arguments[i], "@") == 0 ? path : (gpointer) arguments[i]);
  g_ptr_array_add (argv, NULL);
  if (done)
    done = g_spawn_sync (NULL, (char **) argv->pdata, NULL,
                         G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out, NULL,
                         NULL, NULL);
  g_unlink (path);
  return done ? g_steal_pointer (&out) : NULL;
}

static char *
fold (const char *text)
{
  char *folded = liaison_words_fold (text);
  char *to = folded;

  for (const char *at = folded; *at != '\0'; at++)
    if (!g_ascii_isspace (*at))
      *to++ = *at;
  *to = '\0';
  return folded;
}

static guint
count (const char *text, const char *part)
{
  g_autofree char *haystack = fold (text), *needle = fold (part);
  guint n = 0;

  for (const char *at = strstr (haystack, needle); at != NULL; at = strstr (at + 1, needle))
    n++;
  return n;
}

/* Everything can be searched for and copied, in every script; the head is on each page, the marking
 * twice. */
static void
test_text (void)
{
  static const char *const arguments[] = { "draw", "-F", "txt", "@", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (LiaisonPages) pages = make_pages (&samples[i], 100);
      g_autoptr (GBytes) pdf = make_pdf (&samples[i], 100);
      g_autofree char *text = extract (pdf, "mutool", arguments);
      guint n = liaison_pages_get_n (pages);

      if (text == NULL)
        {
          g_test_skip ("mutool is not installed");
          return;
        }
      g_assert_cmpuint (n, >, 1);
      for (guint c = 0; c < 2; c++)
        {
          g_assert_cmpuint (count (text, samples[i].headings[c]), >=, n);
          g_assert_cmpuint (count (text, samples[i].cells[c]), ==, 100);
        }
      g_assert_cmpuint (count (text, "EXERCISE - UNCLASSIFIED"), ==, 2 * n);
      g_assert_cmpuint (count (text, "Bridge 27"), ==, n);
    }
}

static void
test_file (void)
{
  static const char *const info[] = { "@", NULL }, *const check[] = { "--check", "@", NULL };
  g_autoptr (GBytes) pdf = make_pdf (&samples[0], 100);
  g_autofree char *told = extract (pdf, "pdfinfo", info);
  g_autofree char *checked = extract (pdf, "qpdf", check);

  if (told == NULL || checked == NULL)
    {
      g_test_skip ("pdfinfo or qpdf is not installed");
      return;
    }
  g_assert_nonnull (strstr (told, "Tagged:          yes"));
  g_assert_nonnull (strstr (told, "Title:           Table"));
  g_assert_nonnull (strstr (checked, "No syntax or stream encoding errors"));
}

/* Where the word begins, as part of the width of the page. */
static double
find_word (const char *boxes, const char *word)
{
  g_autofree char *end = g_strdup_printf (">%s</word>", word);
  const char *at = strstr (boxes, end), *page = strstr (boxes, "<page width=\"");

  g_assert_nonnull (at);
  while (strncmp (at, "xMin=\"", 6) != 0)
    at--;
  return g_ascii_strtod (at + 6, NULL) / g_ascii_strtod (page + 13, NULL);
}

/* Mirrored: what stands at the start in English stands at the other edge in Arabic. */
static void
test_sides (void)
{
  static const char *const arguments[] = { "-bbox", "@", "-", NULL };
  static const struct
  {
    guint sample;
    gboolean right;
  } sides[] = { { 0, FALSE }, { 2, TRUE } };

  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autoptr (GBytes) pdf = make_pdf (&samples[sides[i].sample], 1);
      g_autofree char *boxes = extract (pdf, "pdftotext", arguments);

      if (boxes == NULL)
        {
          g_test_skip ("pdftotext is not installed");
          return;
        }
      g_assert_cmpint (find_word (boxes, "Bridge") > 0.5, ==, sides[i].right);
      g_assert_cmpint (find_word (boxes, "141300ZMAY27") > 0.5, ==, sides[i].right);
    }
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static LiaisonBlock *
make_picture (void)
{
  LiaisonBlock *block =
      liaison_block_new (&liaison_attachment_kind.shape, liaison_id_new_from_parts (1, 0, 1));
  LiaisonAttachmentData *attachment = (LiaisonAttachmentData *) block;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 8, 10);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *content = NULL;

  cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_destroy (surface);
  content = g_base64_encode (bytes->data, bytes->len);
  attachment->media_type = g_ref_string_new ("image/png");
  attachment->content = g_ref_string_new (content);
  return block;
}

/* A picture before all else: on a cover without a marking. */
static void
test_picture_first (void)
{
  const LiaisonPageSetup setup = liaison_page_setup_default ();
  const LiaisonPdfInfo info = { "Bridge", NULL, NULL, NOW };
  g_autoptr (LiaisonWords) words = liaison_words_new ("en", NULL);
  g_autoptr (LiaisonBlock) picture = make_picture ();
  g_autoptr (LiaisonPages) pages = liaison_pages_new (&setup, words);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  LiaisonMatter *matter;

  matter = liaison_image_new (picture, 96, 96, FALSE, "en");
  matter->bare = TRUE;
  liaison_pages_add (pages, matter);
  liaison_pages_flow (pages, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  liaison_pages_write_pdf (pages, &info, stream, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_cancelled (void)
{
  g_autoptr (LiaisonWords) words = liaison_words_new ("en", NULL);
  g_autoptr (LiaisonListing) listing = make_listing (&samples[0], words, 10);
  const LiaisonListingPrint print = { .setup = liaison_page_setup_default (), .now = NOW };
  g_autoptr (LiaisonPages) pages = liaison_listing_to_pages (listing, &print, words);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (liaison_pages_flow (pages, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack/pages/same-bytes", test_same_bytes);
  g_test_add_func ("/pack/pages/text", test_text);
  g_test_add_func ("/pack/pages/file", test_file);
  g_test_add_func ("/pack/pages/sides", test_sides);
  g_test_add_func ("/pack/pages/picture-first", test_picture_first);
  g_test_add_func ("/pack/pages/cancelled", test_cancelled);
  return g_test_run ();
}
