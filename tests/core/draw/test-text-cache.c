/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/text-cache.h"

static LiaisonTextCache *
create (guint capacity)
{
  return liaison_text_cache_new_off_screen ("DejaVu Sans 10", capacity);
}

static void
test_same_label (void)
{
  g_autoptr (LiaisonTextCache) cache = create (10);
  PangoLayout *layout = liaison_text_cache_get (cache, "Rehearsal", LIAISON_TEXT_BODY, -1, NULL);

  g_assert_true (layout
                 == liaison_text_cache_get (cache, "Rehearsal", LIAISON_TEXT_BODY, 1000, NULL));
  g_assert_cmpuint (liaison_text_cache_get_size (cache), ==, 1);
  g_assert_true (layout
                 != liaison_text_cache_get (cache, "Rehearsal", LIAISON_TEXT_BOLD, -1, NULL));
}

static void
test_ellipsis (void)
{
  static const char *const texts[] = { "Harbour protection exercise, second serial",
                                       "تدريب حماية الميناء، المسلسل الثاني",
                                       "多国間演習の最終計画会議", "one\nline" };
  g_autoptr (LiaisonTextCache) cache = create (10);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (double width = 12; width < 400; width += 13)
      {
        LiaisonTextSize size;
        PangoLayout *layout =
            liaison_text_cache_get (cache, texts[i], LIAISON_TEXT_SMALL, width, &size);

        g_assert_cmpint (pango_layout_get_line_count (layout), ==, 1);
        /* A single letter and its ellipsis may be wider than next to nothing. */
        if (width > 40)
          g_assert_cmpfloat (size.width, <=, width);
      }
}

static void
test_bounded (void)
{
  g_autoptr (LiaisonTextCache) cache = create (8);
  PangoLayout *often = NULL;

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *text = g_strdup_printf ("EV-%u", i);
      PangoLayout *layout;

      liaison_text_cache_get (cache, text, LIAISON_TEXT_BODY, -1, NULL);
      layout = liaison_text_cache_get (cache, "often", LIAISON_TEXT_BODY, -1, NULL);
      g_assert_true (often == NULL || often == layout);
      often = layout;
      g_assert_cmpuint (liaison_text_cache_get_size (cache), <=, 8);
    }
  liaison_text_cache_clear (cache);
  g_assert_cmpuint (liaison_text_cache_get_size (cache), ==, 0);
}

static void
test_line_height (void)
{
  g_autoptr (LiaisonTextCache) cache = create (8);

  g_assert_cmpfloat (liaison_text_cache_get_line_height (cache, LIAISON_TEXT_SMALL), >, 5);
  g_assert_cmpfloat (liaison_text_cache_get_line_height (cache, LIAISON_TEXT_SMALL), <,
                     liaison_text_cache_get_line_height (cache, LIAISON_TEXT_TITLE));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/text-cache/same-label", test_same_label);
  g_test_add_func ("/draw/text-cache/ellipsis", test_ellipsis);
  g_test_add_func ("/draw/text-cache/bounded", test_bounded);
  g_test_add_func ("/draw/text-cache/line-height", test_line_height);
  return g_test_run ();
}
