/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "new-exercise.h"

#include "preferences.h"
#include "screen.h"
#include "shared/field-calendar.h"
#include "window.h"

#include "record/duration.h"
#include "record/value.h"
#include "store/template.h"
#include "words/names.h"

#include <glib/gi18n.h>

#define LIAISON_TYPE_NEW_EXERCISE (liaison_new_exercise_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonNewExercise, liaison_new_exercise, LIAISON, NEW_EXERCISE, AdwWindow)

/* The days that an exercise has until somebody says how many. */
#define USUAL_DAYS 5

struct _LiaisonNewExercise
{
  AdwWindow parent_instance;

  /* Owned */
  GPtrArray *choices; /* of LiaisonTemplate, the empty one first */

  /* Borrowed */
  LiaisonApplication *application;
  LiaisonTemplate *chosen;
  LiaisonTemplate *own; /* the exercise of the window it was opened from, or NULL */

  /* Template */
  AdwPreferencesGroup *templates;
  AdwEntryRow *name;
  AdwEntryRow *startex;
  AdwEntryRow *zone;
  AdwEntryRow *host;
  GtkSpinButton *days;
  GtkLabel *problem;
  GtkWidget *create;

  GtkCheckButton *first; /* of the choices */
};

G_DEFINE_FINAL_TYPE (LiaisonNewExercise, liaison_new_exercise, ADW_TYPE_WINDOW)

static LiaisonManner
get_manner (void)
{
  LiaisonPreferences *preferences = liaison_preferences_get_default ();

  return (LiaisonManner){
    .words = liaison_screen_get_words (),
    .zone = liaison_preferences_get_zone (preferences),
    .format = liaison_preferences_get_time_style (preferences),
    .now = g_get_real_time () / G_USEC_PER_SEC,
  };
}

static const char *
get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
set_date (LiaisonNewExercise *self, gint32 days)
{
  char text[LIAISON_DATE_TEXT_SIZE];

  liaison_date_format (days, text);
  gtk_editable_set_text (GTK_EDITABLE (self->startex), text);
}

/* A Monday far enough away for the planning of the longest template. */
static void
suggest_date (LiaisonNewExercise *self)
{
  LiaisonWall wall;
  gint32 today;

  liaison_wall_from_unix (g_get_real_time () / G_USEC_PER_SEC, 0, &wall);
  if (liaison_days_from_date (wall.year, wall.month, wall.day, &today))
    set_date (self, today + 455 - (wall.weekday - 1));
}

/* Problems */

static void
forget_problem (LiaisonNewExercise *self)
{
  AdwEntryRow *const rows[] = { self->name, self->startex, self->zone, self->host };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (rows[i]), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

static GtkWidget *
find_row (LiaisonNewExercise *self, const GError *error)
{
  switch (error->code)
    {
    case LIAISON_TEMPLATE_ERROR_NAME:
      return GTK_WIDGET (self->name);
    case LIAISON_TEMPLATE_ERROR_DATE:
      return GTK_WIDGET (self->startex);
    case LIAISON_TEMPLATE_ERROR_DAYS:
      return GTK_WIDGET (self->days);
    case LIAISON_TEMPLATE_ERROR_ZONE:
      return GTK_WIDGET (self->zone);
    default:
      return GTK_WIDGET (self->host);
    }
}

static void
show_problem (LiaisonNewExercise *self, const GError *error)
{
  GtkWidget *row = find_row (self, error);

  gtk_label_set_text (self->problem, _(error->message));
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  if (ADW_IS_ENTRY_ROW (row))
    gtk_widget_add_css_class (row, "error");
  gtk_widget_grab_focus (row);
}

/* Making */

/* What is meant by a city or zone, a nation's code or name; the text itself when it is neither: what makes the plan then refuses it.
 * NULL: nothing. */
static char *
read_name (AdwEntryRow *row, LiaisonFieldType type)
{
  const LiaisonField field = { .type = type, .name = "name", .label = "" };
  LiaisonManner manner = get_manner ();
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
  g_autofree char *text = g_strstrip (g_strdup (get_text (row)));

  if (*text == '\0')
    return NULL;
  if (liaison_manner_read_field (&manner, NULL, &field, NULL, text, &value, NULL)
      && value.form == LIAISON_VALUE_FIELD)
    return g_strdup (value.as.name);
  return g_steal_pointer (&text);
}

static LiaisonPlan *
make_plan (LiaisonNewExercise *self, GError **error)
{
  LiaisonManner manner = get_manner ();
  g_autofree char *zone = read_name (self->zone, LIAISON_FIELD_ZONE);
  g_autofree char *host = read_name (self->host, LIAISON_FIELD_NATION);
  g_autofree char *host_name = host != NULL ? liaison_words_dup_nation (manner.words, host) : NULL;
  LiaisonTemplateWishes wishes = {
    .language = liaison_words_get_language (manner.words),
    .name = get_text (self->name),
    .days = gtk_spin_button_get_value_as_int (self->days),
    .zone = zone,
    .host = host,
    .host_name = host_name,
    .move_fixed = self->chosen == self->own,
  };
  const char *date = get_text (self->startex);
  gboolean dated = *date != '\0' || self->chosen != self->choices->pdata[0];

  if (dated && !liaison_template_read_date (&manner, date, &wishes, error))
    return NULL;
  return liaison_template_make_plan (self->chosen, &wishes, manner.now * 1000, error);
}

static void
create_cb (LiaisonNewExercise *self)
{
  g_autoptr (GError) error = NULL;
  LiaisonPlan *plan;

  forget_problem (self);
  gtk_spin_button_update (self->days);
  plan = make_plan (self, &error);
  if (plan == NULL)
    {
      show_problem (self, error);
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  liaison_application_open_plan (self->application, plan);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Choosing */

static void
choose_cb (GtkCheckButton *check, LiaisonNewExercise *self)
{
  guint days;

  if (!gtk_check_button_get_active (check))
    return;
  self->chosen = g_object_get_data (G_OBJECT (check), "template");
  days = liaison_template_get_days (self->chosen);
  gtk_spin_button_set_value (self->days, days > 0 ? days : USUAL_DAYS);
  if (self->chosen == self->own)
    gtk_editable_set_text (GTK_EDITABLE (self->zone), liaison_template_get_own_zone (self->own));
}

/* @group is the check button of another row, or NULL; returns that of this one. */
static GtkCheckButton *
add_choice (LiaisonNewExercise *self, LiaisonTemplate *template, GtkCheckButton *group)
{
  const char *language = liaison_words_get_language (liaison_screen_get_words ());
  const char *title = liaison_template_get_title (template, language);
  const char *summary = template == self->own
                            ? _("The exercise that is open, with all its records: every time moves with STARTEX.")
                            : liaison_template_get_summary (template, language);
  GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL                ? title
                                                         : template == self->own ? _("This exercise")
                                                                                 : _("Empty plan"));
  g_autofree char *subtitle
      = g_markup_escape_text (title != NULL || template == self->own ? (summary != NULL ? summary : "")
                                            : _("Nothing but the name and the dates."), -1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), group);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->templates, row);
  g_object_set_data (G_OBJECT (check), "template", template);
  g_signal_connect (check, "toggled", G_CALLBACK (choose_cb), self);
  return GTK_CHECK_BUTTON (check);
}

static void
fill_choices (LiaisonNewExercise *self)
{
  GtkCheckButton *first = NULL;

  self->choices = liaison_template_list ();
  g_ptr_array_insert (self->choices, 0, liaison_template_new_empty ());
  for (guint i = 0; i < self->choices->len; i++)
    {
      GtkCheckButton *check = add_choice (self, self->choices->pdata[i], first);

      first = first != NULL ? first : check;
    }
  gtk_check_button_set_active (first, TRUE);
  self->first = first;
}

/* An exercise once planned is a template of the next one. */
static void
add_own (LiaisonNewExercise *self, LiaisonSession *session, gboolean choose)
{
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (session));
  GtkCheckButton *check;

  self->own = liaison_template_new_for_plan (snapshot, "this");
  g_ptr_array_add (self->choices, self->own);
  check = add_choice (self, self->own, self->first);
  if (choose)
    gtk_check_button_set_active (check, TRUE);
}

/* The calendar */

static void
calendar_opening_cb (LiaisonNewExercise *self, LiaisonFieldCalendar *calendar)
{
  LiaisonManner manner = get_manner ();
  LiaisonTemplateWishes wishes;
  gint32 days;

  if (liaison_template_read_date (&manner, get_text (self->startex), &wishes, NULL)
      && liaison_days_from_date (wishes.year, wishes.month, wishes.day, &days))
    liaison_field_calendar_set_day (calendar, days);
}

static void
add_calendar (LiaisonNewExercise *self)
{
  LiaisonFieldCalendar *calendar = liaison_field_calendar_new (_("Day of STARTEX"));

  adw_entry_row_add_suffix (self->startex, GTK_WIDGET (calendar));
  g_signal_connect_object (calendar, "opening", G_CALLBACK (calendar_opening_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (calendar, "chosen", G_CALLBACK (set_date), self, G_CONNECT_SWAPPED);
}

static void
liaison_new_exercise_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LIAISON_TYPE_NEW_EXERCISE);

  G_OBJECT_CLASS (liaison_new_exercise_parent_class)->dispose (object);
}

static void
liaison_new_exercise_finalize (GObject *object)
{
  g_clear_pointer (&LIAISON_NEW_EXERCISE (object)->choices, g_ptr_array_unref);

  G_OBJECT_CLASS (liaison_new_exercise_parent_class)->finalize (object);
}

static void
liaison_new_exercise_class_init (LiaisonNewExerciseClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_new_exercise_dispose;
  G_OBJECT_CLASS (klass)->finalize = liaison_new_exercise_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/liaisonplanner/Liaison/new-exercise.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonNewExercise, templates);
  gtk_widget_class_bind_template_child (widget_class, LiaisonNewExercise, name);
  gtk_widget_class_bind_template_child (widget_class, LiaisonNewExercise, startex);
  gtk_widget_class_bind_template_child (widget_class, LiaisonNewExercise, zone);
  gtk_widget_class_bind_template_child (widget_class, LiaisonNewExercise, host);
  gtk_widget_class_bind_template_child (widget_class, LiaisonNewExercise, days);
  gtk_widget_class_bind_template_child (widget_class, LiaisonNewExercise, problem);
  gtk_widget_class_bind_template_child (widget_class, LiaisonNewExercise, create);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
liaison_new_exercise_init (LiaisonNewExercise *self)
{
  AdwEntryRow *rows[4];

  gtk_widget_init_template (GTK_WIDGET (self));
  rows[0] = self->name;
  rows[1] = self->startex;
  rows[2] = self->zone;
  rows[3] = self->host;
  gtk_window_set_default_widget (GTK_WINDOW (self), self->create);
  g_signal_connect_object (self->create, "clicked", G_CALLBACK (create_cb), self, G_CONNECT_SWAPPED);
  add_calendar (self);
  fill_choices (self);
  suggest_date (self);
  gtk_editable_set_text (GTK_EDITABLE (self->zone),
                         liaison_preferences_get_zone (liaison_preferences_get_default ()));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_signal_connect_object (rows[i], "changed", G_CALLBACK (forget_problem), self, G_CONNECT_SWAPPED);
}

void
liaison_new_exercise_present (LiaisonApplication *application, GtkWindow *parent, gboolean duplicate)
{
  LiaisonNewExercise *self;

  if (parent != NULL && LIAISON_IS_NEW_EXERCISE (parent))
    return;
  self = g_object_new (LIAISON_TYPE_NEW_EXERCISE, "transient-for", parent, "application", application, NULL);
  self->application = application;
  if (LIAISON_IS_WINDOW (parent) && liaison_window_get_session (LIAISON_WINDOW (parent)) != NULL)
    add_own (self, liaison_window_get_session (LIAISON_WINDOW (parent)), duplicate);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}
