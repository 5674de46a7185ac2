/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Faults that tests seed in the filter, to see that they are caught. Programs are built without. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LIAISON_FAULT_NONE,
  LIAISON_FAULT_UNMARKED_IS_OPEN,      /* a record without marking goes to everybody */
  LIAISON_FAULT_ANY_NATION,            /* one of an audience's nations on the list is enough */
  LIAISON_FAULT_GROUPS_ARE_OPEN,       /* any group on a list lets everybody see */
  LIAISON_FAULT_NO_LEVELS,             /* the highest level of an audience counts for nothing */
  LIAISON_FAULT_PLAYERS_SEE_CONTROL,   /* kinds that are for exercise control go to players */
  LIAISON_FAULT_SECLUDED_GO,           /* so do records that are hidden from players */
  LIAISON_FAULT_PLANNERS_KINDS_GO,     /* packs, baselines and accepted findings are copied */
  LIAISON_FAULT_CLOSED_FIELDS_GO,      /* fields that are not open are copied */
  LIAISON_FAULT_CONTROL_FIELDS_GO,     /* fields for exercise control are copied for players */
  LIAISON_FAULT_REFERENCE_KEPT,        /* a reference to what is withheld stays */
  LIAISON_FAULT_MEMBER_KEPT,           /* so does one in a set */
  LIAISON_FAULT_SUBJECT_KEPT,          /* items about what is withheld stay, without it */
  LIAISON_FAULT_IDS_COUNT_WITHHELD,    /* fresh ids are numbered with the withheld among them */
  LIAISON_FAULT_IDS_KEPT,              /* records keep their ids */
  LIAISON_FAULT_ITEM_IDS_KEPT,         /* items keep theirs */
  LIAISON_FAULT_SERIALS_KEPT,          /* gaps in the numbering stay */
  LIAISON_FAULT_ORDER_KEPT,            /* order keys stay */
  LIAISON_FAULT_UNKNOWN_KEPT,          /* unknown members of records cross */
  LIAISON_FAULT_UNKNOWN_OF_ITEMS_KEPT, /* unknown members of items cross */
  LIAISON_FAULT_UNKNOWN_OF_FILE_KEPT,  /* unknown members of the file cross */
  LIAISON_FAULT_NATION_KEPT,           /* codes of withheld nations stay */
  LIAISON_FAULT_NATIONS_KEPT,          /* in sets too */
  LIAISON_FAULT_LISTS_KEPT,            /* in release lists too */
  LIAISON_FAULT_GROUP_TAKEN_APART,     /* a withheld group's members stand in release lists */
  LIAISON_FAULT_ANCHOR_TO_ZONE, /* a resolved time is written in the zone of a withheld record */
  LIAISON_FAULT_COLUMN_VALUES_KEPT,    /* values of columns for exercise control go to players */
  LIAISON_FAULT_COLUMNS_KEPT,          /* so do the columns themselves */
  LIAISON_FAULT_COUNT_TOLD,            /* how much is withheld is told though nobody asked for it */
  LIAISON_FAULT_WITHHELD_SERIAL_SHOWN, /* serials of what is withheld are renumbered along */
  /* Of two versions that are compared */
  LIAISON_FAULT_EARLIER_UNFILTERED, /* what is seen now is in the earlier copy, seen then or not */
  LIAISON_FAULT_GONE_KEPT, /* what was seen then stays in the later copy, though withheld */
  LIAISON_FAULT_REFERENCE_TO_GONE_KEPT, /* a reference to what was seen then and is withheld now */
  LIAISON_FAULT_MEMBER_GONE_KEPT,       /* so does one in a set */
  LIAISON_FAULT_ID_OF_CONTENT,          /* ids change with what is withheld of a record */
  LIAISON_FAULT_NUMBERS_KEPT_BY_NUMBER, /* serials are matched by the planners' numbers */
  LIAISON_FAULT_NEW_COUNTED_WITH_WITHHELD, /* new serials count on from the planners' numbers */
  LIAISON_FAULT_GONE_TOLD_APART, /* what is withheld now is told otherwise than what is deleted */
  LIAISON_FAULT_CHANGED_IN_THE_PLAN, /* what changed in the plan is told, not in the copy */
} LiaisonFault;
#define LIAISON_N_FAULTS (LIAISON_FAULT_CHANGED_IN_THE_PLAN + 1)

#ifdef LIAISON_RELEASE_FAULTS
/* Set by a test, in one thread. */
extern LiaisonFault liaison_release_fault;
#define LIAISON_HAS_FAULT(name) (liaison_release_fault == LIAISON_FAULT_##name)
#else
#define LIAISON_HAS_FAULT(name) FALSE
#endif

G_END_DECLS
