/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/category.h"
#include "draw/palette.h"

/* WCAG 2.1: text 4.5, large text and graphics 3; with high contrast 7 and 4.5. */
#define TEXT(id)    (is_high (id) ? 7 : 4.5)
#define GRAPHIC(id) (is_high (id) ? 4.5 : 3)

static gboolean
is_high (LiaisonPaletteId id)
{
  return id == LIAISON_PALETTE_CONTRAST || id == LIAISON_PALETTE_CONTRAST_DARK;
}

static void
assert_contrast (LiaisonPaletteId id,
                 const char *what,
                 const LiaisonColour *a,
                 const LiaisonColour *b,
                 double least)
{
  double contrast = liaison_colour_get_contrast (a, b);

  if (contrast < least)
    g_error ("palette %d: %s has a contrast of %.2f, %.1f are wanted", id, what, contrast, least);
}

static void
test_roles (void)
{
  static const LiaisonRole grounds[] = { LIAISON_ROLE_GROUND, LIAISON_ROLE_RAISED };
  static const LiaisonRole overlays[] = { LIAISON_ROLE_STRIPE, LIAISON_ROLE_SHADE,
                                          LIAISON_ROLE_OBSERVANCE, LIAISON_ROLE_SELECTION };

  for (LiaisonPaletteId id = 0; id < LIAISON_N_PALETTES; id++)
    for (guint g = 0; g < G_N_ELEMENTS (grounds); g++)
      {
        const LiaisonPalette *palette = liaison_palette_get (id);
        const LiaisonColour *ground = &palette->roles[grounds[g]];

        assert_contrast (id, "text", &palette->roles[LIAISON_ROLE_TEXT], ground, 7);
        assert_contrast (id, "dim text", &palette->roles[LIAISON_ROLE_TEXT_DIM], ground, TEXT (id));
        for (LiaisonRole role = LIAISON_ROLE_NOW; role < LIAISON_N_ROLES; role++)
          assert_contrast (id, "a mark", &palette->roles[role], ground, GRAPHIC (id));
        assert_contrast (id, "the accent", &palette->roles[LIAISON_ROLE_ACCENT], ground,
                         GRAPHIC (id));
        for (guint o = 0; o < G_N_ELEMENTS (overlays); o++)
          {
            LiaisonColour seen = liaison_colour_over (&palette->roles[overlays[o]], ground);
            assert_contrast (id, "text on an overlay", &palette->roles[LIAISON_ROLE_TEXT], &seen,
                             TEXT (id));
          }
      }
}

static void
test_on_accent (void)
{
  for (LiaisonPaletteId id = 0; id < LIAISON_N_PALETTES; id++)
    {
      const LiaisonPalette *palette = liaison_palette_get (id);
      assert_contrast (id, "text on the accent", &palette->roles[LIAISON_ROLE_ON_ACCENT],
                       &palette->roles[LIAISON_ROLE_ACCENT], TEXT (id));
    }
}

static void
test_hues (void)
{
  for (LiaisonPaletteId id = 0; id < LIAISON_N_PALETTES; id++)
    for (LiaisonHue hue = 0; hue < LIAISON_N_HUES; hue++)
      {
        const LiaisonPalette *palette = liaison_palette_get (id);
        const LiaisonCategoryColours *colours = &palette->hues[hue];
        LiaisonColour selected =
            liaison_colour_over (&palette->roles[LIAISON_ROLE_SELECTION], &colours->fill);

        assert_contrast (id, "text in a category", &colours->text, &colours->fill, 7);
        assert_contrast (id, "text in a selected one", &colours->text, &selected, TEXT (id));
        assert_contrast (id, "the edge on its fill", &colours->edge, &colours->fill, GRAPHIC (id));
        assert_contrast (id, "the edge on the ground", &colours->edge,
                         &palette->roles[LIAISON_ROLE_GROUND], GRAPHIC (id));
      }
}

static void
test_contrast (void)
{
  static const LiaisonColour black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 };
  static const LiaisonColour veil = { 0, 0, 0, .5 };
  LiaisonColour grey = liaison_colour_over (&veil, &white);

  g_assert_cmpfloat_with_epsilon (liaison_colour_get_contrast (&black, &white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (liaison_colour_get_contrast (&white, &white), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (grey.red, .5, 1e-9);
  g_assert_cmpfloat (grey.alpha, ==, 1);
}

/* Every type has a hue; what cannot be is grey and no fault. */
static void
test_categories (void)
{
  for (guint type = 0; type < liaison_event_types.n; type++)
    g_assert_cmpuint (liaison_category_for_event (type), <, LIAISON_N_HUES);
  g_assert_cmpint (liaison_category_for_event (LIAISON_EVENT_TYPE_TRAINING_SERIAL), ==,
                   LIAISON_HUE_BLUE);
  g_assert_cmpint (liaison_category_for_event (9999), ==, LIAISON_HUE_GREY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/palette/roles", test_roles);
  g_test_add_func ("/draw/palette/on-accent", test_on_accent);
  g_test_add_func ("/draw/palette/hues", test_hues);
  g_test_add_func ("/draw/palette/contrast", test_contrast);
  g_test_add_func ("/draw/palette/categories", test_categories);
  return g_test_run ();
}
