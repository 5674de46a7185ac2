/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "packs/pack-print.h"

#include "pack/imposition.h"

#include <glib/gi18n.h>

typedef struct
{
  const GPtrArray *packs;
  LiaisonImposition imposition;
} Job;

static guint
count_sides (const Job *job, guint pack)
{
  const LiaisonSetPack *set = job->packs->pdata[pack];

  return liaison_imposition_count_sides (job->imposition, liaison_pages_get_n (set->pages));
}

static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, const Job *job)
{
  guint n = 0;

  for (guint i = 0; i < job->packs->len; i++)
    n += count_sides (job, i);
  gtk_print_operation_set_n_pages (operation, (int) n);
}

/* The printer's page may be another one than was asked for: fitted then, never cut. */
static void
draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int number, const Job *job)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  guint side = (guint) number, pack = 0;
  double width, height, scale;

  for (; pack + 1 < job->packs->len && side >= count_sides (job, pack); pack++)
    side -= count_sides (job, pack);
  const LiaisonSetPack *set = job->packs->pdata[pack];

  liaison_imposition_get_size (job->imposition, set->pages, &width, &height);
  scale = MIN (gtk_print_context_get_width (context) / width,
               gtk_print_context_get_height (context) / height);
  if (scale < 0.99 || scale > 1.01)
    cairo_scale (cr, scale, scale);
  if (job->imposition == LIAISON_IMPOSE_NOTHING)
    liaison_pages_draw (set->pages, side, cr);
  else
    liaison_imposition_draw (job->imposition, set->pages, side, cr);
}

static GtkPageSetup *
make_setup (const Job *job)
{
  const LiaisonSetPack *first = job->packs->pdata[0];
  GtkPageSetup *setup = gtk_page_setup_new ();
  double width, height;
  GtkPaperSize *size;

  liaison_imposition_get_size (job->imposition, first->pages, &width, &height);
  /* Of the paper as it stands. */
  size = gtk_paper_size_new_custom ("pack", _ ("Pack"), MIN (width, height), MAX (width, height),
                                    GTK_UNIT_POINTS);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (size);
  return setup;
}

gboolean
liaison_pack_print (GtkWindow *parent, const GPtrArray *packs, gboolean imposed, GError **error)
{
  const LiaisonSetPack *first = packs->pdata[0];
  Job job = { packs, LIAISON_IMPOSE_NOTHING };
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = NULL;

  if (imposed)
    job.imposition = first->order->layout == LIAISON_LAYOUT_TWO_UP ? LIAISON_IMPOSE_TWO_UP
                                                                   : LIAISON_IMPOSE_BOOKLET;
  setup = make_setup (&job);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation,
                                    first->order->title != NULL ? first->order->title : _ ("Pack"));
  gtk_print_operation_set_allow_async (operation, FALSE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), &job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), &job);
  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, error)
         == GTK_PRINT_OPERATION_RESULT_APPLY;
}
