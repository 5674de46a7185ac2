/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/rhythm/rhythm-flow.h"

#include "words/dates.h"
#include "words/sentence.h"

#include <glib/gi18n.h>

typedef struct
{
  LiaisonSession *session;
  LiaisonManner manner;
  const LiaisonRhythm *rhythm;
  const char *zone;
} Maker;

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
append_line (GtkWidget *box, const char *icon, const char *icon_class, const char *text)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  GtkWidget *label = label_new (text, "caption");

  gtk_image_set_pixel_size (GTK_IMAGE (image), 12);
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  /* As high as a line of letters in any script. */
  gtk_widget_set_size_request (image, -1, 17);
  if (icon_class != NULL)
    {
      gtk_widget_add_css_class (image, icon_class);
      gtk_widget_add_css_class (label, icon_class);
    }
  gtk_box_append (GTK_BOX (line), image);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (box), line);
}

static char *
tell_moment (const Maker *maker, gint64 seconds)
{
  g_autofree char *day = liaison_words_format_date (maker->manner.words, seconds, maker->zone,
                                                    LIAISON_DATE_WEEKDAY_SHORT);
  g_autofree char *time = liaison_words_format_time (maker->manner.words, seconds, maker->zone);

  return g_strdup_printf ("%s %s", day, time);
}

static void
append_input (const Maker *maker, GtkWidget *box, const LiaisonRhythmInput *input)
{
  g_autofree char *title = liaison_manner_tell_block_name (&maker->manner, input->item);
  g_autofree char *from =
      input->maker != NULL ? liaison_manner_tell_block_name (&maker->manner, input->maker) : NULL;
  g_autofree char *ready = input->ready != G_MININT64 ? tell_moment (maker, input->ready) : NULL;
  g_autofree char *needed =
      liaison_words_format_time (maker->manner.words, input->needed, maker->zone);
  g_autofree char *text = NULL;

  switch (input->state)
    {
    case LIAISON_INPUT_READY:
      /* Translators: what a meeting needs, who makes it, and when it is there: “Night log, from
         Night shift, ready Tue 26 Oct 07:30” */
      text = g_strdup_printf (_ ("%1$s, from %2$s, ready %3$s"), title, from, ready);
      append_line (box, "object-select-symbolic", "success", text);
      break;
    case LIAISON_INPUT_LATE:
      /* Translators: what a meeting needs, who makes it, when it is needed and when it is there */
      text = g_strdup_printf (_ ("%1$s, from %2$s: needed at %3$s, but not there until %4$s"),
                              title, from, needed, ready);
      append_line (box, "dialog-warning-symbolic", "error", text);
      break;
    case LIAISON_INPUT_OUTSIDE:
    default:
      /* Translators: what a meeting needs: “Bed count of the hospital, from outside the plan” */
      text = g_strdup_printf (_ ("%s, from outside the plan"), title);
      append_line (box, "go-next-symbolic", "dim-label", text);
      break;
    }
}

/* Those that take what the sitting makes, each once. */
static char *
list_takers (const Maker *maker, const LiaisonSitting *sitting)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < maker->rhythm->sittings->len; i++)
    {
      const LiaisonSitting *other = &g_array_index (maker->rhythm->sittings, LiaisonSitting, i);
      for (guint k = 0; k < other->inputs->len; k++)
        if (g_array_index (other->inputs, LiaisonRhythmInput, k).maker == sitting->event
            && g_hash_table_add (seen, GUINT_TO_POINTER (other->series + 1)))
          g_string_append_printf (
              text, "%s%s", text->len > 0 ? ", " : "",
              g_array_index (maker->rhythm->series, LiaisonBoardSeries, other->series).title);
    }
  return g_string_free (text, FALSE);
}

static void
append_outputs (const Maker *maker, GtkWidget *box, const LiaisonSitting *sitting)
{
  const LiaisonItems *outputs = LIAISON_DATA (Event, sitting->event)->outputs;
  g_autofree char *takers = list_takers (maker, sitting);

  for (guint i = 0; i < liaison_items_get_size (outputs); i++)
    {
      g_autofree char *title =
          liaison_manner_tell_block_name (&maker->manner, liaison_items_get (outputs, i));
      g_autofree char *text
          /* Translators: what a meeting makes, and the meetings that take it: “Priorities of the
             day, for Operations board” */
          = *takers != '\0' ? g_strdup_printf (_ ("%1$s, for %2$s"), title, takers)
                            : g_strdup (title);
      append_line (box, "document-send-symbolic", NULL, text);
    }
}

static char *
tell_people (const Maker *maker, const LiaisonEventData *data)
{
  guint n;
  g_autofree char *chair = liaison_id_is_zero (data->chair)
                               ? NULL
                               : liaison_manner_tell_name (&maker->manner, data->chair);
  g_autofree char *members = NULL;

  liaison_ids_get (data->participants, &n);
  members = liaison_words_format_plural (maker->manner.words, "{n} member", "{n} members",
                                         n, liaison_operand_integer ("n", n));
  if (chair == NULL && n == 0)
    return g_strdup (_ ("No chair and no members yet"));
  if (chair == NULL)
    return g_steal_pointer (&members);
  /* Translators: who chairs a meeting, and how many members: “Chair: Col Lind, 7 members” */
  return g_strdup_printf (_ ("Chair: %1$s, %2$s"), chair, members);
}

static void
append_sitting (const Maker *maker, GtkListBox *list, const LiaisonSitting *sitting)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *from =
      liaison_words_format_time (maker->manner.words, sitting->start, maker->zone);
  g_autofree char *to = liaison_words_format_time (maker->manner.words, sitting->end, maker->zone);
  g_autofree char *times = g_strdup_printf ("%s–%s", from, to);
  g_autofree char *title = liaison_manner_tell_block_name (&maker->manner, sitting->event);
  g_autofree char *people = tell_people (maker, LIAISON_DATA (Event, sitting->event));
  GtkWidget *time = label_new (times, "numeric"), *below = label_new (people, "caption");

  gtk_widget_set_valign (time, GTK_ALIGN_START);
  gtk_widget_add_css_class (below, "dim-label");
  gtk_label_set_width_chars (GTK_LABEL (time), 12);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), label_new (title, "heading"));
  gtk_box_append (GTK_BOX (texts), below);
  for (guint i = 0; i < sitting->inputs->len; i++)
    append_input (maker, texts, &g_array_index (sitting->inputs, LiaisonRhythmInput, i));
  append_outputs (maker, texts, sitting);
  gtk_box_append (GTK_BOX (box), time);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data_full (G_OBJECT (row), "liaison-record",
                          g_memdup2 (&sitting->event->id, sizeof (LiaisonId)), g_free);
  gtk_list_box_append (list, row);
}

void
liaison_rhythm_flow_fill (GtkListBox *list,
                          LiaisonSession *session,
                          const LiaisonRhythm *rhythm,
                          const char *zone,
                          gint64 from,
                          gint64 until)
{
  const Maker maker = { session, liaison_session_get_manner (session), rhythm, zone };
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL
         && GTK_IS_LIST_BOX_ROW (child))
    gtk_list_box_remove (list, child);
  for (guint i = 0; i < rhythm->sittings->len; i++)
    {
      const LiaisonSitting *sitting = &g_array_index (rhythm->sittings, LiaisonSitting, i);
      if (sitting->start >= from && sitting->start < until)
        append_sitting (&maker, list, sitting);
    }
}
