/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interoperability/plan-dialog.h"

#include "arrangements/days.h"
#include "record/kinds/event.h"
#include "record/kinds/exercise.h"
#include "record/kinds/nation.h"
#include "record/kinds/site.h"
#include "screen.h"
#include "shared/asking-window.h"
#include "words/clock.h"

#include <glib/gi18n.h>

/* So many lines of what would come are shown. */
#define MOST_SHOWN 200
/* Before STARTEX tests are made, in days. */
#define DAYS_AHEAD 10

/* Lives as long as its window. */
typedef struct
{
  LiaisonSession *session;   /* owned */
  LiaisonSnapshot *snapshot; /* owned: of when the window was opened */
  GArray *requirements;      /* of LiaisonId; owned */
  GPtrArray *codes;          /* of interned codes, a tick each; owned */
  GPtrArray *ticks;          /* of GtkCheckButton; owned array */
  GArray *sites;             /* of LiaisonId, the first is none; owned */
  LiaisonTestEvents *events; /* what would come; owned, or NULL */
  char *zone;

  LiaisonAskingWindow *window;
  AdwEntryRow *first, *last, *opens, *closes, *length;
  AdwComboRow *by, *site;
  GtkSwitch *again;
  GtkLabel *preview;
  GtkListBox *list;
  guint waiting; /* to look for times */
} Dialog;

static void
dialog_free (gpointer data)
{
  Dialog *self = data;

  g_clear_handle_id (&self->waiting, g_source_remove);
  g_clear_pointer (&self->events, liaison_test_events_free);
  g_array_unref (self->requirements);
  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->ticks);
  g_array_unref (self->sites);
  liaison_snapshot_unref (self->snapshot);
  g_object_unref (self->session);
  g_free (self->zone);
  g_free (self);
}

/* Making them */

/* A serial is looked for once a kind; what follows counts on from there. */
typedef struct
{
  LiaisonSession *session;
  LiaisonBlock *first[2]; /* owned; of events and of what else there is */
} Maker;

static LiaisonBlock *
new_block (const LiaisonKind *kind, gpointer data)
{
  Maker *maker = data;
  LiaisonBlock **first = &maker->first[kind == &liaison_event_kind ? 0 : 1];

  if (*first == NULL)
    *first = liaison_session_new_block (maker->session, kind);
  return liaison_block_copy_as (
      *first, liaison_editor_new_id (liaison_session_get_editor (maker->session)));
}

gboolean
liaison_plan_dialog_plan (LiaisonSession *session, const LiaisonTestEvents *events)
{
  LiaisonManner manner = liaison_session_get_manner (session);
  Maker maker = { session };
  LiaisonProposal *proposal = liaison_test_events_propose (events, manner.words, new_block, &maker);

  for (guint i = 0; i < G_N_ELEMENTS (maker.first); i++)
    g_clear_pointer (&maker.first[i], liaison_block_unref);
  return proposal != NULL && liaison_session_commit (session, proposal, _ ("Tests planned"));
}

/* What was written */

/* FALSE with *@row and *@problem where something is not understood. */
static gboolean
read_all (Dialog *self,
          LiaisonTestWishes *wishes,
          GPtrArray *nations,
          AdwEntryRow **row,
          const char **problem)
{
  for (guint i = 0; i < self->codes->len; i++)
    if (gtk_check_button_get_active (self->ticks->pdata[i]))
      g_ptr_array_add (nations, self->codes->pdata[i]);
  *wishes = (LiaisonTestWishes){
    .requirements = (const LiaisonId *) (gconstpointer) self->requirements->data,
    .n_requirements = self->requirements->len,
    .nations = (const char *const *) nations->pdata,
    .n_nations = nations->len,
    .by = (LiaisonTestsBy) adw_combo_row_get_selected (self->by),
    .again = gtk_switch_get_active (self->again),
    .site = g_array_index (self->sites, LiaisonId, adw_combo_row_get_selected (self->site)),
    .zone = self->zone,
  };
  *row = self->first;
  *problem = _ ("Write the first day, such as 2027-10-14.");
  if (!liaison_asking_window_read_day (self->session, self->first, &wishes->first))
    return FALSE;
  *row = self->last;
  *problem = _ ("Write the last day, not before the first.");
  if (!liaison_asking_window_read_day (self->session, self->last, &wishes->last)
      || wishes->last < wishes->first || wishes->last - wishes->first > 400)
    return FALSE;
  *row = self->opens;
  *problem = _ ("Write from when on, such as 09:00.");
  if (!liaison_clock_read (liaison_asking_window_get_text (self->opens), &wishes->opens))
    return FALSE;
  *row = self->closes;
  *problem = _ ("Write until when, such as 17:00.");
  if (!liaison_clock_read (liaison_asking_window_get_text (self->closes), &wishes->closes)
      || wishes->closes <= wishes->opens)
    return FALSE;
  *row = self->length;
  *problem = _ ("Write how long a test takes, such as 1h30m, within the hours of a day.");
  return liaison_duration_parse_typed (liaison_asking_window_get_text (self->length),
                                       &wishes->length, NULL)
         && wishes->length >= 300 && wishes->length <= wishes->closes - wishes->opens;
}

/* What would come */

static void
append_line (Dialog *self, const LiaisonTestEvent *event, const LiaisonManner *manner)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = liaison_test_events_tell (event, self->snapshot, manner->words);
  g_autofree char *when = event->start != G_MAXINT64
                              ? liaison_manner_tell_time (manner, event->start, self->zone)
                              : g_strdup (_ ("No free time"));
  g_autofree char *n = liaison_screen_printf (
      ngettext ("%u assessment", "%u assessments", event->subjects->len), event->subjects->len);
  /* Translators: When a test is, and how many assessments it is for */
  g_autofree char *subtitle = g_strjoin (liaison_screen_separator (), when, n, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  if (event->start == G_MAXINT64)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                               gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_list_box_append (self->list, row);
}

static void
clear_list (Dialog *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
}

static char *
tell_events (const LiaisonTestEvents *events)
{
  guint n = events->events->len, without = n - events->n_placed;
  g_autofree char *tests = liaison_screen_printf (
      ngettext ("%u test event", "%u test events", events->n_placed), events->n_placed);
  g_autofree char *assessments = liaison_screen_printf (
      ngettext ("%u assessment", "%u assessments", events->n_subjects), events->n_subjects);

  if (n == 0)
    return g_strdup (_ ("All of it has been tested, or is planned already"));
  if (without == 0)
    return g_strjoin (liaison_screen_separator (), tests, assessments, NULL);
  g_autofree char *rest = liaison_screen_printf (
      ngettext ("%u finds no free time", "%u find no free time", without), without);
  return g_strjoin (liaison_screen_separator (), tests, assessments, rest, NULL);
}

static gboolean
look_cb (gpointer data)
{
  Dialog *self = data;
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autoptr (GPtrArray) nations = g_ptr_array_new ();
  LiaisonTestWishes wishes;
  AdwEntryRow *row;
  const char *problem;
  g_autofree char *text = NULL;

  self->waiting = 0;
  liaison_asking_window_calm (self->window);
  clear_list (self);
  g_clear_pointer (&self->events, liaison_test_events_free);
  if (!read_all (self, &wishes, nations, &row, &problem))
    liaison_asking_window_complain (self->window, row, problem);
  else
    self->events = liaison_test_events_new (self->snapshot, &wishes);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->list)),
                          self->events != NULL && self->events->events->len > 0);
  liaison_asking_window_set_can_create (self->window,
                                        self->events != NULL && self->events->n_placed > 0);
  text = self->events != NULL ? tell_events (self->events) : NULL;
  gtk_label_set_text (self->preview, text != NULL ? text : "");
  manner.lookup = liaison_snapshot_get_lookup (self->snapshot);
  for (guint i = 0; self->events != NULL && i < MIN (self->events->events->len, MOST_SHOWN); i++)
    append_line (self, self->events->events->pdata[i], &manner);
  return G_SOURCE_REMOVE;
}

/* Typing goes on; it is looked when there is a pause. */
static void
changed_cb (Dialog *self)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  liaison_asking_window_set_can_create (self->window, FALSE);
  self->waiting = g_timeout_add (200, look_cb, self);
}

static void
create_cb (Dialog *self)
{
  if (self->waiting != 0)
    {
      g_clear_handle_id (&self->waiting, g_source_remove);
      look_cb (self);
    }
  if (self->events != NULL && liaison_plan_dialog_plan (self->session, self->events))
    gtk_window_destroy (GTK_WINDOW (self->window));
}

/* The window */

static AdwComboRow *
append_choice (Dialog *self, GtkWidget *group, const char *title, GtkStringList *list)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (changed_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return ADW_COMBO_ROW (row);
}

/* The days before STARTEX, else the coming ones. */
static void
suggest_window (Dialog *self, const LiaisonManner *manner, char **first, char **last)
{
  const LiaisonBlock *exercise = liaison_lookup_get_exercise (&manner->lookup);
  gint32 start = liaison_days_find_start (&manner->lookup, exercise),
         today = liaison_day_of (self->zone, manner->now);
  gint32 from =
      start != LIAISON_DATE_UNSET && start - DAYS_AHEAD > today ? start - DAYS_AHEAD : today + 1;

  *first = liaison_asking_window_tell_day (from);
  *last = liaison_asking_window_tell_day (from + DAYS_AHEAD - 1);
}

static GtkStringList *
list_sites (Dialog *self, const LiaisonManner *manner)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  const LiaisonId none = { 0, 0 };
  guint n;
  const LiaisonBlock *const *sites = liaison_snapshot_get (self->snapshot, LIAISON_KIND_SITE, &n);

  gtk_string_list_append (names, _ ("No site"));
  g_array_append_val (self->sites, none);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = liaison_manner_tell_block_name (manner, sites[i]);

      gtk_string_list_append (names, name);
      g_array_append_val (self->sites, sites[i]->id);
    }
  return names;
}

static GtkWidget *
when_new (Dialog *self, const LiaisonManner *manner)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *first = NULL, *last = NULL;
  const char *const ways[] = { _ ("For each requirement"), _ ("For each nation"),
                               _ ("For each pair of nations"), NULL };
  g_autoptr (GtkStringList) by = gtk_string_list_new (ways);
  g_autoptr (GtkStringList) sites = list_sites (self, manner);

  suggest_window (self, manner, &first, &last);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _ ("Tests are put where the site is free, the nations "
                                            "have nothing else, and nobody has a day off. "
                                            "All of it is one step to undo."));
  self->by = append_choice (self, group, _ ("One event"), by);
  self->site = append_choice (self, group, _ ("Site"), sites);
  self->first = liaison_asking_window_add_entry (self->window, group, _ ("First day"), first);
  self->last = liaison_asking_window_add_entry (self->window, group, _ ("Last day"), last);
  self->opens = liaison_asking_window_add_entry (self->window, group, _ ("From"), "09:00");
  self->closes = liaison_asking_window_add_entry (self->window, group, _ ("Until"), "17:00");
  self->length = liaison_asking_window_add_entry (self->window, group, _ ("Each takes"), "1h");
  return group;
}

static GtkWidget *
again_new (Dialog *self)
{
  GtkWidget *row = adw_action_row_new (), *button = gtk_switch_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Also What Has a Result"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  g_signal_connect_swapped (button, "notify::active", G_CALLBACK (changed_cb), self);
  self->again = GTK_SWITCH (button);
  return row;
}

static GtkWidget *
nations_new (Dialog *self, const LiaisonManner *manner)
{
  GtkWidget *group = adw_preferences_group_new (), *row = adw_expander_row_new ();
  guint n;
  const LiaisonBlock *const *nations =
      liaison_snapshot_get (self->snapshot, LIAISON_KIND_NATION, &n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Nations"));
  for (guint i = 0; i < n; i++)
    {
      const char *code = LIAISON_DATA (Nation, nations[i])->code;
      GtkWidget *line = adw_action_row_new (), *tick = gtk_check_button_new ();
      g_autofree char *name = liaison_manner_tell_block_name (manner, nations[i]);

      if (code == NULL)
        continue;
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), name);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), TRUE);
      adw_action_row_add_prefix (ADW_ACTION_ROW (line), tick);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (line), tick);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), line);
      g_ptr_array_add (self->codes, (gpointer) g_intern_string (code));
      g_ptr_array_add (self->ticks, tick);
      g_signal_connect_swapped (tick, "toggled", G_CALLBACK (changed_cb), self);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), again_new (self));
  return group;
}

static GtkWidget *
preview_new (Dialog *self)
{
  GtkWidget *group = adw_preferences_group_new (), *list = gtk_list_box_new (),
            *label = gtk_label_new (NULL);

  self->preview = GTK_LABEL (label);
  self->list = GTK_LIST_BOX (list);
  gtk_label_set_wrap (self->preview, TRUE);
  gtk_label_set_xalign (self->preview, 0);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Tests that would be planned"), -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), label);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), list);
  return group;
}

static void
list_requirements (Dialog *self)
{
  LiaisonSelection *selection = liaison_session_get_selection (self->session);
  const LiaisonKind *kind = liaison_selection_get_kind (selection);
  guint n;
  const LiaisonId *ids = liaison_selection_get (selection, &n);

  if (kind != NULL && kind->id == LIAISON_KIND_REQUIREMENT)
    g_array_append_vals (self->requirements, ids, n);
}

/* Which requirements: "12 selected requirements". */
static void
name_requirements (Dialog *self)
{
  guint n = self->requirements->len;
  g_autofree char *of = n > 0 ? liaison_screen_printf (
                            ngettext ("%u selected requirement", "%u selected requirements", n), n)
                              : g_strdup (_ ("All requirements in use"));

  liaison_asking_window_set_subtitle (self->window, of);
}

static GtkWidget *
page_new (Dialog *self)
{
  GtkWidget *page = adw_preferences_page_new ();
  LiaisonManner manner = liaison_session_get_manner (self->session);

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (when_new (self, &manner)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (nations_new (self, &manner)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (preview_new (self)));
  gtk_widget_set_vexpand (page, TRUE);
  return page;
}

void
liaison_plan_dialog_present (GtkWindow *parent, LiaisonSession *session)
{
  Dialog *self = g_new0 (Dialog, 1);
  LiaisonManner manner = liaison_session_get_manner (session);

  self->session = g_object_ref (session);
  self->snapshot = liaison_document_get_snapshot (liaison_session_get_document (session));
  self->requirements = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  self->codes = g_ptr_array_new ();
  self->ticks = g_ptr_array_new ();
  self->sites = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  self->zone = g_strdup (liaison_days_get_zone (&manner.lookup));
  self->window = liaison_asking_window_new (parent, _ ("Plan Interoperability Tests"), 560, 680);
  g_object_set_data_full (G_OBJECT (self->window), "liaison-dialog", self, dialog_free);
  list_requirements (self);
  name_requirements (self);
  liaison_asking_window_append (self->window, page_new (self));
  g_signal_connect_swapped (self->window, "create", G_CALLBACK (create_cb), self);
  g_signal_connect_swapped (self->window, "edited", G_CALLBACK (changed_cb), self);
  changed_cb (self);
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_widget_grab_focus (GTK_WIDGET (self->by));
}
