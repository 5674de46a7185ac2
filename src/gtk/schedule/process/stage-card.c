/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/process/stage-card.h"

#include "schedule/process/process-words.h"
#include "words/dates.h"
#include "words/numbers.h"
#include "words/sentence.h"
#include "screen.h"
#include "words/printed.h"

#include <glib/gi18n.h>

#define RECORD_KEY  "liaison-record"
#define ITEM_KEY    "liaison-item"
#define SESSION_KEY "liaison-session"
#define CARD_WIDTH  272

/* What the making of one card needs. */
typedef struct
{
  LiaisonSession *session;
  LiaisonManner manner;
  const LiaisonProcess *process;
  const LiaisonProcessStage *stage;
  GtkListBox *list;
} Maker;

static void
set_id (GtkWidget *widget, const char *key, LiaisonId id)
{
  g_object_set_data_full (G_OBJECT (widget), key, g_memdup2 (&id, sizeof id), g_free);
}

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 4);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
append_heading (Maker *maker, const char *text)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = label_new (text, "caption-heading");

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_top (label, 10);
  gtk_widget_set_margin_bottom (label, 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_append (maker->list, row);
}

/* A row with a title, a dim line below it and what stands at its start. */
static GtkWidget *
append_row (Maker *maker,
            LiaisonId record,
            GtkWidget *start,
            const char *title,
            const char *detail,
            LiaisonProcessState state)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *below = label_new (detail, "caption");
  g_autofree char *spoken =
      g_strdup_printf ("%s, %s, %s", title, detail, liaison_process_tell_state (state));

  gtk_widget_add_css_class (below, state == LIAISON_PROCESS_LATE ? "error" : "dim-label");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (start, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (texts), label_new (title, NULL));
  gtk_box_append (GTK_BOX (texts), below);
  gtk_box_append (GTK_BOX (box), start);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_widget_set_margin_top (box, 4);
  gtk_widget_set_margin_bottom (box, 4);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  set_id (row, RECORD_KEY, record);
  gtk_list_box_append (maker->list, row);
  return row;
}

static GtkWidget *
icon_new (LiaisonProcessState state)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (liaison_process_get_icon (state));

  gtk_widget_add_css_class (icon, liaison_process_get_class (state));
  gtk_widget_set_tooltip_text (icon, liaison_process_tell_state (state));
  gtk_widget_set_margin_top (icon, 2);
  return icon;
}

static void
append_conference (Maker *maker, const LiaisonProcessConference *conference)
{
  g_autofree char *title = liaison_manner_tell_block_name (&maker->manner, conference->event);
  g_autofree char *when = NULL, *detail = NULL;
  const char *zone = maker->process->zone;
  gint32 first, last;

  if (conference->timed)
    {
      first = liaison_process_find_day (zone, conference->start);
      last = liaison_process_find_day (zone, MAX (conference->start, conference->end - 1));
      when = liaison_process_tell_days (maker->manner.words, first, last);
    }
  if (conference->state == LIAISON_PROCESS_LATE)
    /* Translators: a conference whose day is past; %s is the day: “14 May 2027, not marked as done”
     */
    detail = g_strdup_printf (_ ("%s, not marked as done"), when);
  else
    detail = g_strdup (when != NULL ? when : _ ("No date yet"));
  append_row (maker, conference->event->id, icon_new (conference->state), title, detail,
              conference->state);
}

/* Ticking a product means that it is issued; taking the tick away, that it is in hand again. */
static void
toggled_cb (GtkCheckButton *button, LiaisonSession *session)
{
  const LiaisonId *stage = g_object_get_data (G_OBJECT (button), RECORD_KEY);
  const LiaisonId *item = g_object_get_data (G_OBJECT (button), ITEM_KEY);
  const LiaisonField *status =
      &liaison_stage_product_shape.fields[LIAISON_FIELD (StageProduct, status)];
  const LiaisonField *completed =
      &liaison_stage_product_shape.fields[LIAISON_FIELD (StageProduct, completed)];
  gboolean done = gtk_check_button_get_active (button);
  int value = done ? LIAISON_DUE_STATUS_ISSUED : LIAISON_DUE_STATUS_DRAFTING;
  LiaisonManner manner = liaison_session_get_manner (session);
  gint32 today = liaison_process_find_day (manner.zone, manner.now);
  LiaisonProposal *proposal =
      liaison_proposal_new (done ? N_ ("Tick off {product}") : N_ ("Take up {product} again"));
  LiaisonRecord *record = liaison_document_find (liaison_session_get_document (session), *stage);
  const LiaisonBlock *block = record != NULL ? liaison_record_get_block (record) : NULL;
  const LiaisonBlock *product =
      block != NULL ? liaison_items_lookup (LIAISON_DATA (Stage, block)->products, *item) : NULL;
  LiaisonSlot slot = liaison_slot_item_field (*stage, LIAISON_FIELD (Stage, products), *item,
                                              LIAISON_FIELD (StageProduct, status));

  if (product == NULL)
    {
      liaison_proposal_free (proposal);
      return;
    }
  liaison_proposal_take_operand (
      proposal,
      liaison_operand_text (
          "product", liaison_block_get_title (product, liaison_session_get_language (session))));
  liaison_proposal_take (proposal, &liaison_stage_kind, &slot,
                         liaison_value_field (status, &value));
  slot.item_field = LIAISON_FIELD (StageProduct, completed);
  liaison_proposal_take (proposal, &liaison_stage_kind, &slot,
                         done ? liaison_value_field (completed, &today)
                              : (LiaisonValue) LIAISON_VALUE_INIT);
  liaison_session_commit (session, proposal, NULL);
}

static GtkWidget *
tick_new (Maker *maker, const LiaisonProcessProduct *product, const char *title)
{
  GtkWidget *tick = gtk_check_button_new ();
  /* Translators: a box to tick: “Exercise plan is issued” */
  g_autofree char *spoken = g_strdup_printf (_ ("%s is issued"), title);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), product->state == LIAISON_PROCESS_DONE);
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (tick),
                                     product->state == LIAISON_PROCESS_DROPPED);
  gtk_widget_set_sensitive (
      tick, !liaison_editor_get_read_only (liaison_session_get_editor (maker->session)));
  gtk_widget_set_tooltip_text (tick, _ ("Issued"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  set_id (tick, RECORD_KEY, maker->stage->stage->id);
  set_id (tick, ITEM_KEY, product->item->id);
  g_signal_connect_object (tick, "toggled", G_CALLBACK (toggled_cb), maker->session, 0);
  return tick;
}

static void
append_product (Maker *maker, const LiaisonProcessProduct *product)
{
  const LiaisonStageProductData *data = (gconstpointer) product->item;
  const LiaisonField *status =
      &liaison_stage_product_shape.fields[LIAISON_FIELD (StageProduct, status)];
  g_autofree char *title = liaison_manner_tell_block_name (&maker->manner, product->item);
  g_autofree char *due =
      liaison_words_format_day (maker->manner.words, product->due, LIAISON_DATE_MEDIUM);
  g_autofree char *state = liaison_manner_tell_field (&maker->manner, product->item, status);
  g_autofree char *who = liaison_id_is_zero (data->responsible)
                             ? NULL
                             : liaison_manner_tell_name (&maker->manner, data->responsible);
  g_autofree char *late =
      product->late > 0 ? liaison_process_tell_late (maker->manner.words, product->late) : NULL;
  GString *detail = g_string_new (*due != '\0' ? due : _ ("No date yet"));
  GtkWidget *row;

  if (late != NULL)
    g_string_append_printf (detail, "%s%s", liaison_screen_separator (), late);
  else if (*state != '\0' && product->state != LIAISON_PROCESS_UPCOMING)
    g_string_append_printf (detail, "%s%s", liaison_screen_separator (), state);
  if (who != NULL)
    g_string_append_printf (detail, "\n%s", who);
  row = append_row (maker, maker->stage->stage->id, tick_new (maker, product, title), title,
                    detail->str, product->state);
  set_id (row, ITEM_KEY, product->item->id);
  g_string_free (detail, TRUE);
}

static GtkWidget *
progress_new (Maker *maker)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *bar = gtk_progress_bar_new ();
  guint all = maker->stage->products->len, done = maker->stage->n_products_done;
  g_autofree char *text = liaison_words_format_plural (
      maker->manner.words, "{done} of {n} product issued", "{done} of {n} products issued", all,
      liaison_operand_integer ("done", done), liaison_operand_integer ("n", all));

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), all > 0 ? (double) done / all : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), label_new (text, "caption"));
  gtk_widget_set_margin_top (box, 6);
  return box;
}

static GtkWidget *
head_new (Maker *maker)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const LiaisonProcessStage *stage = maker->stage;
  g_autofree char *name = liaison_manner_tell_block_name (&maker->manner, stage->stage);
  const char *code = LIAISON_DATA (Stage, stage->stage)->code;
  g_autofree char *title = liaison_words_lead (maker->manner.words, code, name);
  g_autofree char *days = liaison_process_tell_days (maker->manner.words, stage->start, stage->end);
  g_autofree char *lead =
      liaison_process_tell_lead (maker->manner.words, maker->process->startex, stage->start);
  g_autofree char *late =
      stage->late > 0 ? liaison_process_tell_late (maker->manner.words, stage->late) : NULL;

  gtk_box_append (GTK_BOX (box), label_new (title, "heading"));
  gtk_box_append (GTK_BOX (box), label_new (days, "caption"));
  if (*lead != '\0')
    {
      GtkWidget *label = label_new (lead, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_box_append (GTK_BOX (box), liaison_process_new_badge (stage->state, late));
  if (stage->products->len > 0)
    gtk_box_append (GTK_BOX (box), progress_new (maker));
  return box;
}

static void
select_cb (LiaisonSession *session, GtkListBoxRow *row)
{
  const LiaisonId *record = g_object_get_data (G_OBJECT (row), RECORD_KEY);

  if (record != NULL)
    liaison_selection_set_one (liaison_session_get_selection (session), *record);
}

static void
append_head (Maker *maker)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *head =
      maker->stage != NULL ? head_new (maker) : label_new (_ ("In no stage"), "heading");

  gtk_widget_set_margin_top (head, 6);
  gtk_widget_set_margin_bottom (head, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), head);
  if (maker->stage != NULL)
    set_id (row, RECORD_KEY, maker->stage->stage->id);
  else
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (maker->list, row);
}

GtkWidget *
liaison_stage_card_new (LiaisonSession *session,
                        const LiaisonProcess *process,
                        const LiaisonProcessStage *stage)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  Maker maker = { session, liaison_session_get_manner (session), process, stage,
                  GTK_LIST_BOX (list) };
  const GArray *conferences = stage != NULL ? stage->conferences : process->others;

  append_head (&maker);
  if (conferences->len > 0)
    append_heading (&maker, _ ("Conferences"));
  for (guint i = 0; i < conferences->len; i++)
    append_conference (&maker, &g_array_index (conferences, LiaisonProcessConference, i));
  if (stage != NULL && stage->products->len > 0)
    append_heading (&maker, _ ("Products due"));
  for (guint i = 0; stage != NULL && i < stage->products->len; i++)
    append_product (&maker, &g_array_index (stage->products, LiaisonProcessProduct, i));

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (list), TRUE);
  gtk_widget_add_css_class (list, "stage-list");
  g_signal_connect_object (list, "row-activated", G_CALLBACK (select_cb), session,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_widget_set_size_request (scroller, CARD_WIDTH, -1);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_add_css_class (scroller, "card");
  gtk_widget_add_css_class (scroller, "stage-card");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
      stage != NULL ? liaison_block_get_title (stage->stage, liaison_session_get_language (session))
                    : _ ("In no stage"),
      -1);
  if (stage != NULL)
    set_id (scroller, RECORD_KEY, stage->stage->id);
  g_object_set_data (G_OBJECT (scroller), SESSION_KEY, list);
  return scroller;
}

void
liaison_stage_card_show_selection (GtkWidget *card, LiaisonSelection *selection)
{
  GtkWidget *list = g_object_get_data (G_OBJECT (card), SESSION_KEY);

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      const LiaisonId *record = g_object_get_data (G_OBJECT (row), RECORD_KEY);
      gboolean is_product = g_object_get_data (G_OBJECT (row), ITEM_KEY) != NULL;

      if (record != NULL && !is_product && liaison_selection_contains (selection, *record))
        gtk_widget_add_css_class (row, "stage-selected");
      else
        gtk_widget_remove_css_class (row, "stage-selected");
    }
}
