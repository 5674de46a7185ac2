/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "packs/pack-print.h"

#include "pack/imposition.h"
#include "print/print-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

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

static guint
count_all_sides (const Job *job)
{
  guint n = 0;

  for (guint i = 0; i < job->packs->len; i++)
    n += count_sides (job, i);
  return n;
}

/* The pack that has side @*side of all; @*side becomes its own. */
static LiaisonPages *
find_pages (const Job *job, guint *side)
{
  guint pack = 0;

  for (; pack + 1 < job->packs->len && *side >= count_sides (job, pack); pack++)
    *side -= count_sides (job, pack);
  return ((const LiaisonSetPack *) job->packs->pdata[pack])->pages;
}

static void
get_size (guint side, double *width, double *height, gpointer data)
{
  const Job *job = data;

  liaison_imposition_get_size (job->imposition, find_pages (job, &side), width, height);
}

static void
draw (guint side, cairo_t *cr, gpointer data)
{
  const Job *job = data;
  LiaisonPages *pages = find_pages (job, &side);

  if (job->imposition == LIAISON_IMPOSE_NOTHING)
    liaison_pages_draw (pages, side, cr);
  else
    liaison_imposition_draw (job->imposition, pages, side, cr);
}

/* Printers know papers by their names. */
static GtkPaperSize *
find_paper (double width, double height)
{
  static const char *const names[] = { GTK_PAPER_NAME_A4, GTK_PAPER_NAME_A3,     GTK_PAPER_NAME_A5,
                                       "iso_a6",          GTK_PAPER_NAME_LETTER, "na_ledger",
                                       "na_invoice" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkPaperSize *size = gtk_paper_size_new (names[i]);

      if (ABS (gtk_paper_size_get_width (size, GTK_UNIT_POINTS) - width) < 2
          && ABS (gtk_paper_size_get_height (size, GTK_UNIT_POINTS) - height) < 2)
        return size;
      gtk_paper_size_free (size);
    }
  return gtk_paper_size_new_custom ("pack", _ ("Pack"), width, height, GTK_UNIT_POINTS);
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
  size = find_paper (MIN (width, height), MAX (width, height));
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
  const char *title = first->order->title != NULL ? first->order->title : _ ("Pack");
  g_autofree char *name = liaison_pack_order_make_file_name (first->order);
  g_autoptr (GtkPageSetup) setup = NULL;

  if (imposed)
    job.imposition = first->order->layout == LIAISON_LAYOUT_TWO_UP ? LIAISON_IMPOSE_TWO_UP
                                                                   : LIAISON_IMPOSE_BOOKLET;
  setup = make_setup (&job);
  if (g_str_has_suffix (name, ".pdf"))
    name[strlen (name) - strlen (".pdf")] = '\0';
  return liaison_print_out (parent,
                            &(LiaisonPrintOut){ .title = title,
                                                .name = name,
                                                .setup = setup,
                                                .n = count_all_sides (&job),
                                                .any_paper = TRUE,
                                                .folded = job.imposition == LIAISON_IMPOSE_BOOKLET,
                                                .get_size = get_size,
                                                .draw = draw,
                                                .data = &job },
                            NULL, error)
         == GTK_PRINT_OPERATION_RESULT_APPLY;
}
