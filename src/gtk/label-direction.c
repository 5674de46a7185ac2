/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "label-direction.h"

#include "words/direction.h"

/* What GTK's own class does. */
static struct
{
  void (*measure) (GtkWidget *, GtkOrientation, int, int *, int *, int *, int *);
  void (*size_allocate) (GtkWidget *, int, int, int);
  void (*snapshot) (GtkWidget *, GtkSnapshot *);
} usual;

/* Some paragraph of @text begins with letters that run against @screen, though as a whole it runs
 * with it. */
static gboolean
turns_round (const char *text, LiaisonDirection screen)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      LiaisonDirection first = liaison_words_find_direction (paragraphs[i]);

      if (first != screen
          && liaison_words_find_base (paragraphs[i], -1, screen == LIAISON_DIRECTION_RIGHT_TO_LEFT)
                 == screen)
        return TRUE;
    }
  return FALSE;
}

/* A layout lives as long as its text: what was decided for it stands. Only what would turn round is
 * touched, for paragraphs of another language keep their own direction. */
static void
turn (GtkWidget *widget)
{
  static GQuark decided;
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (widget));
  LiaisonDirection screen = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL
                                ? LIAISON_DIRECTION_RIGHT_TO_LEFT
                                : LIAISON_DIRECTION_LEFT_TO_RIGHT;
  const char *text = pango_layout_get_text (layout);

  if (screen == LIAISON_DIRECTION_LEFT_TO_RIGHT && g_str_is_ascii (text))
    return;
  if (decided == 0)
    decided = g_quark_from_static_string ("liaison-label-direction");
  if (g_object_get_qdata (G_OBJECT (layout), decided) != NULL)
    return;
  g_object_set_qdata (G_OBJECT (layout), decided, GINT_TO_POINTER (1));
  if (turns_round (text, screen))
    pango_layout_set_auto_dir (layout, FALSE);
}

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  turn (widget);
  usual.measure (widget, orientation, for_size, minimum, natural, minimum_baseline,
                 natural_baseline);
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  turn (widget);
  usual.size_allocate (widget, width, height, baseline);
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  turn (widget);
  usual.snapshot (widget, snapshot);
}

void
liaison_label_direction_install (void)
{
  GtkWidgetClass *labels;

  if (usual.measure != NULL)
    return;
  labels = g_type_class_ref (GTK_TYPE_LABEL); /* for good */
  usual.measure = labels->measure;
  usual.size_allocate = labels->size_allocate;
  usual.snapshot = labels->snapshot;
  labels->measure = measure;
  labels->size_allocate = size_allocate;
  labels->snapshot = snapshot;
}
