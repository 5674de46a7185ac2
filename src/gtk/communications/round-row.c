/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "communications/round-row.h"

#include "arrangements/circuits.h"
#include "words/dates.h"
#include "screen.h"
#include "words/printed.h"

#include <glib/gi18n.h>
#include <string.h>

struct _LiaisonRoundRow
{
  GtkWidget parent_instance;

  guint number;
  char *told; /* what the entry shows of the plan */

  /* Children */
  GtkWidget *content;
  GtkLabel *time, *zulu, *title, *detail, *state, *problem;
  GtkEntry *entry;
};

G_DEFINE_FINAL_TYPE (LiaisonRoundRow, liaison_round_row, GTK_TYPE_WIDGET)

enum
{
  ENTERED,
  STEP,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
get_typed (LiaisonRoundRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static gboolean
is_changed (LiaisonRoundRow *self)
{
  return strcmp (get_typed (self), self->told != NULL ? self->told : "") != 0;
}

static void
activate_cb (LiaisonRoundRow *row)
{
  /* The view may make its rows anew meanwhile. */
  g_autoptr (LiaisonRoundRow) self = g_object_ref (row);

  g_signal_emit (self, signals[ENTERED], 0, get_typed (self));
  if (self->content != NULL && *gtk_label_get_text (self->problem) == '\0')
    g_signal_emit (self, signals[STEP], 0, 1);
}

static void
leave_cb (LiaisonRoundRow *self)
{
  if (self->content != NULL && is_changed (self) && *get_typed (self) != '\0')
    g_signal_emit (self, signals[ENTERED], 0, get_typed (self));
}

static void
changed_cb (LiaisonRoundRow *self)
{
  liaison_round_row_set_problem (self, NULL);
}

static gboolean
key_cb (LiaisonRoundRow *self,
        guint key,
        guint code,
        GdkModifierType state,
        GtkEventController *controller)
{
  if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    g_signal_emit (self, signals[STEP], 0, -1);
  else if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    g_signal_emit (self, signals[STEP], 0, 1);
  else if (key == GDK_KEY_Escape && is_changed (self))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), self->told != NULL ? self->told : "");
  /* Where nothing has been typed, what was entered is meant. */
  else if ((key == GDK_KEY_z || key == GDK_KEY_Z) && (state & GDK_CONTROL_MASK) != 0
           && !is_changed (self))
    gtk_widget_activate_action (GTK_WIDGET (self),
                                (state & GDK_SHIFT_MASK) != 0 ? "win.redo" : "win.undo", NULL);
  else
    return FALSE;
  return TRUE;
}

static void
liaison_round_row_dispose (GObject *object)
{
  g_clear_pointer (&LIAISON_ROUND_ROW (object)->content, gtk_widget_unparent);

  G_OBJECT_CLASS (liaison_round_row_parent_class)->dispose (object);
}

static void
liaison_round_row_finalize (GObject *object)
{
  g_free (LIAISON_ROUND_ROW (object)->told);

  G_OBJECT_CLASS (liaison_round_row_parent_class)->finalize (object);
}

static void
liaison_round_row_class_init (LiaisonRoundRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = liaison_round_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = liaison_round_row_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[STEP] = g_signal_new ("step", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static GtkLabel *
label_new (const char *style, int letters, gboolean wide)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (letters > 0)
    gtk_label_set_width_chars (GTK_LABEL (label), letters);
  gtk_label_set_max_width_chars (GTK_LABEL (label), wide ? 60 : MAX (letters, 1));
  gtk_widget_set_hexpand (label, wide);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return GTK_LABEL (label);
}

static GtkWidget *
entry_new (LiaisonRoundRow *self)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new (),
                     *focus = gtk_event_controller_focus_new ();

  self->entry = GTK_ENTRY (entry);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 16);
  gtk_entry_set_placeholder_text (self->entry, _ ("5 5"));
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (entry, keys);
  gtk_widget_add_controller (entry, focus);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  return entry;
}

static void
liaison_round_row_init (LiaisonRoundRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0),
            *times = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->time = label_new ("numeric", 8, FALSE);
  self->zulu = label_new ("caption", 8, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->zulu), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->zulu), "dim-label");
  gtk_widget_set_valign (times, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (times), GTK_WIDGET (self->time));
  gtk_box_append (GTK_BOX (times), GTK_WIDGET (self->zulu));
  self->title = label_new (NULL, 10, TRUE);
  self->detail = label_new ("caption", 10, TRUE);
  self->state = label_new (NULL, 14, FALSE);
  self->problem = label_new ("error", 0, TRUE);
  gtk_label_set_ellipsize (self->problem, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_label_set_xalign (self->problem, 1);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "dim-label");
  gtk_widget_set_valign (names, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (names), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (names), GTK_WIDGET (self->detail));
  gtk_box_append (GTK_BOX (line), times);
  gtk_box_append (GTK_BOX (line), names);
  gtk_box_append (GTK_BOX (line), entry_new (self));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->state));
  gtk_box_append (GTK_BOX (self->content), line);
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->problem));
  gtk_widget_set_margin_start (self->content, 12);
  gtk_widget_set_margin_end (self->content, 12);
  gtk_widget_set_margin_top (self->content, 4);
  gtk_widget_set_margin_bottom (self->content, 4);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
}

GtkWidget *
liaison_round_row_new (guint number)
{
  LiaisonRoundRow *self = g_object_new (LIAISON_TYPE_ROUND_ROW, NULL);

  self->number = number;
  return GTK_WIDGET (self);
}

guint
liaison_round_row_get_number (LiaisonRoundRow *self)
{
  return self->number;
}

static void
show_time (LiaisonRoundRow *self,
           const LiaisonRound *round,
           const LiaisonRoundLine *line,
           const LiaisonManner *manner)
{
  g_autofree char *local = NULL, *zulu = NULL, *told = NULL;

  if (line->time == G_MAXINT64)
    {
      gtk_label_set_text (self->time, _ ("any time"));
      gtk_label_set_text (self->zulu, "");
      return;
    }
  local = liaison_words_format_time (manner->words, line->time, round->zone);
  zulu = liaison_words_format_time (manner->words, line->time, NULL);
  told = g_strdup_printf ("%sZ", zulu);
  gtk_label_set_text (self->time, local);
  gtk_label_set_text (self->zulu, told);
}

/* Whom to call, by call sign where there is one. */
static char *
tell_station (const LiaisonRound *round, const LiaisonRoundLine *line, const LiaisonManner *manner)
{
  LiaisonLookup lookup = liaison_snapshot_get_lookup (round->snapshot);
  const char *sign = liaison_channel_get_call_sign (&lookup, line->channel, line->to);

  if (sign != NULL)
    return g_strdup (sign);
  return liaison_id_is_zero (line->to) ? g_strdup ("")
                                       : liaison_manner_tell_name (manner, line->to);
}

/* What came of it, with a sign that is told apart by its shape. */
static char *
tell_state (const LiaisonRoundLine *line, LiaisonTestResult result)
{
  static const char *const marks[] = { "", "●", "▲", "✕", "✕", "–" };

  if (result != LIAISON_TEST_RESULT_UNSET)
    return g_strdup_printf ("%s %s", marks[result], _ (liaison_test_results.choices[result].label));
  return g_strdup (line->overdue ? _ ("overdue") : "");
}

static void
show_state (LiaisonRoundRow *self, const LiaisonRoundLine *line, LiaisonTestResult result)
{
  g_autofree char *state = tell_state (line, result);
  gboolean bad = result == LIAISON_TEST_RESULT_FAILED || result == LIAISON_TEST_RESULT_NO_ANSWER;
  gboolean poor = result == LIAISON_TEST_RESULT_WITH_DIFFICULTY
                  || (result == LIAISON_TEST_RESULT_UNSET && line->overdue);

  gtk_label_set_text (self->state, state);
  gtk_widget_remove_css_class (GTK_WIDGET (self->state), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->state), "warning");
  gtk_widget_remove_css_class (GTK_WIDGET (self->state), "success");
  if (bad || poor || result == LIAISON_TEST_RESULT_WORKED)
    gtk_widget_add_css_class (GTK_WIDGET (self->state), bad    ? "error"
                                                        : poor ? "warning"
                                                               : "success");
}

static char *
tell_detail (const LiaisonRound *round, const LiaisonRoundLine *line, const LiaisonManner *manner)
{
  const LiaisonChannelData *channel = LIAISON_DATA (Channel, line->channel);
  g_autofree char *station = tell_station (round, line, manner);
  const char *const parts[] = {
    station, liaison_words_get (manner->words, liaison_paces.choices[channel->pace].label),
    liaison_words_get (manner->words, liaison_mediums.choices[channel->medium].label)
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? liaison_screen_separator () : "",
                              parts[i]);
  return g_string_free (text, FALSE);
}

/* What is being typed stays while the plan says what it said before. */
static void
show_reading (LiaisonRoundRow *self, const LiaisonRoundLine *line, const LiaisonManner *manner)
{
  LiaisonTestReading reading = { 0 };
  g_autofree char *before = g_steal_pointer (&self->told);

  if (line->test != NULL)
    reading = liaison_test_reading_of (line->test);
  self->told = liaison_test_reading_tell (manner->words, &reading);
  if (strcmp (before != NULL ? before : "", self->told) != 0
      && *gtk_label_get_text (self->problem) == '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), self->told);
  show_state (self, line, reading.result);
}

void
liaison_round_row_show (LiaisonRoundRow *self,
                        const LiaisonRound *round,
                        const LiaisonRoundLine *line,
                        const LiaisonManner *manner)
{
  const LiaisonChannelData *channel = LIAISON_DATA (Channel, line->channel);
  g_autofree char *name = liaison_manner_tell_block_name (manner, line->channel);
  g_autofree char *title = liaison_words_lead (manner->words, channel->code, name);
  g_autofree char *detail = tell_detail (round, line, manner);
  /* Translators: The label of an entry; the code and title of a circuit */
  g_autofree char *label = g_strdup_printf (_ ("How %s was heard"), title);

  show_time (self, round, line, manner);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->detail, detail);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->detail), detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  show_reading (self, line, manner);
}

void
liaison_round_row_set_problem (LiaisonRoundRow *self, const char *problem)
{
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

void
liaison_round_row_focus (LiaisonRoundRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
