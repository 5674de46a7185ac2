/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "overview/overview.h"

#include "finding-item.h"
#include "preferences.h"
#include "record/kinds/exercise.h"
#include "record/zone.h"
#include "review/summary.h"
#include "words/dates.h"
#include "words/numbers.h"
#include "screen.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MAX_ROWS 6
#define PAUSE_MS 200
#define DAY      86400

#define LIAISON_TYPE_OVERVIEW (liaison_overview_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonOverview, liaison_overview, LIAISON, OVERVIEW, AdwBin)

struct _LiaisonOverview
{
  AdwBin parent_instance;

  /* Owned */
  LiaisonSession *session;

  /* Template */
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *aim;
  GtkFlowBox *cards;
  AdwPreferencesGroup *begin;
  AdwPreferencesGroup *findings;
  AdwPreferencesGroup *actions;
  AdwPreferencesGroup *history;

  GPtrArray *rows; /* what is in the three lists by now, borrowed */
  guint update_source;
};

G_DEFINE_FINAL_TYPE (LiaisonOverview, liaison_overview, ADW_TYPE_BIN)

static char *
count_text (LiaisonOverview *self, guint n)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  return liaison_words_format_integer (manner.words, n);
}

/* One figure with what it counts, and the area it opens. */
static void
add_card (LiaisonOverview *self, const char *figure, const char *label, const char *area)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *number = gtk_label_new (figure);
  GtkWidget *text = gtk_label_new (label);

  gtk_widget_add_css_class (number, "title-2");
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (text, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_justify (GTK_LABEL (text), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), text);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "figure");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.area");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", area);
  gtk_flow_box_append (self->cards, button);
}

static void
add_count_card (LiaisonOverview *self, guint n, const char *label, const char *area)
{
  g_autofree char *figure = count_text (self, n);
  add_card (self, figure, label, area);
}

static void
add_day_card (
    LiaisonOverview *self, gint64 seconds, gint64 now, const char *label, const char *area)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  gint32 offset = 0;

  liaison_zone_get_offset (manner.zone, now, &offset);
  gint32 days = (seconds + offset) / DAY - (now + offset) / DAY;
  g_autofree char *figure = liaison_words_format_relative_days (manner.words, days);
  add_card (self, figure, label, area);
}

static void
fill_cards (LiaisonOverview *self, const LiaisonSummary *summary, gint64 now)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_flow_box_remove (self->cards, child);

  if (summary->startex_state == LIAISON_TIME_KNOWN)
    add_day_card (self, summary->startex, now, _ ("STARTEX"), "schedule");
  if (!liaison_id_is_zero (summary->next_conference))
    add_day_card (self, summary->next_conference_start, now, _ ("Next conference"), "schedule");
  add_count_card (self, summary->counts[LIAISON_KIND_NATION], _ ("Nations and organisations"),
                  "nations");
  add_count_card (self, summary->people, _ ("People"), "participants");
  add_count_card (self, summary->counts[LIAISON_KIND_EVENT], _ ("Events"), "schedule");
  add_count_card (self, summary->counts[LIAISON_KIND_INJECT], _ ("Injects"), "injects");
  add_count_card (self, g_list_model_get_n_items (liaison_session_get_findings (self->session)),
                  _ ("Findings"), "review");
  add_count_card (self, summary->late_actions, _ ("Late actions"), "actions");
}

static void
add_row (LiaisonOverview *self,
         AdwPreferencesGroup *group,
         const char *title,
         const char *subtitle,
         const LiaisonId *record)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (record != NULL)
    {
      char id[LIAISON_ID_TEXT_SIZE];
      liaison_id_format (*record, id);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-record");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", id);
    }
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
fill_findings (LiaisonOverview *self, LiaisonManner *manner)
{
  GListModel *findings = liaison_session_get_findings (self->session);
  guint n = g_list_model_get_n_items (findings);

  for (guint i = 0; i < n && i < MAX_ROWS; i++)
    {
      g_autoptr (LiaisonFindingItem) item = g_list_model_get_item (findings, i);
      LiaisonFinding *finding = liaison_finding_item_get_finding (item);
      g_autofree char *sentence = liaison_manner_tell_finding (manner, finding);
      add_row (self, self->findings, sentence, NULL,
               finding->n_records > 0 ? &finding->records[0] : NULL);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->findings), n > 0);
}

/* How far off it is due, and whether it is the reader's own. */
static char *
describe_due (LiaisonManner *manner, const LiaisonBlock *action, gint32 days)
{
  const char *author = liaison_preferences_get_author (liaison_preferences_get_default ());
  g_autofree char *when = liaison_words_format_relative_days (manner->words, days);
  g_autofree char *late = NULL;

  if (days < 0)
    /* Translators: An action that should be done by now; %s is such as “3 days ago”. */
    late = g_strdup_printf (_ ("late: due %s"), when);
  if (!liaison_action_is_owned_by (&manner->lookup, action, author))
    return g_strdup (late != NULL ? late : when);
  /* Translators: An action of the person at the screen; %s is when it is due. */
  return g_strdup_printf (_ ("yours, %s"), late != NULL ? late : when);
}

static void
fill_actions (LiaisonOverview *self,
              const LiaisonSummary *summary,
              LiaisonManner *manner,
              gint64 now)
{
  for (guint i = 0; i < summary->open_actions->len && i < MAX_ROWS; i++)
    {
      LiaisonId id = g_array_index (summary->open_actions, LiaisonId, i);
      const LiaisonBlock *action = liaison_lookup_find (&manner->lookup, id);
      g_autofree char *due = NULL;
      gint32 day;
      if (action == NULL)
        continue;
      if (liaison_action_get_due (&manner->lookup, action, &day))
        due = describe_due (manner, action, day - (gint32) (now / DAY));
      g_autofree char *name = liaison_manner_tell_block_name (manner, action);
      add_row (self, self->actions, name, due, &id);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->actions), summary->open_actions->len > 0);
}

static void
fill_history (LiaisonOverview *self, LiaisonManner *manner)
{
  LiaisonTrail *trail = liaison_session_get_trail (self->session);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (trail));

  for (guint i = 0; i < n && i < MAX_ROWS; i++)
    {
      g_autoptr (LiaisonTrailEntry) entry = g_list_model_get_item (G_LIST_MODEL (trail), n - 1 - i);
      g_autofree char *sentence =
          liaison_manner_tell_sentence (manner, liaison_trail_entry_get_sentence (entry),
                                        liaison_trail_entry_get_operands (entry));
      g_autofree char *when =
          liaison_manner_tell_time (manner, liaison_trail_entry_get_when (entry) / 1000, NULL);
      /* Translators: Who changed something, and when. */
      g_autofree char *who =
          g_strdup_printf (_ ("%s, %s"), liaison_trail_entry_get_author (entry), when);
      add_row (self, self->history, sentence, who, NULL);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->history), n > 0);
}

static void
fill_head (LiaisonOverview *self, const LiaisonSummary *summary, LiaisonManner *manner)
{
  const LiaisonBlock *exercise = liaison_lookup_get_exercise (&manner->lookup);
  const char *zone = LIAISON_DATA (Exercise, exercise)->zone;
  g_autofree char *type = liaison_manner_tell_field (
      manner, exercise, liaison_shape_find (exercise->shape, "type", NULL));
  g_autofree char *aim = liaison_manner_tell_field (
      manner, exercise, liaison_shape_find (exercise->shape, "aim", NULL));
  g_autoptr (GString) subtitle = g_string_new (type);

  if (summary->startex_state == LIAISON_TIME_KNOWN && summary->endex_state == LIAISON_TIME_KNOWN)
    {
      g_autofree char *from =
          liaison_words_format_date (manner->words, summary->startex, zone, LIAISON_DATE_MEDIUM);
      g_autofree char *until =
          liaison_words_format_date (manner->words, summary->endex, zone, LIAISON_DATE_MEDIUM);
      if (subtitle->len > 0)
        g_string_append (subtitle, liaison_screen_separator ());
      /* Translators: From STARTEX until ENDEX. */
      g_string_append_printf (subtitle, _ ("%s – %s"), from, until);
    }
  gtk_label_set_text (self->title, liaison_session_get_title (self->session));
  gtk_label_set_text (self->subtitle, subtitle->str);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle->len > 0);
  gtk_label_set_text (self->aim, aim);
  gtk_widget_set_visible (GTK_WIDGET (self->aim), *aim != '\0');
}

static void
clear_rows (LiaisonOverview *self)
{
  AdwPreferencesGroup *groups[] = { self->findings, self->actions, self->history };

  for (guint i = 0; i < self->rows->len; i++)
    for (guint g = 0; g < G_N_ELEMENTS (groups); g++)
      if (gtk_widget_is_ancestor (self->rows->pdata[i], GTK_WIDGET (groups[g])))
        {
          adw_preferences_group_remove (groups[g], self->rows->pdata[i]);
          break;
        }
  g_ptr_array_set_size (self->rows, 0);
}

/* At first only what is seen at once: the lists below take longer to lay out than all the rest of
 * the window. */
static void
update (LiaisonOverview *self, gboolean lists)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  LiaisonDocument *document = liaison_session_get_document (self->session);
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (document);
  g_auto (LiaisonSummary) summary;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  gint32 offset = 0;

  liaison_zone_get_offset (manner.zone, now, &offset);
  liaison_summary_take (&summary, snapshot, &manner.lookup, now, offset);
  fill_head (self, &summary, &manner);
  fill_cards (self, &summary, now);
  if (lists)
    {
      clear_rows (self);
      fill_findings (self, &manner);
      fill_actions (self, &summary, &manner, now + offset);
      fill_history (self, &manner);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->begin), liaison_document_get_size (document) <= 1);
}

static gboolean
update_cb (gpointer data)
{
  LiaisonOverview *self = data;
  self->update_source = 0;
  update (self, TRUE);
  return G_SOURCE_REMOVE;
}

static void
queue_update (LiaisonOverview *self)
{
  if (self->update_source == 0)
    self->update_source = g_timeout_add (PAUSE_MS, update_cb, self);
}

/* The first frame is on its way to the screen; by the end of the pause the findings have mostly
 * come, too. */
static gboolean
first_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  queue_update (LIAISON_OVERVIEW (widget));
  return G_SOURCE_REMOVE;
}

static void
liaison_overview_dispose (GObject *object)
{
  LiaisonOverview *self = LIAISON_OVERVIEW (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_object (&self->session);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), LIAISON_TYPE_OVERVIEW);

  G_OBJECT_CLASS (liaison_overview_parent_class)->dispose (object);
}

static void
liaison_overview_class_init (LiaisonOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_overview_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/liaisonplanner/Liaison/overview/overview.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonOverview, title);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOverview, subtitle);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOverview, aim);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOverview, cards);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOverview, begin);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOverview, findings);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOverview, actions);
  gtk_widget_class_bind_template_child (widget_class, LiaisonOverview, history);
}

static void
liaison_overview_init (LiaisonOverview *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
liaison_overview_new (LiaisonSession *session)
{
  LiaisonOverview *self = g_object_new (LIAISON_TYPE_OVERVIEW, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (liaison_session_get_document (session), "changed",
                           G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (liaison_session_get_findings (session), "items-changed",
                           G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "manner-changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  update (self, FALSE);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), first_frame_cb, NULL, NULL);
  return GTK_WIDGET (self);
}
