/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "inspector/inspector.h"
#include "record/kinds.h"
#include "refused-texts.h"
#include "shared/field-entry.h"
#include "shared/form-row.h"
#include "display.h"

#include <string.h>

typedef struct
{
  LiaisonSession *session;
  LiaisonDocument *document;
  GtkWidget *window;
  GtkWidget *inspector;
  LiaisonId event;
  LiaisonId other;
} Fixture;

static LiaisonId
add_event (Fixture *f, const char *title)
{
  LiaisonBlock *block = liaison_session_new_block (f->session, &liaison_event_kind);
  LiaisonEventData *data = (LiaisonEventData *) block;

  data->title = liaison_text_new (liaison_session_get_language (f->session), title);
  return liaison_session_add_record (f->session, &liaison_event_kind, block);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->session = liaison_session_new (liaison_plan_new (liaison_id_new (1000)), NULL);
  f->document = liaison_session_get_document (f->session);
  f->other = add_event (f, "Rehearsal");
  f->event = add_event (f, "Harbour <b>R&D</b> briefing");
  f->inspector = liaison_inspector_new (f->session);
  f->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 400, 800);
  gtk_window_set_child (GTK_WINDOW (f->window), f->inspector);
  gtk_window_present (GTK_WINDOW (f->window));
  settle ();
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  if (f->window != NULL)
    gtk_window_destroy (GTK_WINDOW (f->window));
  settle ();
  g_clear_object (&f->session);
}

/* The first widget below @widget that passes. */
static GtkWidget *
find (GtkWidget *widget, gboolean (*passes) (GtkWidget *, gconstpointer), gconstpointer data)
{
  if (passes (widget, data))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, passes, data);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_row_of (GtkWidget *widget, gconstpointer name)
{
  return LIAISON_IS_FORM_ROW (widget)
         && strcmp (liaison_form_row_get_field (LIAISON_FORM_ROW (widget))->name, name) == 0;
}

static gboolean
is_text (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_TEXT (widget);
}

static gboolean
has_icon (GtkWidget *widget, gconstpointer icon)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), icon) == 0;
}

static gboolean
is_label (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && strcmp (gtk_label_get_label (GTK_LABEL (widget)), text) == 0;
}

static LiaisonFormRow *
row_of (Fixture *f, const char *name)
{
  GtkWidget *row = find (f->inspector, is_row_of, name);
  g_assert_nonnull (row);
  return LIAISON_FORM_ROW (row);
}

static GtkEditable *
entry_of (Fixture *f, const char *name)
{
  GtkWidget *text = find (GTK_WIDGET (row_of (f, name)), is_text, NULL);
  g_assert_nonnull (text);
  return GTK_EDITABLE (text);
}

static void
write_in (GtkEditable *entry, const char *text)
{
  gtk_editable_set_text (entry, text);
  g_signal_emit_by_name (entry, "activate");
}

static guint
count_edits (Fixture *f)
{
  return liaison_editor_get_history (liaison_session_get_editor (f->session))->len;
}

static const LiaisonEventData *
data_of (Fixture *f, LiaisonId id)
{
  return LIAISON_DATA (Event, liaison_record_get_block (liaison_document_find (f->document, id)));
}

static void
set_title (Fixture *f, LiaisonId id, const char *title)
{
  LiaisonProposal *proposal = liaison_proposal_new ("Rename");
  LiaisonSlot slot = liaison_slot_text (id, LIAISON_FIELD (Event, title),
                                        liaison_session_get_language (f->session));

  liaison_proposal_take (proposal, &liaison_event_kind, &slot, liaison_value_string (title));
  g_assert_true (liaison_session_commit (f->session, proposal, NULL));
}

static void
test_shows (Fixture *f, gconstpointer data)
{
  g_assert_cmpstr (gtk_editable_get_text (entry_of (f, "title")), ==,
                   "Harbour <b>R&D</b> briefing");
  g_assert_nonnull (find (f->inspector, is_label, "Harbour <b>R&D</b> briefing"));
  g_assert_cmpstr (gtk_editable_get_text (entry_of (f, "serial")), ==,
                   data_of (f, f->event)->serial);
}

static void
test_follows (Fixture *f, gconstpointer data)
{
  set_title (f, f->event, "Closing ceremony");
  g_assert_cmpstr (gtk_editable_get_text (entry_of (f, "title")), ==, "Closing ceremony");

  liaison_session_undo (f->session);
  g_assert_cmpstr (gtk_editable_get_text (entry_of (f, "title")), ==,
                   "Harbour <b>R&D</b> briefing");
}

static void
test_keeps_rows (Fixture *f, gconstpointer data)
{
  GtkEditable *entry = entry_of (f, "title");

  liaison_selection_set_one (liaison_session_get_selection (f->session), f->other);
  g_assert_true (entry_of (f, "title") == entry);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Rehearsal");
}

static void
test_one_edit (Fixture *f, gconstpointer data)
{
  guint before = count_edits (f);
  GtkEditable *entry = entry_of (f, "title");

  write_in (entry, "Arrival");
  g_assert_cmpuint (count_edits (f), ==, before + 1);
  g_assert_cmpstr (liaison_text_pick (data_of (f, f->event)->title, "en", NULL), ==, "Arrival");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (count_edits (f), ==, before + 1);
}

static void
test_one_language (Fixture *f, gconstpointer data)
{
  LiaisonProposal *proposal = liaison_proposal_new ("Translate");
  LiaisonSlot slot = liaison_slot_text (f->event, LIAISON_FIELD (Event, title), "fr");

  liaison_proposal_take (proposal, &liaison_event_kind, &slot, liaison_value_string ("Exposé"));
  g_assert_true (liaison_session_commit (f->session, proposal, NULL));
  write_in (entry_of (f, "title"), "Briefing");
  g_assert_cmpstr (liaison_text_lookup (data_of (f, f->event)->title, "fr"), ==, "Exposé");
  g_assert_cmpstr (liaison_text_lookup (data_of (f, f->event)->title, "en"), ==, "Briefing");
}

static void
test_understands (Fixture *f, gconstpointer data)
{
  write_in (entry_of (f, "duration"), "2h30");
  g_assert_cmpint (data_of (f, f->event)->duration, ==, 9000);
  write_in (entry_of (f, "start"), "141300ZMAY27");
  g_assert_cmpint (data_of (f, f->event)->start.seconds, ==, 1810299600);
}

static void
test_refuses (Fixture *f, gconstpointer data)
{
  guint before = count_edits (f);
  GtkEditable *entry = entry_of (f, "duration");

  write_in (entry, "a while");
  g_assert_true (liaison_form_row_has_error (row_of (f, "duration")));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "a while");
  g_assert_cmpuint (count_edits (f), ==, before);
  g_assert_false (liaison_block_field_is_set (
      &data_of (f, f->event)->block,
      &liaison_event_kind.shape.fields[LIAISON_FIELD (Event, duration)]));
  write_in (entry, "1h");
  g_assert_false (liaison_form_row_has_error (row_of (f, "duration")));
}

static void
show (Fixture *f, LiaisonId record)
{
  liaison_selection_set_one (liaison_session_get_selection (f->session), record);
  settle ();
}

/* What was typed and not understood is neither lost nor shown for another record. */
static void
test_keeps_refused (Fixture *f, gconstpointer data)
{
  GtkEditable *entry = entry_of (f, "duration");
  guint before = count_edits (f);

  gtk_editable_set_text (entry, "a while");
  show (f, f->other);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  g_assert_false (liaison_form_row_has_error (row_of (f, "duration")));
  show (f, f->event);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "a while");
  g_assert_true (liaison_form_row_has_error (row_of (f, "duration")));
  g_assert_cmpuint (count_edits (f), ==, before);

  liaison_field_entry_restore (LIAISON_FIELD_ENTRY (gtk_widget_get_parent (GTK_WIDGET (entry))));
  show (f, f->other);
  show (f, f->event);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  g_assert_false (liaison_form_row_has_error (row_of (f, "duration")));
}

static void
test_corrects_refused (Fixture *f, gconstpointer data)
{
  GtkEditable *entry = entry_of (f, "duration");
  LiaisonRefusedTexts *refused = liaison_session_get_refused (f->session);
  LiaisonManner manner = liaison_session_get_manner (f->session);

  gtk_editable_set_text (entry, "a while");
  show (f, f->other);
  g_autofree char *told = liaison_refused_texts_tell (refused, &manner, 5, NULL);
  g_assert_nonnull (strstr (told, "a while"));
  g_assert_nonnull (strstr (told, "Harbour <b>R&D</b> briefing"));
  show (f, f->event);
  write_in (entry, "20 min");
  g_assert_cmpint (data_of (f, f->event)->duration, ==, 1200);
  g_assert_true (liaison_refused_texts_is_empty (refused));
}

/* Too long a text is kept too. */
static void
test_keeps_too_long (Fixture *f, gconstpointer data)
{
  const LiaisonField *field = &liaison_event_kind.shape.fields[LIAISON_FIELD (Event, title)];
  GtkEditable *entry = entry_of (f, "title");
  g_autofree char *long_text = g_strnfill (liaison_field_get_limit (field) + 1, 'x');

  gtk_editable_set_text (entry, long_text);
  show (f, f->other);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Rehearsal");
  show (f, f->event);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, long_text);
  g_assert_true (liaison_form_row_has_error (row_of (f, "title")));
}

/* What others do meanwhile changes neither what is being written nor where the writing goes. */
static void
test_leaves_writing_alone (Fixture *f, gconstpointer data)
{
  GtkEditable *entry = entry_of (f, "serial");

  gtk_editable_set_text (entry, "EV-9");
  set_title (f, f->event, "Departure");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "EV-9");
  g_assert_cmpstr (gtk_editable_get_text (entry_of (f, "title")), ==, "Departure");

  liaison_selection_set_one (liaison_session_get_selection (f->session), f->other);
  g_assert_cmpstr (data_of (f, f->event)->serial, ==, "EV-9");
  g_assert_cmpstr (data_of (f, f->other)->serial, !=, "EV-9");
}

static void
test_several (Fixture *f, gconstpointer data)
{
  LiaisonId both[] = { f->event, f->other };
  guint before;

  liaison_selection_set (liaison_session_get_selection (f->session), both, 2);
  settle ();
  GtkEditable *entry = entry_of (f, "title");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  g_assert_cmpstr (gtk_text_get_placeholder_text (GTK_TEXT (entry)), ==, "(several values)");

  before = count_edits (f);
  write_in (entry_of (f, "duration"), "45 min");
  g_assert_cmpuint (count_edits (f), ==, before + 1);
  g_assert_cmpint (data_of (f, f->event)->duration, ==, 2700);
  g_assert_cmpint (data_of (f, f->other)->duration, ==, 2700);
  g_assert_cmpstr (liaison_text_pick (data_of (f, f->other)->title, "en", NULL), ==, "Rehearsal");
}

static void
add_agenda_item (Fixture *f, const char *title)
{
  LiaisonId id = liaison_editor_new_id (liaison_session_get_editor (f->session));
  g_autoptr (LiaisonBlock) item = liaison_block_new (&liaison_agenda_item_shape, id);
  LiaisonSlot slot = liaison_slot_item (f->event, LIAISON_FIELD (Event, agenda), id);
  LiaisonProposal *proposal = liaison_proposal_new ("Add");

  ((LiaisonAgendaItemData *) item)->title = liaison_text_new ("en", title);
  liaison_proposal_take (proposal, &liaison_event_kind, &slot, liaison_value_block (item));
  g_assert_true (liaison_session_commit (f->session, proposal, NULL));
}

static gboolean
is_expander (GtkWidget *widget, gconstpointer data)
{
  return ADW_IS_EXPANDER_ROW (widget);
}

/* Does what a key of the widget's class does. */
static void
press (GtkWidget *widget, const char *key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  g_autoptr (GtkShortcutTrigger) trigger = gtk_shortcut_trigger_parse_string (key);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) keys = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (keys) && j < g_list_model_get_n_items (G_LIST_MODEL (keys)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (keys), j);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), trigger))
            {
              g_assert_true (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                           gtk_shortcut_get_arguments (shortcut)));
              return;
            }
        }
    }
  g_assert_not_reached ();
}

/* The titles as they are ordered. */
static void
assert_agenda (Fixture *f, const char *first, const char *second)
{
  const LiaisonItems *items = data_of (f, f->event)->agenda;
  const LiaisonAgendaItemData *one = LIAISON_DATA (AgendaItem, liaison_items_get (items, 0));
  const LiaisonAgendaItemData *two = LIAISON_DATA (AgendaItem, liaison_items_get (items, 1));
  gboolean kept = g_strcmp0 (one->order, two->order) < 0;

  g_assert_cmpstr (liaison_text_lookup (kept ? one->title : two->title, "en"), ==, first);
  g_assert_cmpstr (liaison_text_lookup (kept ? two->title : one->title, "en"), ==, second);
}

/* By keys from the closed line; at the end of the list nothing changes. */
static void
test_item_keys (Fixture *f, gconstpointer data)
{
  add_agenda_item (f, "Welcome");
  add_agenda_item (f, "Weather");
  GtkWidget *item = find (GTK_WIDGET (row_of (f, "agenda")), is_expander, NULL);
  guint before = count_edits (f);

  press (item, "<Alt>Down");
  assert_agenda (f, "Weather", "Welcome");
  press (item, "<Alt>Down");
  g_assert_cmpuint (count_edits (f), ==, before + 1);
  press (item, "<Alt>Up");
  assert_agenda (f, "Welcome", "Weather");
  g_assert_cmpuint (count_edits (f), ==, before + 2);
}

/* Where none had a key yet, moving one gives keys to all. */
static void
test_items (Fixture *f, gconstpointer data)
{
  add_agenda_item (f, "Welcome");
  add_agenda_item (f, "Weather");
  guint before = count_edits (f);
  GtkWidget *list = GTK_WIDGET (row_of (f, "agenda"));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (find (list, is_expander, NULL)), TRUE);
  GtkWidget *down = find (list, has_icon, "go-down-symbolic");
  g_signal_emit_by_name (down, "clicked");
  g_assert_cmpuint (count_edits (f), ==, before + 1);
  const LiaisonItems *items = data_of (f, f->event)->agenda;
  const LiaisonAgendaItemData *welcome = LIAISON_DATA (AgendaItem, liaison_items_get (items, 0));
  const LiaisonAgendaItemData *weather = LIAISON_DATA (AgendaItem, liaison_items_get (items, 1));
  g_assert_cmpstr (welcome->order, >, weather->order);

  g_signal_emit_by_name (find (list, has_icon, "list-add-symbolic"), "clicked");
  g_assert_cmpuint (liaison_items_get_size (data_of (f, f->event)->agenda), ==, 3);
  g_signal_emit_by_name (find (list, has_icon, "user-trash-symbolic"), "clicked");
  g_assert_cmpuint (liaison_items_get_size (data_of (f, f->event)->agenda), ==, 2);
}

static void
test_removed (Fixture *f, gconstpointer data)
{
  LiaisonProposal *proposal = liaison_proposal_new ("Remove");

  gtk_editable_set_text (entry_of (f, "title"), "half writ");
  liaison_proposal_remove_record (proposal, &data_of (f, f->event)->block);
  g_assert_true (liaison_session_commit (f->session, proposal, NULL));
  settle ();
  g_assert_null (liaison_document_find (f->document, f->event));
  g_assert_nonnull (find (f->inspector, is_label, "Nothing Selected"));
}

static void
test_read_only (Fixture *f, gconstpointer data)
{
  liaison_editor_set_read_only (liaison_session_get_editor (f->session), TRUE);
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (entry_of (f, "title"))));
}

static void
test_finalised (Fixture *f, gconstpointer data)
{
  gpointer inspector = f->inspector;
  gpointer row = row_of (f, "title");
  gpointer session = f->session;

  g_object_add_weak_pointer (inspector, &inspector);
  g_object_add_weak_pointer (row, &row);
  g_object_add_weak_pointer (session, &session);
  gtk_window_destroy (GTK_WINDOW (f->window));
  f->window = NULL;
  liaison_test_wait_until (inspector == NULL && row == NULL);
  g_assert_null (inspector);
  g_assert_null (row);
  g_clear_object (&f->session);
  liaison_test_wait_until (session == NULL);
  g_assert_null (session);
}

int
main (int argc, char *argv[])
{
  if (!liaison_test_init (&argc, &argv))
    return 0;

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/form/shows-record", test_shows);
  ADD ("/form/follows-record", test_follows);
  ADD ("/form/keeps-rows-for-kind", test_keeps_rows);
  ADD ("/form/typing-makes-one-edit", test_one_edit);
  ADD ("/form/typing-edits-one-language", test_one_language);
  ADD ("/form/understands-what-is-typed", test_understands);
  ADD ("/form/refuses-and-keeps-text", test_refuses);
  ADD ("/form/keeps-refused-for-its-record", test_keeps_refused);
  ADD ("/form/corrects-refused", test_corrects_refused);
  ADD ("/form/keeps-what-is-too-long", test_keeps_too_long);
  ADD ("/form/leaves-writing-alone", test_leaves_writing_alone);
  ADD ("/form/changes-several-at-once", test_several);
  ADD ("/form/adds-moves-removes-items", test_items);
  ADD ("/form/moves-items-by-keys", test_item_keys);
  ADD ("/form/record-removed-while-writing", test_removed);
  ADD ("/form/read-only", test_read_only);
  ADD ("/form/dropped-is-finalised", test_finalised);
  return g_test_run ();
}
