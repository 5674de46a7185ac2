/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/field-entry.h"

#include "words/direction.h"

/* Several lines take what room there is, and at least this (px). */
#define MIN_WIDTH 80

struct _LiaisonFieldEntry
{
  GtkWidget parent_instance;

  /* Owned */
  GtkWidget *text;  /* a GtkText, or a GtkTextView for several lines */
  GtkWidget *ghost; /* the placeholder of several lines */
  char *shown;

  gboolean several_lines;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (LiaisonFieldEntry, liaison_field_entry, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_COMMIT,
  SIGNAL_RESTORED,
  SIGNAL_WRITTEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_raw (LiaisonFieldEntry *self)
{
  if (!self->several_lines)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text)));

  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter start, end;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/* Latin, Greek, Cyrillic and Armenian letters come before all that are written from right to left.
 */
static gboolean
is_plainly_left_to_right (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_utf8_get_char (at) >= 0x590)
      return FALSE;
  return TRUE;
}

/* A line begins where the label above it begins, in whatever script it is written. */
static void
align_line (LiaisonFieldEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));
  gboolean right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean against = FALSE;

  if (right_to_left || !is_plainly_left_to_right (text))
    {
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (self->text, text);
      PangoDirection direction =
          pango_layout_line_get_resolved_direction (pango_layout_get_line_readonly (layout, 0));
      against = (direction == PANGO_DIRECTION_RTL) != right_to_left;
    }
  gtk_editable_set_alignment (GTK_EDITABLE (self->text), against ? 1 : 0);
}

static void
written_cb (LiaisonFieldEntry *self)
{
  if (self->ghost != NULL)
    {
      g_autofree char *text = liaison_field_entry_dup_text (self);
      gtk_widget_set_visible (self->ghost, *text == '\0');
    }
  if (self->several_lines)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    align_line (self);
  if (!self->showing)
    g_signal_emit (self, signals[SIGNAL_WRITTEN], 0);
}

static gboolean
key_pressed_cb (LiaisonFieldEntry *self, guint key, guint code, GdkModifierType state)
{
  if (key == GDK_KEY_Escape && liaison_field_entry_is_editing (self))
    {
      liaison_field_entry_restore (self);
      return GDK_EVENT_STOP;
    }
  if (self->several_lines && (state & GDK_CONTROL_MASK) != 0
      && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter))
    {
      liaison_field_entry_commit (self);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
liaison_field_entry_dispose (GObject *object)
{
  LiaisonFieldEntry *self = LIAISON_FIELD_ENTRY (object);

  if (self->text != NULL)
    {
      gpointer source = self->text;
      if (self->several_lines)
        source = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
      g_signal_handlers_disconnect_by_data (source, self);
    }
  g_clear_pointer (&self->ghost, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);

  G_OBJECT_CLASS (liaison_field_entry_parent_class)->dispose (object);
}

static void
liaison_field_entry_finalize (GObject *object)
{
  g_clear_pointer (&LIAISON_FIELD_ENTRY (object)->shown, g_free);

  G_OBJECT_CLASS (liaison_field_entry_parent_class)->finalize (object);
}

static gboolean
liaison_field_entry_grab_focus (GtkWidget *widget)
{
  LiaisonFieldEntry *self = LIAISON_FIELD_ENTRY (widget);
  return self->several_lines ? gtk_widget_grab_focus (self->text)
                             : gtk_text_grab_focus_without_selecting (GTK_TEXT (self->text));
}

static GtkSizeRequestMode
liaison_field_entry_get_request_mode (GtkWidget *widget)
{
  return LIAISON_FIELD_ENTRY (widget)->several_lines ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH
                                                     : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* A text view only learns its height after it has been drawn, so what it will need is worked out
 * here. */
static int
measure_lines (LiaisonFieldEntry *self, int width)
{
  g_autofree char *text = dup_raw (self);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (self->text, text);
  int height;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width > 0)
    pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static void
liaison_field_entry_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  LiaisonFieldEntry *self = LIAISON_FIELD_ENTRY (widget);

  if (self->several_lines && orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = measure_lines (self, for_size);
  else if (self->several_lines)
    *minimum = *natural = MIN_WIDTH;
  else
    gtk_widget_measure (self->text, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
liaison_field_entry_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LiaisonFieldEntry *self = LIAISON_FIELD_ENTRY (widget);

  gtk_widget_allocate (self->text, width, height, -1, NULL);
  if (self->ghost != NULL && gtk_widget_should_layout (self->ghost))
    gtk_widget_allocate (self->ghost, width, height, -1, NULL);
}

static void
liaison_field_entry_class_init (LiaisonFieldEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = liaison_field_entry_dispose;
  object_class->finalize = liaison_field_entry_finalize;
  widget_class->grab_focus = liaison_field_entry_grab_focus;
  widget_class->get_request_mode = liaison_field_entry_get_request_mode;
  widget_class->measure = liaison_field_entry_measure;
  widget_class->size_allocate = liaison_field_entry_size_allocate;

  signals[SIGNAL_COMMIT] = g_signal_new ("commit", LIAISON_TYPE_FIELD_ENTRY, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_RESTORED] = g_signal_new ("restored", LIAISON_TYPE_FIELD_ENTRY, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_WRITTEN] = g_signal_new ("written", LIAISON_TYPE_FIELD_ENTRY, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "field-entry");
}

static void
liaison_field_entry_init (LiaisonFieldEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->shown = g_strdup ("");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (liaison_field_entry_commit), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

static void
make_view (LiaisonFieldEntry *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (gtk_text_view_new ());

  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  g_signal_connect_swapped (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (written_cb),
                            self);
  self->text = GTK_WIDGET (view);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));

  self->ghost = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->ghost), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->ghost), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (self->ghost), TRUE);
  gtk_widget_set_valign (self->ghost, GTK_ALIGN_START);
  gtk_widget_set_can_target (self->ghost, FALSE);
  gtk_widget_add_css_class (self->ghost, "dim-label");
  gtk_widget_set_parent (self->ghost, GTK_WIDGET (self));
}

LiaisonFieldEntry *
liaison_field_entry_new (gboolean several_lines)
{
  LiaisonFieldEntry *self = g_object_new (LIAISON_TYPE_FIELD_ENTRY, NULL);

  self->several_lines = several_lines;
  if (several_lines)
    make_view (self);
  else
    {
      self->text = gtk_text_new ();
      g_signal_connect_swapped (self->text, "activate", G_CALLBACK (liaison_field_entry_commit),
                                self);
      g_signal_connect_swapped (self->text, "changed", G_CALLBACK (written_cb), self);
      gtk_widget_set_parent (self->text, GTK_WIDGET (self));
    }
  gtk_widget_set_hexpand (self->text, TRUE);
  return self;
}

GtkWidget *
liaison_field_entry_get_text_widget (LiaisonFieldEntry *self)
{
  return self->text;
}

char *
liaison_field_entry_dup_text (LiaisonFieldEntry *self)
{
  char *text = dup_raw (self);

  if (self->several_lines)
    return g_strchomp (text);
  return g_strstrip (g_strdelimit (text, "\r\n\t", ' '));
}

void
liaison_field_entry_write_text (LiaisonFieldEntry *self, const char *text)
{
  g_autofree char *present = dup_raw (self);

  if (g_strcmp0 (present, text) == 0)
    return;
  self->showing = TRUE;
  if (self->several_lines)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  self->showing = FALSE;
}

void
liaison_field_entry_show_text (LiaisonFieldEntry *self, const char *text)
{
  g_free (self->shown);
  self->shown = g_strdup (text != NULL ? text : "");
  liaison_field_entry_write_text (self, self->shown);
}

void
liaison_field_entry_set_placeholder (LiaisonFieldEntry *self, const char *placeholder)
{
  if (self->several_lines)
    gtk_label_set_label (GTK_LABEL (self->ghost), placeholder != NULL ? placeholder : "");
  else
    gtk_text_set_placeholder_text (GTK_TEXT (self->text), placeholder);
}

gboolean
liaison_field_entry_is_editing (LiaisonFieldEntry *self)
{
  g_autofree char *text = dup_raw (self);
  return g_strcmp0 (text, self->shown) != 0;
}

void
liaison_field_entry_commit (LiaisonFieldEntry *self)
{
  if (liaison_field_entry_is_editing (self))
    g_signal_emit (self, signals[SIGNAL_COMMIT], 0);
}

void
liaison_field_entry_restore (LiaisonFieldEntry *self)
{
  g_autofree char *shown = g_strdup (self->shown);

  liaison_field_entry_show_text (self, shown);
  g_signal_emit (self, signals[SIGNAL_RESTORED], 0);
}

void
liaison_field_entry_start (LiaisonFieldEntry *self)
{
  gtk_widget_grab_focus (self->text);
}
