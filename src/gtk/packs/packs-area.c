/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "packs/packs-area.h"

#include "message.h"
#include "packs/baselines-window.h"
#include "packs/pack-job.h"
#include "packs/pack-print.h"
#include "packs/pack-release.h"
#include "packs/pack-templates.h"
#include "packs/page-thumbnails.h"
#include "packs/print-question.h"
#include "packs/withheld-window.h"
#include "print/page-view.h"
#include "print/print-job.h"
#include "record/kinds/pack.h"
#include "shared/table-area.h"
#include "screen.h"

#include <glib/gi18n.h>

/* After the last change, ms. */
#define PAUSE      400
#define PAGE_WIDTH 240

struct _LiaisonPacksArea
{
  AdwBin parent_instance;

  /* Owned */
  LiaisonSession *session;
  LiaisonId shown;       /* the pack; zero: none */
  LiaisonSetPack *set;   /* as it is shown, or NULL */
  GCancellable *preview; /* what is under way, or NULL */
  GCancellable *job;
  GSimpleActionGroup *actions;

  /* Template */
  AdwBin *table_place;
  GtkMenuButton *new_button;
  GtkLabel *count_label, *missing;
  GtkSpinner *spinner;
  GtkWidget *cancel_button;
  GtkStack *stack;
  LiaisonPageThumbnails *thumbnails;
  GtkScrolledWindow *page_scroller;
  AdwClamp *page_place;
  AdwStatusPage *empty_page, *problem_page;
  GtkWidget *page_view;

  /* State */
  guint waiting;
  gboolean imposed;
};

G_DEFINE_FINAL_TYPE (LiaisonPacksArea, liaison_packs_area, ADW_TYPE_BIN)

static GtkWindow *
get_window (LiaisonPacksArea *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
enable (LiaisonPacksArea *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update_actions (LiaisonPacksArea *self)
{
  gboolean busy = self->job != NULL;

  enable (self, "save", self->set != NULL && !busy);
  enable (self, "print", self->set != NULL && !busy);
  enable (self, "withheld", self->set != NULL);
  enable (self, "save-all", !busy);
  enable (self, "cancel", busy);
  gtk_widget_set_visible (self->cancel_button, busy);
  gtk_spinner_set_spinning (self->spinner, busy || self->preview != NULL);
}

static void
show_page (LiaisonPacksArea *self)
{
  liaison_page_view_set_page (LIAISON_PAGE_VIEW (self->page_view),
                              self->set != NULL ? self->set->pages : NULL,
                              liaison_page_thumbnails_get_chosen (self->thumbnails));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->page_scroller), 0);
}

static void
tell_count (LiaisonPacksArea *self)
{
  g_autofree char *text = NULL;
  guint n;

  if (self->set == NULL)
    {
      gtk_label_set_text (self->count_label, "");
      return;
    }
  n = liaison_pages_get_n (self->set->pages);
  text = liaison_screen_printf (ngettext ("%u page", "%u pages", n), n);
  gtk_label_set_text (self->count_label, text);
}

/* Names that go out though what they name does not: only a planner can tell whether they may. */
static char *
tell_named (const LiaisonSetPack *set)
{
  guint n = set->redaction->named->len;

  return n > 0 ? liaison_screen_printf (
             /* Translators: “What Is Withheld” is an item of the menu. */
             ngettext ("These readers learn %u name of what is withheld: see “What Is Withheld”.",
                       "These readers learn %u names of what is withheld: see “What Is Withheld”.",
                       n),
             n)
               : NULL;
}

/* What to mend before it is printed, a line each; NULL: nothing. */
static char *
tell_remarks (LiaisonPacksArea *self)
{
  g_autofree char *lacks = NULL, *named = NULL;

  if (self->set == NULL)
    return NULL;
  lacks =
      liaison_pages_tell_lacks (self->set->pages, liaison_session_get_manner (self->session).words);
  named = tell_named (self->set);
  if (lacks == NULL || named == NULL)
    return lacks != NULL ? g_steal_pointer (&lacks) : g_steal_pointer (&named);
  return g_strconcat (named, "\n", lacks, NULL);
}

/* The same page stays in sight where there still is such a one. */
static void
show_set (LiaisonPacksArea *self)
{
  g_autofree char *remarks = tell_remarks (self);

  liaison_page_thumbnails_set_pages (self->thumbnails, self->set != NULL ? self->set->pages : NULL);
  gtk_label_set_text (self->missing, remarks != NULL ? remarks : "");
  gtk_widget_set_visible (GTK_WIDGET (self->missing), remarks != NULL);
  tell_count (self);
  show_page (self);
}

/* The pages, or what keeps the pack from being set: without an @error, that nobody would read it.
 */
static void
show_outcome (LiaisonPacksArea *self, const GError *error)
{
  gboolean empty = error == NULL && liaison_id_is_zero (self->shown);
  g_autofree char *why =
      error != NULL ? g_markup_escape_text (error->message, -1)
                    : g_strdup (_ ("Say in its form for whom it is: a nation, a role, a post or a "
                                   "group that has nations in this plan."));

  adw_status_page_set_description (self->problem_page, why);
  gtk_stack_set_visible_child_name (self->stack, self->set ? "pages" : empty ? "empty" : "problem");
  show_set (self);
  update_actions (self);
}

static void
set_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LiaisonPacksArea) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) packs = liaison_set_packs_finish (result, &error);
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));

  if (self->preview != cancellable)
    return;
  g_clear_object (&self->preview);
  g_clear_pointer (&self->set, liaison_set_pack_free);
  if (packs != NULL && packs->len > 0)
    self->set = g_ptr_array_steal_index (packs, 0);
  show_outcome (self, error);
}

static LiaisonPackOrder *
make_order (LiaisonPacksArea *self, LiaisonSnapshot *plan)
{
  const LiaisonBlock *pack = liaison_snapshot_find (plan, self->shown);

  return pack != NULL ? liaison_pack_order_new_for_record (plan, pack, NULL, NULL) : NULL;
}

static void
begin_preview (LiaisonPacksArea *self)
{
  g_autoptr (LiaisonSnapshot) plan =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));
  g_autoptr (LiaisonPackOrder) order = make_order (self, plan);

  if (self->preview != NULL)
    g_cancellable_cancel (self->preview);
  g_clear_object (&self->preview);
  if (order == NULL)
    {
      g_clear_pointer (&self->set, liaison_set_pack_free);
      show_outcome (self, NULL);
      return;
    }
  self->preview = g_cancellable_new ();
  if (self->set == NULL)
    gtk_stack_set_visible_child_name (self->stack, "busy");
  update_actions (self);
  liaison_set_packs_async (plan, order, 0, 1, NULL, NULL, self->preview, set_cb,
                           g_object_ref (self));
}

static gboolean
waited_cb (gpointer data)
{
  LiaisonPacksArea *self = data;

  self->waiting = 0;
  begin_preview (self);
  return G_SOURCE_REMOVE;
}

/* What is typed or dragged makes many changes: the last one counts. */
static void
wait_for_more (LiaisonPacksArea *self)
{
  g_clear_handle_id (&self->waiting, g_source_remove);
  self->waiting = g_timeout_add (PAUSE, waited_cb, self);
}

static void
show_pack (LiaisonPacksArea *self, LiaisonId pack)
{
  if (liaison_id_compare (pack, self->shown) != 0)
    liaison_page_thumbnails_choose (self->thumbnails, 0);
  self->shown = pack;
  wait_for_more (self);
}

static void
selection_cb (LiaisonPacksArea *self)
{
  LiaisonRecord *record =
      liaison_selection_get_record (liaison_session_get_selection (self->session));
  const LiaisonBlock *block = record != NULL ? liaison_record_get_block (record) : NULL;

  /* Another record that is looked at meanwhile changes nothing here. */
  if (block != NULL && block->shape == &liaison_pack_kind.shape)
    show_pack (self, block->id);
}

/* Whoever comes here sees a pack: the first, where none was looked at yet. What is selected
 * elsewhere stays selected. */
static void
mapped_cb (LiaisonPacksArea *self)
{
  LiaisonTable *table =
      liaison_document_get_table (liaison_session_get_document (self->session), LIAISON_KIND_PACK);

  if (liaison_id_is_zero (self->shown) && liaison_table_get_size (table) > 0)
    show_pack (self, liaison_record_get_id (liaison_table_get (table, 0)));
}

static void
edited_cb (LiaisonPacksArea *self)
{
  if (!liaison_id_is_zero (self->shown) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    wait_for_more (self);
}

/* Long work. */

static void
progress_cb (guint done, guint all, gpointer data)
{
  LiaisonPacksArea *self = data;
  g_autofree char *text = NULL;

  if (all < 2)
    return;
  /* Translators: packs or copies that are being made: “3 of 17” */
  text = liaison_screen_printf (_ ("%u of %u"), done + 1, all);
  gtk_label_set_text (self->count_label, text);
}

static GCancellable *
begin_job (LiaisonPacksArea *self)
{
  self->job = g_cancellable_new ();
  update_actions (self);
  return self->job;
}

static void
end_job (LiaisonPacksArea *self)
{
  g_clear_object (&self->job);
  tell_count (self);
  update_actions (self);
}

static void
complain (LiaisonPacksArea *self, const char *what, const GError *error)
{
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    liaison_tell (get_window (self), what, error->message);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LiaisonPacksArea) self = data;
  g_autoptr (GError) error = NULL;

  if (liaison_save_pages_finish (result, &error))
    g_signal_emit_by_name (self->session, "notice", _ ("The pack was saved."), FALSE);
  else
    complain (self, _ ("The pack was not saved"), error);
  end_job (self);
}

static void
path_cb (char *path, gpointer data)
{
  g_autoptr (LiaisonPacksArea) self = data;
  g_autofree char *owned = path;
  g_autoptr (LiaisonJobProgress) progress = NULL;
  LiaisonPdfInfo info = { 0 };

  if (path == NULL || self->set == NULL || self->job != NULL)
    return;
  info.title = self->set->order->title;
  info.created = self->set->date;
  progress = liaison_job_progress_new ();
  liaison_save_pages_async (self->set->pages, &info, path, progress, begin_job (self), saved_cb,
                            g_object_ref (self));
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LiaisonPacksArea *self = data;
  g_autofree char *name = liaison_pack_order_make_file_name (self->set->order);

  liaison_choose_file_to_save (get_window (self), _ ("Save as PDF"), name, _ ("PDF documents"),
                               ".pdf", path_cb, g_object_ref (self));
}

static void
saved_all_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LiaisonPacksArea) self = data;
  g_autoptr (GError) error = NULL;
  guint n = liaison_save_packs_finish (result, &error);
  g_autofree char *text =
      liaison_screen_printf (ngettext ("%u pack was saved.", "%u packs were saved.", n), n);

  if (n > 0)
    g_signal_emit_by_name (self->session, "notice", text, FALSE);
  complain (self, _ ("Not all packs were saved"), error);
  end_job (self);
}

static void
save_all_in (LiaisonPacksArea *self, const char *folder)
{
  g_autoptr (LiaisonSnapshot) plan =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));
  GPtrArray *orders = liaison_pack_orders_new_for_plan (plan, NULL);

  liaison_save_packs_async (plan, orders, folder, progress_cb, self, begin_job (self), saved_all_cb,
                            g_object_ref (self));
}

static void
folder_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  g_autoptr (LiaisonPacksArea) self = data;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path != NULL && self->job == NULL)
    save_all_in (self, path);
  g_object_unref (dialog);
}

static void
save_all_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LiaisonPacksArea *self = data;
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_ ("Save All Packs in a Folder"), get_window (self),
                                   GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Save"), NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (folder_cb), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
withheld_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LiaisonPacksArea *self = data;

  liaison_withheld_window_show (get_window (self), self->session, self->set->redaction);
}

static void
baselines_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LiaisonPacksArea *self = data;

  liaison_baselines_window_show (get_window (self), self->session);
}

static void
cancel_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LiaisonPacksArea *self = data;

  g_cancellable_cancel (self->job);
}

/* Printing. */

static void
copies_set_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LiaisonPacksArea) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) packs = liaison_set_packs_finish (result, &error);

  end_job (self);
  if (packs != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL
      && liaison_pack_print (get_window (self), packs, self->imposed, &error))
    liaison_pack_record_release (self->session, packs);
  complain (self, _ ("The pack was not printed"), error);
}

static void
asked_cb (const LiaisonPrintWishes *wishes, gpointer data)
{
  g_autoptr (LiaisonPacksArea) self = data;
  g_autoptr (LiaisonSnapshot) plan = NULL;
  g_autoptr (LiaisonPackOrder) order = NULL;

  if (wishes == NULL || self->job != NULL)
    return;
  plan = liaison_document_get_snapshot (liaison_session_get_document (self->session));
  order = make_order (self, plan);
  if (order == NULL)
    return;
  self->imposed = wishes->imposed;
  liaison_set_packs_async (plan, order, wishes->first, wishes->copies, progress_cb, self,
                           begin_job (self), copies_set_cb, g_object_ref (self));
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LiaisonPacksArea *self = data;

  liaison_print_question_ask (get_window (self), self->set->order, asked_cb, g_object_ref (self));
}

/* New packs. */

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  LiaisonPacksArea *self = data;

  liaison_pack_templates_add (self->session, g_variant_get_string (parameter, NULL));
}

static void
liaison_packs_area_dispose (GObject *object)
{
  LiaisonPacksArea *self = LIAISON_PACKS_AREA (object);

  g_clear_handle_id (&self->waiting, g_source_remove);
  if (self->preview != NULL)
    g_cancellable_cancel (self->preview);
  if (self->job != NULL)
    g_cancellable_cancel (self->job);
  g_clear_object (&self->preview);
  g_clear_object (&self->job);
  g_clear_pointer (&self->set, liaison_set_pack_free);
  g_clear_object (&self->actions);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (liaison_packs_area_parent_class)->dispose (object);
}

static void
liaison_packs_area_class_init (LiaisonPacksAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_packs_area_dispose;
  g_type_ensure (LIAISON_TYPE_PAGE_THUMBNAILS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/liaisonplanner/Liaison/packs/packs-area.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonPacksArea, table_place);
  gtk_widget_class_bind_template_child (widget_class, LiaisonPacksArea, new_button);
  gtk_widget_class_bind_template_child (widget_class, LiaisonPacksArea, count_label);
  gtk_widget_class_bind_template_child (widget_class, LiaisonPacksArea, missing);
  gtk_widget_class_bind_template_child (widget_class, LiaisonPacksArea, spinner);
  gtk_widget_class_bind_template_child (widget_class, LiaisonPacksArea, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, LiaisonPacksArea, stack);
  gtk_widget_class_bind_template_child (widget_class, LiaisonPacksArea, thumbnails);
  gtk_widget_class_bind_template_child (widget_class, LiaisonPacksArea, page_scroller);
  gtk_widget_class_bind_template_child (widget_class, LiaisonPacksArea, page_place);
  gtk_widget_class_bind_template_child (widget_class, LiaisonPacksArea, empty_page);
  gtk_widget_class_bind_template_child (widget_class, LiaisonPacksArea, problem_page);
}

static void
liaison_packs_area_init (LiaisonPacksArea *self)
{
  static const GActionEntry entries[] = {
    { "save", save_cb },         { "save-all", save_all_cb },   { "print", print_cb },
    { "withheld", withheld_cb }, { "baselines", baselines_cb }, { "cancel", cancel_cb },
    { "new", new_cb, "s" },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "packs", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  self->page_view = liaison_page_view_new (PAGE_WIDTH, FALSE);
  adw_clamp_set_child (self->page_place, self->page_view);
  g_signal_connect_object (self->thumbnails, "chosen", G_CALLBACK (show_page), self,
                           G_CONNECT_SWAPPED);
  update_actions (self);
}

GtkWidget *
liaison_packs_area_new (LiaisonSession *session)
{
  static const LiaisonKindId kinds[] = { LIAISON_KIND_PACK };
  LiaisonPacksArea *self = g_object_new (LIAISON_TYPE_PACKS_AREA, NULL);
  g_autoptr (GMenuModel) menu = NULL;

  self->session = g_object_ref (session);
  liaison_session_bind_writable (
      session, g_action_map_lookup_action (G_ACTION_MAP (self->actions), "new"), "enabled");
  adw_bin_set_child (self->table_place,
                     liaison_table_area_new (session, kinds, G_N_ELEMENTS (kinds)));
  menu = liaison_pack_templates_make_menu (session);
  gtk_menu_button_set_menu_model (self->new_button, menu);
  g_signal_connect_object (liaison_session_get_selection (session), "changed",
                           G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (liaison_session_get_document (session), "changed",
                           G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  selection_cb (self);
  g_signal_connect_object (self, "map", G_CALLBACK (mapped_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
