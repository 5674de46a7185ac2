/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which way labels run on a screen from right to left. */
#include "config.h"

#include "display.h"
#include "label-direction.h"

#include <gtk/gtk.h>

/* The direction of the first line once the label has been laid out. */
static PangoDirection
lay_out (const char *text, GtkTextDirection screen)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new (text));
  PangoDirection direction;
  int width;

  gtk_widget_set_direction (label, screen);
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  direction = pango_layout_line_get_resolved_direction (
      pango_layout_get_line_readonly (gtk_label_get_layout (GTK_LABEL (label)), 0));
  g_object_unref (label);
  return direction;
}

static void
test_right (void)
{
  static const struct
  {
    const char *text;
    PangoDirection direction;
  } cases[] = {
    { "EV-012 يبدأ قبل نهاية ما سبقه.", PANGO_DIRECTION_RTL },
    { "KFOR ترسل ضابط ارتباط إلى المقر.", PANGO_DIRECTION_RTL },
    { "«\u2068Picture tour\u2069» مرتبط بنفسه عبر أوقات أخرى.", PANGO_DIRECTION_RTL },
    { "\u2068Picture tour\u2069 مرتبط بنفسه عبر أوقات أخرى.", PANGO_DIRECTION_RTL },
    { "يحيل «EV-012» إلى شيء لم يعد في الخطة.", PANGO_DIRECTION_RTL },
    { "٣ أخطاء", PANGO_DIRECTION_RTL },
    { "2027", PANGO_DIRECTION_RTL }, /* as the screen */
    /* Another language keeps its own. */
    { "The camp kitchen is shown to all nations.", PANGO_DIRECTION_LTR },
    { "Letter of the Ministry of Defence to all who take part (وزارة)", PANGO_DIRECTION_LTR },
    { "UTC 13:02", PANGO_DIRECTION_LTR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (lay_out (cases[i].text, GTK_TEXT_DIR_RTL), ==, cases[i].direction);
    }
}

/* On a screen from left to right names from right to left do not turn a sentence, and texts do not
 * turn. */
static void
test_left (void)
{
  g_assert_cmpint (
      lay_out ("\u2068حزمة ضابط الارتباط\u2069, Title: this text is released and names others.",
               GTK_TEXT_DIR_LTR),
      ==, PANGO_DIRECTION_LTR);
  g_assert_cmpint (lay_out ("EV-012 يبدأ قبل نهاية ما سبقه.", GTK_TEXT_DIR_LTR), ==,
                   PANGO_DIRECTION_LTR);
  g_assert_cmpint (lay_out ("يبدأ قبل EV-012", GTK_TEXT_DIR_LTR), ==, PANGO_DIRECTION_RTL);
}

/* A new text is looked at anew, and so is the old one when the screen turns. */
static void
test_changes (void)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new ("The camp kitchen"));
  PangoLayout *layout;
  int width;

  gtk_widget_set_direction (label, GTK_TEXT_DIR_RTL);
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_label_set_text (GTK_LABEL (label), "EV-012 يبدأ قبل نهاية ما سبقه.");
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  layout = gtk_label_get_layout (GTK_LABEL (label));
  g_assert_false (pango_layout_get_auto_dir (layout));
  gtk_label_set_text (GTK_LABEL (label), "The camp kitchen");
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  layout = gtk_label_get_layout (GTK_LABEL (label));
  g_assert_true (pango_layout_get_auto_dir (layout));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "The camp kitchen");
  g_object_unref (label);
}

int
main (int argc, char *argv[])
{
  if (!liaison_test_init (&argc, &argv))
    return 0;
  liaison_label_direction_install ();
  liaison_label_direction_install ();
  g_test_add_func ("/ui/label-direction/right", test_right);
  g_test_add_func ("/ui/label-direction/left", test_left);
  g_test_add_func ("/ui/label-direction/changes", test_changes);
  return g_test_run ();
}
